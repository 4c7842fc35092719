"""Families under a pseudonym: nickname and picture, languages, children by birth month. Never a surname or an address.

Also the categories by which people are counted: relation of the adult at a visit, and age bands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from meetingplace.domain.pictures import Picture
from meetingplace.domain.refusals import Reason, Refused

_POSTCODE = re.compile(r"(?:be?[ -]?)?([1-9][0-9]{3})", re.IGNORECASE)
_OLDEST_CHILD = 30  # years; whoever was born before is no child but a typing mistake


class Relation(Enum):
    """Who the adult is to the child at this visit; it belongs to the visit, never to the family."""

    MOTHER = "mother"
    FATHER = "father"
    GRANDPARENT = "grandparent"
    OTHER_FAMILY = "other_family"
    CARER = "carer"
    PROFESSIONAL = "professional"


class AgeBand(Enum):
    """Age in completed months at the visit, as `domain.md` section 4 divides it; the value is the first month."""

    BABY = 0
    ONE = 12
    TWO = 24
    THREE = 36
    FOUR_FIVE = 48
    OLDER = 72

    @classmethod
    def of(cls, months: int) -> AgeBand:
        """Give the band of an age in completed months."""
        return next(band for band in reversed(cls) if months >= band.value)


class HowHeard(Enum):
    """How a family heard of the house."""

    FRIEND = "friend"
    FLYER = "flyer"
    SCHOOL = "school"
    KIND_EN_GEZIN = "kind_en_gezin"
    DOCTOR = "doctor"
    WEB = "web"
    PASSING_BY = "passing_by"
    PARTNER = "partner"
    OTHER = "other"


@dataclass(frozen=True, order=True)
class BirthMonth:
    """Year and month of birth; for ages the day is taken as the 1st."""

    year: int
    month: int

    @classmethod
    def months_before(cls, day: date, months: int) -> BirthMonth:
        """Give the birth month of a child that is so many completed months old on a day."""
        count = day.year * 12 + day.month - 1 - months
        return cls(count // 12, count % 12 + 1)

    def months_at(self, day: date) -> int:
        """Age in completed months on a day; refuses BIRTH_IN_FUTURE."""
        months = self.age_on(day)
        if months is None:
            raise Refused(Reason.BIRTH_IN_FUTURE)
        return months

    def age_on(self, day: date) -> int | None:
        """Age in completed months on a day; None before the child was born."""
        months = (day.year - self.year) * 12 + day.month - self.month
        return months if months >= 0 else None


@dataclass(frozen=True)
class Child:
    """A child of a family; it may belong to several families."""

    id: int
    nickname: str = ""
    born: BirthMonth | None = None
    version: int = 0

    def age_on(self, day: date) -> int | None:
        """Age in completed months on a day; None when nobody knows it, or before the child was born."""
        return self.born.age_on(day) if self.born else None


@dataclass(frozen=True)
class Family:
    """A family as the house knows it: a nickname and a picture."""

    id: int
    nickname: str
    picture: Picture
    languages: tuple[str, ...] = ()
    postcode: str = ""
    municipality: str = ""
    first_seen: date | None = None
    how_heard: HowHeard | None = None
    brought_by: str = ""  # an organisation or "a neighbour", never a person's name
    children: tuple[Child, ...] = ()
    version: int = 0


@dataclass(frozen=True)
class SearchWord:
    """One typed word of a search for families, folded, and what else it may mean to whoever typed it."""

    word: str
    shapes: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


class Order(Enum):
    """How a list of families is sorted."""

    NICKNAME = "nickname"
    LAST_VISIT = "last_visit"


def postcode(typed_postcode: str) -> str:
    """Tidy a Belgian postcode that may be empty ("B-1070" gives "1070"); refuses NUMBER_IMPOSSIBLE."""
    typed = typed_postcode.strip()
    found = _POSTCODE.fullmatch(typed)
    if typed and not found:
        raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=typed[:20])
    return found[1] if found else ""


def must_be_born(born: BirthMonth, today: date) -> None:
    """Refuse BIRTH_IN_FUTURE, and NUMBER_IMPOSSIBLE for a month that no child can be born in."""
    if not 1 <= born.month <= 12 or not today.year - _OLDEST_CHILD <= born.year:
        raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=f"{born.month}/{born.year}")
    born.months_at(today)
