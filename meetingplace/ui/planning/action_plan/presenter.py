"""What the room of the action plan decides: which school year, what is saved, what is linked. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from meetingplace.domain import typed_text
from meetingplace.domain.goals import Goal, year_of
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import refusals
from meetingplace.services import action_plan
from meetingplace.services.action_plan import LinkBoard, PlanBoard, Work
from meetingplace.services.changes import Changes, Topic
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.action_plan.shown import LinkShown, PlanShown
from meetingplace.ui.planning.action_plan.wording import Wording

FOLLOWS = frozenset({Topic.GOALS, Topic.SESSIONS, Topic.PLACES})


class View(Protocol):
    """Shows the action plan."""

    def show_plan(self, shown: PlanShown) -> None:
        """Show a school year."""

    def open_link(self, shown: LinkShown) -> None:
        """Let somebody choose what works at a goal."""


class FormView(Protocol):
    """A form over the action plan."""

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field; what was typed stays."""

    def close_panel(self) -> None:
        """Close it: it is done."""


class Presenter:
    """Keeps the action plan of one school year at a time."""

    def __init__(self, around: Surroundings, view: View) -> None:
        """Begin with the school year of today."""
        self._around, self._view = around, view
        self._wording = Wording(around.words, around.formats)
        self.year = year_of(around.clock().date())

    def refresh(self) -> None:
        """Ask the plan anew."""
        today = self._around.clock().date()
        self._around.work.ask(action_plan.plan_board, self.year, today, then=self._show, slot="plan")

    def step(self, years: int) -> None:
        """Go to an earlier or a later school year."""
        self.year += years
        self.refresh()

    def _show(self, board: PlanBoard) -> None:
        if board.year == self.year:
            self._view.show_plan(self._wording.plan(board))

    # --- goals ---

    def new_goal(self) -> Goal:
        """Give the goal that a new one begins with."""
        return Goal(0, "", self.year)

    def save(self, typed: Goal, aim: str, form: FormView) -> None:
        """Write a goal, new or changed, with its aim as it was typed."""

        def failed(refused: Refused) -> None:
            form.show_wrong(_field(typed, refused), self.say(refused))

        def saved(_changes: Changes) -> None:
            form.close_panel()

        try:
            goal = replace(typed, aim=_number(aim))
        except Refused as refused:
            failed(refused)
            return
        verb = action_plan.change_goal if goal.id else action_plan.add_goal
        self._around.work.do(verb, goal, then=saved, failed=failed)

    def remove(self, goal: Goal) -> None:
        """Take a goal away; what worked at it stays planned."""
        self._around.work.do(action_plan.remove_goal, goal.id, goal.version)

    def copy_last_year(self) -> None:
        """Take over the goals of the school year before."""
        self._around.work.do(action_plan.copy_goals, self.year - 1, self.year)

    # --- what works at them ---

    def choose_works(self, goal_id: int) -> None:
        """Ask what can be linked to a goal."""
        self._around.work.ask(action_plan.link_board, goal_id, then=self._offer, slot="link")

    def _offer(self, board: LinkBoard) -> None:
        self._view.open_link(self._wording.link(board))

    def link(self, goal_id: int, works: Sequence[Work], form: FormView) -> None:
        """Let series and sessions work at a goal."""

        def linked(_changes: Changes) -> None:
            form.close_panel()

        def failed(refused: Refused) -> None:
            form.show_wrong("", self.say(refused))

        if not works:
            form.show_wrong("", self._around.words("Tick at least one series or session."))
            return
        self._around.work.do(action_plan.link, goal_id, *_ids(works), then=linked, failed=failed)

    def unlink(self, goal_id: int, work: Work) -> None:
        """Let a series or session work at a goal no longer."""
        self._around.work.do(action_plan.unlink, goal_id, *_ids([work]))

    def say(self, refused: Refused) -> str:
        """Say a refusal."""
        return refusals.sentence(self._around.words, refused, self._around.formats)


def _ids(works: Sequence[Work]) -> tuple[list[int], list[int]]:
    """Divide works into series and sessions that stand alone."""
    series = [work.series_id for work in works if work.series_id is not None]
    alone = [id for work in works if work.series_id is None for id in work.session_ids]
    return series, alone


def _number(typed: str) -> int:
    words = typed.strip() or "0"
    if not (words.isdecimal() and words.isascii() and len(words) <= 5):
        raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=words[:20])
    return int(words)


def _field(goal: Goal, refused: Refused) -> str:
    """Name the field that a refusal is about; empty when it is about the whole."""
    if refused.reason is Reason.NUMBER_IMPOSSIBLE:
        return "aim"
    if refused.reason is Reason.NAME_MISSING:
        return "title"
    if refused.reason is Reason.TEXT_TOO_LONG:
        return "title" if len(goal.title) > typed_text.TITLE_LIMIT else "why"
    return ""
