"""The menu of a session: its acts in words, with the keys that do the same as they stand on a keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from meetingplace.i18n.catalog import translator
from meetingplace.ui.planning.menu import Item, show_menu


def test_keys_are_named_as_they_stand_on_the_keyboard_and_each_line_acts(qtbot: QtBot) -> None:
    over, done = QWidget(), list[str]()
    qtbot.addWidget(over)
    moves = [Item("Een kwartier langer", "Alt+Shift+Down", lambda: done.append("longer"))]
    menu = show_menu(translator("app", "fr"), over, QPoint(0, 0), moves, True, done.append)
    lines = [action for action in menu.actions() if action.text()]
    assert [action.text().split("\t")[1] for action in lines] == ["Entrée", "Ctrl+D", "Alt+Maj+↓", "Suppr"]
    for action in lines:
        action.trigger()
    assert done == ["change", "copy", "longer", "cancel"]
    menu.close()
