"""Every screen in every language, theme and size of text, in the smallest window: all is there, whole and named."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QCheckBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)

from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import SettingsDoor
from meetingplace.ui.kit.toast import Toast
from meetingplace.ui.kit.work import InlineWork
from meetingplace.ui.settings.shown import Section
from meetingplace.ui.shell import Shell
from tests.journeys.conftest import MORNING
from tests.journeys.driver import Host

LANGUAGES, THEMES, SCALES = ("nl", "fr", "en"), ("light", "dark", "contrast"), (0.8, 1.0, 1.5, 2.0)
SIZE = (1366, 768)
# every language at every size, and each theme with every language and with every size
LOOKS = [
    (language, THEMES[(at + number) % len(THEMES)], scale)
    for (at, language), (number, scale) in product(enumerate(LANGUAGES), enumerate(SCALES))
]
SCREENS = ("today", "planning", "arrivals", "directory", "voices", "flyers")
WITH_FORM = ("planning", "arrivals", "directory", "voices")
Shown = list[QWidget]
_STILL, _MOST_ROUNDS = 3, 100


def open_window(door: SettingsDoor, **settings: object) -> Shell:
    """Open the window over the sample house; whatever is asked is answered at once."""
    door.change(window=(0, 0, *SIZE), **settings)
    shell = Shell(door, InlineWork, lambda: MORNING)
    shell.resize(*SIZE)
    shell.show()
    return shell


def looked_at(shell: Shell) -> Iterator[str]:
    """Go to every screen, and to every part of the House screen."""
    for key in SCREENS:
        shell.go(key)
        settle(shell)
        yield key
        yield from forms_of(shell, key)
    for section in Section:
        shell.go("settings", section=section.key)
        settle(shell)
        yield f"settings, {section.key}"


def forms_of(shell: Shell, key: str) -> Iterator[str]:
    """Open the form of the primary act."""
    screen = shell.stage.screen_in_sight
    if key in WITH_FORM and screen is not None and screen.primary is not None:
        screen.primary.click()
        settle(shell)
        panel = next(panel for panel in shell.findChildren(Panel) if panel.isVisible())
        yield f"{key}, {panel.accessibleName()}"
        panel.close_panel()


def settle(shell: Shell) -> None:
    """Let the layouts come to rest: nothing has moved for some rounds."""
    rounds: list[list[QRect]] = []
    while len(rounds) < _MOST_ROUNDS and (len(rounds) < _STILL or any(one != rounds[-1] for one in rounds[-_STILL:])):
        QTest.qWait(1)
        rounds.append([part.geometry() for part in visible(shell)])


def visible(shell: Shell) -> Shown:
    """List all that is shown; also what a part that scrolls will bring into sight."""
    return [part for part in shell.findChildren(QWidget) if part.isVisible()]


def cut(parts: Shown) -> list[str]:
    """List the words that have less room than they need."""
    return [words for part in parts if (words := _words(part)) and _lacks_room(part)]


def _words(part: QWidget) -> str:
    return part.text() if isinstance(part, QLabel | QPushButton | QCheckBox | QRadioButton) else ""


def _lacks_room(part: QWidget) -> bool:
    needs = part.sizeHint()
    if isinstance(part, QLabel) and part.wordWrap():
        return part.height() < part.heightForWidth(part.width()) or part.width() < _longest_word(part)
    return part.width() < needs.width() or (part.height() < needs.height() and not isinstance(part, QLabel))


def _longest_word(part: QLabel) -> int:
    return max((part.fontMetrics().horizontalAdvance(word) for word in part.text().split()), default=0)


def outside(shell: Shell, parts: Shown) -> list[str]:
    """List what sticks out at the left or right, and cannot be brought into sight by moving a part of the screen."""
    found = []
    for part in parts:
        frame = _frame_of(part, shell)
        if frame is None:
            continue
        left = part.mapTo(frame, QPoint(0, 0)).x()
        if left < 0 or left + part.width() > frame.width():
            found.append(f"{_named(part)}, {left} + {part.width()} in {frame.width()}")
    return found


def _frame_of(part: QWidget, shell: Shell) -> QWidget | None:
    """Give what a part must lie in: the nearest part that scrolls up and down, or the window; None when it moves."""
    screen = shell.stage.screen_in_sight
    above = part.parentWidget()
    while above is not None and above is not shell:
        area = above.parentWidget()
        if isinstance(area, QAbstractScrollArea) and above is area.viewport():
            is_page = screen is not None and area is screen.page
            return above if is_page or not area.horizontalScrollBar().maximum() else None
        above = area
    return shell


def overlapping(parts: Shown) -> list[str]:
    """List what lies over its neighbour where a layout puts parts side by side or under each other."""
    found = []
    for part in parts:
        if part.layout() is None:
            continue
        laid = [one for one in part.children() if isinstance(one, QWidget) and one.isVisible() and not _floats(one)]
        for at, one in enumerate(laid):
            found += [f"{_named(one)} over {_named(other)}" for other in laid[:at] if _overlap(one, other)]
    return found


def _floats(part: QWidget) -> bool:
    return isinstance(part, Panel | Toast) or part.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def _overlap(one: QWidget, other: QWidget) -> bool:
    return one.geometry().intersects(other.geometry())


def _named(part: QWidget) -> str:
    return f"{type(part).__name__} {part.accessibleName() or _words(part)!r}"


def unnamed(parts: Shown) -> list[str]:
    """List what takes the keyboard without a name that can be read aloud."""
    takes_keys = [
        part for part in parts if part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value and part.isEnabled()
    ]
    return [
        f"{type(part).__name__} in {type(part.parent()).__name__}" for part in takes_keys if not part.accessibleName()
    ]


@pytest.mark.parametrize(("language", "theme", "scale"), LOOKS)
def test_every_screen_is_whole(
    sample: object, dressed: object, door: SettingsDoor, language: str, theme: str, scale: float
) -> None:
    shell = open_window(door, language=language, theme=theme, text_scale=scale)
    wrong = []
    for name in looked_at(shell):
        parts = visible(shell)
        screen = shell.stage.screen_in_sight
        assert screen is not None
        assert (shell.width(), shell.height()) == SIZE, name
        wrong += [f"{name}: cut: {words}" for words in cut(parts)]
        wrong += [f"{name}: outside: {words}" for words in outside(shell, parts)]
        wrong += [f"{name}: overlap: {words}" for words in overlapping(parts)]
        wrong += [f"{name}: no name: {words}" for words in unnamed(parts)]
        if screen.primary is not None and screen.primary.isVisible():
            place = QRect(screen.primary.mapTo(shell, QPoint(0, 0)), screen.primary.size())
            if not shell.rect().contains(place):
                wrong.append(f"{name}: the primary act is out of sight")
    assert not wrong, "\n".join(wrong)


def test_another_language_is_spoken_at_once_on_every_screen(
    sample: object, dressed: object, door: SettingsDoor
) -> None:
    shell = open_window(door, language="nl")
    host = Host(lambda: shell)
    host.press("Vandaag")
    host.press("Huis")
    host.press("Deze pc")
    host.press("Français")
    host.sees("Aujourd’hui", "Langue du programme")  # it stands where it stood, in another language
    host.sees_no("Vandaag")
    host.press("Aujourd’hui")
    host.sees("Cette semaine")
    host.press("Maison")
    host.press("English")
    host.sees("Today", "Language of the program")
    host.press("Today")
    host.sees("This week")
    host.sees_no("Cette semaine")
