"""The rooms round a family through real keys and clicks: doubles, forgetting, contact, statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from meetingplace.domain.families import BirthMonth, Child
from meetingplace.domain.pictures import Picture
from meetingplace.storage import doubles, families
from meetingplace.ui.directory.screen import DirectoryScreen
from meetingplace.ui.kit import theme
from meetingplace.ui.kit.buttons import MenuButton
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.paper_view import PaperView
from meetingplace.ui.kit.surroundings import Surroundings
from tests.documents import reading
from tests.makers import make_family, make_house, make_place
from tests.ui.conftest import Heard

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


# --- forgetting ---


def test_a_family_is_forgotten_only_after_a_tick(screen: DirectoryScreen, qtbot: QtBot, heard: Heard) -> None:
    choose(screen, "Forget this family…")
    question = panel(screen)
    assert "Forget Yousra?" in words(question)
    assert screen.window().focusWidget() is act(question, "Cancel")
    press(qtbot, question, "Forget this family")
    assert named("Yousra")  # the verb is off
    (sure,) = question.findChildren(QCheckBox)
    sure.setFocus()
    qtbot.keyClick(sure, Qt.Key.Key_Space)
    press(qtbot, question, "Forget this family")
    assert open_panels(screen) == 0
    assert heard.sentences[-1].startswith("The family is forgotten. The numbers stay.")
    assert [family.nickname for family in families.everyone()] == ["Joesra", "Oma"]
    assert "Yousra" not in words(screen)


def test_leaving_the_question_forgets_nobody(screen: DirectoryScreen, qtbot: QtBot) -> None:
    choose(screen, "Forget this family…")
    (sure,) = panel(screen).findChildren(QCheckBox)
    sure.click()
    qtbot.keyClick(panel(screen), Qt.Key.Key_Escape)
    assert open_panels(screen) == 0
    assert named("Yousra")


# --- the contact ---


def test_a_contact_is_seen_only_when_somebody_presses_for_it(screen: DirectoryScreen, qtbot: QtBot) -> None:
    press(qtbot, screen, "Write a contact")
    form = panel(screen)
    qtbot.keyClicks(screen.window().focusWidget(), "0470 12 34 56")
    press(qtbot, form, "Save")
    assert open_panels(screen) == 0
    assert "0470" not in words(screen)
    press(qtbot, screen, "Show the contact")
    form = panel(screen)
    assert next(line.text() for line in form.findChildren(QLineEdit)) == "0470 12 34 56"
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert open_panels(screen) == 0
    press(qtbot, screen, "Show the contact")
    press(qtbot, panel(screen), "Take away")
    assert "None is kept. Only when a parent asks for it." in words(screen)


def test_what_was_typed_of_a_contact_stays_when_its_day_cannot_be_read(screen: DirectoryScreen, qtbot: QtBot) -> None:
    press(qtbot, screen, "Write a contact")
    form = panel(screen)
    line, day = form.findChildren(QLineEdit)
    line.setText("<b>=1+1</b> مون")
    day.setText("31/2/2027")
    press(qtbot, form, "Save")
    assert "“31/2/2027” is not a date." in words(form)
    assert line.text() == "<b>=1+1</b> مون"


# --- a second household ---


def test_a_child_gets_a_second_household_from_its_form(screen: DirectoryScreen, qtbot: QtBot) -> None:
    child = families.get(named("Yousra")).children[0].id
    card = screen.page_of_family.findChild(QWidget, f"child {child}")
    qtbot.keyClick(card, Qt.Key.Key_Return)
    form = panel(screen)
    line = form.findChildren(QLineEdit)[0]
    line.setText("Bobo")
    press(qtbot, form, "Another family…")
    assert "Save first what you changed." in words(form)
    line.setText("Bo")
    press(qtbot, form, "Another family…")
    picking = panel(screen)
    qtbot.keyClick(screen.window().focusWidget(), Qt.Key.Key_Down)  # into the list, onto Joesra
    listed = screen.window().focusWidget()
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert names_in(picking) == ["Joesra", "Oma"]
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert open_panels(screen) == 0
    assert "also with Oma" in words(screen.page_of_family)
    assert [each.id for each in families.get(named("Oma")).children] == [child]


# --- the statement ---


def test_the_statement_opens_from_the_page_and_can_be_saved(
    screen: DirectoryScreen, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "statement.pdf"
    monkeypatch.setattr("meetingplace.ui.directory.statement.panel.file_to_write", lambda *_asked: file)
    choose(screen, "All that we know, on paper…")
    statement = panel(screen)
    assert statement.findChild(PaperView).has_picture
    press(qtbot, statement, "Save as PDF")
    assert "Yousra" in reading.words(file.read_bytes())
    press(qtbot, statement, "Save as data")
    assert b'"nickname": "Yousra"' in file.read_bytes()
    assert all(key.accessibleName() for key in statement.findChildren(QPushButton))


# --- long names ---


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_name_is_cut_in_the_preview_of_a_merge(
    around: Surroundings, screen: DirectoryScreen, qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    for nickname in ("Yousra", "Joesra"):
        family = families.get(named(nickname))
        families.change(replace(family, nickname=f"{nickname} " + "W" * 70), None)
        families.change_child(replace(family.children[0], nickname="Bo " + "M" * 70), None)
    screen.rooms.show_doubles()
    listed = panel(screen)
    press(qtbot, listed, act_beginning(listed, "See what is joined").accessibleName())
    for shown in (listed, panel(screen)):
        settle()
        paper = shown.paper
        right = paper.mapToGlobal(QPoint(paper.width(), 0)).x()
        for part in (*paper.findChildren(QLabel), *paper.findChildren(QAbstractButton)):
            if part.isVisible():
                assert part.mapToGlobal(QPoint(part.width(), 0)).x() <= right, part.text()


def act_beginning(of: QWidget, name: str) -> QPushButton:
    settle()
    return next(one for one in of.findChildren(QPushButton) if one.accessibleName().startswith(name))
