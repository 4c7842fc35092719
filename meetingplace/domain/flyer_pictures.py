"""Pictures and logos of the house's own, for its flyers. The pictures of families are in `pictures`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ReadyPicture:
    """A picture made ready once: upright, without what a camera wrote into it, as JPEG or PNG, and small as PNG.

    Width and height in pixels.
    """

    content: bytes
    small: bytes
    width: int
    height: int


@dataclass(frozen=True)
class FlyerPicture:
    """A picture that flyers may carry; `description` says in Dutch what is to be seen, for who cannot see it.

    `small` is a little PNG of it; the picture itself is asked by its id.
    """

    id: int
    name: str
    description: str = ""
    added_on: date = date.min
    small: bytes = b""
    width: int = 0
    height: int = 0
    version: int = 0


@dataclass(frozen=True)
class Logo:
    """The logo of the house (`partner_id` None) or of a partner; without one, `small` is empty.

    `version` is that of the house or of the partner.
    """

    partner_id: int | None
    name: str
    small: bytes = b""
    version: int = 0
