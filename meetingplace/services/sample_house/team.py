"""The team of the sample house: on which weekdays they usually come, when they are away, and who is free when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, time, timedelta
from itertools import cycle, islice

from meetingplace.services.sample_house.source import Ingredients
from meetingplace.storage import bulk, tables

FEWEST = 7  # members of the smallest house
OF_A_PLACE = 3.4  # members for each place of a larger one
HOSTS = 2  # of a session at least
THIRD_SHARE = 0.4  # of the sessions that have a third one


class Team:
    """Knows who comes when, so that nobody is asked twice for the same hour or on a day away."""

    def __init__(self, given: Ingredients, first: int) -> None:
        """Invent a team that fits the number of places, beside the `first` members (ids 1 to n) who are there."""
        invented, names = given.texts["team"]["members"], given.texts["team"]["more_names"]
        wanted = max(FEWEST, round(given.size.places * OF_A_PLACE))
        patterns = cycle(given.texts["team"]["usual_weekdays"])
        more = (
            (name if round_number == 1 else f"{name} {round_number}", "volunteer", False, ["nl", "fr"], next(patterns))
            for round_number in range(1, wanted // len(names) + 2)
            for name in names
        )
        self.given = given
        self._first = first
        self._members = [*invented, *islice(more, wanted)][:wanted]
        self.number = first + wanted
        self._weekdays: dict[int, Sequence[int]] = {
            first + number: member[4] for number, member in enumerate(self._members, 1)
        }
        self._away = [
            (first + away["member"], given.today + timedelta(days=away["in_days"]), away["days"])
            for away in given.texts["team"]["away"]
        ]
        self._taken: dict[tuple[int, date], list[tuple[time, time]]] = defaultdict(list)

    def save(self) -> None:
        """Write who was invented; whoever set the house up stays, with the PIN."""
        rows = [
            (self._first + number, name, role, is_paid, ",".join(languages), ",".join(map(str, weekdays)), True, "", 0,
             self.given.version())
            for number, (name, role, is_paid, languages, weekdays) in enumerate(self._members, 1)
        ]  # fmt: skip
        columns = "id name role is_paid languages weekdays is_active pin_hash pin_failures version".split()
        bulk.load(tables.TeamMember, columns, rows)
        away = [(member, first, _last(first, days), self.given.version()) for member, first, days in self._away]
        bulk.load(tables.Away, ["member", "first_day", "last_day", "version"], away)

    def is_paid(self, member: int) -> bool | None:
        """Tell whether somebody who was invented is paid; None for whoever set the house up."""
        return bool(self._members[member - self._first - 1][2]) if member > self._first else None

    def of_series(self, days: Sequence[date], start: time, end: time) -> list[int]:
        """Draw who usually comes on the days of a series; who is busy elsewhere on some of them only when need be."""
        busy: dict[int, list[int]] = defaultdict(list)
        for member in self._all:
            if all(self._comes(member, day) for day in days):
                busy[sum(self._is_busy(member, day, start, end) for day in days)].append(member)
        able = busy.pop(0, [])
        for number in sorted(busy):
            able += busy[number][: max(0, HOSTS - len(able))]
        return self._some(able)

    def of_day(self, day: date, start: time, end: time, usual: Sequence[int] = ()) -> list[int]:
        """Give who comes on one day: of the usual team whoever can, and somebody else for who cannot; or a new team."""
        there = [member for member in usual if self._can(member, day, start, end)]
        if not usual:
            there = self._some(self._free(day, start, end))
        elif len(there) < len(usual):
            others = [member for member in self._free(day, start, end) if member not in there]
            there += self.given.chance.sample(others, min(len(usual) - len(there), len(others)))
        self.take(there, day, start, end)
        return there

    def take(self, members: Sequence[int], day: date, start: time, end: time) -> None:
        """Note that these members are busy at some hours."""
        for member in members:
            self._taken[member, day].append((start, end))

    def unusual(self, day: date, start: time, end: time) -> list[int]:
        """List who does not usually come on such a day, but is not away and is nowhere else."""
        return [
            member
            for member in self._all
            if not (self._comes(member, day) or self._is_busy(member, day, start, end) or self._is_away(member, day))
        ]

    @property
    def _all(self) -> range:
        return range(1, self.number + 1)

    def _some(self, members: list[int]) -> list[int]:
        wanted = HOSTS + (self.given.chance.random() < THIRD_SHARE and len(members) > 2 * HOSTS)
        return self.given.chance.sample(members, min(wanted, len(members)))

    def _free(self, day: date, start: time, end: time) -> list[int]:
        return [member for member in self._all if self._can(member, day, start, end)]

    def _can(self, member: int, day: date, start: time, end: time) -> bool:
        is_here = self._comes(member, day) and not self._is_away(member, day)
        return is_here and not self._is_busy(member, day, start, end)

    def _comes(self, member: int, day: date) -> bool:
        weekdays = self._weekdays.get(member)
        return not weekdays or day.weekday() in weekdays

    def _is_busy(self, member: int, day: date, start: time, end: time) -> bool:
        return any(begins < end and start < ends for begins, ends in self._taken.get((member, day), ()))

    def _is_away(self, member: int, day: date) -> bool:
        return any(who == member and first <= day <= _last(first, days) for who, first, days in self._away)


def _last(first: date, days: int) -> date:
    return first + timedelta(days=days - 1)
