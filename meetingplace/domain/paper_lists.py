"""Paper lists of a session, and what stands in their rows: ages as a host types them from the paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum

from meetingplace.domain.families import Child, HowHeard, Relation
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import OLDEST

UNKNOWN_AGE = "?"
_MONTHS_UNTIL = 24  # as paper writes ages: in months under two years, then in years
_AGE = re.compile(r"(\d{1,3})\s*(m[a-z]*|j[a-z]*|y[a-z]*|an?s?)?(?![a-z])|\?", re.ASCII)
_BETWEEN = re.compile(r"[\s,;.+·/&]*")


class PaperKind(Enum):
    """The lists that are typed in afterwards."""

    TALLY = "tally"
    NAMES = "names"


class NameColumn(Enum):
    """What may stand beside the first name on a list, in this order."""

    AGES = "ages"
    ADULTS = "adults"
    LANGUAGE = "language"
    HEARD = "heard"
    LEFT = "left"


FEWEST_BLANKS, MOST_BLANKS = 2, 60  # rows: somebody new always comes; four pages are enough
TICKED = (Relation.MOTHER, Relation.FATHER, Relation.GRANDPARENT, Relation.OTHER_FAMILY)  # the boxes for adults
USUAL_COLUMNS = (NameColumn.AGES, NameColumn.ADULTS, NameColumn.LANGUAGE, NameColumn.HEARD)


@dataclass(frozen=True)
class PaperList:
    """That a list of a session was printed; `done_at`: typed in, or laid aside unused."""

    id: int
    session_id: int
    kind: PaperKind
    printed_at: datetime
    done_at: datetime | None = None
    version: int = 0


@dataclass(frozen=True)
class PaperRow:
    """A row of a first-name sheet, as somebody typed it in.

    It is about a family, somebody of the list of the session, or, with neither, a family that has this name; without a
    name it is about unnamed people. Ages in months; None: whoever came last time, or all children of the family.
    """

    name: str = ""
    ages: tuple[int | None, ...] | None = None
    adults: tuple[Relation, ...] = ()
    languages: tuple[str, ...] = ()
    how_heard: HowHeard | None = None
    arrived: time | None = None  # when the session began, if it is not known
    left: time | None = None
    group: str = ""  # the name of a group of unnamed people
    family_id: int | None = None
    enrolment_id: int | None = None
    visit_id: int | None = None  # the visit that was written down before


def read_ages(typed: str) -> tuple[int | None, ...]:
    """Read ages as months: "3 8m" is three years and eight months, "?" a child of unknown age.

    Years may have their letter (j, a, y), months must: "m". Refuses NUMBER_IMPOSSIBLE.
    """
    words, at, found = " ".join(typed.lower().split()), 0, list[int | None]()
    while at < len(words):
        one = _AGE.match(words, at)
        if one is None:
            raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=typed.strip()[:20])
        months = None if one[0] == UNKNOWN_AGE else _months(one[1], one[2] or "")
        if months is not None and months >= OLDEST:
            raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=one[0])
        found.append(months)
        between = _BETWEEN.match(words, one.end())
        at = between.end() if between else one.end()
    return tuple(found)


def who_came(
    ages: Sequence[int | None], children: Sequence[Child], day: date
) -> tuple[tuple[int, ...], tuple[int | None, ...]]:
    """Say which children of a family are meant by ages as paper writes them, and which ages are those of nobody.

    A child is met by its age in months under two years and in years after; "?" meets one whose birth is not known.
    """
    left = {child.id: _on_paper(_age(child, day)) for child in children}
    extra: list[int | None] = []
    came: list[int] = []
    for months in ages:
        meant = next((child_id for child_id, age in left.items() if age == _on_paper(months)), None)
        if meant is None:
            extra.append(months)
        else:
            came.append(meant)
            del left[meant]
    return tuple(came), tuple(extra)


def _months(number: str, unit: str) -> int:
    return int(number) * (1 if unit.startswith("m") else 12)


def _age(child: Child, day: date) -> int | None:
    if child.born is None or (child.born.year, child.born.month) > (day.year, day.month):
        return None
    return child.born.months_at(day)


def _on_paper(months: int | None) -> tuple[str, int] | None:
    if months is None:
        return None
    return ("m", months) if months < _MONTHS_UNTIL else ("y", months // 12)
