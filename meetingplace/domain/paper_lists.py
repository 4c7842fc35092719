"""Paper lists of a session, and what stands in their cells: ages and relations as a host types them from the paper."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from meetingplace.domain.families import Child, Relation
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


def read_ages(typed: str) -> tuple[int | None, ...]:
    """Read ages as months: "3 8m" is three years and eight months, "?" a child of unknown age.

    Years may have their letter (j, a, y), months must: "m". Refuses NUMBER_IMPOSSIBLE.
    """
    words, at, found = typed.strip().lower(), 0, list[int | None]()
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


def read_relations(typed: str, letters: Mapping[str, Relation]) -> tuple[Relation, ...]:
    """Read adults, a letter for each: "mm" are two mothers; refuses CHOICE_UNKNOWN with the letters."""
    found = []
    for letter in re.sub(r"[\s,;.+·/&]", "", typed.lower()):
        if letter not in letters:
            raise Refused(Reason.CHOICE_UNKNOWN, typed=letter, choices=", ".join(letters))
        found.append(letters[letter])
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
