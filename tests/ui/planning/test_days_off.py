"""The room of days off: what counts and who says so, correcting by hand and keyboard, a file seen before it is read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from meetingplace.domain.calendar import DaysOff, OwnDays
from meetingplace.services.days_off import days_off
from meetingplace.services.days_off_file import FileAsked
from meetingplace.storage import days_off as kept
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.days_off.forms import DaysForm, FileForm
from meetingplace.ui.planning.days_off.panel import DaysOffPanel, open_room
from meetingplace.ui.planning.days_off.presenter import GroupShown, LineShown, Presenter, YearShown
from tests.makers import make_place

FILE = b"\r\n".join((
    b"BEGIN:VCALENDAR", b"VERSION:2.0",
    b"BEGIN:VEVENT", b"SUMMARY:Studiedag <b>&", b"DTSTART;VALUE=DATE:20270312", b"END:VEVENT",
    b"BEGIN:VEVENT", b"SUMMARY:Vergadering", b"DTSTART:20270313T090000", b"DTEND:20270313T100000", b"END:VEVENT",
    b"END:VCALENDAR", b"",
))  # fmt: skip


class Seen:
    """Remembers what it was asked to show."""

    shown: YearShown
    wrong: tuple[str, str] | None = None
    closed = False

    def show_year(self, shown: YearShown) -> None:
        self.shown = shown

    def open_file_form(self, asked: FileAsked) -> None:
        raise AssertionError(asked.name)

    def show_wrong(self, field: str, sentence: str) -> None:
        self.wrong = (field, sentence)

    def close_panel(self) -> None:
        self.closed = True

    def group(self, calendar: str) -> GroupShown:
        return next(group for group in self.shown.groups if calendar in group.title)

    def line(self, calendar: str, name: str) -> LineShown:
        return next(line for line in self.group(calendar).lines if name in line.name)


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def presenter(around: Surroundings, seen: Seen) -> Presenter:
    made = Presenter(around, seen)
    around.bulletin.follow(frozenset(), made.refresh)
    made.refresh()
    return made


def test_a_school_year_is_listed_by_calendar_with_its_source(presenter: Presenter, seen: Seen) -> None:
    assert seen.shown.year == "2026–2027"
    assert [len(group.lines) > 5 for group in seen.shown.groups] == [False, True, True, True]
    assert "No closing days" in seen.group("Closing").empty
    autumn = next(line for line in seen.group("Dutch").lines if line.days == "2 – 8 November")
    assert (autumn.line, autumn.act, autumn.chip) == ("by the general rule", "Correct", "")
    presenter.step(1)
    assert seen.shown.year == "2027–2028"


def test_a_correction_says_what_the_rule_says_and_goes_away_again(presenter: Presenter, seen: Seen) -> None:
    autumn = next(line for line in seen.group("Dutch").lines if line.days == "2 – 8 November")
    shown = presenter.form(autumn.number)
    assert shown is not None
    longer = replace(shown.own, last_day=date(2026, 11, 10))
    presenter.save(shown, lambda: longer, seen)
    presenter.refresh()
    corrected = next(line for line in seen.group("Dutch").lines if line.days == "2 – 10 November")
    assert (corrected.chip, corrected.act) == ("Corrected", "Change")
    assert corrected.line.startswith("typed by the house · the general rule says: ")
    assert "2 – 8 November" in corrected.line
    again = presenter.form(corrected.number)
    assert again is not None
    assert again.away == "Take the correction back"
    presenter.take_away(again, seen)
    assert kept.between(date.min, date.max) == []


def test_what_is_wrong_stands_at_its_field(presenter: Presenter, seen: Seen) -> None:
    shown = presenter.new_form()
    presenter.save(shown, lambda: replace(shown.own, name=" "), seen)
    assert seen.wrong is not None
    assert seen.wrong[0] == "name"
    presenter.save(shown, lambda: replace(shown.own, name="Verhuis", last_day=date(2020, 1, 1)), seen)
    assert seen.wrong[0] == "last"
    assert not seen.closed


# --- the panel ---


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def panel(around: Surroundings, window: QWidget) -> DaysOffPanel:
    open_room(around, window, lambda _day, _session: None)
    return window.findChild(DaysOffPanel)


def test_a_closing_day_of_a_place_is_added_with_the_keyboard_and_undone(
    around: Surroundings, window: QWidget, qtbot
) -> None:
    place = make_place("Kuregem")
    open_room(around, window, lambda _day, _session: None)
    panel = window.findChild(DaysOffPanel)
    qtbot.keyClick(panel.new, Qt.Key.Key_Space)
    form = window.findChild(DaysForm)
    qtbot.keyClicks(form.name, "Verhuis")
    form.first.typed.setText("20/11/2026")
    form.first.changed.emit()
    assert form.last.day >= form.first.day
    form.last.typed.setText("21/11/2026")
    form.place.setCurrentIndex(form.place.findData(place))
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    (own,) = kept.between(date.min, date.max)
    expected = (date(2026, 11, 20), date(2026, 11, 21), DaysOff.OWN, place)
    assert (own.first_day, own.last_day, own.calendar, own.place_id) == expected
    assert len(panel.presenter._board.lines) > 20
    around.work.undo()
    assert kept.between(date.min, date.max) == []


def test_a_holiday_is_said_not_to_be_one_after_all(panel: DaysOffPanel, window: QWidget, qtbot) -> None:
    armistice = next(one for one in panel.buttons.values() if "Armistice" in one.accessibleName())
    qtbot.mouseClick(armistice, Qt.MouseButton.LeftButton)
    form = window.findChild(DaysForm)
    form.not_off.setChecked(True)
    qtbot.mouseClick(form.verb, Qt.MouseButton.LeftButton)
    assert len(kept.between(date.min, date.max)) == 1
    assert any("Open after all" in one.accessibleName() for one in panel.buttons.values())


def test_a_file_is_seen_before_it_is_taken_over(
    around: Surroundings, panel: DaysOffPanel, window: QWidget, tmp_path: Path, qtbot
) -> None:
    file = tmp_path / "school.ics"
    file.write_bytes(FILE)
    panel.presenter.open_file(file)
    form = window.findChild(FileForm)
    assert kept.between(date.min, date.max) == []
    form.calendar.setCurrentIndex(form.calendar.findData(DaysOff.FLEMISH))
    qtbot.mouseClick(form.verb, Qt.MouseButton.LeftButton)
    (own,) = kept.between(date.min, date.max)
    assert (own.name, own.calendar, own.source) == ("Studiedag <b>&", DaysOff.FLEMISH, "school.ics")
    day = date(2027, 3, 12)
    assert [off.name for off in days_off(day, day, [DaysOff.FLEMISH], "en")] == ["Studiedag <b>&"]
    panel.presenter.open_file(file)
    again = [one for one in window.findChildren(FileForm) if one.is_open][-1]
    assert not again.verb.isEnabled()  # nothing is new


def test_a_broken_file_is_said_and_nothing_is_lost(panel: DaysOffPanel, window: QWidget, tmp_path: Path, heard) -> None:
    kept.add(OwnDays(0, date(2026, 11, 20), date(2026, 11, 20), DaysOff.OWN, "Verhuis"))
    broken = tmp_path / "broken.ics"
    broken.write_bytes(b"\xff\x00 this is no calendar")
    panel.presenter.open_file(broken)
    form = window.findChild(FileForm)
    assert not form.verb.isEnabled()
    assert "broken.ics is not a calendar file" in form._wrong.text()
    panel.presenter.open_file(tmp_path / "nowhere.ics")
    assert heard.refusals[-1].facts == {"file": "nowhere.ics"}
    assert len(kept.between(date.min, date.max)) == 1
