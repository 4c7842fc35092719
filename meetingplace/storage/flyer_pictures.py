"""Pictures and logos in the database: rows in, `domain.flyer_pictures` out; the dots are read when they are needed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from meetingplace.domain.flyer_pictures import FlyerPicture, Logo, ReadyPicture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.storage import records, tables


def listed() -> list[FlyerPicture]:
    """List the pictures by name, each with the little one of it."""
    return [_picture(row) for row in _pictures().order_by(tables.FlyerPicture.name, tables.FlyerPicture.id)]


def get(picture_id: int) -> FlyerPicture:
    """Read one picture; refuses NOT_FOUND."""
    row = _pictures().where(tables.FlyerPicture.id == picture_id).first()
    return _picture(row or records.get(tables.FlyerPicture, picture_id))


def content_of(picture_id: int) -> bytes:
    """Read the dots of a picture, as JPEG or PNG; refuses NOT_FOUND."""
    return _content(records.get(tables.FlyerPicture, picture_id).__data__["image"])


def add(ready: ReadyPicture, name: str, description: str, added_on: date) -> int:
    """Add a picture and give its id."""
    image = _add_image(ready)
    return records.add(tables.FlyerPicture, image=image, name=name, description=description, added_on=added_on)


def change(picture_id: int, version: int | None, **columns: Any) -> None:
    """Change the name or the description of a picture; refuses CHANGED_MEANWHILE."""
    records.change(tables.FlyerPicture, picture_id, version, **columns)


def remove(picture_id: int, version: int) -> None:
    """Forget a picture: flyers that were made with it know only that they were made. Refuses CHANGED_MEANWHILE."""
    picture = records.get(tables.FlyerPicture, picture_id)
    if picture.version != version:
        raise Refused(Reason.CHANGED_MEANWHILE)
    for made in list(tables.Flyer.select().where(tables.Flyer.picture == picture_id)):
        records.change(tables.Flyer, made.id, picture=None)
    records.remove(tables.FlyerPicture, picture_id)
    records.remove(tables.Image, picture.__data__["image"])


# --- logos: of the house (no partner) and of partners ---


def logos() -> list[Logo]:
    """List whose logo can be kept: the house first, then the partners by name; `small` is empty where there is none."""
    house = tables.House.select(tables.House.name, tables.House.version, tables.House.logo)
    partner = tables.Partner
    those = partner.select(partner.id, partner.name, partner.version, partner.logo).where(partner.is_active)
    owners = [(None, *row) for row in house.tuples()] + list(those.order_by(partner.name).tuples())
    small = _small(logo for *_others, logo in owners if logo)
    return [Logo(owner, name, small.get(logo, b""), version) for owner, name, version, logo in owners]


def contents_of(images: Iterable[int]) -> list[bytes]:
    """Read the dots of logos by the numbers that house and partners carry, in their order."""
    return [_content(image) for image in images]


def put_logo(partner_id: int | None, version: int, ready: ReadyPicture | None) -> None:
    """Give the house or a partner a logo, or (None) take it away; the one of before is forgotten.

    Refuses CHANGED_MEANWHILE.
    """
    table, owner = (tables.House, 1) if partner_id is None else (tables.Partner, partner_id)
    before = records.get(table, owner).__data__["logo"]
    records.change(table, owner, version, logo=_add_image(ready) if ready else None)
    if before:
        records.remove(tables.Image, before)


def _pictures() -> Any:
    picture, image = tables.FlyerPicture, tables.Image
    return picture.select(picture, image.small, image.width, image.height).join(image)


def _picture(row: tables.FlyerPicture) -> FlyerPicture:
    of = row.image
    return FlyerPicture(
        row.id, row.name, row.description, row.added_on, of.small, of.width, of.height, row.version
    )  # fmt: skip


def _add_image(ready: ReadyPicture) -> int:
    return records.add(
        tables.Image, content=ready.content, small=ready.small, width=ready.width, height=ready.height
    )  # fmt: skip


def _content(image: int) -> bytes:
    content: bytes = records.get(tables.Image, image).content
    return content


def _small(images: Iterable[int]) -> dict[int, bytes]:
    image = tables.Image
    return dict(image.select(image.id, image.small).where(image.id.in_(list(images))).tuples())
