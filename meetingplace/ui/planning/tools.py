"""The tools over the planning: how it is looked at, earlier and later, and the menu of what lies beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.buttons import MenuButton, Segment, button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.layouts import Flow, row
from meetingplace.ui.kit.text import on_button
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.presenter import Presenter
from meetingplace.ui.planning.rooms import HINTS, Room
from meetingplace.ui.planning.viewing import DAY, LIST, MONTH, WEEK, YEAR


class Tools(Flow):
    """How the planning is looked at, and which days; in a narrow window the period goes to a line of its own."""

    def __init__(self, _: Translator, presenter: Presenter, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=12)
        ways = [(MONTH, _("Month")), (WEEK, _("Week")), (DAY, _("Day")), (LIST, _("List")), (YEAR, _("School year"))]
        self.modes = Segment(ways, WEEK, _("How it is shown"), self)
        self.earlier = self._arrow("chevron-left", _("Earlier"), partial(presenter.step, -1))
        self.today = button(_("Today"), "quiet", pressed=presenter.show_today, parent=self)
        self.later = self._arrow("chevron-right", _("Later"), partial(presenter.step, 1))
        self._period = label("", "section", self)
        self._period.setMinimumHeight(current().height(44))
        self._steps = QWidget(self)  # they stay together on one line
        self._steps.setLayout(row(self.earlier, self.today, self.later))
        self.replace([self.modes, self._steps, self._period])
        self.modes.chosen.connect(presenter.look)

    def _arrow(self, icon_name: str, name: str, pressed: Callable[[], object]) -> QPushButton:
        return button("", "quiet", icon_name, pressed, self, tip=name)

    def show_period(self, period: str) -> None:
        """Say which days are shown."""
        self._period.setText(period)

    def turn_to(self, mode: str) -> None:
        """Mark one way to look; a list has periods of its own."""
        self.modes.choose(mode)
        self._steps.setVisible(mode != LIST)


class MoreMenu(MenuButton):
    """The rooms beside the planning; that of the hints says how many sessions ask for a look."""

    def __init__(
        self, _: Translator, rooms: Iterable[Room], opened: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("More"), "dots-horizontal", _("More about the planning"), parent)
        self._words = _
        self._lines: dict[str, QAction] = {}
        for room in rooms:
            if room.word:
                line = QAction(icon(room.icon, current().tokens.soft, 22), on_button(room.word), self.choices)
                line.triggered.connect(partial(opened, room.key))
                self.choices.addAction(line)
                self._lines[room.key] = line

    def show_hints(self, number: int) -> None:
        """Say in the menu and beside its word how many sessions ask for a look."""
        _ = self._words
        self._lines[HINTS].setText(_("To look at ({n})", n=number) if number else _("To look at"))
        self.setText(_("More ({n})", n=number) if number else _("More"))
        says = _.plural("More about the planning; {n} session asks for a look",
                        "More about the planning; {n} sessions ask for a look", number)  # fmt: skip
        self.setAccessibleName(says if number else _("More about the planning"))
        self.updateGeometry()
