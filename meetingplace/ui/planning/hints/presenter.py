"""The open hints in words, by kind. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from meetingplace.domain.clashes import Clash, Hint
from meetingplace.domain.sessions import Brief
from meetingplace.domain.wanted import Wanted
from meetingplace.services import hints
from meetingplace.services.changes import Topic
from meetingplace.services.hints import HintsBoard
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.wording import Wording

FOLLOWS = frozenset({Topic.SESSIONS, Topic.PLACES, Topic.TEAM, Topic.DAYS_OFF, Topic.ENROLMENTS})
_MOST = 60  # of one kind that are listed; the rest is counted


@dataclass(frozen=True)
class HintShown:
    """A session with one hint: when and what, and what the hint says."""

    session_id: int
    day: date
    title: str
    line: str
    sentence: str


@dataclass(frozen=True)
class GroupShown:
    """The hints of one kind; `more` says how many are not listed."""

    title: str
    hints: tuple[HintShown, ...]
    more: str


@dataclass(frozen=True)
class HintsShown:
    """All hints of the period."""

    sentence: str
    groups: tuple[GroupShown, ...]


class View(Protocol):
    """The panel of the hints."""

    def show_hints(self, shown: HintsShown) -> None:
        """Show them."""

    def close_panel(self) -> None:
        """Close."""


class Presenter:
    """What is open now, for the place in view."""

    def __init__(self, around: Surroundings, view: View, go_to: Callable[[date, int | None], None]) -> None:
        """`go_to` brings a session into sight."""
        self._around, self._view, self._go_to = around, view, go_to
        self._ = around.words
        self._wording = Wording(around.words, around.formats)

    def refresh(self) -> None:
        """Ask the hints."""
        around = self._around
        wanted = replace(Wanted(), place_id=around.place.id)
        today, language = around.clock().date(), around.formats.language
        around.work.ask(hints.hints_board, today, wanted, language, then=self._show, slot="hints")

    def choose(self, shown: HintShown) -> None:
        """Bring the session of a hint into sight."""
        self._view.close_panel()
        self._go_to(shown.day, shown.session_id)

    def _show(self, board: HintsBoard) -> None:
        _, formats = self._, self._around.formats
        until = formats.full_day(board.last)
        if board.sessions:
            says = _.plural(
                "{n} session until {day} asks for a look. A hint is no wall: you decide.",
                "{n} sessions until {day} ask for a look. A hint is no wall: you decide.",
                board.number,
                day=until,
            )
        else:
            says = _("Until {day} nothing asks for a look.", day=until)
        groups = (self._group(board, hint) for hint in Hint)
        self._view.show_hints(HintsShown(says, tuple(group for group in groups if group.hints)))

    def _group(self, board: HintsBoard, hint: Hint) -> GroupShown:
        found = [(one, clash) for one, clashes in board.sessions for clash in clashes if clash.hint is hint]
        left = len(found) - _MOST
        return GroupShown(
            title=self._titles[hint],
            hints=tuple(self._hint(board, one, clash) for one, clash in found[:_MOST]),
            more=self._.plural("and {n} more", "and {n} more", left) if left > 0 else "",
        )

    def _hint(self, board: HintsBoard, one: Brief, clash: Clash) -> HintShown:
        formats, known = self._around.formats, board.care
        names = {member.id: member.name for member in known.members.values()}
        where = {place.id: place.name for place in known.places.values()}
        title, sentence = self._wording.clash(clash, names, where)
        when = ", ".join((formats.short_day(one.day), formats.hours(one.start, one.end), where.get(one.place_id, "")))
        return HintShown(one.id, one.day, one.title, when, f"{title}. {sentence}" if sentence else f"{title}.")

    @property
    def _titles(self) -> dict[Hint, str]:
        _ = self._
        return {
            Hint.PLACE_TAKEN: _("Places asked twice"),
            Hint.MEMBER_ELSEWHERE: _("Team members asked twice"),
            Hint.MEMBER_AWAY: _("Team members who are not there"),
            Hint.TOO_FEW_HOSTS: _("Too few hosts"),
            Hint.DAY_OFF: _("On a day off"),
            Hint.TOO_MANY_ENROLLED: _("Lists that are too full"),
        }
