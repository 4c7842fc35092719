"""What the Flyers screen decides, over a real database and the real paper, and without any window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, cast

import pytest

from meetingplace.domain.paper_lists import NameColumn
from meetingplace.domain.privacy import Level
from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity, Function, OwnText, Reader
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import flyers
from meetingplace.services.flyers import Draft, Paper
from meetingplace.settings import Settings
from meetingplace.storage import paper_lists, places, sessions
from meetingplace.ui.flyers.presenter import Presenter
from meetingplace.ui.flyers.several.presenter import Several, SeveralShown
from meetingplace.ui.flyers.shown import (
    BoardShown,
    CheckState,
    ChoicesShown,
    ListAsked,
    ListsShown,
    PageShown,
    RecentShown,
    SubjectShown,
    WriterShown,
)
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.paper_out import Printer
from meetingplace.ui.kit.surroundings import PlaceInView, SettingsDoor, Surroundings
from meetingplace.ui.kit.work import InlineWork
from tests.makers import make_family, make_house, make_place, make_session, make_visit

pytestmark = pytest.mark.usefixtures("qapp")  # paper needs Qt's fonts
NOW = datetime(2026, 10, 20, 10, 0)
FRIDAY = date(2026, 10, 23)


class FakeView:
    """Remembers what it was asked to show; makes the paper at once."""

    def __init__(self) -> None:
        self.presenter: Presenter
        self.page_width = 300
        self.choices: ChoicesShown
        self.board: BoardShown
        self.page: PageShown | None = None
        self.problem = ""
        self.is_empty = False
        self.subjects: tuple[SubjectShown, ...] = ()
        self.writer: WriterShown | None = None
        self.wrong = ("", "")
        self.dots = 700
        self.printer: Refused | None = None
        self.printed_on: Paper | None = None
        self.printed: tuple[bytes, ...] = ()
        self.offered = ""
        self.save_instead: Callable[[], object]
        self.file: Path | None = None
        self.suggested = ""
        self.copied = ""
        self.lists: ListsShown | None = None
        self.made: tuple[RecentShown, ...] = ()
        self.several_shown: SeveralShown
        self.several: Several
        self.folder: Path | None = None
        self.steps: list[tuple[int, int, str]] = []
        self.stops_at = -1
        self.end: tuple[str, list[str]] = ("", [])

    def show_choices(self, shown: ChoicesShown) -> None:
        self.is_empty, self.choices = False, shown

    def show_nothing(self) -> None:
        self.is_empty = True

    def show_board(self, shown: BoardShown) -> None:
        self.board = shown

    def show_page(self, shown: PageShown) -> None:
        self.page, self.problem = shown, ""

    def show_problem(self, said: str) -> None:
        self.page, self.problem = None, said

    def preview_soon(self) -> None:
        self.presenter.preview.make()

    def choose_among(self, subjects: tuple[SubjectShown, ...]) -> None:
        self.subjects = subjects

    def open_writer(self, shown: WriterShown) -> None:
        self.writer, self.wrong = shown, ("", "")

    def show_writer_wrong(self, field: str, said: str) -> None:
        self.wrong = (field, said)

    def close_writer(self) -> None:
        self.writer = None

    def choose_printer(self, paper: Paper) -> Printer | None:
        self.printed_on = paper
        if self.printer:
            raise self.printer
        return self if self.dots else None

    def print_pages(self, pages: tuple[bytes, ...]) -> None:
        self.printed = pages

    def offer_pdf(self, said: str, save: Callable[[], object]) -> None:
        self.offered, self.save_instead = said, save

    def choose_file(self, _title: str, suggested: str, _ending: str) -> Path | None:
        self.suggested = suggested
        return self.file

    def copy(self, text: str) -> None:
        self.copied = text

    def open_lists(self, shown: ListsShown) -> None:
        self.lists = shown

    def open_recent(self, made: tuple[RecentShown, ...]) -> None:
        self.made = made

    def open_several(self, shown: SeveralShown, presenter: Several) -> None:
        self.several_shown, self.several = shown, presenter
        presenter.meet(self)

    def choose_folder(self, _title: str) -> Path | None:
        return self.folder

    def show_progress(self, done: int, of: int, said: str) -> None:
        self.steps.append((done, of, said))
        if self.stops_at == done:
            self.several.stop()

    def show_end(self, said: str, problems: Sequence[str]) -> None:
        self.end = (said, list(problems))


class Room:
    """The presenter with its view, and what was said outside."""

    def __init__(self, folder: Path) -> None:
        self.said: list[str] = []
        self.refused: list[Refused] = []
        self.view = FakeView()
        bulletin = Bulletin()
        door = SettingsDoor(folder / "settings.toml", Settings(language="en"))
        self.place = PlaceInView(door, bulletin)
        around = Surroundings(
            work=InlineWork(bulletin, say_refusal=self.refused.append),
            bulletin=bulletin,
            words=translator("app", "en"),
            formats=Formats("en"),
            clock=lambda: NOW,
            settings=door,
            place=self.place,
            go=lambda *_where, **_what: None,
            say=lambda text, **_more: self.said.append(text),
        )
        self.presenter = self.view.presenter = Presenter(around, cast(Any, self.view))

    @property
    def languages(self) -> list[str]:
        return [language.code for language in self.view.choices.languages]

    def checks(self, state: CheckState) -> list[str]:
        return [check.sentence for check in self.view.board.checks if check.state is state]


@pytest.fixture
def place(house: None) -> int:
    """Make a house with a place that has an address."""
    make_house("Huis Kersenhof", languages=("nl", "fr"))
    return make_place("De Kers", address="Kersenhofstraat 12", postcode="1030", municipality="Schaarbeek")


@pytest.fixture
def room(place: int, tmp_path: Path) -> Room:
    """Give the presenter of a house with a place."""
    del place
    return Room(tmp_path)


def make_series(place_id: int, title: str = "Spelen") -> int:
    rule = Weekly((2, 4), date(2026, 9, 2), date(2027, 6, 30), 2)
    return sessions.add_series(Activity(title, place_id, time(9, 30), time(12)), rule, ())


# --- what it is of ---------------------------------------------------------------------------------------------------


def test_without_a_session_it_says_so(room: Room) -> None:
    room.presenter.open()
    assert room.view.is_empty


def test_it_begins_with_the_next_session(room: Room, place: int) -> None:
    make_session(place, date(2026, 10, 30), title="Later")
    make_session(place, FRIDAY, title="Voorlezen", functions=(Function.INFORMATION,))
    room.presenter.open()
    subject = room.view.choices.subject
    assert subject is not None
    assert (subject.title, subject.line, subject.function) == ("Voorlezen", "Fri 23 Oct, 9:30", Function.INFORMATION)
    assert room.view.page is not None
    assert room.view.page.picture.startswith(b"\x89PNG")
    assert (room.view.page.place, room.view.page.languages) == ("Page 1 of 1", "Nederlands + Français")


def test_a_session_or_series_that_is_asked_for_opens_even_when_it_is_far_away(room: Room, place: int) -> None:
    make_session(place, FRIDAY)
    far = make_session(place, date(2027, 3, 5), title="Ver weg")
    room.presenter.open(session_id=far)
    assert room.view.choices.subject is not None
    assert room.view.choices.subject.title == "Ver weg"
    room.presenter.open(series_id=make_series(place))
    assert (room.view.choices.kind, room.view.choices.subject.line) == (
        "series",
        "every \u20682\u2069 weeks: \u2068Wednesday and Friday\u2069, 9:30",  # the signs cannot be seen
    )


def test_another_one_can_be_chosen(room: Room, place: int) -> None:
    first = make_session(place, FRIDAY, title="Voorlezen")
    second = make_session(place, date(2026, 10, 30), title="Spelen")
    room.presenter.open()
    room.presenter.ask_subject()
    assert [(one.title, one.line, one.is_chosen) for one in room.view.subjects] == [
        ("Voorlezen", "Fri 23 Oct, 9:30, De Kers", True),
        ("Spelen", "Fri 30 Oct, 9:30, De Kers", False),
    ]
    room.presenter.choose_subject(1)
    assert room.view.choices.subject is not None
    assert room.view.choices.subject.session_id == second != first


def test_there_may_be_no_series(room: Room, place: int) -> None:
    make_session(place, FRIDAY)
    room.presenter.open()
    room.presenter.choose_kind("series")
    assert (room.view.choices.none_there, room.view.problem) == ("No series runs now.",) * 2
    room.presenter.choose_kind("session")
    assert room.view.page is not None


def test_at_another_place_it_begins_with_what_comes_there(room: Room, place: int) -> None:
    make_session(place, FRIDAY, title="Hier")
    bus = make_place("Bus", is_mobile=True)
    make_session(bus, date(2026, 10, 30), title="Daar")
    room.presenter.open()
    room.place.choose(bus)
    room.presenter.refresh()
    assert room.view.choices.subject is not None
    assert room.view.choices.subject.title == "Daar"


def test_a_session_that_somebody_took_away_gives_way_to_the_next(room: Room, place: int) -> None:
    gone = make_session(place, FRIDAY, title="Weg")
    make_session(place, date(2026, 10, 30), title="Blijft")
    room.presenter.open(session_id=gone)
    sessions.remove(gone)
    room.presenter.refresh()
    assert room.view.choices.subject is not None
    assert room.view.choices.subject.title == "Blijft"


# --- layout and languages --------------------------------------------------------------------------------------------


def test_languages_stand_in_the_order_of_choice_after_dutch(room: Room, place: int) -> None:
    make_session(place, FRIDAY)
    room.presenter.open()
    assert room.languages == ["nl", "fr"]
    room.presenter.add_language("tr")
    room.presenter.add_language("ar")
    room.presenter.remove_language("fr")
    room.presenter.add_language("fr")
    assert room.languages == ["nl", "tr", "ar", "fr"]
    others = [name for _code, name in room.view.choices.others]
    assert others[:7] == ["English", "Español", "Română", "Português", "Italiano", "Polski", "Deutsch"]
    assert len(others) == 26
    assert room.view.board.line == "A4, 3 pages"


def test_dutch_cannot_leave_a_pair_and_one_language_always_stays(room: Room, place: int) -> None:
    make_session(place, FRIDAY)
    room.presenter.open()
    assert [(one.code, one.note) for one in room.view.choices.languages] == [("nl", "always first"), ("fr", "")]
    room.presenter.remove_language("fr")
    assert room.view.choices.layout == "one-language"
    assert [(one.code, one.note) for one in room.view.choices.languages] == [("nl", "one stays")]
    assert room.view.page is not None


def test_a_pair_takes_the_first_language_of_the_house_when_dutch_was_alone(room: Room, place: int) -> None:
    make_session(place, FRIDAY)
    places.change_house(None, languages=("nl", "pl"))
    room.presenter.open()
    room.presenter.remove_language("pl")
    room.presenter.choose_layout("dutch-plus-one")
    assert room.languages == ["nl", "pl"]


def test_a_sheet_in_one_language_may_leave_dutch_out_for_dutch_stands_on_it(room: Room, place: int) -> None:
    make_session(place, FRIDAY)
    room.presenter.open()
    room.presenter.choose_layout("one-language")
    room.presenter.remove_language("nl")
    assert room.languages == ["fr"]
    room.presenter.add_language("nl")
    assert room.languages == ["nl", "fr"]


def test_pages_are_leafed_through(room: Room, place: int) -> None:
    make_session(place, FRIDAY)
    room.presenter.open()
    room.presenter.choose_layout("one-language")
    first = room.view.page
    room.presenter.preview.turn(1)
    second = room.view.page
    assert first is not None
    assert second is not None
    assert first.picture != second.picture
    assert (first.languages, first.has_before, first.has_after) == ("Nederlands", False, True)
    assert (second.place, second.languages, second.has_before, second.has_after) == (
        "Page 2 of 2",
        "Français",
        True,
        False,
    )
    room.presenter.preview.turn(1)
    assert room.view.page == second
    room.presenter.remove_language("fr")
    alone = room.view.page
    assert (alone.picture, alone.place, alone.pages) == (first.picture, "Page 1 of 1", ("1 · Nederlands",))
    assert not alone.has_before
    assert not alone.has_after


def test_a_title_that_cannot_be_printed_says_why_and_comes_back_when_it_is_mended(room: Room, place: int) -> None:
    session = make_session(place, FRIDAY, title="Feest 😀")
    room.presenter.open(session_id=session)
    assert room.view.problem == "These letters cannot be printed: 😀. Leave them out and try again."
    activity = sessions.get(session).activity
    sessions.change(session, None, activity.__class__(**{**activity.__dict__, "title": "Feest"}))
    room.presenter.refresh()
    assert room.view.problem == ""
    assert room.view.page is not None


# --- the words -------------------------------------------------------------------------------------------------------


def test_each_language_shows_its_words_and_who_wrote_them(room: Room, place: int) -> None:
    texts = (OwnText("fr", "Jouer", "Venez !", "machine"), OwnText("ar", "لعب", "", "checked"))
    room.presenter.open(session_id=make_session(place, FRIDAY, title="Spelen", texts=texts))
    room.presenter.add_language("ar")
    room.presenter.add_language("tr")
    shown = [(text.name, text.title, text.state, text.state_kind, text.read) for text in room.view.board.texts]
    assert shown == [
        ("Nederlands", "Spelen", "ours", "good", ""),
        ("Français", "Jouer", "by a machine", "wait", "Read by…"),
        ("العربية", "لعب", "read by a speaker", "good", ""),
        ("Türkçe", "", "no words yet", "wait", ""),
    ]
    assert [text.is_right_to_left for text in room.view.board.texts] == [False, False, True, False]
    assert room.checks(CheckState.OPEN) == [
        "Dutch words will stand there for: Türkçe",
        "Let a speaker read: Français",
        "No parent read it yet in: Français, العربية",
        "No speaker checked the fixed phrases yet in: Français, العربية, Türkçe",
    ]


def test_dutch_that_was_written_for_this_flyer_is_our_own(room: Room, place: int) -> None:
    texts = (OwnText("nl", "Spelen", "Kom mee!", "human"), OwnText("fr", "Jouer", "", "human"))
    room.presenter.open(session_id=make_session(place, FRIDAY, title="Spelen", texts=texts))
    shown = {text.name: text.state for text in room.view.board.texts}
    assert shown == {"Nederlands": "ours", "Français": "by a person"}


def test_words_are_written_and_stand_on_the_paper_at_once(room: Room, place: int) -> None:
    session = make_session(place, FRIDAY, title="Spelen", texts=(OwnText("nl", "Spelen", "Kom erbij."),))
    room.presenter.open(session_id=session)
    before = room.view.page
    room.presenter.writing.write("fr")
    writer = room.view.writer
    assert writer is not None
    assert (writer.heading, writer.title, writer.dutch) == ("Words in Français", "", "Spelen\nKom erbij.")
    room.presenter.writing.save("fr", "Jouer", "Venez.", is_machine=True, is_checked=False)
    assert room.view.writer is None
    assert sessions.get(session).activity.texts[-1] == OwnText("fr", "Jouer", "Venez.", "machine")
    room.presenter.refresh()
    assert room.view.page != before
    room.presenter.writing.mark_read("fr", "parent")
    read = sessions.get(session).activity.texts[-1]
    assert (read.state, read.read_by, read.read_on) == ("machine", Reader.PARENT, NOW.date())
    room.presenter.refresh()
    french = next(text for text in room.view.board.texts if text.language == "fr")
    assert (french.state, french.state_kind, french.read) == ("A parent read it, 20 October", "good", "")


@pytest.mark.parametrize(
    ("title", "body", "field"), [("", "Venez.", "title"), ("x" * 10_000, "", "title"), ("Jouer", "x" * 10_000, "body")]
)
def test_words_that_cannot_be_keep_the_panel_open_and_say_where(
    room: Room, place: int, title: str, body: str, field: str
) -> None:
    room.presenter.open(session_id=make_session(place, FRIDAY))
    room.presenter.writing.write("fr")
    room.presenter.writing.save("fr", title, body, is_machine=False, is_checked=False)
    assert room.view.writer is not None
    assert room.view.wrong[0] == field
    assert room.view.wrong[1]


# --- before printing -------------------------------------------------------------------------------------------------


def test_only_missing_dutch_facts_block(room: Room) -> None:
    room.presenter.open(session_id=make_session(make_place("Zonder straat"), FRIDAY))
    assert room.checks(CheckState.BLOCKS) == ["Still missing in Dutch: the address"]
    room.presenter.paper.print_flyer()
    assert [refused.reason for refused in room.refused] == [Reason.DUTCH_FACTS_MISSING]
    assert room.view.printed == ()


def test_it_says_when_it_was_made_and_that_it_changed_since(room: Room, place: int) -> None:
    session = make_session(place, FRIDAY)
    flyers.note_made(Draft(session_id=session), NOW)
    room.presenter.open(session_id=session)
    assert "Made on 20 October" in room.checks(CheckState.GOOD)
    room.presenter.writing.write("nl")
    room.presenter.writing.save("nl", "Spelen", "", is_machine=False, is_checked=False)
    room.presenter.refresh()
    assert "Changed since it was made on 20 October: print it again" in room.checks(CheckState.OPEN)


# --- the paper leaves ------------------------------------------------------------------------------------------------


def is_noted(session: int) -> bool:
    return sessions.last_flyer(session, None) is not None


def test_every_page_is_printed_in_the_dots_of_the_printer_and_noted(room: Room, place: int) -> None:
    session = make_session(place, FRIDAY)
    room.presenter.open(session_id=session)
    room.presenter.add_language("ar")
    room.presenter.paper.print_flyer()
    widths = [int.from_bytes(page[16:20], "big") for page in room.view.printed]  # where a PNG says it
    assert widths == pytest.approx([700, 700], abs=1)
    assert room.view.printed_on is Paper.A4
    assert is_noted(session)
    assert room.said == ["It is on its way to the printer."]


def test_a_dialog_that_was_closed_prints_and_notes_nothing(room: Room, place: int) -> None:
    session = make_session(place, FRIDAY)
    room.presenter.open(session_id=session)
    room.view.dots = 0
    room.presenter.paper.print_flyer()
    room.presenter.paper.save_pdf()
    assert (room.view.printed, room.said, is_noted(session)) == ((), [], False)


def test_without_a_printer_a_pdf_is_offered(room: Room, place: int, tmp_path: Path) -> None:
    session = make_session(place, FRIDAY)
    room.presenter.open(session_id=session)
    room.view.printer, room.view.file = Refused(Reason.NO_PRINTER), tmp_path / "flyer.pdf"
    room.presenter.paper.print_flyer()
    assert room.view.offered == "There is no printer on this PC. Save a PDF and print it elsewhere."
    assert not is_noted(session)
    room.view.save_instead()
    assert (tmp_path / "flyer.pdf").read_bytes().startswith(b"%PDF")
    assert is_noted(session)


def test_a_pdf_gets_a_name_that_every_system_takes(room: Room, place: int, tmp_path: Path) -> None:
    session = make_session(place, FRIDAY, title='Spelen: "samen" / <b>buiten</b>?')
    room.presenter.open(session_id=session)
    room.view.file = tmp_path / "mine.pdf"
    room.presenter.paper.save_pdf()
    assert room.view.suggested == "Flyer Spelen samen b buiten b 2026-10-23.pdf"
    assert room.view.file.exists()
    assert room.said == ["Saved: mine.pdf"]
    assert is_noted(session)


def test_pictures_for_phones_are_saved_a_file_a_page(room: Room, place: int, tmp_path: Path) -> None:
    session = make_session(place, FRIDAY)
    room.presenter.open(session_id=session)
    room.presenter.add_language("ar")
    room.view.file = tmp_path / "foto.png"
    room.presenter.paper.save_pictures()
    assert room.said == ["Saved: foto-fr.png and foto-ar.png"]
    assert is_noted(session)


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_noted(room: Room, place: int, tmp_path: Path) -> None:
    session = make_session(place, FRIDAY)
    room.presenter.open(session_id=session)
    blocked = tmp_path / "a file"
    blocked.write_text("kept")
    room.view.file = blocked / "flyer.pdf"
    room.presenter.paper.save_pdf()
    assert [refused.reason for refused in room.refused] == [Reason.FOLDER_READ_ONLY]
    assert blocked.read_text() == "kept"
    assert not is_noted(session)


def test_the_text_is_copied(room: Room, place: int) -> None:
    session = make_session(place, FRIDAY, title="Spelen")
    room.presenter.open(session_id=session)
    room.presenter.paper.copy_text()
    assert "Spelen" in room.view.copied
    assert "Kersenhofstraat 12" in room.view.copied
    assert is_noted(session)


# --- paper lists -----------------------------------------------------------------------------------------------------


def test_the_lists_of_a_session_are_printed_and_saved(room: Room, place: int, tmp_path: Path) -> None:
    session = make_session(place, FRIDAY, title="Spelen")
    room.presenter.open(session_id=session)
    room.presenter.paper.open_lists()
    shown = room.view.lists
    assert shown
    assert (shown.heading, shown.line, shown.no_names) == ("Spelen", "Fri 23 Oct, 9:30, De Kers", "")
    assert [column for column, _word in shown.columns] == list(NameColumn)
    room.presenter.paper.print_list(ListAsked("names", (NameColumn.LEFT,), 20))
    assert len(room.view.printed) == 2  # twenty blank rows are two pages
    assert room.view.printed_on is Paper.A4_LANDSCAPE
    room.view.file = tmp_path / "lijst.pdf"
    room.presenter.paper.save_list(ListAsked("tally"))
    assert room.view.suggested == "Tally sheet Spelen 2026-10-23.pdf"
    assert (tmp_path / "lijst.pdf").read_bytes().startswith(b"%PDF")
    assert not is_noted(session)  # a list is no flyer
    room.presenter.paper.save_list(ListAsked("cards", blanks=0))
    assert room.view.suggested == "Name cards Spelen 2026-10-23.pdf"
    assert [one.kind.value for one in paper_lists.of_session(session)] == ["names", "tally"]  # cards come back never


def test_the_desk_leads_straight_to_the_lists_of_its_session(room: Room, place: int) -> None:
    session = make_session(place, FRIDAY, title="Spelen")
    room.presenter.open(session_id=session, wants_lists=True)
    assert room.view.lists is not None
    room.view.lists = None
    room.presenter.refresh()
    assert room.view.lists is None  # once


def test_the_lists_of_a_series_are_those_of_its_next_session(room: Room, place: int) -> None:
    series = make_series(place)
    for day in (date(2026, 10, 14), FRIDAY, date(2026, 11, 4)):
        make_session(place, day, title="Spelen", series_id=series)
    room.presenter.open(series_id=series)
    room.presenter.paper.open_lists()
    assert room.view.lists is not None
    assert room.view.lists.line == "Fri 23 Oct, 9:30, De Kers"


def test_a_place_that_only_counts_has_no_list_of_names(room: Room) -> None:
    square = make_place("Plein", is_mobile=True, level=Level.TALLY.value)
    room.presenter.open(session_id=make_session(square, FRIDAY))
    room.presenter.paper.open_lists()
    assert room.view.lists is not None
    assert room.view.lists.no_names == "This place only counts people, so there is no list of names."


# --- how it looks -----------------------------------------------------------------------------------------------------


def test_each_kind_offers_its_layouts_and_each_layout_its_papers(room: Room, place: int) -> None:
    make_session(place, FRIDAY)
    room.presenter.open()
    keys = [one.key for one in room.view.choices.layouts]
    assert keys[:2] == ["one-language", "dutch-plus-one"]
    assert {"cards", "door-poster", "thank-you", "dutch-plus-four", "many-languages"} <= set(keys)
    assert [value for value, _word in room.view.choices.papers] == ["a4", "a5", "a3"]
    room.presenter.choose_paper("a5")
    assert room.view.board.line == "A5, 1 page"
    assert room.view.page is not None
    assert room.view.page.tall == pytest.approx(210 / 148)
    room.presenter.choose_layout("cards")
    assert (room.view.choices.paper, room.view.choices.papers) == ("a6x4", (("a6x4", "4 × A6"),))
    room.presenter.choose_layout("one-language")
    assert room.view.choices.paper == "a4"


def test_a_layout_that_needs_another_language_gets_one(room: Room, place: int) -> None:
    make_session(place, FRIDAY)
    room.presenter.open()
    room.presenter.remove_language("fr")
    assert (room.view.choices.layout, room.languages) == ("one-language", ["nl"])
    room.presenter.choose_layout("dutch-plus-four")
    assert len(room.languages) == 2
    assert room.languages[0] == "nl"


def test_colours_and_grey_change_the_paper(room: Room, place: int) -> None:
    make_session(place, FRIDAY)
    room.presenter.open()
    pages = [room.view.page]
    assert room.view.choices.mood == "cherry"
    room.presenter.choose_mood("park")
    pages.append(room.view.page)
    room.presenter.choose_grey(is_grey=True)
    pages.append(room.view.page)
    assert len({page.picture for page in pages if page}) == 3
    assert (room.view.choices.mood, room.view.choices.is_grey) == ("park", True)


def test_the_languages_of_the_families_come_in_one_press(room: Room, place: int) -> None:
    session = make_session(place, FRIDAY)
    for languages in (("ar", "nl"), ("ar",), ("tr",), ("bn",)):
        make_visit(session, make_family(languages=languages), NOW)
    room.presenter.open(session_id=session)
    assert room.view.choices.families == "العربية and Türkçe"  # Bengali has no phrases, Dutch is there
    room.presenter.add_family_languages()
    assert room.languages == ["nl", "fr", "ar", "tr"]
    assert room.view.choices.families == ""


def test_a_flyer_that_was_made_is_made_again_as_it_was(room: Room, place: int, tmp_path: Path) -> None:
    session = make_session(place, FRIDAY, title="Spelen")
    room.presenter.open(session_id=session)
    room.presenter.choose_layout("door-poster")
    room.presenter.choose_mood("evening")
    room.view.file = tmp_path / "flyer.pdf"
    room.presenter.paper.save_pdf()
    room.presenter.choose_layout("one-language")
    room.presenter.choose_mood("cherry")
    room.presenter.ask_recent()
    [made] = room.view.made
    assert made.title.startswith("Spelen")
    assert made.line.startswith("For the door, A4 · Nederlands, Français")
    room.presenter.make_again(0)
    assert (room.view.choices.layout, room.view.choices.mood) == ("door-poster", "evening")


def test_several_flyers_are_saved_one_after_the_other(room: Room, place: int, tmp_path: Path) -> None:
    for day in (FRIDAY, FRIDAY, date(2026, 10, 31)):
        make_session(place, day, title="Spelen & zo")
    make_session(make_place("Zonder straat"), FRIDAY, title="Nergens")
    room.presenter.open()
    room.presenter.open_several()
    assert len(room.view.several_shown.subjects) == 4
    assert room.view.several_shown.look == "Two languages, A4 · Nederlands, Français"
    room.view.folder = tmp_path
    room.view.several.save([0, 1, 2, 3], "pdf")
    assert sorted(file.name for file in tmp_path.glob("*.pdf")) == [
        "Flyer Spelen & zo 2026-10-23 2.pdf",
        "Flyer Spelen & zo 2026-10-23.pdf",
        "Flyer Spelen & zo 2026-10-31.pdf",
    ]
    said, [problem] = room.view.end
    assert said == "3 flyers are saved."
    assert problem.startswith("Nergens: ")
    assert [step[:2] for step in room.view.steps] == [(0, 4), (1, 4), (2, 4), (3, 4)]
    room.view.several.save([0], "pdf")
    assert len(list(tmp_path.glob("*.pdf"))) == 4  # nothing is written over


def test_several_flyers_stop_when_asked(room: Room, place: int, tmp_path: Path) -> None:
    for day in (FRIDAY, date(2026, 10, 31), date(2026, 11, 1)):
        make_session(place, day, title="Spelen")
    room.presenter.open()
    room.presenter.open_several()
    room.view.folder, room.view.stops_at = tmp_path, 1
    room.view.several.save([0, 1, 2], "pdf")
    assert len(list(tmp_path.glob("*.pdf"))) == 2
    assert room.view.end == ("2 flyers are saved.", [])


def test_the_words_of_one_language_are_copied_alone(room: Room, place: int) -> None:
    texts = (OwnText("ar", "لعب ولقاء", "كل اللغات"),)
    room.presenter.open(session_id=make_session(place, FRIDAY, title="Spelen", texts=texts))
    room.presenter.add_language("ar")
    room.presenter.paper.copy_text("ar")
    assert "لعب ولقاء" in room.view.copied
    assert "Spelen" not in room.view.copied
    assert not set(room.view.copied) & set("\u2066\u2067\u2068\u2069\u200e\u200f")
    room.presenter.paper.copy_text()
    assert "Spelen" in room.view.copied


def test_a_link_can_stand_in_the_code(room: Room, place: int) -> None:
    make_session(place, FRIDAY)
    room.presenter.open()
    before = room.view.page
    room.presenter.choose_code("https://huis.example")
    assert room.view.choices.code == "https://huis.example"
    assert room.view.page != before
    room.presenter.choose_code("x" * 200)
    assert room.view.page is None
    assert "too long" in room.view.problem


def test_a_month_has_its_programme_and_its_words_are_written_elsewhere(room: Room, place: int) -> None:
    make_session(place, FRIDAY, title="Spelen", texts=(OwnText("fr", "Jouer"),))
    make_session(place, date(2026, 11, 18), title="Praten")
    room.presenter.open()
    room.presenter.choose_kind("month")
    assert room.view.choices.layout == "month-programme"
    assert (room.view.choices.subject.title, room.view.choices.subject.line) == ("October 2026", "all places")
    room.presenter.ask_subject()
    assert [one.title for one in room.view.subjects] == ["October 2026", "November 2026"]
    assert [one.is_chosen for one in room.view.subjects] == [True, False]
    before = room.view.page
    room.presenter.choose_subject(1)
    assert room.view.choices.subject.title == "November 2026"
    assert room.view.page != before
    assert room.view.board.texts == ()
    room.presenter.choose_kind("session")
    assert room.view.choices.layout == "dutch-plus-one"


def test_a_programme_that_was_made_is_out_of_date_when_something_is_added(
    room: Room, place: int, tmp_path: Path
) -> None:
    make_session(place, FRIDAY, title="Spelen")
    room.presenter.open()
    room.presenter.choose_kind("month")
    room.view.file = tmp_path / "programme.pdf"
    room.presenter.paper.save_pdf()
    room.presenter.ask_recent()
    assert [(one.title, one.is_out_of_date) for one in room.view.made] == [("October 2026", False)]
    make_session(place, date(2026, 10, 24), title="Praten")
    room.presenter.ask_recent()
    assert [one.is_out_of_date for one in room.view.made] == [True]
    room.presenter.make_again(0)
    assert room.view.choices.kind == "month"
