"""The room of the action plan: the goals of a school year with their bars, and what no goal serves yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from meetingplace.domain.goals import Goal
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, Chip, EmptyState, Notice, label
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import Flow, clear, column, row, rule
from meetingplace.ui.kit.marks import FunctionWord
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.action_plan.bar import GoalBar
from meetingplace.ui.planning.action_plan.forms import GoalForm, LinkForm
from meetingplace.ui.planning.action_plan.presenter import FOLLOWS, Presenter
from meetingplace.ui.planning.action_plan.shown import GoalShown, LinkShown, PlanShown, WorkShown

_WIDE = 900  # px at 100 %


class ActionPlanPanel(Panel):
    """The action plan; it stays open while goals are changed and linked."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        """Open over a screen."""
        _ = self._ = around.words
        super().__init__(_("Action plan"), over, _("Close"), width=_WIDE)
        self._around = around
        self.presenter = Presenter(around, self)
        self.cards: dict[int, Card] = {}
        self.earlier = button("", "quiet", "chevron-left", lambda: self.presenter.step(-1), self, tip=_("Earlier"))
        self.later = button("", "quiet", "chevron-right", lambda: self.presenter.step(1), self, tip=_("Later"))
        self.year = label("", "strong", self)
        self._parts = QVBoxLayout()
        self._parts.setContentsMargins(0, 0, 0, ROOM)
        self._parts.setSpacing(14)
        self.copy = button(_("Copy"), "quiet", "content-copy", self.presenter.copy_last_year, self)
        self.new = button(_("Add a goal"), "primary", "plus", self.add_goal, self)
        self.add(row(self.earlier, self.later, self.year, None, spacing=8, margins=(0, ROOM, 0, 0)), self._parts)
        self.add_acts(self.copy, None, self.new)
        self.closed.connect(around.bulletin.follow(FOLLOWS, self.presenter.refresh))

    # --- what is shown ---

    def show_plan(self, shown: PlanShown) -> None:
        """Show a school year instead of the one that was there; the keyboard stays in the room."""
        _, focused = self._, self.window().focusWidget()
        is_in_card = focused is not None and any(card.isAncestorOf(focused) for card in self.cards.values())
        self.year.setText(shown.year)
        self.copy.setText(shown.copy)
        self.copy.setAccessibleName(shown.copy)
        self.copy.setVisible(bool(shown.copy))
        clear(self._parts)
        self.cards = {goal.goal.id: self._card(goal) for goal in shown.goals}
        for card in self.cards.values():
            self._parts.addWidget(card)
        if not shown.goals:
            says = _("A goal says what you want to reach this school year. Then link the series that work at it.")
            self._parts.addWidget(EmptyState(_("There is no goal yet"), says))
        for sentence in shown.gaps:
            self._parts.addWidget(Notice(sentence, "info", parent=self))
        if shown.without_line:
            self._parts.addLayout(self._without(shown))
        if is_in_card:
            self.new.setFocus()

    def _card(self, shown: GoalShown) -> Card:
        goal = shown.goal
        card = Card(self, spacing=10)
        card.setAccessibleName(shown.spoken)
        card.body.addWidget(label(goal.title, "name", card, is_wrapped=True))
        if goal.why:
            card.body.addWidget(label(goal.why, "soft", card, is_wrapped=True))
        card.body.addWidget(GoalBar(shown.progress, card))
        card.body.addWidget(label(shown.numbers, "strong", card, is_wrapped=True))
        mark = "good" if shown.is_enough else "wait" if goal.aim else "plain"
        card.body.addLayout(row(Chip(shown.verdict, mark, parent=card), None))
        if shown.functions:
            functions = Flow(card, spacing=12)
            for function, word in shown.functions:
                functions.flow.addWidget(FunctionWord(function, word, parent=functions))
            card.body.addWidget(functions)
        if shown.principles:
            card.body.addWidget(label(shown.principles, "soft", card, is_wrapped=True))
        for work in shown.works:
            card.body.addWidget(rule(card))
            card.body.addLayout(self._linked(goal, work, card))
        card.body.addWidget(self._buttons(shown, card))
        return card

    def _linked(self, goal: Goal, shown: WorkShown, card: QWidget) -> QHBoxLayout:
        words = self._words_of(shown, card)
        unlink = button(self._("Unlink"), "text", "link-off", partial(self.presenter.unlink, goal.id, shown.work), card)
        unlink.setAccessibleName(f"{unlink.text()}: {shown.title}")
        line = row(words, unlink, spacing=12)
        line.setStretch(0, 1)
        return line

    @staticmethod
    def _words_of(shown: WorkShown, parent: QWidget) -> QVBoxLayout:
        title = label(shown.title, "", parent, is_wrapped=True)
        return column(title, label(shown.line, "soft", parent, is_wrapped=True), spacing=0)

    def _buttons(self, shown: GoalShown, card: QWidget) -> Flow:
        _, goal = self._, shown.goal
        acts = Flow(card)
        for word, kind, icon_name, press in (
            (_("Link a series or session"), "quiet", "link-plus", partial(self.presenter.choose_works, goal.id)),
            (_("Change"), "text", "pencil-outline", partial(self.change_goal, goal)),
            (_("Take away"), "text", "trash-can-outline", partial(self.presenter.remove, goal)),
        ):
            made = button(word, kind, icon_name, press, acts)
            made.setAccessibleName(f"{word}: {goal.title}")
            acts.flow.addWidget(made)
        return acts

    def _without(self, shown: PlanShown) -> QVBoxLayout:
        whole = column(label(self._("Without a goal"), "section", self), spacing=8)
        whole.addWidget(label(shown.without_line, "", self, is_wrapped=True))
        if shown.without:
            card = Card(self, padding=12, spacing=6)
            for number, work in enumerate(shown.without):
                if number:
                    card.body.addWidget(rule(card))
                card.body.addLayout(self._words_of(work, card))
            whole.addWidget(card)
        return whole

    # --- what is pressed ---

    def add_goal(self) -> None:
        """Open the form of a new goal."""
        self.change_goal(self.presenter.new_goal())

    def change_goal(self, goal: Goal) -> None:
        """Open the form of a goal."""
        form = GoalForm(self._around, self, self.presenter, goal)
        form.open(form.title)

    def open_link(self, shown: LinkShown) -> None:
        """Let somebody choose what works at a goal."""
        form = LinkForm(self._around, self, self.presenter, shown)
        form.open(form.search)


def open_room(
    around: Surroundings, over: QWidget, go_to: Callable[[date, int | None], None], session_id: int | None = None
) -> None:
    """Open the action plan of this school year over a screen."""
    del go_to, session_id  # from here no session is shown
    panel = ActionPlanPanel(around, over)
    panel.presenter.refresh()
    panel.open(panel.new)
