"""Handing the plan out as a file: whose sessions, from when to when, and where the file comes."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.sessions import Activity
from meetingplace.domain.wanted import Wanted
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import series
from meetingplace.services.series import Repeats
from meetingplace.services.sharing import Form
from meetingplace.storage import sessions
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.work import InlineWork
from meetingplace.ui.planning.sharing.panel import SharingPanel, open_room
from meetingplace.ui.planning.sharing.presenter import Asked, Presenter, SharingShown, Whom
from meetingplace.ui.planning.sight import Sight
from tests.makers import make_member, make_place, make_session
from tests.ui.conftest import Heard
from tests.ui.planning.conftest import NOW

FIRST, LAST = date(2026, 9, 1), date(2027, 8, 31)
LEFT = Qt.MouseButton.LeftButton
NOON = time(12)


@dataclass
class Seen:
    shown: SharingShown | None = None
    asked: list[tuple[str, Form]] = field(default_factory=list)
    wrong: tuple[str, str] | None = None
    closed: int = 0

    def show_choices(self, shown: SharingShown) -> None:
        self.shown = shown

    def ask_file(self, name: str, form: Form) -> None:
        self.asked.append((name, form))

    def show_wrong(self, field: str, sentence: str) -> None:
        self.wrong = (field, sentence)

    def close_panel(self) -> None:
        self.closed += 1


@dataclass
class Hander:
    presenter: Presenter
    seen: Seen
    said: list[str]


def hander(wanted: Wanted = Wanted()) -> Hander:  # noqa: B008 (it is frozen)
    seen, said = Seen(), []
    around = SimpleNamespace(
        work=InlineWork(Bulletin(), lambda _changes: None, lambda _refused: None),
        words=translator("app", "en"),
        formats=Formats("en"),
        clock=lambda: NOW,
        say=lambda text, **_more: said.append(text),
    )
    presenter = Presenter(cast(Any, around), seen, Sight("week", NOW.date(), wanted))
    presenter.refresh()
    return Hander(presenter, seen, said)


def titles(file: Path) -> set[str]:
    return {str(event["summary"]) for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")}


# --- what goes out, without a window ---


def test_it_offers_the_places_series_and_people_of_the_school_year(place: int, team: tuple[int, int]) -> None:
    make_member("Gone", is_active=False)
    for first, last in ((date(2026, 11, 3), date(2026, 11, 17)), (date(2025, 11, 4), date(2025, 11, 18))):
        series.plan(Activity(f"Of {first.year}", place, NOW.time(), NOON), Repeats(Weekly((1,), first, last)))
    shown = hander().seen.shown
    assert shown is not None
    assert shown.places == ((place, "Kuregem"),)
    assert [word for _id, word in shown.series] == ["Of 2026 (Kuregem, 9:10 – 12:00, from Tue 3 Nov)"]
    assert sorted(word for _id, word in shown.people) == ["Nele", "Samira"]
    assert (shown.first, shown.last, shown.is_filtered) == (FIRST, LAST, False)


def test_each_choice_hands_out_its_sessions(place: int, team: tuple[int, int], tmp_path: Path) -> None:
    other = make_place("Bonnevie")
    make_session(place, title="Here", theme="sleep")
    make_session(other, title="There", team=(team[0],))
    weekly = Weekly((1,), date(2026, 11, 3), date(2026, 11, 17))
    made = series.plan(Activity("Every week", other, NOW.time(), NOON), Repeats(weekly)).made
    for whom, which, wanted, out in (
        (Whom.ALL, None, Wanted(place), {"Here", "There", "Every week"}),
        (Whom.ALL, None, Wanted(place, theme="sleep"), {"Here"}),
        (Whom.PLACE, other, Wanted(), {"There", "Every week"}),
        (Whom.PERSON, team[0], Wanted(theme="sleep"), {"There"}),
        (Whom.SERIES, made, Wanted(theme="sleep"), {"Every week"}),
    ):
        hands, file = hander(wanted), tmp_path / "out.ics"
        assert hands.seen.shown is not None
        assert hands.seen.shown.is_filtered == bool(wanted.theme)
        hands.presenter.save(Asked(whom, which, FIRST, LAST, Form.ICS))
        assert hands.seen.asked == [("plan 2026-09-01_2027-08-31.ics", Form.ICS)]
        hands.presenter.write(file)
        assert titles(file) == out
        assert (hands.said, hands.seen.closed) == (["The plan is saved in out.ics."], 1)


def test_a_period_that_is_turned_round_is_said_beside_its_last_day(place: int) -> None:
    hands = hander()
    hands.presenter.save(Asked(Whom.ALL, None, LAST, FIRST, Form.CSV))
    assert hands.seen.wrong == ("last", "The end comes before the beginning. Choose a later end.")
    assert hands.seen.asked == []


def test_a_folder_that_is_none_is_said_and_the_panel_stays(place: int, tmp_path: Path) -> None:
    hands = hander()
    hands.presenter.save(Asked(Whom.ALL, None, FIRST, LAST, Form.XLSX))
    (tmp_path / "a file").touch()
    hands.presenter.write(tmp_path / "a file" / "plan.xlsx")
    assert hands.seen.wrong is not None
    assert hands.seen.closed == 0


# --- by hand ---


@pytest.fixture
def panel(qtbot: QtBot, around: Surroundings) -> SharingPanel:
    place, member = make_place("Kuregem"), make_member("Samira")
    make_session(place, title="Here <b>")
    make_session(make_place("Bonnevie"), title="Of Samira", team=(member,))
    make_session(place, day=date(2026, 12, 1), title="In December")
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(1262, 768)
    over.show()
    open_room(around, over, lambda _day, _session: None)
    return over.findChild(SharingPanel)


def save_as(monkeypatch: pytest.MonkeyPatch, file: Path | None) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_what: (str(file or ""), ""))


def test_the_calendar_of_one_team_member_is_saved(
    qtbot: QtBot, panel: SharingPanel, heard: Heard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert not panel.which.isVisible()
    panel.whom.setFocus()
    qtbot.keyClick(panel.whom, Qt.Key.Key_End)
    assert panel.which.isVisible()
    assert panel.which.currentText() == "Samira"
    save_as(monkeypatch, tmp_path / "samira")  # without its ending
    qtbot.mouseClick(panel.verb, LEFT)
    assert titles(tmp_path / "samira.ics") == {"Of Samira"}
    assert heard.sentences == ["The plan is saved in samira.ics."]
    assert not panel.is_open


def test_a_spreadsheet_of_a_period_is_saved(
    qtbot: QtBot, panel: SharingPanel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    panel.first.typed.setText("1/12/2026")
    panel.last.typed.setText("31/12/2026")
    qtbot.keyClick(panel.form, Qt.Key.Key_Down)
    save_as(monkeypatch, None)
    qtbot.mouseClick(panel.verb, LEFT)
    assert panel.is_open  # nothing was chosen: the panel stays, and its verb can be pressed again
    save_as(monkeypatch, tmp_path / "plan.xlsx")
    qtbot.mouseClick(panel.verb, LEFT)
    sheet = load_workbook(io.BytesIO((tmp_path / "plan.xlsx").read_bytes())).active
    assert [row[4] for row in sheet.iter_rows(min_row=2, values_only=True)] == ["In December"]
    assert sessions.between(FIRST, LAST)


def test_leaving_asks_nothing_when_nothing_was_chosen(qtbot: QtBot, panel: SharingPanel) -> None:
    qtbot.keyClick(panel.whom, Qt.Key.Key_Escape)
    assert not panel.is_open


@pytest.mark.parametrize("field", ["first", "last"])
def test_an_impossible_day_is_said_and_nothing_typed_is_lost(qtbot: QtBot, panel: SharingPanel, field: str) -> None:
    typed = getattr(panel, field).typed
    typed.setText("31/2/2026")
    qtbot.mouseClick(panel.verb, LEFT)
    assert any("“31/2/2026” is not a date" in one.text() for one in panel.findChildren(QLabel) if one.isVisible())
    assert typed.text() == "31/2/2026"
    assert typed.is_wrong
    assert panel.verb.isEnabled()
