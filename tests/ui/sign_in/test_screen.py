"""The sign-in in its guarded window: by hand and by keyboard, nobody else's data, and a toddler at the keys."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from meetingplace.domain.families import BirthMonth, Child, Family
from meetingplace.domain.language import PAPER, is_right_to_left
from meetingplace.domain.pictures import Picture
from meetingplace.services import upkeep
from meetingplace.storage import families, visits
from meetingplace.ui.guarded.pages import EndPage, LanguagesPage
from meetingplace.ui.guarded.window import GuardedWindow
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.sign_in.pages import ColoursPage, FamilyPage, NicknamePage, ShapesPage
from meetingplace.ui.sign_in.screen import SignInScreen
from tests.makers import DAY, make_house, make_member, make_place, make_session
from tests.ui.whole_pages import cut, without_drawing

NOW = datetime(2026, 10, 27, 10, 5)
SNAIL = Picture("snail", 2)
OTHERS = ("Zonnebloem", "Fatoumata", "Krzysztof", "ليلى")
CHILDREN = ("Ibrahim", "Aaliyah", "Kasper", "نور")
EVENTS, MANY_EVENTS = 700, 20_000
NEW_SEED = int(os.environ.get("MEETINGPLACE_SEED", time.time_ns() % 1_000_000))  # printed when it finds something


class Screen:
    """A guarded sign-in over a house with one family that we are, and others that we must never see."""

    def __init__(self, around: Surroundings) -> None:
        self.now = NOW
        self.window = GuardedWindow(replace(around, clock=lambda: self.now), SignInScreen(around))
        self.screen: Any = self.window.content
        self.screen.presenter._around = replace(around, clock=lambda: self.now)
        self.window.guard()
        QTest.qWaitForWindowActive(self.window)

    @property
    def page(self) -> Any:
        return self.screen.page

    def press(self, name: str) -> None:
        (key,) = [key for key in self.page.findChildren(QPushButton) if key.accessibleName() == name]
        QTest.mouseClick(key, Qt.MouseButton.LeftButton)

    @property
    def read(self) -> str:
        """Give everything that can be read or heard in the window, but for what was just typed."""
        said: list[str] = [self.window.windowTitle()]
        for part in self.window.findChildren(QWidget):
            said += [part.accessibleName(), part.accessibleDescription(), part.toolTip(), part.windowTitle()]
            if isinstance(part, QLabel | QPushButton):
                said.append(part.text())
        return "\n".join(said)


@pytest.fixture
def families_here(house: None) -> None:
    make_house(has_sign_in=True)
    upkeep.set_pin(make_member(), "2468")
    make_session(make_place())
    for number, (nickname, child) in enumerate(zip(OTHERS, CHILDREN, strict=True)):
        picture = SNAIL if number == 0 else Picture("owl", number)
        _family(nickname, picture, child)
    _family("Mohamed", SNAIL, "Yasmine")


@pytest.fixture
def at(families_here: None, around: Surroundings) -> Iterator[Screen]:
    screen = Screen(around)
    yield screen
    screen.window.release()


def _family(nickname: str, picture: Picture, child: str) -> None:
    children = (Child(0, child, BirthMonth(2024, 3)),)
    families.add(Family(0, nickname, picture, ("ar",), first_seen=DAY, children=children))


def test_a_parent_signs_in_with_the_hand(at: Screen) -> None:
    for name in ("English", "snail", "snail, grey green"):
        at.press(name)
    QTest.keyClicks(at.page.line, "mohammed")
    at.press("Next")
    assert isinstance(at.page, FamilyPage)
    at.press("dad")
    at.press("We are in")
    assert isinstance(at.page, EndPage)
    (visit,) = visits.of_session(1)
    assert [relation.value for relation in visit.adults] == ["mother", "father"]
    at.screen.leaving.timeout.emit()
    assert isinstance(at.page, LanguagesPage)


def test_a_parent_signs_in_with_the_keyboard_alone(at: Screen) -> None:
    for _ in range(2):
        QTest.keyClick(at.window.focusWidget(), Qt.Key.Key_Tab)
    assert at.window.focusWidget().accessibleName() == "English"
    QTest.keyClick(at.window.focusWidget(), Qt.Key.Key_Space)
    assert at.window.focusWidget().accessibleName() == "snail"
    QTest.keyClick(at.window.focusWidget(), Qt.Key.Key_Space)
    for _ in range(2):
        QTest.keyClick(at.window.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(at.window.focusWidget(), Qt.Key.Key_Space)
    QTest.keyClicks(at.window.focusWidget(), "mohamed")
    QTest.keyClick(at.window.focusWidget(), Qt.Key.Key_Return)
    assert isinstance(at.page, FamilyPage)
    at.page.act.setFocus()
    QTest.keyClick(at.page.act, Qt.Key.Key_Space)
    assert visits.number_in(1) == 1


def test_nothing_of_any_other_family_is_ever_in_the_window(at: Screen) -> None:
    seen = [at.read]
    for name in ("English", "snail", "snail, grey green"):
        at.press(name)
        seen.append(at.read)
    for typed in ("z", "Zonne", "owl", "Fatoumata", "Ibrahim"):
        at.page.line.setText(typed)
        at.press("Next")
        at.now += timedelta(minutes=5)
        at.page.waiting.timeout.emit()
        seen.append(at.read)
    at.page.line.setText("Mohamed")
    at.press("Next")
    assert "Yasmine" in at.read
    seen.append(at.read)
    at.press("We are in")
    seen.append(at.read)
    at.window.presenter.hold()
    seen.append(at.read)
    for name in (*OTHERS, *CHILDREN):
        assert name not in "\n".join(seen), name


def test_after_a_minute_nothing_of_a_parent_is_left(at: Screen) -> None:
    for name in ("English", "snail", "snail, grey green"):
        at.press(name)
    QTest.keyClicks(at.page.line, "Mohamed")
    at.press("Next")
    assert "Yasmine" in at.read
    at.now += timedelta(seconds=61)
    at.window.presenter.tick()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert isinstance(at.page, LanguagesPage)
    assert "Yasmine" not in at.read
    assert "Mohamed" not in at.read


def test_a_wrong_nickname_makes_the_key_wait(at: Screen) -> None:
    for name in ("English", "snail", "snail, grey green"):
        at.press(name)
    for _ in range(3):
        at.page.line.setText("x")
        at.press("Next")
    assert not at.page.act.isEnabled()
    QTest.keyClick(at.page.line, Qt.Key.Key_Return)
    at.now += timedelta(seconds=5)
    at.page.waiting.timeout.emit()
    assert at.page.act.isEnabled()


@pytest.mark.parametrize("language", PAPER)
def test_every_page_is_whole_in_every_language_and_everything_is_large_enough_to_press(
    families_here: None, around: Surroundings, qtbot: QtBot, language: str
) -> None:
    screen = SignInScreen(replace(around, clock=lambda: NOW))
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    screen.begin_anew()
    presenter, pages = screen.presenter, []
    for step in (
        lambda: None,
        lambda: presenter.choose_language(language),
        lambda: presenter.choose_shape("snail"),
        lambda: presenter.choose_picture(SNAIL),
        lambda: presenter.say_nickname("nobody"),
        lambda: presenter.say_nickname("Mohamed"),
        lambda: screen.page.act.click(),
    ):
        step()
        QApplication.processEvents()
        pages.append(type(screen.page))
        assert screen.size() == QSize(1366, 768)  # nothing needs more room
        for key in screen.page.findChildren(QPushButton):
            assert min(key.width(), key.height()) >= 56, key.accessibleName()
            assert key.accessibleName()
            assert key.width() >= key.sizeHint().width(), key.text()
        assert cut(screen.page) == []
        assert without_drawing(screen.page) == set()
        is_mirrored = is_right_to_left(language) and not isinstance(screen.page, LanguagesPage)
        assert screen.page.isRightToLeft() == is_mirrored
    assert pages == [LanguagesPage, ShapesPage, ColoursPage, NicknamePage, NicknamePage, FamilyPage, EndPage]


# --- a toddler -------------------------------------------------------------------------------------------------------


class Toddler:
    """Presses whatever there is; `seed` tells how, so that a finding can be had again."""

    def __init__(self, at: Screen, seed: int) -> None:
        self.at, self.dice = at, random.Random(seed)

    def act(self) -> None:
        acts = (self.click, self.click, self.click, self.key, self.key, self.step, self.wheel, self.menu, self.drag,
                self.close, self.wait)  # fmt: skip
        self.dice.choice(acts)()

    def _somewhere(self) -> tuple[QWidget, QPoint]:
        size = self.at.window.size()
        place = QPoint(self.dice.randrange(size.width()), self.dice.randrange(size.height()))
        widget = self.at.window.childAt(place) or self.at.window
        return widget, widget.mapFrom(self.at.window, place)

    def click(self) -> None:
        keys = [key for key in self.at.window.findChildren(QPushButton) if key.isVisible() and key.isEnabled()]
        if keys and self.dice.random() < 0.7:
            QTest.mouseClick(self.dice.choice(keys), Qt.MouseButton.LeftButton)
            return
        widget, place = self._somewhere()
        button = self.dice.choice((Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton))
        (QTest.mouseDClick if self.dice.random() < 0.2 else QTest.mouseClick)(widget, button, pos=place)

    def key(self) -> None:
        code = self.dice.choice((*range(0x20, 0x7F), *range(0x01000000, 0x01000060)))
        held = Qt.KeyboardModifier.NoModifier
        for modifier in (
            Qt.KeyboardModifier.ControlModifier,
            Qt.KeyboardModifier.AltModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.MetaModifier,
        ):
            if self.dice.random() < 0.2:
                held |= modifier
        text = chr(code) if code < 0x7F else ""
        target = self.at.window.focusWidget() or self.at.window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, code, held, text))

    def step(self) -> None:
        keys = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_F4, Qt.Key.Key_Down)
        QTest.keyClick(self.at.window.focusWidget() or self.at.window, self.dice.choice(keys))

    def wheel(self) -> None:
        widget, place = self._somewhere()
        turned = QPoint(0, self.dice.choice((-120, 120)))
        event = QWheelEvent(
            QPointF(place), QPointF(widget.mapToGlobal(place)), turned, turned, Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)

    def menu(self) -> None:
        widget, place = self._somewhere()
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))

    def drag(self) -> None:
        widget, place = self._somewhere()
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseMove(widget, place + QPoint(40, 30))
        if self.dice.random() < 0.1 and self.at.window.holding.isActive():
            self.at.window.holding.timeout.emit()  # a long press on the corner
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=place)

    def close(self) -> None:
        self.at.window.close()

    def wait(self) -> None:
        self.at.now += timedelta(seconds=self.dice.choice((1, 5, 30, 70)))
        self.at.window.presenter.tick()
        if self.at.screen.leaving.isActive() and self.dice.random() < 0.5:
            self.at.screen.leaving.timeout.emit()


@pytest.mark.parametrize(
    ("seed", "events"),
    [(20261027, EVENTS), (NEW_SEED, EVENTS), pytest.param(NEW_SEED, MANY_EVENTS, marks=pytest.mark.long)],
    ids=["fixed", "new", "long"],  # the same for every worker
)
def test_a_toddler_never_gets_out_and_never_lets_anybody_in_twice(at: Screen, seed: int, events: int) -> None:
    print(f"MEETINGPLACE_SEED={seed}")
    toddler = Toddler(at, seed)
    for number in range(events):
        toddler.act()
        if number % 50 == 0:
            # the way in is told, so that the toddler finds families too
            at.screen.presenter.begin()
            at.screen.presenter.choose_language(toddler.dice.choice(PAPER))
            at.screen.presenter.choose_shape("snail")
            at.screen.presenter.choose_picture(SNAIL)
            at.screen.presenter.say_nickname(toddler.dice.choice(("Mohamed", "Zonnebloem", "x")))
        QApplication.processEvents()
        shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        assert shown == [at.window], f"seed {seed}, event {number}"
        assert at.window.isFullScreen()
    arrived = visits.of_session(1)
    assert len(arrived) == len({visit.family_id for visit in arrived}) <= 2  # the two families of the snail
    assert families.number() == len(OTHERS) + 1
