"""Plans for the team: every session once on the paper, days off, sizes of paper, nothing said by colour alone."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from meetingplace.documents import pictures
from meetingplace.documents.moods import Mood
from meetingplace.documents.paper import A3_WIDE, A4_WIDE, Format
from meetingplace.documents.plans.columns import Columns, Piece, flowed
from meetingplace.documents.plans.content import FreeDays, PlanHead, PlanSession
from meetingplace.documents.plans.month_sheet import MonthSheet, month_sheet
from meetingplace.documents.plans.page import HUES
from meetingplace.documents.plans.setting import wrapped
from meetingplace.documents.plans.team_roster import RosterMember, TeamRoster, duration, team_roster
from meetingplace.documents.plans.week_sheet import WeekSheet, week_sheet
from meetingplace.documents.plans.year_overview import YearOverview, year_overview
from meetingplace.domain.calendar import DayOff, DaysOff, Holiday
from meetingplace.domain.sessions import Function
from meetingplace.i18n.catalog import translator
from meetingplace.ui.kit import theme

from . import reading

HEAD = PlanHead("Huis Kersenhof", "Alle plekken", date(2026, 11, 25), Mood.PARK)
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
YEAR = (date(2026, 9, 1), date(2027, 8, 31))
WEEK = (date(2026, 11, 9), date(2026, 11, 15))
FREE = FreeDays(
    (
        Holiday(DaysOff.FLEMISH, "Herfstvakantie", date(2026, 11, 2), date(2026, 11, 8)),
        Holiday(DaysOff.FRENCH, "Congé d'automne", date(2026, 10, 19), date(2026, 11, 1)),
    ),
    (DayOff(date(2026, 11, 11), DaysOff.PUBLIC, "Wapenstilstand"),),
)


def session(day: date, title: str = "Spelen", start: int = 9, **changed: Any) -> PlanSession:
    values: dict[str, Any] = {
        "place": "De Kers", "functions": (Function.COHESION,), "team": ("Samira",), "minutes": 195,
    }  # fmt: skip
    return PlanSession(day, time(start, 30), time(start + 2), title, **{**values, **changed})


def numbered(first: date, count: int, days: int) -> tuple[PlanSession, ...]:
    """Make sessions with titles M0001, M0002 … spread over so many days."""
    return tuple(
        session(first + timedelta(days=number % days), f"M{number:04}", 8 + number % 9) for number in range(count)
    )


def month(*sessions: PlanSession, language: str = "nl", paper: Format = A4_WIDE, **changed: Any) -> bytes:
    return month_sheet(MonthSheet(HEAD, *NOVEMBER, sessions, **changed), translator("app", language), paper)


def week(*sessions: PlanSession, language: str = "nl", paper: Format = A4_WIDE, **changed: Any) -> bytes:
    return week_sheet(WeekSheet(HEAD, *WEEK, sessions, **changed), translator("app", language), paper)


def year(*sessions: PlanSession, language: str = "nl", paper: Format = A4_WIDE, **changed: Any) -> bytes:
    sheet = YearOverview(HEAD, "2026 – 2027", *YEAR, sessions, **changed)
    return year_overview(sheet, translator("app", language), paper)


def roster(*sessions: PlanSession, language: str = "nl", paper: Format = A4_WIDE) -> bytes:
    member = RosterMember("Samira", "SA", True, tuple(one for one in sessions if one.team))
    nobody = tuple(one for one in sessions if not one.team)
    return team_roster(TeamRoster(HEAD, "November 2026", (member,), nobody), translator("app", language), paper)


SHEETS: dict[str, Callable[..., bytes]] = {"month": month, "week": week, "year": year, "roster": roster}
LISTING = ("month", "week", "roster")  # which say each session in words


def said(pdf: bytes) -> list[str]:
    return [reading.tidy(line.text) for line in reading.lines(pdf)]


def marks(pdf: bytes) -> int:
    """Count the pictograms of squares on all pages, without the six of the foot, the mark and the six of the panel."""
    return sum(len(re.findall(rb" f Q EMC", page)) for page in reading.contents(pdf))


# --- every session once ---


@pytest.mark.parametrize("kind", LISTING)
@pytest.mark.parametrize("count", [1, 30, 400])
def test_every_session_is_on_the_paper_exactly_once(kind: str, count: int) -> None:
    sessions = numbered(WEEK[0], count, 7)
    found = re.findall(r"M\d{4}", " ".join(said(SHEETS[kind](*sessions))))
    assert sorted(found) == [one.title for one in sessions]


def test_what_found_no_room_in_a_day_follows_on_the_page_that_the_day_names() -> None:
    day = date(2026, 11, 18)
    sessions = [session(day, f"M{number:04}", 8 + number % 9) for number in range(60)]
    pages = [[reading.tidy(line.text) for line in page] for page in reading.pages(month(*sessions))]
    (more,) = [text for text in pages[0] if text.startswith("+ ")]
    number, page = (int(word) for word in re.findall(r"\d+", more))
    shown = [text for text in pages[0] if re.search(r"M\d{4}", text)]
    assert len(shown) + number == 60
    assert len(shown) > 0
    assert page == 2
    assert "woensdag 18 november" in pages[1]
    assert sum(bool(re.search(r"M\d{4}", text)) for text in pages[1]) == number


def test_a_quiet_month_is_one_page_in_large_letters() -> None:
    pdf = month(session(date(2026, 11, 18)))
    assert pictures.page_count(pdf) == 1
    (title,) = [line for line in reading.lines(pdf) if line.text == "Spelen"]
    assert title.size == 10


def test_each_month_of_a_period_has_its_page() -> None:
    sheet = MonthSheet(HEAD, date(2026, 9, 15), date(2027, 1, 10), (session(date(2026, 9, 14)),))
    pdf = month_sheet(sheet, translator("app", "nl"))
    titles = ["September 2026", "Oktober 2026", "November 2026", "December 2026", "Januari 2027"]
    assert [next(text for text in titles if text in said_on) for said_on in _pages(pdf)] == titles
    assert "Spelen" not in said(pdf)  # the day before the period


def test_each_week_of_a_period_has_its_page() -> None:
    sheet = WeekSheet(HEAD, date(2026, 12, 28), date(2027, 1, 10), (session(date(2027, 1, 4)),))
    pages = _pages(week_sheet(sheet, translator("app", "nl")))
    assert "Week 53: 28 december – 3 januari 2027" in pages[0]
    assert "Week 1: 4 – 10 januari 2027" in pages[1]
    assert "Spelen" in pages[1]


def test_a_day_with_more_than_a_page_goes_on_over_pages_of_the_week() -> None:
    sessions = [session(WEEK[0], f"M{number:04}") for number in range(90)]
    pdf = week(*sessions)
    pages = _pages(pdf)
    assert len(pages) == pictures.page_count(pdf) > 2
    assert all("De Kers" in page and "ma 9 nov" in page for page in pages)


def test_a_place_alone_is_laid_out_by_the_parts_of_the_day() -> None:
    early, late = session(WEEK[0], "Vroeg", 9, place=""), session(WEEK[0], "Laat", 18, place="")
    places = {line.text: line.y for line in reading.lines(week(early, late, by_place=False, language="en"))}
    assert places["Morning"] > places["Afternoon"] > places["Evening"]
    assert places["Vroeg"] > places["Afternoon"] > places["Evening"] > places["Laat"]


# --- the year ---


def test_the_year_shows_a_square_for_each_session_and_says_how_many() -> None:
    few = [session(date(2026, 10, 5)), session(date(2026, 10, 6)), session(date(2026, 10, 6), start=14)]
    assert marks(year(*few)) - marks(year()) == 3
    words = said(year(*few))
    assert "3" in words  # of the week and of the year
    assert pictures.page_count(year(*few)) == 1


def test_a_session_with_two_functions_counts_in_both() -> None:
    both = (Function.COHESION, Function.ADVICE)
    words = said(year(session(date(2026, 10, 5), functions=both), session(date(2026, 10, 6), functions=both[1:])))
    counted = {name: words[words.index(name) + 1] for name in ("Samenhang", "Advies")}
    assert counted == {"Samenhang": "1", "Advies": "2"}


def test_a_full_year_counts_by_function_and_stays_on_two_pages() -> None:
    sessions = numbered(date(2026, 9, 1), 2_400, 200)
    pdf = year(*sessions, paper=A3_WIDE)
    assert pictures.page_count(pdf) <= 2
    assert "2.400" in said(pdf)
    assert said(pdf).count("12") >= 200  # twelve sessions of one function a day, under one square


def test_weeks_without_sessions_are_seen() -> None:
    # 1 September 2026 is a Tuesday, 31 August 2027 a Tuesday: 53 weeks, of which one has a session
    assert said(year(session(date(2026, 10, 5)))).count("–") == 52


def test_a_session_that_does_not_go_on_is_said_in_words_and_not_counted() -> None:
    cancelled = session(date(2026, 11, 10), is_cancelled=True)
    for kind in SHEETS:
        assert "gaat niet door" in said(SHEETS[kind](cancelled))
        assert "gaat niet door" not in said(SHEETS[kind](session(date(2026, 11, 10))))
    assert "0 u" in said(roster(cancelled))


# --- the roster ---


def test_hours_are_those_of_preparation_open_and_debrief_paid_and_volunteers_apart() -> None:
    # 195 minutes: 30 before, 150 open, 15 after; two sessions of Samira, one of Els
    one, two = session(WEEK[0], team=("Samira", "Els")), session(WEEK[1], "Lezen")
    members = (RosterMember("Els", "EL", False, (one,)), RosterMember("Samira", "SA", True, (one, two)))
    words = said(team_roster(TeamRoster(HEAD, "November", members), translator("app", "nl")))
    paid, volunteers = words.index("betaalde teamleden"), words.index("vrijwilligers")
    assert words[paid + 3 : paid + 9] == ["Samira", "2", "6 u 30", "samen", "2", "6 u 30"]
    assert words[volunteers + 3 : volunteers + 9] == ["Els", "1", "3 u 15", "samen", "1", "3 u 15"]


def test_sessions_without_a_team_are_asked_for() -> None:
    words = said(roster(session(WEEK[0], "Alleen", team=())))
    assert words[words.index("nog niemand") + 1] == "1 moment"
    assert "Alleen · De Kers" in words


@pytest.mark.parametrize(("minutes", "expected"), [(0, "0 h"), (60, "1 h"), (195, "3 h 15"), (65, "1 h 05")])
def test_lengths_of_work(minutes: int, expected: str) -> None:
    assert reading.tidy(duration(translator("app", "en"), minutes)) == expected


def test_a_team_of_forty_and_two_thousand_sessions() -> None:
    sessions = numbered(date(2026, 9, 1), 2_000, 300)
    members = tuple(
        RosterMember(f"Lid {number}", "L", number % 2 == 0, sessions[number * 50 : (number + 1) * 50])
        for number in range(40)
    )
    pdf = team_roster(TeamRoster(HEAD, "2026 – 2027", members), translator("app", "nl"))
    assert len(re.findall(r"M\d{4}", " ".join(said(pdf)))) == 2_000
    assert said(pdf).count("162 u 30") >= 40  # fifty times 3 h 15


# --- days off ---


def test_days_off_are_said_in_words_on_month_and_week() -> None:
    words = said(month(free=FREE))
    assert {"NL · Herfstvakantie", "Wapenstilstand"} <= set(words)
    assert "FR" in words  # of the French-language holiday only its last day, a narrow Sunday, is in November
    assert "Wapenstilstand" in said(week(free=FREE))


def test_the_year_shows_both_calendars_and_names_the_days_off() -> None:
    pdf = year(free=FREE)
    assert {"NL", "FR", "vrij", "wo 11 nov: Wapenstilstand"} <= set(said(pdf))
    hatched = sum(page.count(b" W n") for page in reading.contents(pdf))
    # the French-language holiday lies in two weeks, and once in the words of the foot
    assert hatched == 3


# --- any paper ---


@pytest.mark.parametrize("kind", SHEETS)
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("paper", [A4_WIDE, A3_WIDE])
def test_size_title_language_and_page_numbers(kind: str, language: str, paper: Format) -> None:
    pdf = SHEETS[kind](*numbered(WEEK[0], 80, 7), language=language, paper=paper)
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        assert [round(side * 25.4 / 72) for side in page.get_size()] == [paper.width, paper.height]
    count = len(document)
    document.close()
    for number, page in enumerate(_pages(pdf), start=1):
        assert any(text.endswith(translator("app", language)("page {n} of {m}", n=number, m=count)) for text in page)
    assert f"/Lang ({language})".encode() in pdf
    assert b"/Title (Huis Kersenhof - " in pdf
    assert {line.language for line in reading.lines(pdf)} == {language}


@pytest.mark.parametrize("kind", SHEETS)
def test_the_same_plan_gives_the_same_bytes(kind: str) -> None:
    sessions = numbered(WEEK[0], 20, 7)
    assert SHEETS[kind](*sessions) == SHEETS[kind](*sessions)


@pytest.mark.parametrize("kind", LISTING)
@pytest.mark.parametrize(
    "title", ["<b>Vet</b> & zo", "لعب ولقاء", "=1+1", "Ελληνικά", "ትግርኛ", "O" * 120, "Een lange titel " * 7]
)
def test_titles_of_every_kind_are_set_whole(kind: str, title: str) -> None:
    pdf = SHEETS[kind](session(WEEK[0], title.strip()))
    together = "".join(said(pdf)).replace(" ", "")
    assert title.replace(" ", "") in together
    assert all(0 <= line.x <= 297 / 25.4 * 72 for line in reading.lines(pdf))


@pytest.mark.parametrize("kind", LISTING)
def test_a_sign_that_no_font_has_does_not_stop_the_plan(kind: str) -> None:
    assert any("Feest" in text for text in said(SHEETS[kind](session(WEEK[0], "Feest \U0001fae0"))))
    assert any("…" in text for text in said(SHEETS[kind](session(WEEK[0], "\U0001fae0"))))


def test_a_word_that_is_wider_than_its_cell_is_broken_within_it() -> None:
    setting = wrapped("W" * 120, "plan_text", 10, 30)
    assert setting.width <= 30 / 25.4 * 72 * 1.004
    assert "".join(line.text for line in setting.lines) == "W" * 120


def test_long_names_of_house_and_filter_stay_on_the_page() -> None:
    head = PlanHead("Huis " + "x" * 75, "Alle plekken · " * 12, date(2026, 11, 25))
    pdf = month_sheet(MonthSheet(head, *NOVEMBER), translator("app", "nl"))
    assert all(0 < line.y < 210 / 25.4 * 72 for line in reading.lines(pdf))


def test_functions_are_told_apart_in_grey_by_their_pictograms() -> None:
    drawn = []
    for function in HUES:
        picture = Image.open(io.BytesIO(pictures.png(year(session(date(2026, 10, 5), functions=(function,))), 2_000)))
        drawn.append(picture.convert("L").convert("1", dither=Image.Dither.NONE).tobytes())
    assert len(set(drawn)) == len(HUES)


def test_the_hues_are_those_of_the_screen() -> None:
    on_screen = {function: theme._LIGHT_HUES[function].square for function in Function}
    assert {function: _code(hue) for function, hue in HUES.items()} == on_screen


def test_a_heading_stays_with_what_follows_and_is_said_again_in_the_next_column() -> None:
    def drop(_x: float, _y: float) -> None:
        """Draw nothing."""

    heading, piece = Piece(5, drop, is_heading=True), Piece(10, drop)
    columns = Columns(2, 0, 26, 50, 4)
    placed = [(one.piece is heading, one.page, one.x, one.y) for one in flowed([heading, *[piece] * 4], columns)]
    assert placed == [
        (True, 0, 0, 0), (False, 0, 0, 5), (False, 0, 0, 15), (True, 0, 54, 0), (False, 0, 54, 5), (False, 0, 54, 15),
    ]  # fmt: skip


def _pages(pdf: bytes) -> list[list[str]]:
    return [[reading.tidy(line.text) for line in page] for page in reading.pages(pdf)]


def _code(hue: Any) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in (hue.red, hue.green, hue.blue))
