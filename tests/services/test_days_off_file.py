"""Calendar files of days off: what is new, known, gone or unclear; broken and long files; nothing half."""

from __future__ import annotations

from datetime import date

import pytest

from meetingplace.domain.calendar import DaysOff, OwnDays
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services.days_off_file import FileAsked, FilePreview, Unclear, preview_file, read_file
from meetingplace.storage import days_off as kept
from tests.makers import make_place

pytestmark = pytest.mark.usefixtures("house")

TODAY = date(2026, 11, 25)


def ics(*events: str) -> bytes:
    body = "".join(f"BEGIN:VEVENT\r\nUID:{number}\r\n{event}\r\nEND:VEVENT\r\n" for number, event in enumerate(events))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//school//NL\r\n{body}END:VCALENDAR\r\n".encode()


def event(name: str, first: str, after: str = "", *more: str) -> str:
    end = [f"DTEND;VALUE=DATE:{after}"] if after else []
    return "\r\n".join([f"SUMMARY:{name}", f"DTSTART;VALUE=DATE:{first}", *end, *more])


def asked(
    content: bytes, name: str = "school.ics", calendar: DaysOff = DaysOff.OWN, place: int | None = None
) -> FileAsked:
    return FileAsked(name, content, calendar, place)


def new(preview: FilePreview) -> list[tuple[str, date, date]]:
    return [(one.name, one.first_day, one.last_day) for one in preview.new]


def look(*events: str, calendar: DaysOff = DaysOff.OWN) -> FilePreview:
    return preview_file(asked(ics(*events), calendar=calendar), TODAY)


BRIDGE = event("Brug", "20270507", "20270509")
STUDY = event("Studiedag", "20270312")


def test_the_end_of_a_file_is_the_day_after_and_without_an_end_it_is_one_day() -> None:
    assert new(look(BRIDGE, STUDY)) == [
        ("Studiedag", date(2027, 3, 12), date(2027, 3, 12)),
        ("Brug", date(2027, 5, 7), date(2027, 5, 8)),
    ]
    assert kept.between(date.min, date.max) == []  # a preview saves nothing


def test_a_file_is_taken_over_whole_with_its_name_as_source() -> None:
    place = make_place()
    done = read_file(asked(ics(BRIDGE, STUDY), place=place), TODAY)
    assert done.facts == {"file": "school.ics", "number": 2, "gone": 0}
    found = kept.between(date.min, date.max)
    assert {(one.source, one.calendar, one.place_id) for one in found} == {("school.ics", DaysOff.OWN, place)}


def test_read_twice_nothing_is_added_twice_and_it_is_said() -> None:
    content = asked(ics(BRIDGE, BRIDGE, STUDY))
    read_file(content, TODAY)
    again = read_file(content, TODAY)
    assert (again.facts["number"], again.undo) == (0, None)
    assert len(kept.between(date.min, date.max)) == 2
    assert len(preview_file(asked(ics(BRIDGE), name="other.ics"), TODAY).known) == 1


def test_the_same_file_again_takes_the_place_of_what_it_said() -> None:
    read_file(asked(ics(event("A", "20270301"), event("B", "20270310"), event("C", "20270320"))), TODAY)
    later = asked(ics(event("A", "20270301"), event("B", "20270311"), event("Feest", "20270320")))
    preview = preview_file(later, TODAY)
    assert [one.name for one in preview.gone] == ["B", "C"]
    assert [name for name, *_days in new(preview)] == ["B", "Feest"]
    read_file(later, TODAY)
    found = [(one.name, one.first_day.day) for one in kept.between(date.min, date.max)]
    assert found == [("A", 1), ("B", 11), ("Feest", 20)]


def test_a_file_of_another_year_leaves_the_years_before() -> None:
    read_file(asked(ics(event("A", "20260301"))), TODAY)
    assert preview_file(asked(ics(event("A", "20270301"))), TODAY).gone == ()


def test_what_the_rules_say_already_is_known_and_what_they_do_not_is_new() -> None:
    rule, other = event("Vacances d'automne", "20261102", "20261109"), event("Herfst", "20271101", "20271110")
    preview = look(rule, other, calendar=DaysOff.FLEMISH)
    assert [one.name for one in preview.known] == ["Vacances d'automne"]
    assert [name for name, *_days in new(preview)] == ["Herfst"]


def test_what_the_house_typed_as_open_is_not_closed_by_a_file() -> None:
    kept.add(OwnDays(0, date(2027, 5, 7), date(2027, 5, 7), DaysOff.OWN, "Toch open", is_off=False))
    preview = look(BRIDGE, STUDY)
    assert [name for name, *_days in new(preview)] == ["Studiedag"]
    assert [(one.name, one.why) for one in preview.unclear] == [("Brug", Unclear.HOUSE_DIFFERS)]


def test_a_date_that_comes_back_every_year_is_written_out_for_some_years() -> None:
    yearly = event("Buurtfeest", "20200529", "", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20270529")
    assert [first for _name, first, _last in new(look(yearly))] == [
        date(2025, 5, 29), date(2026, 5, 29), date(2028, 5, 29), date(2029, 5, 29),
    ]  # fmt: skip
    until = event("Buurtfeest", "20200529", "", "RRULE:FREQ=YEARLY;UNTIL=20260601")
    assert [first.year for _name, first, _last in new(look(until))] == [2025, 2026]
    # the last Friday of May, worked out on a calendar
    moving = event("Feest", "20250530", "", "RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1FR")
    assert [first.day for _name, first, _last in new(look(moving))] == [30, 29, 28, 26, 25]


def test_midnight_in_a_foreign_zone_is_a_whole_day_and_hours_are_not() -> None:
    def timed(name: str, begin: str, end: str) -> str:
        return f"SUMMARY:{name}\r\nDTSTART{begin}\r\nDTEND{end}"

    preview = look(
        timed("New York", ";TZID=America/New_York:20270312T000000", ";TZID=America/New_York:20270313T000000"),
        timed("UTC", ":20270315T230000Z", ":20270316T230000Z"),  # midnight in Brussels, in winter
        timed("Zwevend", ":20270320T000000", ":20270322T000000"),
        timed("Vergadering", ":20270325T090000", ":20270325T110000"),
    )
    assert new(preview) == [
        ("New York", date(2027, 3, 12), date(2027, 3, 12)),
        ("UTC", date(2027, 3, 16), date(2027, 3, 16)),
        ("Zwevend", date(2027, 3, 20), date(2027, 3, 21)),
    ]
    assert [(one.name, one.why) for one in preview.unclear] == [("Vergadering", Unclear.HOURS)]


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (event("", "20270312"), Unclear.NO_NAME),
        ("SUMMARY:Ooit", Unclear.NO_DATE),
        (event("Onmogelijk", "20270231"), Unclear.NO_DATE),
        (event("Eeuwig", "20270101", "20990101"), Unclear.TOO_LONG),
        (event("Elke week", "20270101", "", "RRULE:FREQ=WEEKLY"), Unclear.REPEATS),
    ],
)
def test_what_is_unclear_is_said_and_the_rest_is_read(one: str, why: Unclear) -> None:
    preview = look(one, STUDY)
    assert [left.why for left in preview.unclear] == [why]
    assert [name for name, *_days in new(preview)] == ["Studiedag"]


def test_a_cancelled_event_is_no_day_off() -> None:
    assert new(look(event("Toch niet", "20270312", "", "STATUS:CANCELLED"))) == []


@pytest.mark.parametrize("name", ["=1+1", "<b>vrij</b> & co", "عطلة", "👩‍👩‍👧 feest"])
def test_names_are_kept_as_they_are(name: str) -> None:
    assert [one for one, *_days in new(look(event(name, "20270312")))] == [name]


def test_a_name_without_end_is_cut_and_not_lost() -> None:
    ((name, *_days),) = new(look(event("x" * 10_000, "20270312")))
    assert len(name) == 120


@pytest.mark.parametrize(
    "content", [b"", b"no calendar at all", b"\xff\xfe\x00rubbish", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"]
)
def test_a_broken_file_is_refused_and_nothing_is_read(content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_file(asked(content), TODAY)
    assert refused.value.reason is Reason.CALENDAR_UNREADABLE
    assert kept.between(date.min, date.max) == []


def test_a_file_that_is_too_long_is_refused_whole() -> None:
    days = [
        event(f"dag {number}", f"{2000 + number // 300}{1 + number % 12:02}{1 + number % 25:02}")
        for number in range(9000)
    ]
    with pytest.raises(Refused) as refused:
        read_file(asked(ics(*days)), TODAY)
    assert refused.value.reason is Reason.FILE_TOO_LONG
    assert kept.between(date.min, date.max) == []
