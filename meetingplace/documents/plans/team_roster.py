"""The team roster: who works when, with the hours of each team member and of the team, paid and volunteer apart.

Hours are preparation, open and debrief together, as the yearly report counts them; what does not go on counts none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from meetingplace.documents.paper import A4_WIDE, MM, Format, one_paper_at_a_time
from meetingplace.documents.plans.columns import Columns, Piece, flowed
from meetingplace.documents.plans.content import PlanHead, PlanSession
from meetingplace.documents.plans.entries import title_at
from meetingplace.documents.plans.page import Leaf, PlanSheet
from meetingplace.documents.typeset import Setting
from meetingplace.domain.sessions import SessionState
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.words import session_state_name

_COLUMNS, _GAP = 2, 9.0
_SIZE = 9.0  # pt
_DAY, _HOURS, _TIME = 19.0, 29.0, 25.0  # mm of the columns of a row
_ROW, _BADGE = 5.2, 7.5  # mm


@dataclass(frozen=True)
class RosterMember:
    """A team member with the sessions of the period, by day and hour."""

    name: str
    initials: str
    is_paid: bool
    sessions: tuple[PlanSession, ...] = ()

    @property
    def minutes(self) -> int:
        """Minutes of work, without what does not go on."""
        return sum(session.minutes for session in self.sessions if not session.is_cancelled)


@dataclass(frozen=True)
class TeamRoster:
    """The team of a period, in the order of its names, and the sessions for which nobody is found yet."""

    head: PlanHead
    title: str  # "november 2026"
    members: tuple[RosterMember, ...] = ()
    unstaffed: tuple[PlanSession, ...] = ()


def team_roster(sheet: TeamRoster, _: Translator, format_: Format = A4_WIDE) -> bytes:
    """Make the roster: landscape, the totals first, then each member; as many pages as that takes."""
    with one_paper_at_a_time():
        page = PlanSheet(_, sheet.head, _("team roster"), format_, has_days_off=False)
        return page.bound(_Roster(page, sheet, _).leaves())


def duration(_: Translator, minutes: int) -> str:
    """Write a length of work in hours and minutes: "3 h 15"."""
    hours, rest = divmod(minutes, 60)
    said = _("{hours} h {minutes}", hours=hours, minutes=f"{rest:02d}") if rest else _("{hours} h", hours=hours)
    return said.replace(" ", "\u00a0")


class _Roster:
    """A roster being laid out: pieces that flow through columns."""

    def __init__(self, page: PlanSheet, sheet: TeamRoster, _: Translator) -> None:
        self._page, self._sheet, self._ = page, sheet, _
        gap = _GAP * page.scale
        self._width = (page.width - (_COLUMNS - 1) * gap) / _COLUMNS
        self._columns = Columns(_COLUMNS, page.top + 1, page.foot - 1, self._width, gap)

    def leaves(self) -> list[Leaf]:
        """Give the pages."""
        placed = flowed(self._pieces(), self._columns)
        count = max((one.page for one in placed), default=0) + 1

        def drawn(number: int) -> Callable[[], None]:
            on_page = [one for one in placed if one.page == number]

            def draw() -> None:
                for one in on_page:
                    one.piece.draw(one.x, one.y)

            return draw

        return [Leaf(self._sheet.title, drawn(number)) for number in range(count)]

    def _pieces(self) -> Iterable[Piece]:
        _ = self._
        paid = [member for member in self._sheet.members if member.is_paid]
        volunteers = [member for member in self._sheet.members if not member.is_paid]
        yield from self._totals(_("paid team members"), paid)
        yield from self._totals(_("volunteers"), volunteers)
        yield self._note()
        if self._sheet.unstaffed:
            yield self._heading(_("nobody yet"), "?", self._number_of(self._sheet.unstaffed))
            yield from self._rows(self._sheet.unstaffed, has_minutes=False)
        for member in (*paid, *volunteers):
            if member.sessions:
                yield self._heading(member.name, member.initials, duration(_, member.minutes))
                yield from self._rows(member.sessions, has_minutes=True)

    # --- the totals ---

    def _totals(self, title: str, members: Sequence[RosterMember]) -> Iterable[Piece]:
        if not members:
            return
        _ = self._
        yield self._line(title, _("sessions"), _("hours"), "plan_heading", 11, tone="deep", is_heading=True)
        for member in members:
            going = [one for one in member.sessions if not one.is_cancelled]
            yield self._line(member.name, str(len(going)), duration(_, member.minutes), "plan_text", _SIZE)
        number = sum(not one.is_cancelled for member in members for one in member.sessions)
        total = duration(_, sum(member.minutes for member in members))
        yield self._line(_("together"), str(number), total, "plan_hours", _SIZE, is_last=True)

    def _line(
        self, name: str, number: str, time: str, role: str, size: float, *,
        tone: str = "ink", is_heading: bool = False, is_last: bool = False,
    ) -> Piece:  # fmt: skip
        page, scale = self._page, self._page.scale
        wide = self._width - 50 * scale
        words = page.sized(name, role, size * scale, wide)
        smaller = "plan_small" if is_heading else role
        numbers = [page.sized(text, smaller, _SIZE * scale, 25 * scale) for text in (number, time)]
        high = max(_ROW * scale, words.height / MM + 1.2 * scale) + (1.5 * scale if is_heading else 0)

        def draw(x: float, y: float) -> None:
            middle = y + high / 2
            page.place(words, x, middle, wide, tone=tone)
            for column, setting in enumerate(numbers):
                at = x + wide + column * 25 * scale
                page.place(setting, at, middle, 25 * scale, tone="mute" if is_heading else "ink", align="end")
            strong = is_heading or is_last
            page.rule(x, y + high, self._width, page.palette.deep if strong else page.palette.line, 0.3)

        return Piece(high + (5 * scale if is_last else 0), draw, is_heading)

    def _note(self) -> Piece:
        page, scale = self._page, self._page.scale
        said = self._("Hours are preparation, open and debrief together. What does not go on counts none.")
        setting = page.sized(said, "plan_small", 8.5 * scale, self._width)

        def draw(x: float, y: float) -> None:
            page.run(setting, x, y, self._width, tone="mute")

        return Piece(setting.height / MM + 5 * scale, draw)

    # --- one member ---

    def _heading(self, name: str, letters: str, total: str) -> Piece:
        page, scale = self._page, self._page.scale
        badge = _BADGE * scale
        total_setting = page.sized(total, "plan_hours", 10 * scale, 40 * scale)
        wide = self._width - badge - 2 * scale - total_setting.width / MM - 3 * scale
        words = page.sized(name, "plan_heading", 12 * scale, wide)
        initials = page.sized(letters, "plan_hours", 8.5 * scale, 20 * scale)
        high = max(badge, words.height / MM) + 2.4 * scale

        def draw(x: float, y: float) -> None:
            middle = y + high / 2
            page.disc(x, middle - badge / 2, badge, page.palette.soft)
            page.place(initials, x + badge / 2 - 10 * scale, middle, 20 * scale, tone="deep", align="middle")
            page.place(words, x + badge + 2 * scale, middle, wide, tone="deep")
            page.place(total_setting, x, middle, self._width, align="end")
            page.rule(x, y + high, self._width, page.palette.deep, 0.3)

        return Piece(high + 0.8 * scale, draw, is_heading=True)

    def _rows(self, sessions: Sequence[PlanSession], *, has_minutes: bool) -> Iterable[Piece]:
        for number, session in enumerate(sessions):
            yield self._row(session, has_minutes, is_last=number == len(sessions) - 1)

    def _row(self, session: PlanSession, has_minutes: bool, *, is_last: bool) -> Piece:
        page, scale, _ = self._page, self._page.scale, self._
        size = _SIZE * scale
        side = 4.0 * scale
        wide = self._width - (_DAY + _HOURS + _TIME) * scale - side - 2 * scale
        hours = page.formats.hours(session.start, session.end).replace(" ", "\u00a0")
        day = page.sized(page.formats.short_day(session.day), "plan_text", size, _DAY * scale)
        open_from = page.sized(hours, "plan_hours", size, _HOURS * scale)
        what = page.sized(title_at(session.title, session.place), "plan_text", size, wide)
        time = self._time(session, has_minutes)
        texts = [day, open_from, what, *([time] if time else [])]
        high = max(_ROW * scale, max(text.height for text in texts) / MM + 1.2 * scale)

        def draw(x: float, y: float) -> None:
            middle = y + high / 2
            page.place(day, x, middle, _DAY * scale)
            page.place(open_from, x + _DAY * scale, middle, _HOURS * scale)
            at = x + (_DAY + _HOURS) * scale
            page.square(session.function, at, middle - side / 2, side, is_cancelled=session.is_cancelled)
            tone = "mute" if session.is_cancelled else "ink"
            page.place(what, at + side + 2 * scale, middle, wide, tone=tone)
            if time:
                page.place(time, x, middle, self._width, align="end")
            if not is_last:
                page.rule(x, y + high, self._width, page.palette.line, 0.2)

        return Piece(high + (4 * scale if is_last else 0), draw)

    def _time(self, session: PlanSession, has_minutes: bool) -> Setting | None:
        page, scale = self._page, self._page.scale
        if session.is_cancelled:
            said = session_state_name(self._, SessionState.CANCELLED)
        elif has_minutes:
            said = duration(self._, session.minutes)
        else:
            return None
        return page.sized(said, "plan_hours", _SIZE * scale, _TIME * scale)

    def _number_of(self, sessions: Sequence[PlanSession]) -> str:
        return self._.plural("{n} session", "{n} sessions", len(sessions))
