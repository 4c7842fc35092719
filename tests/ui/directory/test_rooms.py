"""The rooms round a family through real keys and clicks: doubles, forgetting, contact, statement."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from meetingplace.domain.families import BirthMonth, Child
from meetingplace.domain.pictures import Picture
from meetingplace.storage import doubles, families
from meetingplace.ui.directory.screen import DirectoryScreen
from meetingplace.ui.kit.buttons import MenuButton
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from tests.makers import make_family, make_house, make_place

SNAIL, OWL = Picture("snail", 3), Picture("owl", 1)


@pytest.fixture
def screen(around: Surroundings, qtbot: QtBot) -> Iterator[DirectoryScreen]:
    """Show the page of Yousra, who looks like Joesra."""
    make_house()
    make_place(level="contact")
    for nickname, picture in (("Yousra", SNAIL), ("Joesra", OWL)):
        families.add_child(
            make_family(nickname, picture=picture, languages=["ar"]), Child(0, "Bo", BirthMonth(2024, 5))
        )
    make_family("Oma", picture=Picture("tram", 1), languages=["nl"])
    shown = DirectoryScreen(around)
    qtbot.addWidget(shown)
    shown.resize(1262, 768)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.open(family_id=named("Yousra"))
    settle()
    yield shown
    shown.leave()


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def named(nickname: str) -> int:
    return next(family.id for family in families.everyone() if family.nickname == nickname)


def panel(screen: QWidget) -> Panel:
    """Give the panel that lies in front."""
    settle()
    return [one for one in screen.window().findChildren(Panel) if one.is_open][-1]


def open_panels(screen: QWidget) -> int:
    settle()
    return len([one for one in screen.window().findChildren(Panel) if one.is_open])


def words(of: QWidget) -> str:
    settle()
    said = [label.text() for label in of.findChildren(QLabel) if label.isVisibleTo(of)]
    return "\n".join(said).replace("\u200b", "")


def act(of: QWidget, name: str) -> QPushButton:
    return next(one for one in of.findChildren(QPushButton) if one.accessibleName() == name and not one.isHidden())


def press(qtbot: QtBot, of: QWidget, name: str) -> None:
    settle()
    qtbot.mouseClick(act(of, name), Qt.MouseButton.LeftButton)
    settle()


def choose(screen: DirectoryScreen, words_of_choice: str) -> None:
    """Choose from the menu of the page."""
    more = screen.page_of_family.findChild(MenuButton, "more")
    assert more is not None
    next(each for each in more.choices.actions() if each.text() == words_of_choice).trigger()
    settle()


# --- look-alikes ---


def test_two_that_look_alike_become_one_and_two_again(screen: DirectoryScreen, qtbot: QtBot) -> None:
    press(qtbot, screen, "Look alike")
    press(qtbot, panel(screen), "See what is joined: Yousra and Joesra")
    preview = panel(screen)
    assert "One family of these two?" in words(preview)
    press(qtbot, preview, "Joesra")
    press(qtbot, preview, "Make it one family")
    assert "No two families look alike now." in words(panel(screen))
    assert [family.nickname for family in families.everyone()] == ["Joesra", "Oma"]
    assert "Joesra" in words(screen.page_of_family)
    screen.around.work.undo()
    assert "The same: " in words(panel(screen))
    assert len(families.everyone()) == 3


def test_they_are_two_by_keyboard_alone(screen: DirectoryScreen, qtbot: QtBot) -> None:
    look = act(screen, "Look alike")
    look.setFocus()
    qtbot.keyClick(look, Qt.Key.Key_Space)
    listed = panel(screen)
    for _ in range(3):  # the cross, the preview, they are two
        qtbot.keyClick(screen.window().focusWidget(), Qt.Key.Key_Tab)
    two = screen.window().focusWidget()
    assert isinstance(two, QPushButton)
    assert two.accessibleName() == "They are two: Yousra and Joesra"
    qtbot.keyClick(two, Qt.Key.Key_Space)
    assert "No two families look alike now." in words(listed)
    assert doubles.said_to_be_two() == {(named("Yousra"), named("Joesra"))}
    qtbot.keyClick(listed, Qt.Key.Key_Escape)
    assert look.hasFocus()


def test_a_host_knows_better_and_finds_the_other_herself(screen: DirectoryScreen, qtbot: QtBot) -> None:
    choose(screen, "The same as another family…")
    search = screen.window().focusWidget()
    qtbot.keyClicks(search, "joesra")
    qtbot.waitUntil(lambda: "One family" in words(panel(screen)) or len(names_in(panel(screen))) == 1, timeout=2_000)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    preview = panel(screen)
    (same,) = preview.findChildren(QCheckBox)
    assert same.accessibleName() == "Bo of Yousra and Bo of Joesra are one child"
    qtbot.keyClick(same, Qt.Key.Key_Space)
    assert "Bo (May 2024) and Bo (May 2024)" in words(preview)
    press(qtbot, preview, "Make it one family")
    assert open_panels(screen) == 0
    assert [child.nickname for child in families.get(named("Yousra")).children] == ["Bo", "Bo"]


def names_in(picking: Panel) -> list[str]:
    model = picking.families.model()  # type: ignore[attr-defined]
    return [picking.families.row(model.index(row, 0)).nickname for row in range(model.rowCount())]  # type: ignore[attr-defined]
