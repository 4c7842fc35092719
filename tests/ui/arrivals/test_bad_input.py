"""What cats, toddlers and tired hosts type at the desk: a clear sentence, and nothing that was typed is lost."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from meetingplace.domain.families import BirthMonth
from meetingplace.storage import families, visits
from meetingplace.ui.kit.surroundings import SettingsDoor
from tests.makers import make_family
from tests.ui.arrivals.hands import Desk

ODD = ("=1+1", "<b>&", "🐌🐌", "قمر الزمان", "O'Neil; DROP TABLE family", "&amp;", "%", "\u202eomgekeerd")


@pytest.fixture
def dutch(session_id: int, moon: int, dressed: object, door: SettingsDoor) -> Desk:
    door.change(language="nl")
    return Desk(door)


@pytest.mark.parametrize("nickname", ODD[:-1])
def test_an_odd_nickname_is_a_name_like_any_other(dutch: Desk, session_id: int, nickname: str) -> None:
    dutch.press("Nieuw gezin")
    dutch.panel.nickname.insert(nickname)
    dutch.press("1 jaar", dutch.panel.children_came)
    dutch.press("Binnen")
    assert dutch.inside == [nickname]
    assert families.get(visits.of_session(session_id)[0].family_id or 0).nickname == nickname
    said = dutch.said.replace("\u2068", "").replace("\u2069", "")
    assert said == f"{nickname} is binnen: mama en 1 kind"
    search = cast(QLineEdit, dutch.screen.search)
    search.insert(nickname[:3])
    search.searched.emit(search.text())
    assert nickname in [tile.name for tile in dutch.tiles]  # it is found by what was typed


def test_a_name_from_right_to_left_does_not_turn_a_dutch_sentence(dutch: Desk, session_id: int) -> None:
    make_family("قمر")
    dutch.screen.refresh()
    dutch.tap("قمر")
    assert dutch.said == "\u2068قمر\u2069 is binnen: mama"  # it begins with the name, and the name stands apart
    written = QTextDocument()
    written.setHtml(dutch.shell.toast._text.text())
    assert written.firstBlock().textDirection() == Qt.LayoutDirection.LeftToRight
    dutch.screen._presenter.turn(visits.of_session(session_id)[0].id, False)
    dutch.press("Zonet", dutch.screen)
    assert "Vertrokken: \u2068قمر\u2069." in dutch.panel.presenter._lines[0].said


def test_a_name_without_end_says_so_and_stays(dutch: Desk, session_id: int) -> None:
    dutch.press("Nieuw gezin")
    panel = dutch.panel
    panel.nickname.setText("x" * 10_000)
    typed = panel.nickname.text()
    assert len(typed) == 10_000
    dutch.press("1 jaar", panel.children_came)
    dutch.press("Nederlands", panel.languages)
    dutch.press("Binnen")
    assert "te lang" in panel.form.field("nickname")._under.text()
    assert (panel.nickname.text(), panel.children_came.values, panel.languages.codes) == (typed, ("18",), ("nl",))
    panel.nickname.setText("Zebra")
    dutch.press("Binnen")
    assert dutch.inside == ["Zebra"]


def test_a_group_without_end_says_so_and_stays(dutch: Desk, session_id: int) -> None:
    dutch.press("Gast")
    panel = dutch.panel
    panel.group.setText("y" * 10_000)
    dutch.press("Binnen")
    assert "te lang" in panel.form.field("group")._under.text()
    assert len(panel.group.text()) == 10_000
    assert visits.number_in(session_id) == 0


def test_a_search_without_end_finds_nobody_and_the_desk_goes_on(dutch: Desk) -> None:
    search = dutch.screen.search
    assert isinstance(search, QLineEdit)
    search.setText("z" * 10_000)
    search.searched.emit(search.text())
    dutch.keys(key=Qt.Key.Key_Return)
    assert dutch.tiles == ()
    dutch.keys(key=Qt.Key.Key_Escape)
    assert search.text() == ""
    search.searched.emit("")
    assert len(dutch.tiles) == 7


def test_a_child_still_to_be_born_does_not_come_in(dutch: Desk, session_id: int) -> None:
    family = make_family("Ster", born=[(2024, 5), (2027, 2)])
    dutch.screen.refresh()
    dutch.tap("Ster")
    came = visits.of_session(session_id)[0]
    born = {child.id: child.born for child in families.get(family).children}
    assert [born[child.child_id] for child in came.children if child.child_id] == [BirthMonth(2024, 5)]
    dutch.tap("Ster")
    boxes = [(box.text(), box.isChecked()) for box in dutch.panel.own.findChildren(QAbstractButton)]
    assert boxes == [("kind, 2\u00a0j", True), ("kind, leeftijd niet bekend", False)]
