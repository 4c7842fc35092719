"""A PC that is left to parents: from the window of the team into the guarded one, back, and after a restart."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from meetingplace.services import upkeep
from meetingplace.ui.doors import Door, existing
from meetingplace.ui.guarded.first_pin import FirstPinPanel
from meetingplace.ui.kit.surroundings import SettingsDoor
from meetingplace.ui.kit.work import InlineWork
from meetingplace.ui.shell import Shell
from meetingplace.ui.sign_in.screen import SignInScreen
from tests.makers import make_family, make_house, make_member, make_place, make_session

NOW = datetime(2026, 10, 27, 10, 5)
DOORS = (Door("arrivals", "door-open", "ArrivalsScreen"),)


class Pc:
    """A window over a house in memory that can be started anew."""

    def __init__(self, door: SettingsDoor) -> None:
        self.door = door
        self.shell = self.start()

    def start(self) -> Shell:
        shell = Shell(self.door, InlineWork, lambda: NOW, doors=existing(DOORS))
        shell.appear()
        return shell

    def restart(self) -> None:
        self.shell.guarding.end()  # the power went: nothing of the settings was put back
        self.shell.hide()
        self.shell.deleteLater()
        self.shell = self.start()

    @property
    def guarded(self) -> Any:
        return self.shell.guarding.window

    def leave(self) -> None:
        self.guarded.presenter.hold()
        self.guarded.presenter.try_pin("2468")

    @property
    def in_sight(self) -> list[Any]:
        QApplication.processEvents()
        return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


@pytest.fixture
def pc(house: None, dressed: object, door: SettingsDoor) -> Pc:
    make_house(has_sign_in=True)
    upkeep.set_pin(make_member(), "2468")
    make_session(make_place())
    make_family()
    return Pc(door)


def test_the_desk_leads_to_the_sign_in_and_a_pin_back(pc: Pc) -> None:
    desk: Any = pc.shell.stage.screen_in_sight
    assert desk.acts.sign_in.isVisible()
    desk.acts.sign_in.trigger()
    window = pc.guarded
    assert pc.in_sight == [window]
    assert isinstance(window.content, SignInScreen)
    assert pc.shell.in_front is window
    pc.leave()
    assert pc.in_sight == [pc.shell]
    assert pc.shell.in_front is pc.shell
    assert pc.door.current.guarded == ""


def test_a_restart_leads_back_into_it_before_anything_else_is_seen(pc: Pc) -> None:
    pc.shell.go("sign_in")
    pc.restart()
    assert pc.in_sight == [pc.guarded]
    pc.leave()
    assert pc.in_sight == [pc.shell]
    pc.restart()
    assert pc.in_sight == [pc.shell]


def test_a_house_that_does_not_want_it_has_no_button(house: None, dressed: object, door: SettingsDoor) -> None:
    make_house()
    make_session(make_place())
    desk: Any = Pc(door).shell.stage.screen_in_sight
    assert not desk.acts.sign_in.isVisible()


def test_where_only_numbers_are_kept_there_is_no_button(house: None, dressed: object, door: SettingsDoor) -> None:
    make_house(has_sign_in=True)
    make_session(make_place(level="tally"))
    desk: Any = Pc(door).shell.stage.screen_in_sight
    assert not desk.acts.sign_in.isVisible()


@pytest.mark.parametrize("is_restart", [False, True])
def test_without_a_pin_nobody_is_locked_in(house: None, dressed: object, door: SettingsDoor, is_restart: bool) -> None:
    make_house(has_sign_in=True)
    make_member()
    make_session(make_place())
    if is_restart:
        door.change(guarded="sign_in")
    pc = Pc(door)
    if not is_restart:
        pc.shell.go("sign_in")
    assert pc.guarded is None
    assert pc.in_sight == [pc.shell]
    (panel,) = pc.shell.findChildren(FirstPinPanel)
    panel.pin.setText("2468")
    panel.again.setText("2468")
    panel.press()
    assert pc.in_sight == [pc.guarded]
    pc.leave()
    assert pc.in_sight == [pc.shell]


def test_what_the_window_of_the_team_says_meanwhile_is_not_seen(pc: Pc) -> None:
    pc.shell.go("sign_in")
    pc.shell.say("A family came in")
    pc.shell.show()  # a second start of the program asks it to the front
    assert pc.in_sight == [pc.guarded]


def test_the_end_of_the_program_closes_it_too(pc: Pc) -> None:
    pc.shell.go("sign_in")
    pc.shell.close()
    assert pc.in_sight == []
    assert pc.door.current.guarded == "sign_in"
