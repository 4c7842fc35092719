"""When a team member is away, in words; days are added and taken away, and why is never asked. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.team import Away
from meetingplace.i18n import refusals
from meetingplace.services import availability
from meetingplace.services.availability import AwayBoard
from meetingplace.services.changes import Topic
from meetingplace.ui.kit.surroundings import Surroundings

FIRST, LAST = "first", "last"
_FIELD = {Reason.END_BEFORE_START: LAST, Reason.PERIOD_TOO_LONG: LAST}


@dataclass(frozen=True)
class AwayShown:
    """Days away: their id, and from when to when."""

    away_id: int
    days: str


class View(Protocol):
    """The panel of the days away."""

    def show_away(self, shown: tuple[AwayShown, ...]) -> None:
        """Show the days that are not over."""

    def begin_again(self) -> None:
        """Ask for the next days: those that were typed are kept now."""

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field."""

    def close_panel(self) -> None:
        """Close it: there is nobody any more to say it about."""


class DaysAway:
    """The days away of one team member."""

    def __init__(self, around: Surroundings, view: View, member_id: int) -> None:
        """Take the surroundings; nothing is asked before `refresh`."""
        self._around, self._view, self._member_id = around, view, member_id

    def follow(self) -> Callable[[], None]:
        """Ask again when something of the team changes; gives what ends it."""
        return self._around.bulletin.follow(frozenset({Topic.TEAM}), self.refresh)

    def refresh(self) -> None:
        """Ask the days that are not over."""
        today = self._around.clock().date()
        self._around.work.ask(
            availability.away_board, self._member_id, today,
            then=self._show, failed=lambda _gone: self._view.close_panel(), slot="days_away",
        )  # fmt: skip

    def add(self, read: Callable[[str], date | None]) -> None:
        """Add days; `read` reads a field (and may refuse). A last day that was left empty is the first one."""
        field = FIRST
        try:
            first = read(FIRST)
            field = LAST
            last = read(LAST) or first
        except Refused as refused:
            self._wrong(field, refused)
            return
        if first is None or last is None:
            self._wrong(FIRST, Refused(Reason.DATE_IMPOSSIBLE, typed=""))
            return
        self._around.work.do(
            availability.add_away, self._member_id, first, last,
            then=lambda _changes: self._view.begin_again(),
            failed=lambda refused: self._wrong(_FIELD.get(refused.reason, FIRST), refused),
        )  # fmt: skip

    def remove(self, away_id: int) -> None:
        """Take days away: the team member is there after all."""
        self._around.work.do(availability.remove_away, away_id, failed=lambda _gone: self.refresh())

    def _show(self, board: AwayBoard) -> None:
        self._view.show_away(tuple(AwayShown(one.id, self._days(one)) for one in board.away))

    def _days(self, away: Away) -> str:
        formats, year = self._around.formats, self._around.clock().year
        first, last = away.first_day, away.last_day
        if first == last:
            return formats.day(first) if first.year == year else formats.full_day(first)
        if first.year == last.year == year:
            return formats.day_range(first, last)
        return f"{formats.day_of_month(first)} {first.year} – {formats.day_of_month(last)} {last.year}"

    def _wrong(self, field: str, refused: Refused) -> None:
        around = self._around
        is_empty = refused.reason is Reason.DATE_IMPOSSIBLE and not refused.facts.get("typed")
        missing = around.words("Say from which day. Type it like 25/11/2026.")
        self._view.show_wrong(field, missing if is_empty else refusals.sentence(around.words, refused, around.formats))
