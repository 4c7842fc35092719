"""The five ways to look at the planning, one in sight at a time, and what the hand does in each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.hours.view import HoursView
from meetingplace.ui.planning.list_view import ListView
from meetingplace.ui.planning.menu import Item, among_hours, in_month, show_menu
from meetingplace.ui.planning.month.view import MonthView
from meetingplace.ui.planning.presenter import Presenter
from meetingplace.ui.planning.spot import Spot
from meetingplace.ui.planning.viewing import DAY, LIST, MONTH, WEEK, YEAR
from meetingplace.ui.planning.viewings import COMING, PAST, THIS_YEAR, HoursViewing
from meetingplace.ui.planning.year.view import YearView


class Views(QWidget):
    """Month, week, day by place, list and school year."""

    chosen = Signal(int)
    opened = Signal(int)
    key_pressed = Signal(str)  # earlier, later, today, new, cancel, copy

    def __init__(self, around: Surroundings, presenter: Presenter, parent: QWidget | None = None) -> None:
        """Build all five; the week is in sight first."""
        super().__init__(parent)
        self._ = _ = around.words
        self._around, self._presenter = around, presenter
        self.month = self._month()
        self.week = self._hours(presenter.week)
        self.by_place = self._hours(presenter.by_place)
        periods = [(COMING, _("To come")), (THIS_YEAR, _("This school year")), (PAST, _("Past"))]
        self.list = ListView(_, periods, COMING, self)
        self.year = self._year()
        self._all: dict[str, QWidget] = {
            MONTH: self.month, WEEK: self.week, DAY: self.by_place, LIST: self.list, YEAR: self.year,
        }  # fmt: skip
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for view in self._all.values():
            box.addWidget(view, 1)
            view.setVisible(view is self.week)
        self.list.opened.connect(lambda row: self.opened.emit(row.session_id))
        self.list.new_wanted.connect(lambda: presenter.new())
        self.list.periods.chosen.connect(presenter.show_period)
        self.list.search.searched.connect(presenter.search)

    def _hours(self, way: HoursViewing) -> HoursView:
        """Make a view of hours, and let its columns be days and places of a way of looking."""
        presenter = self._presenter
        made = HoursView(
            self._around.formats.hours,
            lambda id, column, start, end, is_copy: presenter.hand.clash_at(id, way.spot(column), start, end, is_copy),
            self,
        )
        body = made.body
        body.chosen.connect(self.chosen)
        body.opened.connect(self.opened)
        body.moved.connect(lambda id, column, *to: presenter.move(id, way.spot(column), *to))
        body.new_wanted.connect(lambda column, start, end: presenter.new(way.spot(column), start, end))
        body.template_dropped.connect(lambda id, column, start: presenter.plan_from(id, way.spot(column), start))
        body.menu_wanted.connect(lambda id, at: self._show_menu(made, id, at, among_hours(self._, body, id)))
        body.key_pressed.connect(self.key_pressed)
        return made

    def _month(self) -> MonthView:
        presenter = self._presenter
        made = MonthView(lambda id, day, *to: presenter.hand.clash_at(id, Spot(day), *to), self)
        body = made.body
        body.chosen.connect(self.chosen)
        body.opened.connect(self.opened)
        body.moved.connect(lambda id, day, *to: presenter.move(id, Spot(day), *to))
        body.new_wanted.connect(lambda day: presenter.new(Spot(day)))
        body.day_wanted.connect(lambda day: presenter.look(DAY, day))
        body.template_dropped.connect(lambda id, day, start: presenter.plan_from(id, Spot(day), start))
        body.menu_wanted.connect(lambda id, at: self._show_menu(made, id, at, in_month(self._, body, id)))
        body.key_pressed.connect(self.key_pressed)
        return made

    def _year(self) -> YearView:
        presenter, made = self._presenter, YearView(self)
        body = made.body
        body.chosen.connect(self.opened)
        body.day_wanted.connect(lambda day: presenter.look(DAY, day))
        body.week_wanted.connect(lambda monday: presenter.look(WEEK, monday))
        body.new_wanted.connect(lambda day: presenter.new(Spot(day)))
        body.key_pressed.connect(self.key_pressed)
        return made

    def _show_menu(self, view: QWidget, session_id: int, at: QPoint, moves: list[Item]) -> QMenu:
        self._presenter.choose(session_id)
        act: Callable[[str], None] = lambda name: self._presenter.act_on(session_id, name)  # noqa: E731
        return show_menu(self._, view, at, moves, self._presenter.is_planned(session_id), act)

    # --- which one is in sight ---

    def turn_to(self, mode: str) -> None:
        """Bring one view into sight."""
        for key, view in self._all.items():
            view.setVisible(key == mode)

    @property
    def current(self) -> QWidget:
        """Give the view in sight."""
        return self._all[self._presenter.mode]

    def select(self, session_id: int | None) -> None:
        """Mark the chosen session in every view."""
        for view in (self.month, self.week, self.by_place, self.year):
            view.select(session_id)

    def take_focus(self) -> None:
        """Give the keyboard to the view in sight."""
        view = self.current
        part = view.table if isinstance(view, ListView) else getattr(view, "body", view)
        part.setFocus(Qt.FocusReason.OtherFocusReason)
