"""What the Families screen is handed: ready-made texts, nothing to decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from meetingplace.domain.families import BirthMonth, Family
from meetingplace.domain.pictures import Picture


@dataclass(frozen=True)
class RowShown:
    """A family in the list."""

    family_id: int
    nickname: str
    languages: str  # in their own script
    ages: str
    last_visit: str
    picture: Picture
    spoken: str


@dataclass(frozen=True)
class ListShown:
    """A page of the list."""

    line: str  # how many families there are, or were found
    rows: tuple[RowShown, ...]
    empty: tuple[str, str, str]  # title, sentence and first step, if there is one, instead of rows; else empty texts
    pages: str  # "61 – 120 of 340"; empty when all fit on one page
    has_before: bool
    has_after: bool
    note: str  # at which places no names are kept; empty when there are none
    may_add: bool


@dataclass(frozen=True)
class ChildShown:
    """A child on the page of its family."""

    child_id: int
    name: str
    line: str
    also_in: str  # the other families that it comes with; empty without

    @property
    def spoken(self) -> str:
        """Give what is read aloud."""
        return ", ".join(part for part in (self.name, self.line, self.also_in) if part)


@dataclass(frozen=True)
class VisitShown:
    """A visit on the page of a family."""

    day: str
    session: str
    who: str


@dataclass(frozen=True)
class FamilyShown:
    """The page of one family."""

    family_id: int
    nickname: str
    picture: Picture
    picture_name: str
    languages: str
    facts: tuple[tuple[str, str], ...]
    children: tuple[ChildShown, ...]
    no_children: str
    contact: tuple[str, str]  # whether one is kept, and the act; two empty texts where none are kept
    has_contact: bool
    visits_line: str
    visits: tuple[VisitShown, ...]
    all_visits: str  # what the button says that shows them all; empty when they are
    may_be_removed: bool


@dataclass(frozen=True)
class FormShown:
    """The form of a family, new when it has no id yet."""

    title: str
    verb: str
    family: Family
    picture_name: str
    languages: tuple[str, ...]
    municipalities: tuple[str, ...]
    how_heard: tuple[tuple[object, str], ...]
    today: date

    @property
    def is_new(self) -> bool:
        """Tell whether the family is not known yet."""
        return self.family.id == 0


@dataclass(frozen=True)
class ChildFormShown:
    """The form of a child, new when it has no id yet."""

    title: str
    verb: str
    child_id: int
    nickname: str
    born: BirthMonth | None
    months: tuple[tuple[object, str], ...]
    years: tuple[tuple[object, str], ...]
    also_in: str  # the other families that it comes with; empty without


@dataclass(frozen=True)
class PictureShown:
    """One of the 320 pictures to choose from."""

    picture: Picture
    name: str
    is_taken: bool
    is_own: bool
