"""The corner in its real window: whole ways by touch and by keyboard, in thirty languages, and a toddler's hands."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from meetingplace.domain.faces import Face, FacesGiven, Subject
from meetingplace.domain.language import PAPER, is_right_to_left
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.voices import ToldHow, VoiceState
from meetingplace.services import board_texts, polls as team_polls, upkeep, voices as team
from meetingplace.storage import faces, polls, tables, voices
from meetingplace.ui.guarded.pages import EndPage
from meetingplace.ui.guarded.window import GuardedWindow
from meetingplace.ui.kit import theme
from meetingplace.ui.parents_corner.board import BoardPage
from meetingplace.ui.parents_corner.choice import ChoicePage
from meetingplace.ui.parents_corner.keys import PictureKey
from meetingplace.ui.parents_corner.pages import DoorsPage, FacesPage, IdeaPage
from meetingplace.ui.parents_corner.presenter import Step
from meetingplace.ui.parents_corner.screen import CornerScreen
from tests.makers import DAY, make_member
from tests.ui.parents_corner.conftest import Corner
from tests.ui.whole_pages import cut, without_drawing

DOORS = ("faces", "idea", "board", "poll")
EVENTS, MANY_EVENTS = 1_500, 100_000
NEW_SEED = int(os.environ.get("MEETINGPLACE_SEED") or random.SystemRandom().randrange(10**9))


@pytest.fixture
def screen(corner: Corner, qtbot: QtBot, qapp: QApplication) -> CornerScreen:
    """Open the corner as large as the screens of the houses."""
    theme.apply(qapp, "light", 1.0)
    made = CornerScreen(corner.around)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.begin_anew()
    return made


def press(key: QWidget | None) -> None:
    """Tap a key."""
    assert key is not None
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)


def go(screen: CornerScreen, language: str, door: str = "") -> None:
    """Go to the doors, or through one of them."""
    screen.begin_anew()
    screen.presenter.choose_language(language)
    if door:
        screen.presenter.open_door(door)
    QApplication.processEvents()


@pytest.mark.parametrize("language", ["nl", "ar", "zh"])
def test_a_parent_tells_and_finds_the_answer_on_the_board(
    screen: CornerScreen, corner: Corner, language: str, qtbot: QtBot
) -> None:
    wall = screen.page
    own = {"nl": "Nederlands", "ar": "العربية", "zh": "中文"}[language]
    press(next(key for key in wall.findChildren(QAbstractButton) if key.text() == own))
    assert isinstance(screen.page, DoorsPage)
    assert screen.isRightToLeft() is (language == "ar")
    # a face
    screen.presenter.open_door("faces")
    page = screen.page
    assert isinstance(page, FacesPage)
    press(page.faces[Face.GREAT])
    press(page.subjects[Subject.WELCOME])
    press(page.done)
    assert faces.between(DAY, DAY)[0].subjects == (Subject.WELCOME,)
    # an idea
    go(screen, language, "idea")
    page = screen.page
    assert isinstance(page, IdeaPage)
    words = {"nl": "Een zandbak", "ar": "صندوق رمل", "zh": "沙坑"}[language]
    page.field.setPlainText(words)
    press(page.send)
    voice = voices.listed()[-1]
    assert (voice.words, voice.language) == (words, language)
    # dots
    go(screen, language, "poll")
    page = screen.page
    assert isinstance(page, ChoicePage)
    for _ in range(3):
        press(page.cards[corner.cards[1]])
    press(page.done)
    assert [one.number for one in polls.dots(corner.poll)] == [3]
    # the team reads, answers, hangs it up and tells back; the corner shows it in that language
    answer = {"nl": "Ja, in mei.", "ar": "نعم، في مايو.", "zh": "好的，五月。"}[language]
    team.answer(voice.id, voice.version, VoiceState.PLANNED, "Ja, in mei.", "" if language == "nl" else answer)
    board_texts.show(voice.id, voices.get(voice.id).version)
    team.tell_back(voice.id, voices.get(voice.id).version, ToldHow.CORNER, DAY, corner.now)
    go(screen, language, "board")
    assert isinstance(screen.page, BoardPage)
    said = [part.text() for part in screen.page.findChildren(QLabel)]
    assert words in said
    assert answer in said
    press(screen.page.me_too[voice.id])
    assert tables.Agreed.select().count() == 1


def test_all_of_it_goes_by_keyboard(screen: CornerScreen, corner: Corner) -> None:
    for _step in range(12):  # whatever has the keyboard is pressed
        focused = screen.window().focusWidget()
        assert isinstance(focused, QAbstractButton)
        if isinstance(screen.page, FacesPage):
            break
        QTest.keyClick(focused, Qt.Key.Key_Space)
        QApplication.processEvents()
    assert isinstance(screen.page, FacesPage)
    QTest.keyClick(screen.page.faces[Face.GREAT], Qt.Key.Key_Space)
    QTest.keyClick(screen.page.done, Qt.Key.Key_Space)
    assert faces.between(DAY, DAY)[0].face is Face.GREAT


def test_what_was_typed_is_gone_for_the_next_parent(screen: CornerScreen) -> None:
    go(screen, "nl", "idea")
    page = screen.page
    assert isinstance(page, IdeaPage)
    page.field.setPlainText("ZEERGEHEIM")
    screen.begin_anew()
    QApplication.processEvents()
    go(screen, "nl", "idea")
    assert isinstance(screen.page, IdeaPage)
    assert screen.page is not page
    assert screen.page.field.toPlainText() == ""


def test_a_cat_on_the_keyboard_ends_somewhere(screen: CornerScreen) -> None:
    go(screen, "nl", "idea")
    page = screen.page
    assert isinstance(page, IdeaPage)
    page.field.setPlainText("🐈" * 4_000)
    assert len(page.field.toPlainText()) <= 1_000
    page.field.setPlainText("a" * 999)
    assert page.left.text().replace("\u2068", "").replace("\u2069", "") == "er past nog 1 letter"
    page.field.setPlainText("a" * 100)
    assert page.left.text() == ""


@pytest.mark.parametrize("language", PAPER)
def test_every_page_in_every_language_is_whole_and_every_letter_drawn(
    screen: CornerScreen, corner: Corner, language: str
) -> None:
    for door in ("", *DOORS):
        go(screen, language, door)
        if isinstance(screen.page, FacesPage):
            press(screen.page.faces[Face.BAD])
            QApplication.processEvents()
        page = screen.page
        assert page is not None
        assert screen.isRightToLeft() is is_right_to_left(language)
        assert page.minimumSizeHint().height() <= 768 - 76, door
        assert page.minimumSizeHint().width() <= 1366, door
        assert cut(page) == [], door
        assert without_drawing(page) == set(), door
        corner.later()


@pytest.mark.parametrize("language", ["nl", "de", "so", "ur", "zh"])
def test_large_letters_are_whole_too(corner: Corner, qtbot: QtBot, qapp: QApplication, language: str) -> None:
    theme.apply(qapp, "light", 1.5)
    screen = CornerScreen(corner.around)
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    for door in ("", *DOORS):
        go(screen, language, door)
        if isinstance(screen.page, FacesPage):
            press(screen.page.faces[Face.BAD])
            QApplication.processEvents()
        page = screen.page
        assert page is not None
        qtbot.waitUntil(lambda shown=page: cut(shown) == [])  # type: ignore[misc]
        assert page.width() <= 1366, door
        corner.later()


def test_doors_are_equally_wide_with_their_pictures_at_one_height(screen: CornerScreen) -> None:
    go(screen, "nl")
    doors = screen.page.findChildren(PictureKey)  # type: ignore[union-attr]
    assert max(door.width() for door in doors) - min(door.width() for door in doors) <= 1
    assert len({door.inside.itemAt(1).geometry().y() for door in doors}) == 1  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("🍲" * 5_000, "🍲" * 1_000),
        ("<b>koken</b> <script>alert(1)</script> & =1+1", "<b>koken</b> <script>alert(1)</script> & =1+1"),
        ("\u202eKoken\u202c \u2067طبخ\u2069 \u202d", "Koken طبخ"),
        ("\u202e" * 5_000, None),
        ("bel 0470 12 34 56", "bel 0470 12 34 56"),
    ],
    ids=["emoji", "markup", "turned", "only turning", "number"],
)
def test_whatever_is_written_is_kept_as_words_and_hangs_nowhere_before_a_host_looks(
    screen: CornerScreen, typed: str, kept: str | None
) -> None:
    go(screen, "nl", "idea")
    page = screen.page
    assert isinstance(page, IdeaPage)
    assert any("telefoonnummer" in part.text() for part in page.findChildren(QLabel))  # asked to leave it out
    page.field.setPlainText(typed)
    press(page.send)
    if kept is None:
        assert screen.page is page
        assert page.trouble.isVisible()
        assert len(voices.listed()) == 1
        return
    voice = voices.listed()[-1]
    assert (voice.words, voice.is_shown) == (kept, False)
    assert isinstance(screen.page, EndPage)
    go(screen, "nl", "board")
    assert kept not in [part.text() for part in screen.page.findChildren(QLabel)]
    board_texts.show(voice.id, voice.version)
    go(screen, "nl", "board")
    texts = [part for part in screen.page.findChildren(QLabel) if part.text().startswith(kept[:5])]
    assert [part.textFormat() for part in texts] == [Qt.TextFormat.PlainText]
    assert screen.size() == QSize(1366, 768)


def test_a_choice_that_closes_under_the_hand_of_a_parent_becomes_what_came_out(
    screen: CornerScreen, corner: Corner
) -> None:
    go(screen, "nl", "poll")
    page = screen.page
    assert isinstance(page, ChoicePage)
    press(page.cards[corner.cards[0]])
    team_polls.close_poll(corner.poll, polls.get(corner.poll).version, corner.now)
    press(page.done)
    QApplication.processEvents()
    after = screen.page
    assert isinstance(after, ChoicePage)
    assert after.trouble.isVisible()
    assert not any(part.isVisible() for part in (after.left, after.take_back, after.done))
    assert "Dit kwam eruit" in [part.text() for part in after.findChildren(QLabel)]
    assert polls.dots(corner.poll) == []


@pytest.mark.parametrize("reason", [Reason.HOUSE_BUSY, Reason.SERVER_LOST, Reason.DISK_FULL, Reason.DATABASE_FAILED])
def test_a_face_that_cannot_be_saved_stays_chosen_and_is_pressed_again(
    screen: CornerScreen, monkeypatch: pytest.MonkeyPatch, reason: Reason
) -> None:
    go(screen, "nl", "faces")
    page = screen.page
    assert isinstance(page, FacesPage)
    press(page.faces[Face.BAD])
    press(page.subjects[Subject.FOOD])

    def lost(_given: FacesGiven) -> int:
        raise Refused(reason)

    with monkeypatch.context() as away:
        away.setattr(faces, "add", lost)
        press(page.done)
    assert screen.page is page
    assert page.trouble.isVisible()
    assert page.trouble.text().startswith("Het kon nu niet bewaard worden.")
    assert faces.between(DAY, DAY) == []
    press(page.done)
    assert isinstance(screen.page, EndPage)
    assert [(one.face, one.subjects) for one in faces.between(DAY, DAY)] == [(Face.BAD, (Subject.FOOD,))]


# --- a toddler's hands ---


KEYS = [Qt.Key(number) for number in (*range(0x20, 0x5B), *range(0x01000000, 0x01000040))]
MODIFIERS = [
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier,
]  # fmt: skip


@pytest.fixture
def guarded(corner: Corner, qtbot: QtBot, qapp: QApplication) -> Iterator[GuardedWindow]:
    """Open the corner in its guarded window."""
    theme.apply(qapp, "light", 1.0)
    upkeep.set_pin(make_member(), "2468")
    window = GuardedWindow(corner.around, CornerScreen(corner.around))
    window.guard()
    yield window
    window.release()
    window.close()


def _poke(window: GuardedWindow, chance: random.Random, finger: QPointingDevice) -> None:
    """Do one thing that a toddler may do."""
    target = window.focusWidget() or window
    at = QPoint(chance.randrange(window.width()), chance.randrange(window.height()))
    touched = window.childAt(at) or window
    where = touched.mapFrom(window, at)
    doing = chance.randrange(10)
    if doing < 3:
        QTest.keyClick(target, chance.choice(KEYS), chance.choice(MODIFIERS))
    elif doing < 6:
        QTest.mouseClick(touched, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    elif doing == 6:
        button = chance.choice([Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
        QTest.mouseClick(touched, button, chance.choice(MODIFIERS), where)
    elif doing == 7:
        QTest.touchEvent(touched, finger).press(0, where).commit()
        QTest.touchEvent(touched, finger).move(0, where + QPoint(chance.randrange(-90, 90), 40)).commit()
        QTest.touchEvent(touched, finger).release(0, where).commit()
    elif doing == 8:
        turned = QPoint(0, chance.choice([-240, 240]))
        event = QWheelEvent(
            QPointF(where), QPointF(touched.mapToGlobal(where)), QPoint(), turned, Qt.MouseButton.NoButton,
            chance.choice(MODIFIERS), Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(touched, event)
    else:
        QTest.mousePress(touched, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
        QTest.mouseMove(window, QPoint(chance.randrange(window.width()), chance.randrange(window.height())))
        QTest.mouseRelease(touched, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)


@pytest.mark.parametrize(
    ("seed", "events"),
    [(20261125, EVENTS), (NEW_SEED, EVENTS), pytest.param(NEW_SEED, MANY_EVENTS, marks=pytest.mark.long)],
    ids=["fixed", "new", "long"],  # the same for every worker
)
def test_a_toddler_neither_leaves_nor_breaks_it_and_is_heard_once(
    guarded: GuardedWindow, corner: Corner, seed: int, events: int
) -> None:
    print(f"MEETINGPLACE_SEED={seed}")
    chance, finger = random.Random(seed), QTest.createTouchDevice()
    before = len(voices.listed())
    for number in range(events):
        _poke(guarded, chance, finger)
        if number % 50 == 0:
            QApplication.processEvents()
            assert guarded.isVisible(), seed
            assert guarded.is_guarding, seed
            assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [guarded], seed
    # the clock stood still: each kind of thing was written once at most
    assert tables.FacesGiven.select().count() <= 1, seed
    assert len(voices.listed()) - before <= 1, seed
    assert tables.Call.select().count() <= 1, seed
    assert tables.Agreed.select().count() <= 1, seed
    assert sum(one.number for one in polls.dots(corner.poll)) <= 3, seed
    assert isinstance(guarded.content, CornerScreen)
    assert guarded.content.presenter.step in Step
