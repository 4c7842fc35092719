"""The window: doors, keys, undo across screens, help, lock, and building anew in another language."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QTextBrowser

from meetingplace.domain.team import TeamMember
from meetingplace.services import organisation, upkeep
from meetingplace.services.changes import Topic
from meetingplace.ui.doors import Door, existing
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.fields import SearchField
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.screen import Screen
from meetingplace.ui.kit.surroundings import SettingsDoor
from meetingplace.ui.kit.work import InlineWork
from meetingplace.ui.shell import Shell
from tests.makers import make_house, make_member, make_place


class FirstScreen(Screen):
    """Has a search, a primary act and paper; adds a team member."""

    help_key = "today"
    follows = frozenset({Topic.TEAM})

    def __init__(self, around: Any) -> None:
        super().__init__(around, "First")
        self.opened: list[dict[str, Any]] = []
        self.asked = 0
        self.printed = 0
        self.search = SearchField("Type")
        self.primary = button("New", "primary", "plus", self._new)
        self.print_act = self._print
        self.add_act(self.primary)
        self.add(self.search)

    def _new(self) -> None:
        self.around.work.do(organisation.add_member, TeamMember(0, "Nele"))

    def _print(self) -> None:
        self.printed += 1

    def open(self, **what: Any) -> None:
        self.opened.append(what)
        super().open(**what)

    def refresh(self) -> None:
        self.asked += 1


class SecondScreen(Screen):
    """Has nothing but a title."""

    follows = frozenset({Topic.TEAM})

    def __init__(self, around: Any) -> None:
        super().__init__(around, "Second")
        self.asked = 0

    def refresh(self) -> None:
        self.asked += 1


DOORS = (
    Door("kit_first", "white-balance-sunny", "FirstScreen"),
    Door("kit_absent", "sofa-outline", "NowhereScreen"),
    Door("kit_second", "home-outline", "SecondScreen"),
)


class House:
    """A window over a house in memory, with a clock that can be turned."""

    def __init__(self, door: SettingsDoor, now: datetime) -> None:
        self.door, self.now = door, now
        self.shell = self.open()

    def open(self) -> Shell:
        shell = Shell(self.door, InlineWork, lambda: self.now, doors=existing(DOORS))
        shell.show()
        shell.activateWindow()
        QTest.qWait(1)
        return shell

    @property
    def screen(self) -> Any:
        return self.shell.stage.screen_in_sight

    def press(self, keys: str) -> None:
        key = getattr(Qt.Key, "Key_" + keys.split("+")[-1])
        held = Qt.KeyboardModifier.NoModifier
        for name in keys.split("+")[:-1]:
            held |= {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Shift": Qt.KeyboardModifier.ShiftModifier}[name]
        QTest.keyClick(self.shell, key, held)

    def team(self) -> list[str]:
        return [member.name for member in organisation.house_board().team]

    def type_pin(self, digits: str) -> None:
        QTest.keyClicks(self.shell.lock, digits)
        QTest.keyClick(self.shell.lock, Qt.Key.Key_Return)


@pytest.fixture
def house_open(house, dressed, door: SettingsDoor, now: datetime, monkeypatch) -> House:
    for name, screen in (("kit_first", FirstScreen), ("kit_second", SecondScreen)):
        package, module = ModuleType(f"meetingplace.ui.{name}"), ModuleType(f"meetingplace.ui.{name}.screen")
        package.__path__ = []
        module.__spec__ = type(sys.__spec__)(f"meetingplace.ui.{name}.screen", None)
        setattr(module, screen.__name__, screen)
        monkeypatch.setitem(sys.modules, package.__name__, package)
        monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(Door, "exists", lambda self: self.key != "kit_absent")
    make_house("De Kersenpit")
    make_place("Kuregem")
    make_place("Bonnevie")
    make_member("Samira Aziz")
    opened = House(door, now)
    yield opened
    opened.shell.close()


def test_only_doors_with_a_screen_behind_them_are_shown(house_open: House):
    assert house_open.shell.rail.keys == ("kit_first", "kit_second")


def test_the_doors_lead_to_their_screens_and_the_rail_shows_which(house_open: House):
    shell = house_open.shell
    assert house_open.screen.title == "First"
    shell.rail.item("kit_second").click()
    assert house_open.screen.title == "Second"
    assert shell.rail.item("kit_second").isChecked()
    shell.go("nowhere")
    assert house_open.screen.title == "Second"
    shell.go("kit_first", session_id=12)
    assert house_open.screen.opened[-1] == {"session_id": 12}


def test_the_last_screen_is_opened_again_after_a_restart(house_open: House):
    house_open.shell.go("kit_second")
    house_open.shell.close()
    house_open.shell = house_open.open()
    assert house_open.screen.title == "Second"


@pytest.mark.parametrize(("keys", "title"), [("Ctrl+2", "Second"), ("Ctrl+1", "First")])
def test_number_keys_open_the_screens_from_above(house_open: House, keys: str, title: str):
    house_open.shell.go("kit_first" if title == "Second" else "kit_second")
    house_open.press(keys)
    assert house_open.screen.title == title


def test_keys_search_press_the_main_act_and_print(house_open: House):
    house_open.press("Ctrl+F")
    assert house_open.screen.search.hasFocus()
    house_open.press("Ctrl+N")
    assert house_open.team() == ["Nele", "Samira Aziz"]
    house_open.press("Ctrl+P")
    assert house_open.screen.printed == 1


def test_tab_goes_through_the_header_as_one_reads_it(house_open: House):
    header = house_open.screen.header
    met = [header.saved]
    header.saved.setFocus()
    for _ in range(3):
        QTest.keyClick(met[-1], Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    assert met == [header.saved, header.place, house_open.screen.primary, header.help]


def test_undo_and_redo_work_on_every_screen_even_from_an_empty_search(house_open: House):
    house_open.press("Ctrl+N")
    house_open.shell.go("kit_second")
    house_open.press("Ctrl+Z")
    assert house_open.team() == ["Samira Aziz"]
    assert house_open.shell.toast.text == "Undone: the new team member"
    house_open.press("Ctrl+Shift+Z")
    assert house_open.team() == ["Nele", "Samira Aziz"]
    house_open.shell.go("kit_first")
    house_open.screen.search.setFocus()
    QTest.keyClick(house_open.screen.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert house_open.team() == ["Samira Aziz"]


def test_the_toast_says_the_act_and_its_button_undoes_it(house_open: House):
    house_open.press("Ctrl+N")
    toast = house_open.shell.toast
    assert toast.text == "Nele was added."
    undo = next(part for part in toast.findChildren(QPushButton) if part.text() == "Undo")
    undo.click()
    assert house_open.team() == ["Samira Aziz"]


def test_the_toast_lies_over_an_open_panel_where_it_can_be_pressed(house_open: House):
    toast, lower = house_open.shell.toast, Panel("Room", house_open.screen, "Close")
    lower.add(*(button(f"Line {number}") for number in range(40)))
    lower.open()
    upper = Panel("Form", lower, "Close")
    upper.open()
    upper.close_panel()
    house_open.shell.work.do(organisation.add_member, TeamMember(0, "Nele"))
    assert toast.parentWidget() is lower
    assert toast.isVisible()
    assert lower.paper.geometry().bottom() < toast.geometry().top()  # never over data
    lower.close_panel()
    assert toast.parentWidget() is not lower  # it goes on over the screen
    assert toast.isVisible()
    undo = next(part for part in toast.findChildren(QPushButton) if part.text() == "Undo")
    undo.click()
    assert house_open.team() == ["Samira Aziz"]


def test_tab_comes_to_the_toast_of_a_panel(house_open: House):
    panel = Panel("Room", house_open.screen, "Close")
    first = button("First")
    panel.add(first)
    panel.open(first)
    house_open.shell.work.do(organisation.add_member, TeamMember(0, "Nele"))
    undo = next(part for part in house_open.shell.toast.findChildren(QPushButton) if part.text() == "Undo")
    met = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    assert undo in met


def test_the_sign_in_the_header_names_what_can_be_undone(house_open: House):
    sign = house_open.screen.header.saved
    assert sign.text() == "Everything is saved"
    house_open.press("Ctrl+N")
    sign.choices.aboutToShow.emit()
    offered = [(action.text().split("\t")[0], action.isEnabled()) for action in sign.choices.actions()]
    assert offered == [("Undo: the new team member", True), ("Nothing to do again", False)]
    sign.choices.actions()[0].trigger()
    assert house_open.team() == ["Samira Aziz"]


def test_a_screen_out_of_sight_asks_again_when_somebody_comes_back(house_open: House):
    house_open.shell.go("kit_second")
    second = house_open.screen
    house_open.shell.go("kit_first")
    before = second.asked
    house_open.press("Ctrl+N")
    assert second.asked == before
    house_open.shell.go("kit_second")
    assert second.asked == before + 1


def test_choosing_a_place_is_remembered_and_every_screen_hears_it(house_open: House):
    choice = house_open.screen.header.place
    assert [action.text() for action in choice.choices.actions()] == ["All places", "Bonnevie", "Kuregem"]
    before = house_open.screen.asked
    choice.choices.actions()[2].trigger()
    assert choice.text() == "Kuregem"
    assert house_open.screen.asked == before + 1
    assert house_open.door.current.place_in_view > 0


def test_f1_shows_the_page_of_this_screen_and_the_keys_and_closes_again(house_open: House):
    house_open.press("F1")
    page = house_open.shell.help.findChild(QTextBrowser).toPlainText()
    assert "This is where the day begins" in page  # resources/help/en/today.md
    assert "Ctrl+Shift+Z" in page
    assert "Ctrl+L" in page
    house_open.press("F1")
    assert not house_open.shell.help.isVisible()


def test_f11_fills_the_screen_and_goes_back(house_open: House):
    house_open.press("F11")
    assert house_open.shell.isFullScreen()
    house_open.press("F11")
    assert not house_open.shell.isFullScreen()


def test_another_language_builds_the_screens_anew_and_comes_back_to_the_same_one(house_open: House, qtbot):
    house_open.shell.go("kit_first", session_id=7)
    before = house_open.screen
    house_open.door.change(language="fr")
    qtbot.waitUntil(lambda: house_open.screen is not before)
    assert house_open.shell.words.language == "fr"
    assert house_open.screen.opened == [{"session_id": 7}]
    assert house_open.shell.rail.host.text() == "Samira"
    house_open.shell.undo()  # the old screens hear nothing any more, and nothing falls


def test_what_somebody_came_for_once_is_not_opened_again_in_another_language(
    house_open: House, qtbot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(FirstScreen, "once", frozenset({"voice_id"}))
    house_open.shell.go("kit_first", session_id=7, voice_id=3)
    before = house_open.screen
    house_open.door.change(language="fr")
    qtbot.waitUntil(lambda: house_open.screen is not before)
    assert house_open.screen.opened == [{"session_id": 7}]


def test_undo_survives_building_anew(house_open: House, qtbot):
    house_open.press("Ctrl+N")
    before = house_open.screen
    house_open.door.change(theme="dark", text_scale=1.5)
    qtbot.waitUntil(lambda: house_open.screen is not before)
    assert house_open.shell.palette().window().color().name().upper() == "#161C21"
    house_open.press("Ctrl+Z")
    assert house_open.team() == ["Samira Aziz"]


@pytest.mark.parametrize(("width", "is_beside"), [(1366, True), (1000, False)])
def test_help_stands_beside_the_screen_or_in_its_place_and_gives_the_keyboard_back(
    house_open: House, width: int, is_beside: bool
):
    house_open.shell.resize(width, 700)
    act = house_open.screen.primary
    act.setFocus()
    house_open.press("F1")
    assert house_open.shell.help.isVisible()
    assert house_open.shell.stage.isVisible() is is_beside
    assert house_open.shell.help.geometry().right() <= house_open.shell.rect().right()
    house_open.press("F1")
    assert house_open.shell.stage.isVisible()
    assert act.hasFocus()


def test_a_window_that_is_closed_hears_of_nothing_any_more(house_open: House):
    screen = house_open.screen
    house_open.shell.close()
    house_open.shell.bulletin.post(Topic)
    assert not screen._is_stale


def test_without_a_pin_the_lock_says_where_to_set_one(house_open: House):
    house_open.press("Ctrl+L")
    assert not house_open.shell.is_locked
    assert "no PIN yet" in house_open.shell.toast.text
    assert "Team" in house_open.shell.toast.text


def with_pin(house_open: House, pin: str = "2468") -> None:
    member = organisation.house_board().team[-1]
    house_open.shell.work.do(upkeep.set_pin, member.id, pin)


def test_the_lock_hides_everything_until_the_pin_is_typed(house_open: House):
    with_pin(house_open)
    panel = Panel("New session", house_open.screen, "Close")
    panel.open()
    house_open.press("Ctrl+L")
    assert house_open.shell.is_locked
    assert not house_open.screen.isVisible()
    assert not panel.isVisible()
    house_open.press("Ctrl+2")
    house_open.press("Ctrl+N")
    house_open.press("Ctrl+Z")  # would take the PIN away
    assert house_open.shell.stage.key == "kit_first"
    assert house_open.team() == ["Samira Aziz"]
    assert organisation.house_board().team[-1].has_pin
    house_open.type_pin("2468")
    assert not house_open.shell.is_locked
    assert house_open.screen.isVisible()
    assert panel.isVisible()


def test_a_panel_whose_answer_comes_after_the_lock_waits_for_the_pin(house_open: House):
    with_pin(house_open)
    house_open.press("Ctrl+L")
    panel = Panel("New session", house_open.screen, "Close")
    panel.open()
    assert not panel.isVisible()
    house_open.type_pin("2468")
    assert panel.isVisible()
    panel.close_panel()
    assert not panel.isVisible()


def test_the_pin_can_be_tapped(house_open: House):
    with_pin(house_open)
    house_open.shell.rail.lock.click()
    keys = {key.accessibleName(): key for key in house_open.shell.lock.findChildren(QAbstractButton)}
    for name in ("2", "4", "6", "9", "Take off the last digit", "8", "Open"):
        keys[name].click()
    assert not house_open.shell.is_locked


def test_whoever_guesses_waits_and_a_restart_does_not_help(house_open: House):
    with_pin(house_open)
    house_open.press("Ctrl+L")
    for _ in range(3):
        house_open.type_pin("1111")
    assert house_open.shell.is_locked
    assert house_open.shell.lock.seconds_to_wait > 0
    house_open.shell.close()
    house_open.shell = house_open.open()
    assert house_open.shell.is_locked
    house_open.type_pin("2468")  # right, but too soon
    assert house_open.shell.is_locked
    house_open.now += timedelta(hours=1)
    house_open.shell.lock.show_wrong("", 0)
    house_open.type_pin("2468")
    assert not house_open.shell.is_locked


def test_while_a_panel_lies_on_top_the_keys_do_not_reach_behind_it(house_open: House):
    panel = Panel("New session", house_open.screen, "Close")
    panel.open()
    house_open.press("Ctrl+N")
    house_open.press("Ctrl+2")
    assert house_open.team() == ["Samira Aziz"]
    assert house_open.shell.stage.key == "kit_first"
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_who_sits_here_stands_in_the_rail_and_can_change(house_open: House):
    assert house_open.shell.rail.host.text() == "Samira"
    assert house_open.shell.rail.host.initials == "SA"
    house_open.press("Ctrl+N")
    nele = organisation.house_board().team[0]
    house_open.shell.watch.switch_to(nele)
    assert house_open.shell.rail.host.text() == "Nele"
    assert house_open.door.current.host == nele.id


def test_somebody_with_a_pin_types_it_before_sitting_down_and_can_go_back(house_open: House):
    house_open.press("Ctrl+N")
    with_pin(house_open)  # Samira
    nele, samira = organisation.house_board().team
    house_open.shell.watch.switch_to(nele)
    house_open.shell.watch.switch_to(samira)
    assert house_open.shell.is_locked
    QTest.keyClick(house_open.shell.lock, Qt.Key.Key_Escape)
    assert not house_open.shell.is_locked
    assert house_open.shell.rail.host.text() == "Nele"


def test_the_window_comes_back_where_it_stood(house_open: House):
    house_open.shell.setGeometry(10, 20, 900, 600)
    house_open.shell.close()
    assert house_open.door.current.window == (10, 20, 900, 600)
    house_open.shell = house_open.open()
    assert house_open.shell.geometry().getRect() == (10, 20, 900, 600)


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
def test_at_every_text_size_the_main_act_and_help_are_in_sight_at_1366_by_768(house_open: House, scale: float, qtbot):
    before = house_open.screen
    if scale != 1.0:
        house_open.door.change(text_scale=scale)
        qtbot.waitUntil(lambda: house_open.screen is not before)
    house_open.shell.resize(1366, 768)
    QTest.qWait(10)
    window = house_open.shell.rect()
    for part in (house_open.screen.primary, house_open.screen.header.help, house_open.shell.rail.lock):
        corner = part.mapTo(house_open.shell, part.rect().bottomRight())
        assert window.contains(corner)
    for item in house_open.shell.rail.findChildren(QAbstractButton):
        assert item.height() >= 44
        assert item.width() >= item.sizeHint().width()


def test_every_label_of_the_lock_is_in_the_programs_language(house_open: House):
    assert "Type your PIN" in [part.text() for part in house_open.shell.lock.findChildren(QLabel)]
