"""The Planning screen: several ways to look at it, the chosen session beside them, forms and rooms that plan."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, EmptyState
from meetingplace.ui.kit.filter_line import FilterLine
from meetingplace.ui.kit.layouts import column, row
from meetingplace.ui.kit.screen import MARGIN, Screen
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.details import Details
from meetingplace.ui.planning.filtering.panel import FilterPanel
from meetingplace.ui.planning.filtering.presenter import FilterShown
from meetingplace.ui.planning.hours.view import HoursView
from meetingplace.ui.planning.month.shown import MonthShown
from meetingplace.ui.planning.month.view import MonthView
from meetingplace.ui.planning.panels import Panels
from meetingplace.ui.planning.presenter import FOLLOWS, Presenter
from meetingplace.ui.planning.rooms import PRINTING, rooms
from meetingplace.ui.planning.shown import (
    CancelShown,
    DetailsShown,
    EmptyShown,
    HoursShown,
    ListShown,
    PreviewShown,
)
from meetingplace.ui.planning.templates.shelf import Shelf
from meetingplace.ui.planning.tools import MoreMenu, Tools
from meetingplace.ui.planning.typed import FormShown, RepeatShown
from meetingplace.ui.planning.viewing import LIST, MONTH, YEAR
from meetingplace.ui.planning.views import Views
from meetingplace.ui.planning.year.shown import YearShown

_BESIDE = 304  # px of the details at 100 %


class PlanningScreen(Screen):
    """What goes on where and when."""

    help_key = "planning"
    follows = FOLLOWS
    follows_clock = True
    once = frozenset({"voice_id"})

    def __init__(self, around: Surroundings) -> None:
        _ = around.words
        super().__init__(around, _("Planning"))
        self.presenter = Presenter(around, self)
        self.panels = Panels(around, self, self.presenter.editing, self.presenter.ending)
        self._details: DetailsShown | None = None
        self.tools = Tools(_, self.presenter, self)
        self._rooms = {room.key: room for room in rooms(_)}
        self.more = MoreMenu(_, self._rooms.values(), self.open_room, self)
        self.less = button(_("Filter"), "quiet", "filter-variant", self.presenter.choose_filter, self)
        self.only = FilterLine(_, self)
        self.primary = button(_("New session"), "primary", "plus", self.presenter.new, self)
        self.views = Views(around, self.presenter, self)
        self.shelf = Shelf(around, self.presenter.show_day, self)
        self.shelf.hide()
        self._beside = Card(self, padding=11)
        self._empty: EmptyState | None = None
        self._build()
        self._wire()

    def _build(self) -> None:
        top = row(self.tools, column(self.primary, None))
        top.setStretch(0, 1)
        self.add(top, self.only)
        self._first = row()
        self.add(self._first)
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(24)
        side_by_side.addWidget(self.shelf)
        side_by_side.addWidget(self.views, 1)
        side_by_side.addWidget(self._beside)
        self.add(side_by_side, stretch=1)
        self._beside.setFixedWidth(max(_BESIDE, current().px(_BESIDE)))  # smaller letters need the same keys
        self._beside.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._beside.hide()
        self.lane = self.views.week
        self.add_act(self.less)
        self.add_act(self.more)
        self.print_act = partial(self.open_room, PRINTING)

    def _wire(self) -> None:
        self.only.cleared.connect(self.presenter.show_everything)
        self.views.chosen.connect(self._choose)
        self.views.opened.connect(self._open_session)
        self.views.key_pressed.connect(self._press)

    # --- coming and asking ---

    def open(self, **what: Any) -> None:
        """Come here for a session (`session_id`), to plan one from a voice (`voice_id`), or to look."""
        session_id, voice_id = what.get("session_id"), what.get("voice_id")
        self.presenter.open(session_id, voice_id)

    def refresh(self) -> None:
        """Ask everything again."""
        self.presenter.refresh()

    # --- the view of the presenters ---

    def show_week(self, shown: HoursShown, selected: int | None) -> None:
        """Show a week, with one session marked."""
        self._show_hours(self.views.week, shown, selected)

    def show_day(self, shown: HoursShown, selected: int | None) -> None:
        """Show a day by place, with one session marked."""
        self._show_hours(self.views.by_place, shown, selected)

    def _show_hours(self, view: HoursView, shown: HoursShown, selected: int | None) -> None:
        self._turn_to(self.presenter.mode)
        self.show_line(shown.line)
        self.tools.show_period(shown.period)
        view.show_hours(shown, selected)
        self._keep_beside()

    def show_month(self, shown: MonthShown, selected: int | None) -> None:
        """Show a month, with one session marked."""
        self._turn_to(MONTH)
        self.show_line(shown.line)
        self.tools.show_period(shown.period)
        self.views.month.show_month(shown, selected)

    def show_year(self, shown: YearShown, selected: int | None) -> None:
        """Show a school year, with one session marked."""
        self._turn_to(YEAR)
        self.show_line(shown.line)
        self.tools.show_period(shown.period)
        self.views.year.show_year(shown, selected)

    def show_list(self, shown: ListShown) -> None:
        """Show the list of a period."""
        self._turn_to(LIST)
        self.show_line("")
        self.tools.show_period(shown.period)
        self.views.list.show_list(shown)

    def show_empty(self, shown: EmptyShown | None) -> None:
        """Show the first step over the empty planning."""
        if self._empty is not None:
            self._first.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None
        if shown is not None:
            self._empty = EmptyState(shown.title, shown.sentence, shown.step, lambda: self.presenter.new(), self)
            self._first.addWidget(self._empty)

    def show_details(self, shown: DetailsShown | None) -> None:
        """Show the chosen session beside the view, or in a panel where the window is narrow."""
        self._details = shown
        self.views.select(shown.session_id if shown else None)
        self._show_beside()
        self.panels.refresh_details(shown)

    def open_room(self, name: str, session_id: int | None = None) -> None:
        """Open a room beside the planning, perhaps for a session."""
        self.panels.close()
        self._rooms[name].door(self.around, self, self.presenter.bring, session_id)

    def open_filter(self, shown: FilterShown) -> None:
        """Ask what to show only."""
        panel = FilterPanel(self._, self, shown, self.presenter.filter)
        panel.open(panel.function)

    def show_filter(self, words: str) -> None:
        """Say what is shown only; empty: everything is."""
        self.only.say(words)

    def show_hints(self, number: int) -> None:
        """Say how many sessions ask for a look."""
        self.more.show_hints(number)

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
        """Tell whether the details have no room beside the view."""
        shelf = 0 if self.shelf.isHidden() else self.shelf.width() + 24
        room = self.width() - current().px(_BESIDE) - shelf - 24 - 2 * MARGIN
        view = self.views.current
        return not isinstance(view, HoursView | MonthView) or room < view.comfortable_width

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
        details = Details(self._, shown, True, self._beside)
        details.act.connect(self.presenter.act)
        details.closed.connect(lambda: self.presenter.choose(None))
        self._beside.body.addWidget(details)
        details.show()
        if had_focus:
            self.views.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the details beside the view, or away from it."""
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

    def _press(self, what: str) -> None:
        presenter = self.presenter
        acts: dict[str, Callable[[], object]] = {
            "earlier": partial(presenter.step, -1),
            "later": partial(presenter.step, 1),
            "today": presenter.show_today,
            "new": presenter.new,
            "cancel": presenter.ending.cancel,
            "copy": partial(presenter.act, "copy"),
        }
        acts[what]()

    def _turn_to(self, mode: str) -> None:
        """Show one view, and the tools that go with it."""
        self.tools.turn_to(mode)
        self.views.turn_to(mode)
        self.lane = self.views.current
        self.search = self.views.list.search if mode == LIST else None
