"""A whole morning at the desk without touching the mouse."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from meetingplace.domain.families import Relation
from meetingplace.domain.visits import Tallied, TallyCount
from meetingplace.services.desk import Presence
from meetingplace.storage import sessions, visits
from tests.makers import make_place, make_session
from tests.ui.arrivals.hands import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier
MOST = 60  # presses of Tab: more is a trap


def tab_to(desk: Desk, name: str) -> None:
    """Press Tab until the keyboard is on a button with this name."""
    for _ in range(MOST):
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton) and name in (focused.accessibleName(), focused.text()):
            return
        desk.keys(key=Qt.Key.Key_Tab)
    raise AssertionError(f"no key leads to {name!r}")


def press(desk: Desk, name: str) -> None:
    tab_to(desk, name)
    desk.keys(key=Qt.Key.Key_Space)


def test_search_adjust_leave_undo_and_count_by_keyboard_alone(desk: Desk, session_id: int) -> None:
    desk.keys("maa", Qt.Key.Key_Return)
    assert desk.inside == ["Maan"]
    desk.keys(key=Qt.Key.Key_Down)  # to the tiles
    while desk.tiles[desk.screen.wall.tiles.currentIndex().row()].name != "Maan":
        desk.keys(key=Qt.Key.Key_Right)
    desk.keys(key=Qt.Key.Key_Return)  # once more: who really came
    press(desk, "dad")
    press(desk, "Save")
    assert visits.of_session(session_id)[0].adults == (Relation.MOTHER, Relation.FATHER)
    desk.keys("uil", Qt.Key.Key_Return)
    assert desk.inside == ["Uil", "Maan"]
    desk.keys(key=Qt.Key.Key_Down)
    while desk.tiles[desk.screen.wall.tiles.currentIndex().row()].name != "Maan":
        desk.keys(key=Qt.Key.Key_Right)
    desk.keys(key=Qt.Key.Key_Delete)
    assert (desk.inside, desk.state("Maan")) == (["Uil"], Presence.LEFT)
    desk.keys(key=Qt.Key.Key_Z, held=CONTROL)
    assert desk.inside == ["Uil", "Maan"]
    press(desk, "1 year: one more")
    press(desk, "1 year: one more")
    press(desk, "1 year: one less")
    assert visits.tallies(session_id) == [TallyCount(Tallied.CHILDREN, "12", 1)]
    press(desk, "Just now")
    press(desk, "Undo: Uil is in: mum")
    desk.keys(key=Qt.Key.Key_Escape)
    assert desk.inside == ["Maan"]
    assert cast(QLineEdit, desk.screen.search).text() == ""


def test_the_pills_leave_and_come_back_with_delete(desk: Desk) -> None:
    for name in ("Maan", "Uil"):
        desk.tap(name)
    pills = desk.screen.inside.pills
    pills.setFocus(Qt.FocusReason.TabFocusReason)
    desk.keys(key=Qt.Key.Key_Delete)  # the newest first
    assert (desk.inside, desk.state("Uil")) == (["Maan"], Presence.LEFT)
    desk.keys(key=Qt.Key.Key_Return)
    assert desk.panel.accessibleName() == "Maan"


def test_delete_on_a_family_that_is_not_here_does_nothing(desk: Desk, session_id: int) -> None:
    desk.keys(key=Qt.Key.Key_Down)
    desk.keys(key=Qt.Key.Key_Delete)
    assert (visits.number_in(session_id), desk.said) == (0, "")


def test_keys_go_from_one_session_of_today_to_the_next(desk: Desk, session_id: int) -> None:
    other = make_session(make_place("Bonnevie"), title="Babbelcafé")
    desk.screen.refresh()
    went = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        desk.keys(key=key, held=CONTROL)
        went.append(desk.screen._presenter.session_id)
    assert went == [other, session_id, other]
    desk.keys("maan", Qt.Key.Key_Return)
    assert (visits.number_in(other), visits.number_in(session_id)) == (1, 0)
    sessions.change(other, None, state="cancelled")
    desk.screen.refresh()
    desk.keys(key=Qt.Key.Key_PageDown, held=CONTROL)  # one is left, and it is not the one in view
    assert desk.screen._presenter.session_id in (other, session_id)
