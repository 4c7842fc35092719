"""The menu of a session in the planning: what the hand does, in words, with the keys that do it too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.planning.hours.body import HoursBody
from meetingplace.ui.planning.month.body import MonthBody


@dataclass(frozen=True)
class Item:
    """A line of the menu: its word, the keys that do the same, and what it does."""

    word: str
    keys: str
    run: Callable[[], object]


def among_hours(_: Translator, body: HoursBody, session_id: int) -> list[Item]:
    """List what moves and stretches a session among the hours; nothing when it must stay where it is."""
    block = body.blocks[session_id]
    if not block.shown.may_move:
        return []
    return [
        Item(_("A quarter earlier"), "Alt+Up", lambda: body.nudge(block, 0, -1)),
        Item(_("A quarter later"), "Alt+Down", lambda: body.nudge(block, 0, 1)),
        Item(_("One column to the left"), "Alt+Left", lambda: body.nudge(block, -1, 0)),
        Item(_("One column to the right"), "Alt+Right", lambda: body.nudge(block, 1, 0)),
        Item(_("A quarter longer"), "Alt+Shift+Down", lambda: body.stretch(block, 1)),
        Item(_("A quarter shorter"), "Alt+Shift+Up", lambda: body.stretch(block, -1)),
    ]


def in_month(_: Translator, body: MonthBody, session_id: int) -> list[Item]:
    """List what moves a session in the month; nothing when it must stay where it is."""
    if not body.may_move(session_id):
        return []
    return [
        Item(_("A day earlier"), "Alt+Left", lambda: body.nudge(session_id, -1)),
        Item(_("A day later"), "Alt+Right", lambda: body.nudge(session_id, 1)),
        Item(_("A week earlier"), "Alt+Up", lambda: body.nudge(session_id, -7)),
        Item(_("A week later"), "Alt+Down", lambda: body.nudge(session_id, 7)),
    ]


def show_menu(
    _: Translator, over: QWidget, at: QPoint, moves: Sequence[Item], is_planned: bool, act: Callable[[str], None]
) -> QMenu:
    """Open the menu at a point of the screen; `act` does what a button of the details does."""
    menu = QMenu(over)
    if is_planned:
        _add(_, menu, Item(_("Change"), "Return", lambda: act("change")))
    _add(_, menu, Item(_("Copy"), "Ctrl+D", lambda: act("copy")))
    if moves:
        menu.addSeparator()
        for item in moves:
            _add(_, menu, item)
        menu.addSeparator()
        _add(_, menu, Item(_("Does not go on…"), "Del", lambda: act("cancel")))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
    return menu


def _add(_: Translator, menu: QMenu, item: Item) -> None:
    action = QAction(f"{item.word}\t{_said(_, item.keys)}", menu)  # the view itself listens to the keys
    action.triggered.connect(lambda _checked=False: item.run())
    menu.addAction(action)


def _said(_: Translator, keys: str) -> str:
    """Name keys as they stand on a keyboard."""
    names = {
        "Up": "↑", "Down": "↓", "Left": "←", "Right": "→",
        "Return": _("Enter"), "Del": _("Delete"), "Shift": _("Shift"),
    }  # fmt: skip
    return "+".join(names.get(key, key) for key in keys.split("+"))
