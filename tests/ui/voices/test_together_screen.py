"""The voices screen with real presses: what hangs on the board of the corner, and voices that stand together."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from meetingplace.domain.voices import Kind, Voice, VoiceState, VoiceText
from meetingplace.services import parents_corner
from meetingplace.storage import voices as stored
from meetingplace.ui.kit.fields import TextArea
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.voices.card import DRAGGED
from meetingplace.ui.voices.filtering.panel import OnlyPanel
from meetingplace.ui.voices.hanging.panel import HangingPanel
from meetingplace.ui.voices.joining.panel import JoiningPanel
from meetingplace.ui.voices.screen import VoicesScreen
from tests.makers import make_house, make_place
from tests.ui.voices.test_screen import ARABIC, NOW, card, named, opened, press, settle, tell


def on_top(screen: VoicesScreen, kind: type[QWidget]) -> QWidget:
    """Find the panel that is open."""
    return next(panel for panel in screen.window().findChildren(kind) if panel.isVisible())


def drop(screen: VoicesScreen, voice: Voice, onto: Voice) -> QMenu:
    """Drop the card of a voice on another card, and give the menu that asks what is meant."""
    data = QMimeData()
    data.setData(DRAGGED, str(voice.id).encode())
    below = card(screen, onto)
    below.dropEvent(
        QDropEvent(QPointF(20, 20), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    )
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, number: int) -> None:
    """Press a line of a menu by the keyboard."""
    for _step in range(number):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle()


def test_a_voice_is_written_in_french_and_hung_up_and_taken_down(around: Surroundings, qtbot):
    make_house(languages=("fr", "ar"))
    make_place()
    voice = tell(ARABIC, language="ar", translation="Een rustige plek.")
    screen = opened(around, qtbot, voice_id=voice.id)
    press(named(screen, "hang"))
    panel = on_top(screen, HangingPanel)
    assert isinstance(panel, HangingPanel)
    assert panel.words.toPlainText() == "Een rustige plek."
    press(panel.languages.button("ar"))
    assert panel.words.layoutDirection() == Qt.LayoutDirection.RightToLeft
    press(panel.languages.button("fr"))
    panel.words.setFocus()
    QTest.keyClicks(panel.words, "Un coin calme.")
    press(panel.states.button("checked"))
    press(panel.verb)
    assert stored.get(voice.id).texts == (VoiceText("fr", "Un coin calme.", "", "checked"),)
    assert [idea.words for idea in parents_corner.ideas("fr")] == ["Un coin calme."]
    assert card(screen, voice).shown.hangs
    press(named(screen, "down"))
    assert parents_corner.ideas("fr") == ()


def test_a_telephone_number_is_pointed_at_while_one_types(around: Surroundings, qtbot):
    make_place()
    voice = tell("Koken", language="nl")
    screen = opened(around, qtbot, voice_id=voice.id)
    press(named(screen, "hang"))
    panel = on_top(screen, HangingPanel)
    assert isinstance(panel, HangingPanel)
    assert panel.warning.isHidden()
    QTest.keyClicks(panel.words, " 0470 12 34 56")
    settle()
    assert panel.warning.isVisible()


def test_a_card_on_a_card_asks_whether_both_say_the_same(around: Surroundings, qtbot):
    make_place()
    first, second = tell("Samen koken", 9), tell("Nog eens koken")
    screen = opened(around, qtbot)
    choose(drop(screen, second, first), 0)
    assert stored.get(second.id).joined_id == first.id
    assert card(screen, first).shown.others == "+1"


def test_or_it_only_moves_to_that_column(around: Surroundings, qtbot):
    make_place()
    planned, heard = tell("Samen koken", 9), tell("Nog eens koken")
    stored.change(Voice(**{**vars(planned), "state": VoiceState.PLANNED}), None)
    screen = opened(around, qtbot)
    choose(drop(screen, heard, planned), 1)
    assert (stored.get(heard.id).state, stored.get(heard.id).joined_id) == (VoiceState.PLANNED, None)


def test_the_menu_of_a_card_moves_it_and_opens_what_it_names_with_the_keyboard(around: Surroundings, qtbot):
    make_place()
    voice, other = tell("Samen koken", 9), tell("Nog eens koken")
    screen = opened(around, qtbot)
    middle = card(screen, voice).rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, card(screen, voice).mapToGlobal(middle))
    QApplication.sendEvent(card(screen, voice), asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choose(menu, 5)  # after four acts: the second other column
    assert stored.get(voice.id).state is VoiceState.PLANNED
    QApplication.sendEvent(card(screen, voice), asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choose(menu, 2)
    panel = on_top(screen, JoiningPanel)
    assert isinstance(panel, JoiningPanel)
    QTest.keyClicks(panel.search, "nog")
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    panel.cards[other.id].setFocus()
    QTest.keyClick(panel.cards[other.id], Qt.Key.Key_Return)
    settle()
    assert stored.get(voice.id).joined_id == other.id


def test_a_note_is_saved_when_the_field_is_left_and_what_is_typed_stays_meanwhile(around: Surroundings, qtbot):
    make_place()
    voice = tell("Samen koken")
    screen = opened(around, qtbot, voice_id=voice.id)
    notes = screen._page.findChild(TextArea, "notes")
    assert notes is not None
    notes.setFocus()
    QTest.keyClicks(notes, "Nele belt")
    stored.change(Voice(**{**vars(stored.get(voice.id)), "theme": "koken"}), None)  # from another PC
    screen.refresh()
    notes = next(part for part in screen._page.findChildren(TextArea, "notes") if part.isVisible())
    assert notes.toPlainText() == "Nele belt"
    named(screen, "back").setFocus()
    settle()
    assert stored.get(voice.id).notes == "Nele belt"


def test_the_board_is_narrowed_and_shows_everything_again(around: Surroundings, qtbot):
    make_place()
    question, wish = tell("Zaterdag?", kind=Kind.QUESTION), tell("Samen koken")
    screen = opened(around, qtbot)
    press(screen._tools.filter)
    panel = on_top(screen, OnlyPanel)
    assert isinstance(panel, OnlyPanel)
    panel.kind.setCurrentIndex(panel.kind.findData(Kind.QUESTION))
    press(panel.verb)
    assert screen._board.card(wish.id) is None
    assert screen._board.card(question.id) is not None
    press(screen._tools.only.everything)
    assert screen._board.card(wish.id) is not None
    assert NOW.date() == question.heard_on
