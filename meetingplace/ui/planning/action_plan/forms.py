"""The two forms of the action plan: one goal, and what works at it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from meetingplace.domain import typed_text
from meetingplace.domain.goals import Goal, Principle
from meetingplace.domain.sessions import Function
from meetingplace.i18n.words import function_name, principle_name
from meetingplace.services.action_plan import Work
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.fields import SearchField, TextArea, Ticks, check_box, line_edit
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.layouts import clear, column
from meetingplace.ui.kit.marks import function_tick
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.action_plan.presenter import Presenter
from meetingplace.ui.planning.action_plan.shown import LinkShown, WorkShown

_UNDER_WORDS = 38  # px from the edge of a box to its words
_MOST = 40  # lines at once; search finds the others


class GoalForm(FormPanel):
    """What a house wants to reach, why, and with how many sessions."""

    def __init__(self, around: Surroundings, over: QWidget, presenter: Presenter, goal: Goal) -> None:
        """Begin with a goal; one with id 0 is new."""
        _ = around.words
        super().__init__(_("Change the goal") if goal.id else _("New goal"), over, _, _("Save"), width=640)
        self._goal, self._presenter = goal, presenter
        self.title = line_edit(goal.title, parent=self)
        self.why = TextArea(goal.why, _("For instance: few fathers come, and they ask for a moment of their own."), 3)
        self.aim = line_edit(str(goal.aim or ""), parent=self)
        self.aim.setMaximumWidth(current().px(120))
        functions = [(function, function_name(_, function)) for function in Function]
        self.functions = Ticks(functions, goal.functions, function_tick, self)
        principles = [(principle, principle_name(_, principle)) for principle in Principle]
        self.principles = Ticks(principles, goal.principles, parent=self)
        self._wrong = label("", "error", self, is_wrapped=True)
        self._wrong.hide()
        self.form = Form(self)
        self.form.row("title", _("What do you want to reach?"), self.title)
        self.form.row("why", _("Why"), self.why)
        self.form.row(
            "aim", _("With how many sessions this school year?"), self.aim, _("Leave it empty if you do not count.")
        )
        self.form.row("functions", _("Functions"), self.functions)
        self.form.row("principles", _("Working principles"), self.principles)
        self.add(self.form, self._wrong)
        self.add_verb()
        self.wanted.connect(self._save)

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field, or, without one, with the whole; what was typed stays."""
        self.release()
        is_at_field = self.form.has(field)
        self.form.show_wrong(field, sentence)
        self._wrong.setText("" if is_at_field else sentence)
        self._wrong.setVisible(not is_at_field)

    def _save(self) -> None:
        self.form.clear_errors()
        chosen: dict[str, Any] = {"functions": self.functions.on, "principles": self.principles.on}
        typed = replace(self._goal, title=self.title.text(), why=self.why.toPlainText(), **chosen)
        self._presenter.save(typed, self.aim.text(), self)


class LinkForm(FormPanel):
    """Series and sessions to tick; what is ticked stays so while one searches."""

    def __init__(self, around: Surroundings, over: QWidget, presenter: Presenter, shown: LinkShown) -> None:
        """Begin with nothing ticked."""
        _ = around.words
        super().__init__(shown.title, over, _, _("Link"), width=680)
        self._shown, self._presenter = shown, presenter
        self._chosen: dict[WorkShown, None] = {}
        self.boxes: list[QCheckBox] = []
        self.search = SearchField(_("Search a title or a place"), self, _("Show all"))
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, ROOM)
        self._list.setSpacing(10)
        self._more = label("", "soft", self, is_wrapped=True)
        self._wrong = label("", "error", self, is_wrapped=True)
        self._wrong.hide()
        self.add(self.search, self._list, self._more, self._wrong)
        self.add_verb()
        self.search.searched.connect(self._show)
        self.wanted.connect(lambda: presenter.link(shown.goal.id, self.chosen, self))
        self._show("")

    @property
    def chosen(self) -> list[Work]:
        """Give what is ticked, also what the search does not show."""
        return [one.work for one in self._chosen]

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong; what was ticked stays."""
        del field
        self.release()
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def _show(self, typed: str) -> None:
        _, words = self._, typed_text.folded(typed).split()
        found = [one for one in self._shown.works if all(word in one.folded for word in words)]
        clear(self._list)
        self.boxes = [self._box(one) for one in found[:_MOST]]
        more = len(found) - _MOST
        says = _("Nothing is planned that could be linked.") if not self._shown.works else _("Nothing was found.")
        if more > 0:
            says = _.plural("{n} more: type a word to find it.", "{n} more: type a word to find them.", more)
        self._more.setText(says)
        self._more.setVisible(more > 0 or not found)

    def _box(self, shown: WorkShown) -> QCheckBox:
        made = check_box(shown.title, shown in self._chosen, self)
        made.setAccessibleName(f"{shown.title}, {shown.line}")
        made.toggled.connect(lambda is_on: self._tick(shown, is_on))
        line = label(shown.line, "soft", self, is_wrapped=True)
        line.setContentsMargins(_UNDER_WORDS, 0, 0, 0)
        self._list.addLayout(column(made, line, spacing=0))
        return made

    def _tick(self, shown: WorkShown, is_on: bool) -> None:
        if is_on:
            self._chosen[shown] = None
        else:
            self._chosen.pop(shown, None)
