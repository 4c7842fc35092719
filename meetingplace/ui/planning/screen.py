"""The Planning screen: a week or a list, the chosen session beside it, and the forms that plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from meetingplace.ui.kit.buttons import Segment, button
from meetingplace.ui.kit.cards import Card, EmptyState, label
from meetingplace.ui.kit.layouts import Flow, column, row
from meetingplace.ui.kit.screen import MARGIN, Screen
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.details import Details
from meetingplace.ui.planning.list_view import ListView
from meetingplace.ui.planning.panels import Panels
from meetingplace.ui.planning.presenter import COMING, FOLLOWS, LIST, PAST, WEEK, YEAR, Presenter
from meetingplace.ui.planning.shown import (
    CancelShown,
    DetailsShown,
    EmptyShown,
    ListShown,
    PreviewShown,
    RowShown,
    WeekShown,
)
from meetingplace.ui.planning.typed import FormShown, RepeatShown
from meetingplace.ui.planning.week_view import WeekView

_BESIDE = 304  # px of the details at 100 %


class PlanningScreen(Screen):
    """What goes on where, week by week."""

    help_key = "planning"
    follows = FOLLOWS
    follows_clock = True
    once = frozenset({"voice_id"})

    def __init__(self, around: Surroundings) -> None:
        _ = around.words
        super().__init__(around, _("Planning"))
        self.presenter = Presenter(around, self)
        self.panels = Panels(around, self, self.presenter.editing)
        self._details: DetailsShown | None = None
        self.modes = Segment([(WEEK, _("Week")), (LIST, _("List"))], WEEK, _("How it is shown"), self)
        self.earlier = self._arrow("chevron-left", _("Week before"), -1)
        self.today = button(_("Today"), "quiet", pressed=self.presenter.show_today, parent=self)
        self.later = self._arrow("chevron-right", _("Week after"), 1)
        self._period = label("", "section", self)
        self.primary = button(_("New session"), "primary", "plus", self.presenter.new, self)
        self.week = WeekView(around.formats.hours, self.presenter.clash_at, self)
        periods = [(COMING, _("To come")), (YEAR, _("This school year")), (PAST, _("Past"))]
        self.list = ListView(_, periods, COMING, self)
        self._beside = Card(self, padding=11)
        self._empty: EmptyState | None = None
        self._build()
        self._wire()

    def _arrow(self, icon: str, name: str, weeks: int) -> QPushButton:
        return button("", "quiet", icon, partial(self.presenter.step, weeks), self, tip=name)

    def _build(self) -> None:
        tools = Flow(self, spacing=12)  # in a narrow window the period goes to a line of its own
        tools.replace([self.modes, self.earlier, self.today, self.later, self._period])
        self._period.setMinimumHeight(current().height(44))
        top = row(tools, column(self.primary, None))
        top.setStretch(0, 1)
        self.add(top)
        self._first = row()
        self.add(self._first)
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(24)
        side_by_side.addWidget(self.week, 1)
        side_by_side.addWidget(self.list, 1)
        side_by_side.addWidget(self._beside)
        self.add(side_by_side, stretch=1)
        self._beside.setFixedWidth(max(_BESIDE, current().px(_BESIDE)))  # smaller letters need the same keys
        self._beside.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._beside.hide()
        self.list.hide()
        self.lane = self.week

    def _wire(self) -> None:
        presenter, body = self.presenter, self.week.body
        self.modes.chosen.connect(self._show_mode)
        body.chosen.connect(self._choose)
        body.opened.connect(self._open_session)
        body.moved.connect(self._move)
        body.new_wanted.connect(presenter.new)
        body.key_pressed.connect(self._press)
        self.list.opened.connect(self._open_row)
        self.list.new_wanted.connect(presenter.new)
        self.list.periods.chosen.connect(presenter.show_period)
        self.list.search.searched.connect(presenter.search)

    # --- coming and asking ---

    def open(self, **what: Any) -> None:
        """Come here for a session (`session_id`), to plan one from a voice (`voice_id`), or to look."""
        session_id, voice_id = what.get("session_id"), what.get("voice_id")
        if session_id is not None:
            self._turn_to(WEEK)
        self.presenter.open(session_id, voice_id)

    def refresh(self) -> None:
        """Ask everything again."""
        self.presenter.refresh()

    # --- the view of the presenters ---

    def show_week(self, shown: WeekShown, selected: int | None) -> None:
        """Show a week, with one session marked."""
        self.show_line(shown.line)
        self._period.setText(shown.period)
        self.week.show_week(shown, selected)
        self._keep_beside()

    def show_list(self, shown: ListShown) -> None:
        """Show the list of a period."""
        self.show_line("")
        self._period.setText(shown.period)
        self.list.show_list(shown)

    def show_empty(self, shown: EmptyShown | None) -> None:
        """Show the first step over the empty week."""
        if self._empty is not None:
            self._first.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None
        if shown is not None:
            self._empty = EmptyState(shown.title, shown.sentence, shown.step, self.presenter.new, self)
            self._first.addWidget(self._empty)

    def show_details(self, shown: DetailsShown | None) -> None:
        """Show the chosen session beside the week, or in a panel where the window is narrow."""
        self._details = shown
        self.week.select(shown.session_id if shown else None)
        self._show_beside()
        self.panels.refresh_details(shown)

    def open_form(self, shown: FormShown) -> None:
        """Open the form of a session."""
        self.panels.open_form(shown)

    def open_repeat(self, shown: RepeatShown) -> None:
        """Open the form that repeats a session."""
        self.panels.open_repeat(shown)

    def open_cancel(self, shown: CancelShown) -> None:
        """Ask why a session does not go on."""
        self.panels.open_cancel(shown)

    def show_preview(self, shown: PreviewShown) -> None:
        """Show the dates of a rule."""
        self.panels.show_preview(shown)

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong in the open form; without one, in the toast."""
        self.panels.show_wrong(field, sentence)

    def close_form(self) -> None:
        """Close the open form."""
        self.panels.close()

    # --- the details ---

    @property
    def is_narrow(self) -> bool:
        """Tell whether the details have no room beside the week."""
        room = self.width() - current().px(_BESIDE) - 24 - 2 * MARGIN
        return self.presenter.mode == LIST or room < self.week.comfortable_width

    def _show_beside(self) -> None:
        shown = self._details
        self._beside.setVisible(shown is not None and not self.is_narrow)
        if shown is None or self.is_narrow:
            return
        had_focus = self._beside.isAncestorOf(self.window().focusWidget() or self)
        while (item := self._beside.body.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        details = Details(shown, self._("Close"), True, self._beside)
        details.act.connect(self.presenter.act)
        details.closed.connect(lambda: self.presenter.choose(None))
        self._beside.body.addWidget(details)
        details.show()
        if had_focus:
            self.week.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the details beside the week, or away from it."""
        super().resizeEvent(event)
        self._keep_beside()

    def _keep_beside(self) -> None:
        if self._details is not None and self._beside.isHidden() != self.is_narrow:
            self._show_beside()

    # --- what the hand does ---

    def _choose(self, session_id: int) -> None:
        if self.is_narrow:
            self.panels.open_details(self.presenter.act)
        self.presenter.choose(session_id)

    def _open_session(self, session_id: int) -> None:
        if self.is_narrow:
            self._choose(session_id)
        else:
            self.presenter.change(session_id)

    def _open_row(self, row_shown: RowShown) -> None:
        self.panels.open_details(self.presenter.act)
        self.presenter.choose(row_shown.session_id)

    def _move(self, session_id: int, day: int, start: time, end: time) -> None:
        self.presenter.move(session_id, day, start, end)

    def _press(self, what: str) -> None:
        presenter = self.presenter
        acts: dict[str, Callable[[], object]] = {
            "earlier": partial(presenter.step, -1),
            "later": partial(presenter.step, 1),
            "today": presenter.show_today,
            "new": presenter.new,
            "cancel": presenter.editing.cancel,
        }
        acts[what]()

    def _show_mode(self, mode: str) -> None:
        self._turn_to(mode)
        self.presenter.choose(None)
        self.presenter.show_mode(mode)

    def _turn_to(self, mode: str) -> None:
        is_week = mode == WEEK
        self.modes.choose(mode)
        parts: tuple[QWidget, ...] = (self.week, self.earlier, self.today, self.later)
        for part in parts:
            part.setVisible(is_week)
        self.list.setVisible(not is_week)
        self.lane = self.week if is_week else self.list
        self.search = None if is_week else self.list.search
