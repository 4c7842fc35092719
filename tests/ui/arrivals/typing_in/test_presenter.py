"""What typing in decides, over a real house and without any window: cells, rows, saving, totals, the end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from meetingplace.domain.families import HowHeard, Relation
from meetingplace.domain.paper_lists import PaperKind
from meetingplace.domain.pictures import Picture
from meetingplace.domain.refusals import Refused
from meetingplace.domain.sessions import SessionState
from meetingplace.domain.sheet_code import code_of
from meetingplace.domain.visits import ChildPresent, Tallied
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import arrivals, paper_lists
from meetingplace.services.changes import Changes
from meetingplace.services.paper_lists import ListsBoard
from meetingplace.settings import Settings
from meetingplace.storage import families, sessions, visits
from meetingplace.ui.arrivals.typing_in.chooser import ChooserPresenter
from meetingplace.ui.arrivals.typing_in.counts import CountsPresenter
from meetingplace.ui.arrivals.typing_in.names import NamesPresenter
from meetingplace.ui.arrivals.typing_in.panel import FOLLOWS
from meetingplace.ui.arrivals.typing_in.shown import CountShown, HeadShown, RowShown, RowState
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.surroundings import PlaceInView, SettingsDoor, Surroundings
from meetingplace.ui.kit.work import InlineWork
from tests.makers import DAY, make_family, make_house, make_place, make_session, make_visit

NOW = datetime(2026, 10, 27, 14, 0)
NAME, AGES, MUM, DAD, GRAN, OTHER, LANGUAGE, HEARD, LEFT = range(9)


class FakeView:
    """Remembers what it was asked to show."""

    def __init__(self) -> None:
        self.rows: tuple[RowShown, ...] = ()
        self.head = HeadShown("", "")
        self.counts: tuple[CountShown, ...] = ()
        self.asks_remark = False
        self.said: list[str] = []
        self.wrong: list[str] = []
        self.is_closed = False

    def show_rows(self, rows: tuple[RowShown, ...]) -> None:
        self.rows = rows

    def show_head(self, shown: HeadShown) -> None:
        self.head = shown

    def show_counts(self, shown: tuple[CountShown, ...], asks_remark: bool) -> None:
        self.counts, self.asks_remark = shown, asks_remark

    def say(self, words: str, is_wrong: bool = False) -> None:
        (self.wrong if is_wrong else self.said).append(words)

    def close_panel(self) -> None:
        self.is_closed = True


class LateWork(InlineWork):
    """Work whose acts are done at once, and concluded when the test says so: what a thread does."""

    waits = False

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.later: list[Callable[[], None]] = []

    def do(self, verb: Callable[..., Changes], *args: Any, **ends: Any) -> None:
        if not self.waits:
            super().do(verb, *args, **ends)
            return
        changes = verb(*args)
        self.later.append(lambda: self._end.concluded(changes, ends.get("then"), ends.get("quietly", False)))


class Room:
    """A sheet in hand."""

    def __init__(self, folder: Path) -> None:
        door = SettingsDoor(folder / "settings.toml", Settings(language="en"))
        bulletin = Bulletin()
        self.refused: list[Refused] = []
        self.work = LateWork(bulletin, lambda _changes: None, self.refused.append)
        self.view = FakeView()
        self.around = Surroundings(
            work=self.work,
            bulletin=bulletin,
            words=translator("app", "en"),
            formats=Formats("en"),
            clock=lambda: NOW,
            settings=door,
            place=PlaceInView(door, bulletin),
            go=lambda *_what, **_more: None,
            say=lambda *_what, **_more: None,
        )

    def names(self, session_id: int) -> NamesPresenter:
        return self._open(NamesPresenter(self.around, self.view, session_id))

    def tally(self, session_id: int) -> CountsPresenter:
        return self._open(CountsPresenter(self.around, self.view, session_id))

    def _open(self, presenter: Any) -> Any:
        self.around.bulletin.follow(FOLLOWS, presenter.refresh)
        presenter.refresh()
        return presenter

    @property
    def firsts(self) -> list[str]:
        return [row.cells[0] for row in self.view.rows]

    def states(self) -> list[RowState]:
        return [row.state for row in self.view.rows]


@pytest.fixture
def room(house: None, tmp_path: Path) -> Room:
    make_house()
    return Room(tmp_path)


@pytest.fixture
def place(room: Room) -> int:
    return make_place("De Kers")


@pytest.fixture
def session(place: int) -> int:
    return make_session(place, title="Spelen")


@pytest.fixture
def zon(place: int) -> int:
    family = make_family("Zon", born=[(2023, 4), (2026, 2)], languages=("tr",))
    before = make_session(place, DAY - timedelta(days=7))
    children = [ChildPresent(child.id) for child in families.get(family).children]
    make_visit(before, family, datetime(2026, 10, 20, 10), children)
    return family


def test_a_printed_row_shows_what_is_on_the_paper_and_is_softly_there(room: Room, session: int, zon: int) -> None:
    room.names(session)
    # born in April 2023: three years; in February 2026: eight months
    assert room.view.rows[0].cells[:-1] == ("Zon", "3\u00a0y · 8\u00a0m", "", "", "", "", "Turkish", "", "")
    assert room.states() == [RowState.NOT_HERE, RowState.NOT_HERE]  # and a blank row
    assert [row.is_fixed for row in room.view.rows] == [True, False]
    assert room.view.head.title == f"First-name sheet · Spelen · {code_of(session)}"


def test_space_on_the_name_is_the_whole_family_as_last_time(room: Room, session: int, zon: int) -> None:
    sheet = room.names(session)
    sheet.space(0, NAME)
    assert visits.of_session(session) == []
    assert room.view.rows[0].state is RowState.TYPING
    sheet.leave(0)
    (visit,) = visits.of_session(session)
    assert (visit.family_id, len(visit.children), visit.adults) == (zon, 2, (Relation.MOTHER,))
    assert room.view.rows[0].state is RowState.SAVED
    assert room.view.rows[0].cells[MUM] == "1"
    assert [(count.word, count.typed_in) for count in room.view.counts] == [("Children", 2), ("Adults", 1)]


def test_space_again_takes_the_tick_back_before_and_after_saving(room: Room, session: int, zon: int) -> None:
    sheet = room.names(session)
    sheet.space(0, NAME)
    sheet.space(0, NAME)
    sheet.leave(0)
    assert visits.of_session(session) == []
    sheet.space(0, NAME)
    sheet.leave(0)
    sheet.space(0, NAME)
    assert visits.of_session(session) == []
    assert room.states() == [RowState.NOT_HERE, RowState.NOT_HERE]


def test_cells_are_read_as_they_are_typed(room: Room, session: int, zon: int) -> None:
    sheet = room.names(session)
    for column, typed in ((AGES, "3"), (DAD, "1"), (GRAN, "2"), (LANGUAGE, "ar, dut"), (HEARD, "sch"), (LEFT, "11u15")):
        sheet.type(0, column, typed)
    assert room.view.rows[0].cells[:-1] == (
        "Zon", "3\u00a0y", "", "1", "2", "", "Arabic, Dutch", "school", "11:15",
    )  # fmt: skip
    sheet.leave(0)
    (visit,) = visits.of_session(session)
    assert [child.months for child in visit.children] == [42]
    assert visit.adults == (Relation.FATHER, Relation.GRANDPARENT, Relation.GRANDPARENT)
    assert visit.left == datetime(2026, 10, 27, 11, 15)
    family = families.get(zon)
    assert (family.languages, family.how_heard) == (("ar", "nl"), HowHeard.SCHOOL)


def test_a_new_name_makes_a_family_and_a_blank_row_waits_again(room: Room, session: int) -> None:
    sheet = room.names(session)
    assert sheet.is_end(0)
    sheet.type(0, NAME, "Nieuwe maan")
    assert room.view.said == ["Nieuwe maan will be a new family."]
    assert not sheet.is_end(0)
    sheet.type(0, AGES, "8m")
    sheet.space(0, MUM)
    sheet.leave(0)
    assert room.firsts == ["Nieuwe maan", ""]
    assert families.nicknames() == [(families.nicknames()[0][0], "Nieuwe maan")]
    assert room.states() == [RowState.SAVED, RowState.NOT_HERE]


def test_a_name_that_is_known_is_completed_and_is_that_family(room: Room, session: int) -> None:
    known = make_family("Élif", picture=Picture("owl", 1))
    make_family("Elias", picture=Picture("owl", 2))
    sheet = room.names(session)
    assert sheet.complete(NAME, "el") == ("Elias", "Élif")
    assert sheet.complete(NAME, "eli f") == ()
    assert sheet.complete(NAME, "") == ()
    assert sheet.complete(LANGUAGE, "tu")[0] == "Turkish"
    sheet.type(0, NAME, "elif")
    assert room.view.said == ["Élif is known here."]
    sheet.leave(0)
    assert [visit.family_id for visit in visits.of_session(session)] == [known]
    assert room.firsts == ["Élif", ""]


def test_who_is_registered_at_the_desk_meanwhile_comes_under_the_others(room: Room, session: int, zon: int) -> None:
    sheet = room.names(session)
    sheet.type(1, NAME, "Half geschreven")
    room.work.do(arrivals.check_in, session, make_family("Ster", picture=Picture("owl", 1)), NOW)
    assert room.firsts == ["Zon", "Half geschreven", "", "Ster", ""]  # no row moved under the keyboard
    room.work.do(arrivals.check_in, session, zon, NOW)
    assert room.states()[0] is RowState.SAVED
    sheet.leave(0)  # nothing was typed there
    assert len(visits.of_session(session)) == 2


def test_undo_takes_the_row_back(room: Room, session: int, zon: int) -> None:
    sheet = room.names(session)
    sheet.space(0, NAME)
    sheet.leave(0)
    sheet.type(1, NAME, "Nieuw")
    sheet.type(1, AGES, "2")
    sheet.leave(1)
    room.work.undo()
    assert (room.firsts[:2], families.number()) == (["Zon", ""], 1)
    room.work.undo()
    assert visits.of_session(session) == []
    assert room.states()[0] is RowState.NOT_HERE


@pytest.mark.parametrize(
    ("column", "typed", "named"),
    [(AGES, "x9", "x"), (AGES, "=1+1", "=1+1"), (LANGUAGE, "klingon", "klingon"), (LEFT, "25:00", "25:00"),
     (HEARD, "qqq", "qqq"), (NAME, "x" * 10_000, "too long")],
)  # fmt: skip
def test_what_cannot_be_read_is_said_with_its_row_and_stays(
    room: Room, session: int, column: int, typed: str, named: str
) -> None:
    sheet = room.names(session)
    sheet.type(0, NAME, "Ster")
    sheet.type(0, column, typed)
    sheet.leave(0)
    assert room.view.wrong[-1].startswith("Row 1: ")
    assert named in room.view.wrong[-1]
    assert room.view.rows[0].state is RowState.WRONG
    assert room.view.rows[0].cells[column] == typed
    assert sheet.has_wrong
    assert visits.of_session(session) == []


@pytest.mark.parametrize("name", ["<b>vet</b> & co", "نور", "👶🏽 Zon", "=1+1"])
def test_any_name_is_shown_as_it_was_typed(room: Room, session: int, name: str) -> None:
    sheet = room.names(session)
    sheet.type(0, NAME, name)
    sheet.type(0, AGES, "1")
    sheet.leave(0)
    assert room.firsts == [name, ""]


def test_nothing_is_called_saved_before_it_is(room: Room, session: int, zon: int) -> None:
    sheet = room.names(session)
    room.work.waits = True
    sheet.space(0, NAME)
    sheet.leave(0)
    assert room.view.rows[0].state is RowState.SAVING
    sheet.leave(0)
    assert len(room.work.later) == 1  # leaving it twice writes it once
    sheet.type(1, NAME, "Nieuw")  # in the next row meanwhile
    sheet.type(1, AGES, "2")
    sheet.leave(1)
    sheet.type(1, DAD, "1")  # and back in it before the answer
    first, second = room.work.later
    second()
    assert room.firsts == ["Zon", "Nieuw", ""]  # while the other one is on its way
    first()
    assert room.states() == [RowState.SAVED, RowState.TYPING, RowState.NOT_HERE]
    room.work.waits = False
    sheet.leave(1)
    assert room.states()[1] is RowState.SAVED
    assert [visit.adults for visit in visits.of_session(session)][1] == (Relation.FATHER,)
    assert room.firsts == ["Zon", "Nieuw", ""]


def test_a_closed_session_says_so_and_opens_again(room: Room, session: int, zon: int) -> None:
    sessions.change(session, None, state=SessionState.HELD.value, closed_at=NOW)
    sheet = room.names(session)
    assert room.view.head.notice == "This session is closed. Open it again to change who came."
    assert room.view.head.may_reopen
    sheet.end.reopen()
    assert room.view.head.notice == ""
    sheet.space(0, NAME)
    sheet.leave(0)
    assert len(visits.of_session(session)) == 1


# --- the totals and the end ---


def test_a_difference_is_shown_and_kept_only_with_a_remark(room: Room, session: int, zon: int) -> None:
    paper_lists.note_printed(session, PaperKind.NAMES, NOW)
    sheet = room.names(session)
    assert room.view.head.may_lay_aside
    sheet.space(0, NAME)
    sheet.leave(0)
    sheet.end.write_count(0, "3")
    sheet.end.write_count(1, "1")
    assert [(one.said, one.is_same) for one in room.view.counts] == [("1 more on paper", False), ("the same", True)]
    assert room.view.asks_remark
    sheet.end.finish("  ")
    assert not room.view.is_closed
    assert "not the same" in room.view.wrong[-1]
    sheet.end.finish("one child was ticked twice")
    assert room.view.is_closed
    assert sessions.get(session).remark == "Children: 3 on paper, 2 typed in. one child was ticked twice"
    assert paper_lists.waiting_lists(NOW, None) == ()


def test_counts_that_are_the_same_need_no_remark(room: Room, session: int, zon: int) -> None:
    sheet = room.names(session)
    sheet.end.write_count(0, "0")
    sheet.end.write_count(0, "twee")
    assert room.view.wrong == ["“twee” is not a number that fits here."]
    sheet.end.write_count(0, "")
    assert not room.view.asks_remark
    sheet.end.finish("")
    assert room.view.is_closed
    assert sessions.get(session).remark == ""


def test_a_list_that_was_not_used_is_laid_aside(room: Room, session: int) -> None:
    paper_lists.note_printed(session, PaperKind.NAMES, NOW)
    room.names(session).end.lay_aside()
    assert room.view.is_closed
    assert paper_lists.waiting_lists(NOW, None) == ()


# --- a tally sheet ---


def test_counts_are_set_one_row_at_a_time(room: Room, session: int) -> None:
    arrivals.tally(session, Tallied.CHILDREN, "0", 2)
    sheet = room.tally(session)
    assert room.view.rows[0].cells[:2] == ("Children: 0–11 months", "2")
    assert room.firsts[6] == "Adults: mum"
    assert room.firsts[-1] == "Had to wait or go back"
    sheet.type(0, 1, "3")
    sheet.leave(0)
    sheet.space(6, 1)
    sheet.leave(6)
    sheet.type(len(room.firsts) - 1, 1, "4")
    sheet.leave(len(room.firsts) - 1)
    assert visits.tallied(session, Tallied.CHILDREN, "0") == 3
    assert visits.tallied(session, Tallied.ADULTS, "mother") == 1
    assert sessions.get(session).turned_away == 4
    assert [(one.word, one.typed_in) for one in room.view.counts] == [("Children", 3), ("Adults", 1), ("Families", 0)]
    room.work.undo()
    assert sessions.get(session).turned_away == 0
    assert room.view.rows[-1].cells[1] == ""


@pytest.mark.parametrize("typed", ["-1", "drie", "1.5", "9999", "١"])
def test_a_count_that_is_none_is_said_and_stays(room: Room, session: int, typed: str) -> None:
    sheet = room.tally(session)
    sheet.type(0, 1, typed)
    sheet.leave(0)
    assert room.view.rows[0].state is RowState.WRONG
    assert room.view.rows[0].cells[1] == typed
    assert typed in room.view.wrong[-1]
    assert visits.tallies(session) == []


# --- by the code ---


class ChooserView:
    def __init__(self) -> None:
        self.board: ListsBoard | None = None
        self.lines: tuple[tuple[str, str], ...] = ()
        self.opened: list[tuple[int, PaperKind]] = []
        self.wrong: list[str] = []

    def show_lists(self, board: ListsBoard, lines: tuple[tuple[str, str], ...]) -> None:
        self.board, self.lines = board, lines

    def open_list(self, session_id: int, kind: PaperKind) -> None:
        self.opened.append((session_id, kind))

    def show_wrong(self, said: str) -> None:
        self.wrong.append(said)


def test_a_code_leads_to_its_list_and_a_wrong_one_says_which_mistake(room: Room, session: int) -> None:
    paper_lists.note_printed(session, PaperKind.TALLY, NOW)
    view = ChooserView()
    chooser = ChooserPresenter(room.around, view, session)
    chooser.refresh()
    assert view.board
    assert view.board.code == code_of(session)
    assert view.lines == (("Tally sheet: Spelen", f"Tue 27 Oct · De Kers · {code_of(session)}"),)
    chooser.open_code(f" {code_of(session).replace('-', '')} ", PaperKind.NAMES)
    assert view.opened == [(session, PaperKind.NAMES)]
    chooser.open_code("12-34", PaperKind.NAMES)
    chooser.open_code(code_of(999), PaperKind.NAMES)
    assert "“12-34” is not the code of a list" in view.wrong[0]
    assert code_of(999) in view.wrong[1]
    assert "another house" in view.wrong[1]
    assert len(view.opened) == 1
