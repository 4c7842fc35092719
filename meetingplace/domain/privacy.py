"""How much a place writes down about the people who come: the three levels of privacy."""

from __future__ import annotations

from enum import Enum


class Level(Enum):
    """Privacy level of a place: A counts only, B knows nicknames (the default), C keeps contacts of who asks."""

    TALLY = "tally"
    PSEUDONYM = "pseudonym"
    CONTACT = "contact"

    @property
    def knows_families(self) -> bool:
        """Tell whether families may be registered at this level."""
        return self is not Level.TALLY
