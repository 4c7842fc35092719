"""Reading a plan from a file: what it says of each row, page by page, and taking it over by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from meetingplace.domain.refusals import Refused
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import changes
from meetingplace.services.changes import Changes
from meetingplace.storage import sessions
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.work import InlineWork
from meetingplace.ui.planning.importing.panel import ImportPanel, open_file
from meetingplace.ui.planning.importing.presenter import PAGE, Presenter, PreviewShown, RowShown
from tests.makers import make_place, make_session
from tests.snapshots import whole_house
from tests.ui.conftest import Heard
from tests.ui.planning.conftest import NOW

YEAR = (date(2026, 9, 1), date(2027, 8, 31))
HEAD = "Datum;Start;Einde;Titel;Plek;Team;Partners"


@dataclass
class Seen:
    shown: PreviewShown | None = None
    places: tuple[tuple[object, str], ...] = ()
    can_be_read: bool = False
    wrong: str = ""
    closed: int = 0

    def show_preview(self, shown: PreviewShown) -> None:
        self.shown = shown

    def let_read(self, can_be_read: bool) -> None:
        self.can_be_read = can_be_read

    def show_places(self, places: tuple[tuple[object, str], ...]) -> None:
        self.places = places

    def show_wrong(self, _field: str, sentence: str) -> None:
        self.wrong = sentence

    def close_panel(self) -> None:
        self.closed += 1


@dataclass
class Reader:
    presenter: Presenter
    seen: Seen = field(default_factory=Seen)
    done: list[Changes] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)

    @property
    def rows(self) -> tuple[RowShown, ...]:
        assert self.seen.shown is not None
        return self.seen.shown.rows


def written(folder: Path, *lines: str, name: str = "plan.csv") -> Path:
    file = folder / name
    file.write_text("\n".join((HEAD, *lines)), encoding="utf-8")
    return file


def reader(path: Path) -> Reader:
    seen, done, refused = Seen(), [], []
    around = SimpleNamespace(
        work=InlineWork(Bulletin(), done.append, refused.append),
        words=translator("app", "en"),
        formats=Formats("en"),
        clock=lambda: NOW,
    )
    made = Reader(Presenter(cast(Any, around), seen, path), seen, done, refused)
    made.presenter.refresh()
    return made


# --- what it says, without a window ---


def test_what_asks_for_a_look_comes_first_and_says_why(place: int, team: tuple[int, int], tmp_path: Path) -> None:
    make_session(place, day=date(2026, 11, 3), title="Same")
    make_session(place, day=date(2026, 11, 4), title="Later", start=time(9), end=time(11))
    file = written(
        tmp_path,
        "3/11/2026;9:30;12:00;Same;Kuregem;;",
        "4/11/2026;10:00;11:00;Later;Kuregem;;",
        "5/11/2026;10:00;11:00;New;Kuregem;Samira, Nora;",
        "6/11/2026;10:00;11:00;Helped;Kuregem;;The library",
        "7/1/2027;11:00;10:00;Turned;Kuregem;;",
    )
    read = reader(file)
    assert read.seen.shown is not None
    assert read.seen.shown.summary == "1 new, 1 changed, 1 the same, 2 unclear."
    assert not read.seen.shown.asks_place
    assert [(row.title, row.kind, row.says, row.hint) for row in read.rows] == [
        ("Helped", "Unclear", "“The library” is no partner that is known here", ""),
        ("Turned", "Unclear", "it ends before it starts", ""),
        ("New", "New", "", "“Nora” is not in the team here and is left out"),
        ("Later", "Changes", "the hours", ""),
        ("Same", "The same", "", ""),
    ]
    assert "2027" in read.rows[1].day  # another year than this one is said
    assert [row.title for row in read.rows if row.may_be_left_out] == ["New", "Later"]


def test_without_any_row_left_there_is_nothing_to_take_over(place: int, tmp_path: Path) -> None:
    read = reader(written(tmp_path, "5/11/2026;10:00;11:00;New;Kuregem;;"))
    assert read.seen.can_be_read
    assert not read.presenter.is_changed
    read.presenter.leave_out(1, True)
    assert not read.seen.can_be_read
    assert read.presenter.is_changed
    read.presenter.leave_out(1, False)
    assert read.seen.can_be_read


def test_each_of_many_rows_can_be_left_out(place: int, tmp_path: Path) -> None:
    lines = [f"{1 + n % 28}/11/2026;{n // 28}:00;{n // 28}:30;Row {n};Kuregem;;" for n in range(500)]
    read = reader(written(tmp_path, *lines))
    assert read.seen.shown is not None
    assert (len(read.rows), read.seen.shown.page, read.seen.shown.is_first) == (PAGE, "1–50 of 500", True)
    read.presenter.turn(-1)  # there is nothing before the first
    assert read.rows[0].title == "Row 0"
    for _page in range(20):
        read.presenter.turn(1)
    assert (read.seen.shown.page, read.seen.shown.is_last) == ("451–500 of 500", True)
    assert read.rows[-1].title == "Row 499"
    read.presenter.leave_out(read.rows[-1].line, True)
    read.presenter.turn(-1)
    read.presenter.turn(1)
    assert read.rows[-1].is_left_out
    read.presenter.read()
    assert len(sessions.between(*YEAR)) == 499
    assert "Row 499" not in {one.activity.title for one in sessions.between(*YEAR)}
    assert read.seen.closed == 1


def test_a_place_can_be_chosen_for_rows_that_name_none(place: int, tmp_path: Path) -> None:
    read = reader(written(tmp_path, "5/11/2026;10:00;11:00;New;Nowhere;;"))
    assert read.seen.shown is not None
    assert read.seen.shown.asks_place
    assert (read.rows[0].kind, read.seen.can_be_read) == ("Unclear", False)
    assert read.seen.places == ((None, "Leave them out"), (place, "Kuregem"))
    read.presenter.choose_place(place)
    assert (read.rows[0].kind, read.seen.can_be_read) == ("New", True)
    assert read.seen.shown.asks_place


@pytest.mark.parametrize(
    ("content", "says"),
    [("", "No heading"), ("naam;leeftijd\nMaan;2", "No heading"), ("\x00\x01", "is not a table")],
)
def test_a_file_that_cannot_be_read_says_so_and_nothing_can_be_taken_over(
    place: int, tmp_path: Path, content: str, says: str
) -> None:
    file = tmp_path / "plan.csv"
    file.write_text(content)
    read = reader(file)
    assert says in read.seen.wrong
    assert "plan.csv" in read.seen.wrong
    assert not read.seen.can_be_read


# --- by hand ---


@pytest.fixture
def over(qtbot: QtBot, around: Surroundings) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1262, 768)
    made.show()
    return made


def texts(panel: ImportPanel) -> list[str]:
    QApplication.processEvents()
    return [one.text() for one in panel.findChildren(QLabel) if one.isVisibleTo(panel)]


def test_a_file_is_looked_through_taken_over_and_taken_back(
    qtbot: QtBot, around: Surroundings, over: QWidget, heard: Heard, tmp_path: Path
) -> None:
    place = make_place("Kuregem")
    known = make_session(place, day=date(2026, 11, 4), title="Later", start=time(9), end=time(11))
    before = whole_house()
    file = written(
        tmp_path,
        "4/11/2026;10:00;11:00;Later;Kuregem;;",
        "5/11/2026;10:00;11:00;New <b>one</b>;Kuregem;;",
        "6/11/2026;10:00;11:00;Not this one;Kuregem;;",
        "7/11/2026;10:00;11:00;;Kuregem;;",
    )
    panel = open_file(around, over, file)
    assert {"2 new, 1 changed, 0 the same, 1 unclear.", "New <b>one</b>", "it has no title"} <= set(texts(panel))
    assert not panel.is_changed
    panel.ticks[3].setFocus()
    qtbot.keyClick(panel.ticks[3], Qt.Key.Key_Space)
    assert panel.is_changed  # whoever leaves now is asked
    qtbot.mouseClick(panel.verb, Qt.MouseButton.LeftButton)
    assert [one.activity.title for one in sessions.between(*YEAR)] == ["Later", "New <b>one</b>"]
    assert sessions.get(known).activity.start == time(10)
    assert not panel.is_open
    assert heard.acts[-1].undo
    changes.undo(heard.acts[-1].undo)
    assert whole_house() == before


def test_pages_are_turned_by_hand(qtbot: QtBot, around: Surroundings, over: QWidget, tmp_path: Path) -> None:
    make_place("Kuregem")
    lines = [f"{1 + n % 28}/11/2026;{n // 28}:00;{n // 28}:30;Row {n};Kuregem;;" for n in range(120)]
    panel = open_file(around, over, written(tmp_path, *lines))
    assert not panel.before.isEnabled()
    for _page in range(2):
        qtbot.mouseClick(panel.after, Qt.MouseButton.LeftButton)
    assert {"101–120 of 120", "Row 119"} <= set(texts(panel))
    assert not panel.after.isEnabled()
    assert panel.before.hasFocus()  # the keyboard stays where it can go on
    qtbot.keyClick(panel.before, Qt.Key.Key_Space)
    assert "51–100 of 120" in texts(panel)


def test_a_broken_file_leaves_the_panel_with_its_sentence(around: Surroundings, over: QWidget, tmp_path: Path) -> None:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(b"PK\x03\x04 broken")
    panel = open_file(around, over, file)
    assert any("plan.xlsx is not a table" in text for text in texts(panel))
    assert panel.is_open
    assert not panel.verb.isEnabled()
