"""The rooms beside the voices with real presses and keys: a choice is written, opened and counted; a sheet too."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from meetingplace.domain.faces import Face
from meetingplace.services import faces, parents_corner
from meetingplace.storage import polls as kept
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.voices.counts import CountRow, CountsShown
from meetingplace.ui.voices.faces.panel import FacesPanel
from meetingplace.ui.voices.faces.sheet import SheetForm
from meetingplace.ui.voices.polls.form import PollForm
from meetingplace.ui.voices.polls.panel import PollsPanel
from meetingplace.ui.voices.polls.poster import PosterForm
from meetingplace.ui.voices.results import Bar, Result
from meetingplace.ui.voices.rungs.panel import RungsPanel
from tests.makers import DAY, make_house, make_place, make_session
from tests.ui.voices.test_screen import NOW, opened, press, settle, tell
from tests.ui.voices.test_together_screen import on_top


def part(panel: QWidget, name: str) -> QPushButton:
    return next(one for one in panel.findChildren(QPushButton, name) if one.isVisible())


def test_a_choice_is_written_opened_and_its_poster_counted(around: Surroundings, qtbot):
    make_house(languages=("nl", "fr"))
    make_place()
    screen = opened(around, qtbot)
    next(line for line in screen._tools.more.choices.actions() if line.text() == "Choices").trigger()
    panel = on_top(screen, PollsPanel)
    assert isinstance(panel, PollsPanel)
    press(panel.new)
    form = on_top(screen, PollForm)
    assert isinstance(form, PollForm)
    QTest.keyClicks(form.question, "Wat doen we?")
    press(form.verb)  # no cards yet: it is said, and nothing typed is lost
    assert form.question.text() == "Wat doen we?"
    for line, picture in zip(form.cards.rows, ("music", "tent"), strict=True):
        line.picture.setCurrentIndex(line.picture.findData(picture))
        line.picture.activated.emit(line.picture.currentIndex())
    assert form.cards.rows[0].words.text() == "singing songs"
    form.cards.rows[0].words.setText("zingen")
    settle()
    press(form.cards.add_button)
    press(form.cards.rows[1].remove)  # the one in the middle goes, with its words in every language
    form.cards.rows[1].picture.setCurrentIndex(form.cards.rows[1].picture.findData("bed"))
    form.cards.rows[1].words.setText("rust")
    form.texts.fields[1].setText("chanter")
    press(form.verb)
    poll = kept.listed()[0]
    assert [(card.words, card.picture) for card in poll.cards] == [("zingen", "music"), ("rust", "bed")]
    assert [text.words for text in poll.cards[0].texts] == ["chanter"]
    press(part(panel, f"switch {poll.id}"))
    assert parents_corner.poll("fr", DAY) is not None
    press(part(panel, f"count {poll.id}"))
    poster = on_top(screen, PosterForm)
    assert isinstance(poster, PosterForm)
    QTest.keyClicks(poster.first, "7")
    QTest.keyClick(poster.first, Qt.Key.Key_Return)
    settle()
    assert [dots.number for dots in kept.dots(poll.id)] == [7]


def test_words_of_a_card_go_with_it_in_every_language(around: Surroundings, qtbot):
    make_house(languages=("nl", "fr", "ar"))
    make_place()
    screen = opened(around, qtbot)
    screen.open_room("polls")
    panel = on_top(screen, PollsPanel)
    assert isinstance(panel, PollsPanel)
    press(panel.new)
    form = on_top(screen, PollForm)
    assert isinstance(form, PollForm)
    press(form.cards.add_button)
    for field, words in zip(form.texts.fields, ("Quoi ?", "un", "deux", "trois"), strict=True):
        field.setText(words)
    press(form.texts.languages.button("ar"))
    assert form.texts.fields[0].layoutDirection() == Qt.LayoutDirection.RightToLeft
    for field, words in zip(form.texts.fields, ("ماذا؟", "1", "2", "3"), strict=True):
        field.setText(words)
    press(form.cards.rows[1].remove)
    drafts = form.texts.drafts
    assert (drafts["fr"].cards, drafts["ar"].cards) == (("un", "trois"), ("1", "3"))
    assert [field.text() for field in form.texts.fields] == ["ماذا؟", "1", "3"]


def test_a_sheet_with_faces_is_counted_by_keyboard(around: Surroundings, qtbot):
    session = make_session(make_place(), start=NOW.time())
    screen = opened(around, qtbot)
    screen.open_room("faces")
    panel = on_top(screen, FacesPanel)
    assert isinstance(panel, FacesPanel)
    press(panel.sheet)
    form = on_top(screen, SheetForm)
    assert isinstance(form, SheetForm)
    good = form.numbers[Face.GOOD]
    assert good.accessibleName() == "Good"
    good.setFocus()
    QTest.keyClicks(good, "five")
    QTest.keyClick(good, Qt.Key.Key_Return)
    assert "five" in good.accessibleDescription()  # what is wrong is read aloud where it is typed
    assert good.hasFocus()
    good.clear()
    QTest.keyClicks(good, "5")
    QTest.keyClick(good, Qt.Key.Key_Return)
    settle()
    assert faces.on_paper(session)[Face.GOOD] == 5
    QTest.keyClick(panel.paper, Qt.Key.Key_Escape)
    settle()
    assert not panel.is_open


def test_what_is_of_screen_and_what_of_paper_is_shown_at_its_head(qapp: QApplication):
    rows = (CountRow("", "Goed", (3, 2, 5)), CountRow("", "Slecht", (0, 1, 1)))
    apart = Result(CountsShown("Gezichtjes", ("In the corner", "On paper", "Together"), rows))
    assert len(apart.findChildren(Bar)) == len(rows) + 2
    years = Result(CountsShown("Stemmen", ("2024", "2025", "2026"), rows), is_last_alone=True)
    assert len(years.findChildren(Bar)) == len(rows)


def test_the_ladder_is_a_room_of_the_menu(around: Surroundings, qtbot):
    make_place()
    tell("Koken")
    screen = opened(around, qtbot)
    next(line for line in screen._tools.more.choices.actions() if line.text() == "How parents take part").trigger()
    assert on_top(screen, RungsPanel).isVisible()
