"""The room for posters and slips: what each choice makes, what is said before it hangs, what leaves the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from meetingplace.domain.polls import Card, Poll
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.voices import ToldHow, Voice, VoiceState
from meetingplace.services.changes import Topic
from meetingplace.services.posters import PosterKind, PosterPaper
from meetingplace.storage import polls, voices
from meetingplace.ui.kit.paper_out import PageShown, Printer
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.voices.posters.panel import PostersPanel, open_room
from meetingplace.ui.voices.posters.presenter import ChoicesShown, Presenter
from meetingplace.ui.voices.screen import VoicesScreen
from tests.documents import reading
from tests.makers import DAY, make_house, make_place, make_session
from tests.ui.conftest import Heard


@dataclass
class FakeView:
    """A panel that only remembers, and answers what a person would."""

    page_width: int = 300
    choices: list[ChoicesShown] = field(default_factory=list)
    pages: list[PageShown] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    check: tuple[str, ...] = ()
    printed: tuple[bytes, ...] = ()
    sizes: list[PosterPaper] = field(default_factory=list)
    offered: str = ""
    file: Path | None = None
    dots: int = 300
    has_printer: bool = True
    suggested: str = ""
    to_tell: str = ""

    def show_choices(self, shown: ChoicesShown) -> None:
        self.choices.append(shown)

    def show_page(self, shown: PageShown) -> None:
        self.pages.append(shown)

    def show_check(self, lines: Sequence[str]) -> None:
        self.check = tuple(lines)

    def show_problem(self, said: str) -> None:
        self.problems.append(said)

    def offer_to_tell(self, said: str) -> None:
        self.to_tell = said

    def choose_printer(self, paper: PosterPaper) -> Printer | None:
        self.sizes.append(paper)
        if not self.has_printer:
            raise Refused(Reason.NO_PRINTER)
        return self if self.dots else None

    def print_pages(self, pages: tuple[bytes, ...]) -> None:
        self.printed = pages

    def offer_pdf(self, said: str) -> None:
        self.offered = said

    def choose_file(self, title: str, suggested: str) -> Path | None:
        del title
        self.suggested = suggested
        return self.file


@pytest.fixture
def place(house: None) -> int:
    """Make a house with a place, a voice that hangs on the board, and a session."""
    make_house("Huis Kersenhof", languages=("nl", "fr", "ar"))
    made = make_place("De Kers")
    told("Meer boeken")
    make_session(made, title="Praten")
    return made


def told(words: str, **columns: object) -> int:
    """Write down a voice that hangs on the board."""
    usual = {"heard_on": DAY, "answer": "Er zijn er nu 28.", "state": VoiceState.DONE, "is_shown": True}
    return voices.add(Voice(0, words=words, **{**usual, **columns}))  # type: ignore[arg-type]


def begun(around: Surroundings) -> tuple[Presenter, FakeView]:
    """Open the room."""
    view = FakeView()
    presenter = Presenter(around, view)
    presenter.refresh()
    return presenter, view


def saved(presenter: Presenter, view: FakeView, folder: Path) -> str:
    """Save the paper and read it."""
    view.file = folder / "paper.pdf"
    presenter.save_pdf()
    return reading.words(view.file.read_bytes())


def test_it_begins_with_what_was_said_and_done_in_the_languages_of_the_house(
    around: Surroundings, place: int, tmp_path: Path
) -> None:
    presenter, view = begun(around)
    shown = view.choices[-1]
    assert (shown.asked.kind, shown.asked.languages) == (PosterKind.SAID_DID, ("nl", "fr", "ar"))
    assert shown.since == date(2026, 9, 1)
    assert view.pages[-1].picture.startswith(b"\x89PNG")
    assert view.pages[-1].place == "page 1 of 1"
    assert view.check == (
        "French: 2 texts are not written yet. The Dutch stands for them.",
        "Arabic: 2 texts are not written yet. The Dutch stands for them.",
    )
    assert "“Meer boeken”" in saved(presenter, view, tmp_path)
    assert view.suggested == "You said – we did 2026-10-27.pdf"


def test_each_choice_makes_the_paper_anew(around: Surroundings, place: int, tmp_path: Path) -> None:
    presenter, view = begun(around)
    presenter.choose_kind(PosterKind.FACES)
    assert view.choices[-1].sessions[1][1] == "today · Praten"
    assert "Praten" in saved(presenter, view, tmp_path)
    presenter.choose_session(None)
    assert "Praten" not in saved(presenter, view, tmp_path)
    presenter.choose_languages(("ar",))
    assert view.choices[-1].asked.languages == ("nl", "ar")
    presenter.choose_kind(PosterKind.SLIPS)
    presenter.choose_languages(("ar",))
    assert view.choices[-1].asked.languages == ("ar",)
    assert saved(presenter, view, tmp_path).count("العربية") == 4
    presenter.choose_languages(())
    assert view.choices[-1].asked.languages == ("nl",)


def test_an_earlier_day_brings_earlier_voices_and_pages_are_leafed_through(around: Surroundings, place: int) -> None:
    for number in range(12):
        told(f"Vroeger {number}", heard_on=date(2026, 3, 1))
    presenter, view = begun(around)
    assert view.pages[-1] == PageShown(view.pages[-1].picture, "page 1 of 1", False, False)
    presenter.choose_since(date(2026, 1, 1))
    assert (view.pages[-1].has_before, view.pages[-1].has_after) == (False, True)
    for _ in range(9):
        presenter.turn(1)
    assert (view.pages[-1].has_before, view.pages[-1].has_after) == (True, False)
    presenter.choose_paper(PosterPaper.A3)
    assert view.pages[-1].place.startswith("page 1 of")


def test_without_a_choice_it_is_said_and_nothing_leaves_the_screen(around: Surroundings, place: int) -> None:
    presenter, view = begun(around)
    presenter.choose_kind(PosterKind.DOTS)
    assert "There is no choice yet" in view.problems[-1]
    assert view.check == ()
    presenter.print_poster()
    presenter.save_pdf()
    assert not view.sizes
    assert not view.suggested
    cards = (Card(0, "outing", "naar het bos"), Card(0, "cooking", "koken"))
    poll = polls.add(Poll(0, "Wat doen we?", cards, opened_on=DAY))
    presenter.refresh()
    assert view.choices[-1].polls == ((poll, "Wat doen we?"),)
    assert view.pages[-1].place == "page 1 of 1"


def test_it_is_printed_on_its_size_or_a_pdf_is_offered(around: Surroundings, heard: Heard, place: int) -> None:
    presenter, view = begun(around)
    presenter.choose_paper(PosterPaper.A3)
    presenter.print_poster()
    presenter.choose_kind(PosterKind.SLIPS)
    presenter.print_poster()
    assert view.sizes == [PosterPaper.A3, PosterPaper.A4]
    assert len(view.printed) == 1
    assert heard.sentences == ["It is on its way to the printer."] * 2
    view.has_printer = False
    presenter.print_poster()
    assert view.offered


@pytest.mark.parametrize("way", ["printed", "saved"])
def test_a_poster_that_left_offers_to_note_what_it_tells_back(
    around: Surroundings, heard: Heard, place: int, tmp_path: Path, way: str
) -> None:
    told("Al verteld", told_on=DAY, told_how=ToldHow.GROUP)
    presenter, view = begun(around)
    around.bulletin.follow({Topic.VOICES}, presenter.refresh)
    assert view.to_tell == ""  # it hangs nowhere yet
    if way == "printed":
        presenter.print_poster()
    else:
        saved(presenter, view, tmp_path)
    assert view.to_tell == ("1 answer on this poster was not told back yet. Note it once the poster hangs.")
    presenter.tell_back()
    assert {voice.told_how for voice in voices.listed()} == {ToldHow.POSTER, ToldHow.GROUP}
    assert heard.acts[-1].facts["number"] == 1
    assert view.to_tell == ""
    around.work.undo()
    assert {voice.told_how for voice in voices.listed()} == {None, ToldHow.GROUP}
    assert view.to_tell  # it hangs still


def test_nothing_is_offered_for_another_paper_nor_when_no_printer_was_chosen(around: Surroundings, place: int) -> None:
    presenter, view = begun(around)
    view.dots = 0
    presenter.print_poster()
    assert view.to_tell == ""
    view.dots = 300
    presenter.print_poster()
    assert view.to_tell
    presenter.choose_kind(PosterKind.SLIPS)
    presenter.print_poster()
    assert view.to_tell == ""
    presenter.choose_kind(PosterKind.SAID_DID)
    assert view.to_tell == ""


def test_what_no_paper_can_hold_is_said_kindly(around: Surroundings, place: int) -> None:
    told("Meer boeken 🙂")
    _presenter, view = begun(around)
    assert "🙂" in view.problems[-1]
    assert "Leave them out" in view.problems[-1]


# --- the window ---


@pytest.fixture
def panel(around: Surroundings, place: int, qtbot) -> PostersPanel:
    """Open the room over a window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    open_room(around, window)
    found = window.findChild(PostersPanel)
    assert found is not None
    return found


def test_the_room_opens_from_the_menu_of_the_voices(around: Surroundings, place: int, qtbot) -> None:
    screen = VoicesScreen(around)
    qtbot.addWidget(screen)
    screen.open()
    [item] = [one for one in screen._tools.more.choices.actions() if one.text() == "Posters and slips"]
    item.trigger()
    found = screen.window().findChild(PostersPanel)
    assert found is not None
    assert found.table.page.has_picture


def test_keys_choose_the_paper_and_only_its_own_choices_are_there(panel: PostersPanel, qtbot) -> None:
    assert panel.table.page.has_picture
    assert panel.since.isVisible()
    assert not panel.sessions.isVisible()
    assert panel.check.isVisible()
    qtbot.keyClick(panel.kinds, Qt.Key.Key_End)
    assert panel.presenter.asked.kind is PosterKind.SLIPS
    assert not panel.since.isVisible()
    assert not panel.papers.isVisible()
    assert panel.languages is not None
    panel.languages.choose(("fr",))
    panel.languages.changed.emit()
    assert panel.presenter.asked.languages == ("fr",)


def test_a_key_notes_what_the_poster_told_back(panel: PostersPanel, tmp_path: Path, qtbot) -> None:
    assert not panel.tell.isVisible()
    panel.choose_file = lambda _title, _suggested: tmp_path / "poster.pdf"  # type: ignore[method-assign]
    qtbot.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    assert panel.to_tell.isVisible()
    qtbot.keyClick(panel.tell, Qt.Key.Key_Space)
    assert voices.listed()[0].told_how is ToldHow.POSTER
    assert not panel.tell.isVisible()


def test_a_day_that_is_none_is_said_under_its_field_and_stays(panel: PostersPanel, qtbot) -> None:
    panel.since.typed.setText("31/2")
    panel.since.changed.emit()
    assert panel.since.typed.text() == "31/2"
    assert panel.presenter.asked.since is None
    panel.since.typed.setText("1/1/2026")
    panel.since.changed.emit()
    assert panel.presenter.asked.since == date(2026, 1, 1)


def test_the_paper_follows_the_board_until_the_room_is_closed(panel: PostersPanel, around: Surroundings) -> None:
    before = panel.presenter._pdf
    told("Een schommel")
    around.bulletin.post({Topic.VOICES})
    assert panel.presenter._pdf != before
    shown: list[object] = []
    panel.show_choices = shown.append  # type: ignore[method-assign]
    panel.leave()
    around.bulletin.post({Topic.VOICES})
    assert not shown
