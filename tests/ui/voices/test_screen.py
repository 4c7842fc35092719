"""The voices screen with real presses and keys: hearing, answering, moving, going from card to card."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPushButton, QWidget

from meetingplace.domain.voices import Kind, Voice, VoiceState
from meetingplace.services import voices
from meetingplace.storage import voices as stored
from meetingplace.ui.kit import theme
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.text import Lines
from meetingplace.ui.voices.card import DRAGGED, VoiceCard
from meetingplace.ui.voices.forms import AnswerForm, TellForm, VoiceForm
from meetingplace.ui.voices.screen import VoicesScreen
from tests.makers import make_family, make_member, make_place, make_session

NOW = datetime(2026, 10, 27, 9, 10)
ARABIC = "نتمنى مكانًا هادئًا للرضاعة."


def tell(words: str, days: int = 0, **more: object) -> Voice:
    """Write a voice down that was heard so many days ago."""
    made = voices.hear(words=words, now=NOW - timedelta(days=days), **more).made  # type: ignore[arg-type]
    assert made is not None
    return stored.get(made)


def opened(around: Surroundings, qtbot, width: int = 1262, **what: object) -> VoicesScreen:
    """Open the screen in a window."""
    screen = VoicesScreen(around)
    qtbot.addWidget(screen)
    screen.resize(width, 768)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.open(**what)
    settle()
    return screen


def settle() -> None:
    """Let the window lay out what changed."""
    QApplication.processEvents()


def press(part: QWidget) -> None:
    settle()
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)
    settle()


def card(screen: VoicesScreen, voice: Voice) -> VoiceCard:
    found = screen._board.card(voice.id)
    assert found is not None
    return found


def named(screen: VoicesScreen, name: str) -> QAbstractButton:
    """Find a button of the page by its name."""
    return next(part for part in screen._page.findChildren(QAbstractButton, name) if part.isVisible())


def test_a_parent_is_heard_in_arabic_with_the_keyboard_first_in_the_words(around: Surroundings, qtbot):
    make_place()
    for _number in range(2):
        make_family(languages=["ar"])
    screen = opened(around, qtbot)
    assert screen.primary is not None
    press(screen.primary)
    form = screen._form
    assert isinstance(form, VoiceForm)
    assert form.words.hasFocus()
    press(form.language.button("ar"))
    assert form.words.layoutDirection() == Qt.LayoutDirection.RightToLeft
    form.words.setFocus()
    form.words.insertPlainText(ARABIC)
    form.words.moveCursor(QTextCursor.MoveOperation.Start)  # where an Arabic reader begins: on the right
    assert form.words.cursorRect().left() > form.words.width() * 0.9
    press(form.kind.button(Kind.IDEA))
    press(form.verb)
    saved = stored.listed()[0]
    assert (saved.words, saved.language, saved.kind) == (ARABIC, "ar", Kind.IDEA)
    assert screen._form is None
    assert card(screen, saved).accessibleName().startswith(f"العربية, {ARABIC}")


def test_every_language_is_one_press_further(around: Surroundings, qtbot):
    make_place()
    screen = opened(around, qtbot)
    screen._presenter.writing.write_down()
    form = screen._form
    assert isinstance(form, VoiceForm)
    press(form.language.all_button)
    press(form.language.button("ti"))
    assert form.language.on == "ti"
    assert form.draft.language == "ti"
    press(form.language.button("ur"))
    assert form.words.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_a_voice_is_written_down_without_the_mouse(around: Surroundings, qtbot):
    make_place()
    screen = opened(around, qtbot)
    assert screen.primary is not None
    screen.primary.setFocus()
    QTest.keyClick(screen.primary, Qt.Key.Key_Space)
    form = screen._form
    assert isinstance(form, VoiceForm)
    QTest.keyClicks(form.words, "Meer boekjes")
    QTest.keyClick(form.words, Qt.Key.Key_Return)
    QTest.keyClicks(form.words, "voor de kleinsten")
    QTest.keyClick(form.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [voice.words for voice in stored.listed()] == ["Meer boekjes\nvoor de kleinsten"]
    assert screen._form is None


def test_esc_closes_the_form_and_what_was_typed_is_there_when_it_opens_again(around: Surroundings, qtbot, heard):
    make_place()
    session = make_session(1, day=NOW.date())
    screen = opened(around, qtbot, session_id=session)
    form = screen._form
    assert isinstance(form, VoiceForm)
    assert form.draft.session_id == session
    form.words.insertPlainText("half een zin")
    QTest.keyClick(form.words, Qt.Key.Key_Escape)
    assert screen._form is None
    assert screen.primary is not None
    press(screen.primary)
    again = screen._form
    assert isinstance(again, VoiceForm)
    assert again.words.toPlainText() == "half een zin"
    assert heard.sentences == ["Not saved yet. What you typed stands there when you open this again."]
    QTest.keyClick(again.words, Qt.Key.Key_Escape)
    assert len(heard.sentences) == 1  # nothing was typed this time


def test_ten_thousand_letters_are_refused_under_the_words_and_stay(around: Surroundings, qtbot):
    make_place()
    screen = opened(around, qtbot)
    screen._presenter.writing.write_down()
    form = screen._form
    assert isinstance(form, VoiceForm)
    form.words.setPlainText("a" * 10_000)
    press(form.verb)
    assert screen._form is form
    assert "too long" in form.words.accessibleDescription()
    assert len(form.words.toPlainText()) == 10_000


def test_a_second_press_while_it_is_being_saved_writes_nothing_twice(around: Surroundings, qtbot, monkeypatch):
    make_place()
    screen = opened(around, qtbot)
    screen._presenter.writing.write_down()
    form = screen._form
    assert isinstance(form, VoiceForm)
    saved: list[str] = []
    monkeypatch.setattr(screen._presenter.writing, "save", lambda draft: saved.append(draft.words))  # answers later
    form.words.setPlainText("een wens")
    press(form.verb)
    press(form.verb)
    assert saved == ["een wens"]
    screen.show_wrong("words", "Try again.")
    press(form.verb)
    assert saved == ["een wens", "een wens"]


def test_the_oldest_that_waits_is_answered_from_its_card(around: Surroundings, qtbot):
    make_place()
    tell("jong", 1)
    old = tell(ARABIC, 20, language="ar", translation="Een rustige plek")
    screen = opened(around, qtbot)
    button = card(screen, old).answer
    assert button is not None
    press(button)
    form = screen._form
    assert isinstance(form, AnswerForm)
    press(form.decision.button(VoiceState.NOT_POSSIBLE))
    press(form.verb)
    assert "Say why" in form.words.accessibleDescription()
    form.words.insertPlainText("Geen lokaal vrij.")
    assert form.in_language.layoutDirection() == Qt.LayoutDirection.RightToLeft
    press(form.verb)
    assert (stored.get(old.id).state, stored.get(old.id).answer) == (VoiceState.NOT_POSSIBLE, "Geen lokaal vrij.")
    assert "Geen lokaal vrij." in card(screen, old).accessibleName()


def test_esc_asks_before_it_throws_away_when_an_answer_was_told(around: Surroundings, qtbot):
    make_place()
    voice = tell("een wens", 3)
    voices.answer(voice.id, voice.version, VoiceState.DONE, "Dat kan.", "", None)
    screen = opened(around, qtbot, voice_id=voice.id)
    press(named(screen, "tell"))
    form = screen._form
    assert isinstance(form, TellForm)
    form.day.typed.setText("25/10/2026")
    QTest.keyClick(form.day.typed, Qt.Key.Key_Escape)
    assert screen._form is form
    assert form.isVisible()


def test_enter_opens_a_voice_and_esc_comes_back_to_its_card(around: Surroundings, qtbot):
    make_place()
    first, second = tell("eerst", 5), tell("tweede", 1)
    discussed = tell("besproken", 3)
    voices.move(discussed.id, discussed.version, VoiceState.DISCUSSED)
    screen = opened(around, qtbot)
    card(screen, first).setFocus()
    QTest.keyClick(card(screen, first), Qt.Key.Key_Down)
    assert card(screen, second).hasFocus()
    QTest.keyClick(card(screen, second), Qt.Key.Key_Right)
    assert card(screen, discussed).hasFocus()
    QTest.keyClick(card(screen, discussed), Qt.Key.Key_Space)
    assert screen._page.voice_id == discussed.id
    assert not screen._board.isVisible()
    QTest.keyClick(named(screen, "back"), Qt.Key.Key_Escape)
    assert screen._board.isVisible()
    assert card(screen, discussed).hasFocus()


def test_a_voice_moves_by_a_press_on_its_page_and_the_keyboard_stays(around: Surroundings, qtbot):
    make_place()
    voice = tell("een wens")
    screen = opened(around, qtbot, voice_id=voice.id)
    named(screen, "state planned").setFocus()
    press(named(screen, "state planned"))
    assert stored.get(voice.id).state is VoiceState.PLANNED
    assert named(screen, "state planned").isChecked()
    assert named(screen, "state planned").hasFocus()
    press(named(screen, "state not_possible"))
    assert isinstance(screen._form, AnswerForm)
    assert named(screen, "state planned").isChecked()  # not possible only once there is a reason


def test_the_words_are_copied_to_be_translated_elsewhere(around: Surroundings, qtbot, heard):
    make_place()
    voice = tell(ARABIC, language="ar")
    screen = opened(around, qtbot, voice_id=voice.id)
    press(named(screen, "copy"))
    assert QApplication.clipboard().text() == ARABIC
    assert heard.sentences == ["The words are copied."]


def test_who_follows_it_up_is_saved_by_choosing(around: Surroundings, qtbot):
    make_place()
    nele = make_member("Nele")
    voice = tell("een wens")
    screen = opened(around, qtbot, voice_id=voice.id)
    choice = screen._page.findChild(QComboBox, "follower")
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert stored.get(voice.id).follower_id == nele


def test_planning_and_taking_away_from_the_page(around: Surroundings, qtbot, heard):
    make_place()
    voice = tell("een wens")
    screen = opened(around, qtbot, voice_id=voice.id)
    press(named(screen, "plan"))
    assert heard.went == [("planning", {"voice_id": voice.id})]
    press(named(screen, "remove"))
    assert stored.listed() == []
    assert not screen._page.isVisible()
    around.work.undo()
    settle()
    assert card(screen, voice).isVisible()


def test_a_card_that_is_dropped_on_a_column_moves_there(around: Surroundings, qtbot):
    make_place()
    voice = tell("een wens")
    screen = opened(around, qtbot)
    data = QMimeData()
    data.setData(DRAGGED, str(voice.id).encode())
    drop = QDropEvent(
        QPointF(20, 60), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    screen._board.column(VoiceState.DONE).dropEvent(drop)
    settle()
    assert stored.get(voice.id).state is VoiceState.DONE
    assert card(screen, voice).shown.state is VoiceState.DONE


def test_search_shows_what_is_found_and_offers_a_way_back(around: Surroundings, qtbot):
    make_place()
    tea, coffee = tell("Çay içelim", language="tr"), tell("Koffie")
    screen = opened(around, qtbot)
    kept = card(screen, tea)
    QTest.keyClicks(screen._tools.search, "cay")
    screen._tools.search.searched.emit(screen._tools.search.text())
    assert screen._board.card(coffee.id) is None
    assert card(screen, tea).shown.words.text == kept.shown.words.text
    screen._tools.search.searched.emit("nergens")
    assert screen._nothing.isVisible()
    assert not screen._board.isVisible()
    press(screen._nothing.findChild(QPushButton))
    assert card(screen, coffee).isVisible()
    assert screen._tools.search.text() == ""


def test_an_empty_house_says_what_this_is_and_offers_the_first_step(around: Surroundings, qtbot):
    make_place()
    screen = opened(around, qtbot)
    assert screen._empty.isVisible()
    press(screen._empty.findChild(QPushButton))
    assert isinstance(screen._form, VoiceForm)


def test_tab_goes_down_the_cards_and_the_rest_is_one_press_further(around: Surroundings, qtbot):
    make_place()
    for number in range(12):
        told = tell(f"Dank {number}")
        voices.move(told.id, told.version, VoiceState.DONE)
    screen = opened(around, qtbot)
    column = screen._board.column(VoiceState.DONE)
    last = column.cards[-1]
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Tab)
    assert column.more.hasFocus()
    assert column.more.text() == "Show all 12"
    assert column.more.width() > column.more.fontMetrics().horizontalAdvance("Show all 12")


def test_a_card_that_did_not_change_keeps_the_keyboard_when_another_voice_comes(around: Surroundings, qtbot):
    make_place()
    voice = tell("eerst", 5)
    screen = opened(around, qtbot)
    card(screen, voice).setFocus()
    around.work.do(lambda: voices.hear(words="nieuw", now=NOW))
    assert len(screen._board.column(VoiceState.HEARD).cards) == 2
    assert card(screen, voice).hasFocus()


@pytest.mark.parametrize(("scale", "at_once"), [(1.0, 5), (1.5, 3)])
def test_the_board_shows_whole_columns_and_scrolls_sideways_when_they_do_not_fit(
    around: Surroundings, qtbot, qapp, scale: float, at_once: int
):
    theme.apply(qapp, "light", scale)
    make_place()
    tell("een wens")
    screen = opened(around, qtbot, width=1246)
    column = screen._board.column(VoiceState.HEARD)
    room = screen._board.viewport().width()
    assert at_once * column.width() <= room < (at_once + 1) * column.width()
    last = list(VoiceState)[at_once - 1]
    qtbot.waitUntil(lambda: screen._board.column(last).geometry().right() + 1 == room)
    qtbot.waitUntil(lambda: (screen._board.horizontalScrollBar().maximum() > 0) is (at_once < 5))


def test_a_card_is_as_high_as_its_words_and_an_endless_word_is_broken(around: Surroundings, qtbot):
    make_place()
    short, long = tell("kort"), tell("a" * 200)
    screen = opened(around, qtbot)
    assert card(screen, long).height() > card(screen, short).height() + 60
    width = 180.0
    lines = Lines("a" * 200, theme.current().font(17), width)
    one = Lines("a" * 200, theme.current().font(17))
    assert lines.height >= (one.width / width) * one.height * 0.9
    assert screen._board.column(VoiceState.HEARD).area.horizontalScrollBar().maximum() == 0


def test_the_page_of_an_endless_word_is_not_wider_than_the_window(around: Surroundings, qtbot):
    make_place()
    voice = tell("a" * 5_000, translation="b" * 2_000)
    voices.answer(voice.id, voice.version, VoiceState.DONE, "c" * 2_000, "d" * 2_000)
    screen = opened(around, qtbot, voice_id=voice.id)
    assert screen._page.width() <= screen.width()
    assert screen.page.horizontalScrollBar().maximum() == 0


def test_every_button_can_be_read_aloud_and_pressed_with_a_thumb(around: Surroundings, qtbot):
    make_place()
    voice = tell(ARABIC, 20, language="ar", translation="Stil")
    screen = opened(around, qtbot)
    screen._presenter.open_voice(voice.id)
    screen._presenter.writing.write_down()
    for part in screen.window().findChildren(QAbstractButton):
        if part.isVisible() and not part.visibleRegion().isEmpty():
            assert part.accessibleName() or part.text()
            assert part.height() >= 44 or part.mapTo(screen, QPoint(0, 0)).y() < 72, part.text()
