"""The Families screen through real keys and clicks: search, open, change, children, pictures; narrow and large text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from meetingplace.domain.families import BirthMonth, Child
from meetingplace.domain.pictures import Picture
from meetingplace.storage import families
from meetingplace.ui.directory.children.panel import ChildPanel
from meetingplace.ui.directory.family_list import FamilyList
from meetingplace.ui.directory.forms import FamilyPanel
from meetingplace.ui.directory.pictures import PicturePanel
from meetingplace.ui.directory.screen import DirectoryScreen
from meetingplace.ui.kit import theme
from meetingplace.ui.kit.cards import EmptyState
from meetingplace.ui.kit.fields import SEARCH_PAUSE, SearchField
from meetingplace.ui.kit.surroundings import Surroundings
from tests.makers import make_family, make_place, make_session, make_visit

SNAIL, OWL = Picture("snail", 3), Picture("owl", 1)
PATIENCE = 1_000 + SEARCH_PAUSE  # ms


@pytest.fixture
def screen(around: Surroundings, qtbot: QtBot) -> Iterator[DirectoryScreen]:
    """Show the screen at the usual size, over a house with a snail and an owl."""
    make_family("Slak", born=[(2024, 5)], picture=SNAIL, languages=["tr"])
    make_family("Uil", picture=OWL, languages=["ar", "nl"])
    shown = _shown(around, qtbot, 1262, 768)
    yield shown
    shown.leave()


def _shown(around: Surroundings, qtbot: QtBot, width: int, height: int) -> DirectoryScreen:
    screen = DirectoryScreen(around)
    qtbot.addWidget(screen)
    screen.resize(width, height)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.open()
    settle()
    return screen


def settle() -> None:
    """Let the window lay out what changed, and what that moves in turn."""
    for _ in range(3):
        QApplication.processEvents()


def names(screen: DirectoryScreen) -> list[str]:
    model = screen.families.model()
    return [screen.families.row(model.index(row, 0)).nickname for row in range(model.rowCount())]


def words(of: QWidget) -> list[str]:
    """List the words that can be seen."""
    settle()
    return [label.text() for label in of.findChildren(QLabel) if label.isVisibleTo(of) and label.text()]


def act(of: QWidget, name: str) -> QPushButton:
    return next(one for one in of.findChildren(QPushButton) if one.accessibleName() == name and not one.isHidden())


def press(qtbot: QtBot, of: QWidget, name: str) -> None:
    settle()
    qtbot.mouseClick(act(of, name), Qt.MouseButton.LeftButton)
    settle()


def tap(qtbot: QtBot, listed: FamilyList, row: int) -> None:
    place = listed.visualRect(listed.model().index(row, 0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()


def test_typing_finds_arrow_down_goes_into_the_list_and_enter_opens(screen: DirectoryScreen, qtbot: QtBot) -> None:
    assert isinstance(screen.search, SearchField)
    screen.search.setFocus()
    qtbot.keyClicks(screen.search, "turkish")
    qtbot.waitUntil(lambda: names(screen) == ["Slak"], timeout=PATIENCE)
    qtbot.keyClick(screen.search, Qt.Key.Key_Down)
    assert screen.families.hasFocus()
    qtbot.keyClick(screen.families, Qt.Key.Key_Return)
    assert "Slak" in words(screen.page_of_family)


def test_a_tap_opens_a_family_beside_the_list(screen: DirectoryScreen, qtbot: QtBot) -> None:
    tap(qtbot, screen.families, 1)
    assert "Uil" in words(screen.page_of_family)
    assert screen.families.isVisible()
    assert screen.families.is_open(screen.families.model().index(1, 0))


def test_each_row_is_read_aloud_and_high_enough_for_a_finger(screen: DirectoryScreen) -> None:
    index = screen.families.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Slak, snail, brick red, Turkish")
    assert screen.families.visualRect(index).height() >= 44


def test_a_new_family_is_typed_and_shown(screen: DirectoryScreen, qtbot: QtBot) -> None:
    assert screen.primary is not None
    screen.primary.click()
    panel = screen.panel
    assert isinstance(panel, FamilyPanel)
    assert panel.nickname.hasFocus()
    qtbot.keyClicks(panel.nickname, "Maan")
    press(qtbot, panel, "العربية")
    panel.postcode.setFocus()
    qtbot.keyClicks(panel.postcode, "1070")
    qtbot.keyClick(panel.postcode, Qt.Key.Key_Return)
    assert screen.panel is None
    assert "Maan" in words(screen.page_of_family)
    saved = families.search([])[0]
    assert (saved.nickname, saved.languages, saved.postcode) == ("Maan", ("ar",), "1070")


def test_a_language_outside_the_usual_ones_gets_its_own_button(screen: DirectoryScreen, qtbot: QtBot) -> None:
    screen.primary.click()  # type: ignore[union-attr]
    panel = screen.panel
    assert isinstance(panel, FamilyPanel)
    others = panel.languages._others
    at = others.findData("hy")
    others.setCurrentIndex(at)
    others.activated.emit(at)
    assert panel.languages.codes == ("hy",)
    assert others.findData("hy") == -1
    assert act(panel, "Հայերեն").isChecked()


def test_what_was_typed_stays_when_it_is_refused(screen: DirectoryScreen, qtbot: QtBot) -> None:
    screen.primary.click()  # type: ignore[union-attr]
    panel = screen.panel
    assert isinstance(panel, FamilyPanel)
    panel.nickname.setText("<b>مون</b> 🌙 =1+1")
    panel.brought_by.setText("a" * 10_000)
    panel.first_seen.typed.setText("31/2/2026")
    panel.verb.click()
    assert "“31/2/2026” is not a date. Type it like 25/11/2026." in words(panel)
    panel.first_seen.typed.setText("")
    panel.verb.click()
    assert "This text is too long. Make it shorter; what you typed is still there." in words(panel)
    assert panel.nickname.text() == "<b>مون</b> 🌙 =1+1"
    assert len(panel.brought_by.text()) == 10_000
    panel.brought_by.setText("")
    panel.verb.click()
    assert "<b>مون</b> 🌙 =1+1" in words(screen.page_of_family)


def test_a_sentence_below_the_edge_of_the_form_comes_into_sight(
    around: Surroundings, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, "light", 1.5)
    screen = _shown(around, qtbot, 1246, 700)
    press(qtbot, screen, "New family")
    panel = screen.panel
    assert isinstance(panel, FamilyPanel)
    panel.nickname.setText("Maan")
    panel.postcode.setText("107")
    panel.verb.click()
    settle()
    sentence = next(one for one in panel.findChildren(QLabel) if one.text().startswith("A postcode has"))
    page = panel._scroll.viewport()
    bottom = sentence.mapTo(page, QPoint(0, sentence.height())).y()
    assert 0 < bottom <= page.height()


def test_a_child_is_added_by_month_and_year(screen: DirectoryScreen, qtbot: QtBot) -> None:
    tap(qtbot, screen.families, 1)
    press(qtbot, screen.page_of_family, "Add a child")
    panel = screen.panel
    assert isinstance(panel, ChildPanel)
    qtbot.keyClicks(panel.nickname, "Ali")
    panel.month.setCurrentIndex(panel.month.findData(10))
    panel.year.setCurrentIndex(panel.year.findData(2025))
    panel.verb.click()
    assert families.search([])[1].children[0].born == BirthMonth(2025, 10)
    assert "12\u00a0m · born in October 2025" in words(screen.page_of_family)


def test_a_child_still_to_be_born_is_said_under_its_month_and_nothing_is_lost(
    screen: DirectoryScreen, qtbot: QtBot
) -> None:
    tap(qtbot, screen.families, 1)
    press(qtbot, screen.page_of_family, "Add a child")
    panel = screen.panel
    assert isinstance(panel, ChildPanel)
    panel.nickname.setText("=1+1 <b>")
    panel.month.setCurrentIndex(panel.month.findData(12))
    panel.year.setCurrentIndex(panel.year.findData(2026))
    panel.verb.click()
    assert screen.panel is panel
    assert panel.form.field("born")._under.text() == "This birth month is still to come. Check the year."
    chosen = (panel.nickname.text(), panel.month.currentData(), panel.year.currentData())
    assert chosen == ("=1+1 <b>", 12, 2026)
    panel.year.setCurrentIndex(panel.year.findData(2025))
    panel.verb.click()
    assert families.search([])[1].children[0].born == BirthMonth(2025, 12)


def test_a_child_is_opened_by_key_and_taken_out(screen: DirectoryScreen, qtbot: QtBot) -> None:
    tap(qtbot, screen.families, 0)
    family = families.search([])[0]
    child = screen.page_of_family.findChild(QWidget, f"child {family.children[0].id}")
    assert child is not None
    child.setFocus()
    qtbot.keyClick(child, Qt.Key.Key_Space)
    assert isinstance(screen.panel, ChildPanel)
    press(qtbot, screen.panel, "Take out of this family")
    assert families.search([])[0].children == ()


def test_another_picture_is_chosen_by_arrows_past_one_that_is_taken(screen: DirectoryScreen, qtbot: QtBot) -> None:
    tap(qtbot, screen.families, 0)
    press(qtbot, screen.page_of_family, "Other picture")
    panel = screen.findChild(PicturePanel) or screen.window().findChild(PicturePanel)
    assert panel is not None
    assert panel.grid.picture(panel.grid.currentIndex()).is_own
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Return):  # onto the owl of somebody else
        qtbot.keyClick(panel.grid, key)
    assert panel.grid.picture(panel.grid.currentIndex()).is_taken
    assert panel.isVisible()
    qtbot.keyClick(panel.grid, Qt.Key.Key_Right)
    qtbot.keyClick(panel.grid, Qt.Key.Key_Return)
    assert families.search([])[0].picture == Picture("owl", 2)


def test_esc_closes_the_pictures_and_leaves_the_form_open(screen: DirectoryScreen, qtbot: QtBot) -> None:
    screen.primary.click()  # type: ignore[union-attr]
    assert isinstance(screen.panel, FamilyPanel)
    press(qtbot, screen.panel, "Other picture")
    panel = screen.window().findChild(PicturePanel)
    assert panel is not None
    qtbot.keyClick(panel.grid, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert screen.panel.isVisible()


def test_only_a_family_that_never_came_can_be_removed(screen: DirectoryScreen, qtbot: QtBot) -> None:
    owl = families.search([])[1].id
    make_visit(make_session(make_place()), owl, datetime(2026, 10, 27, 9, 5))
    tap(qtbot, screen.families, 1)
    assert screen.page_of_family.findChild(QWidget, "remove") is None
    tap(qtbot, screen.families, 0)
    press(qtbot, screen.page_of_family, "Take away")
    assert names(screen) == ["Uil"]


def test_an_empty_house_offers_the_first_step(around: Surroundings, qtbot: QtBot) -> None:
    screen = _shown(around, qtbot, 1262, 768)
    assert any(isinstance(part, EmptyState) for part in screen.findChildren(EmptyState))
    press(qtbot, screen, "Add the first family")
    assert isinstance(screen.panel, FamilyPanel)


def test_in_a_narrow_screen_list_and_page_take_turns(around: Surroundings, qtbot: QtBot) -> None:
    make_family("Slak")
    screen = _shown(around, qtbot, 800, 700)
    assert not screen.page_of_family.isVisible()
    tap(qtbot, screen.families, 0)
    assert screen.page_of_family.isVisible()
    assert not screen.families.isVisible()
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert screen.families.isVisible()
    tap(qtbot, screen.families, 0)
    press(qtbot, screen.page_of_family, "All families")
    assert screen.families.isVisible()


def test_in_a_narrow_screen_the_keyboard_goes_along(around: Surroundings, qtbot: QtBot) -> None:
    make_family("Slak")
    screen = _shown(around, qtbot, 800, 700)
    screen.families.setFocus()
    qtbot.keyClick(screen.families, Qt.Key.Key_Return)
    settle()
    back = screen.page_of_family.findChild(QPushButton, "back")
    assert back is not None
    assert back.hasFocus()
    qtbot.keyClick(back, Qt.Key.Key_Space)
    settle()
    assert screen.families.hasFocus()


def test_a_family_can_be_opened_from_elsewhere(screen: DirectoryScreen) -> None:
    screen.open(family_id=families.search([])[1].id)
    assert "Uil" in words(screen.page_of_family)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_name_is_cut_however_long(around: Surroundings, qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    theme.apply(qapp, "light", scale)
    family = make_family("W" * 80, languages=["ar", "nl", "fr", "ti", "zh", "pa"])
    families.add_child(family, Child(0, "M" * 80))
    screen = _shown(around, qtbot, 1246, 768)
    screen.open(family_id=family)
    settle()
    page = screen.page_of_family
    right = page.mapToGlobal(QPoint(page.width(), 0)).x()
    for label in page.findChildren(QLabel):
        if label.isVisible():
            assert label.mapToGlobal(QPoint(label.width(), 0)).x() <= right, label.text()
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed, label.text()


def test_every_part_has_a_name(screen: DirectoryScreen, qtbot: QtBot) -> None:
    tap(qtbot, screen.families, 0)
    for button in screen.findChildren(QPushButton):
        assert button.accessibleName(), button
