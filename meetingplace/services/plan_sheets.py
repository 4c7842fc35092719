"""The plan on paper for the team: a month, a week, a school year or the roster of a period, in nl, fr or en.

Each sheet asks the database a handful of questions, however many sessions it shows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from meetingplace.documents.moods import Mood
from meetingplace.documents.paper import A3_WIDE, A4_WIDE
from meetingplace.documents.plans import month_sheet, team_roster, week_sheet, year_overview
from meetingplace.documents.plans.content import FreeDays, PlanHead, PlanSession
from meetingplace.domain.calendar import DaysOff, monday_of, school_year_of, stretches
from meetingplace.domain.places import Place
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Session, SessionState
from meetingplace.domain.team import TeamMember
from meetingplace.domain.wanted import Wanted
from meetingplace.i18n.catalog import Translator, isolated_if_turned, translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import function_name
from meetingplace.services.days_off import days_off
from meetingplace.services.organisation import the_house
from meetingplace.storage import places, sessions, team

LONGEST = 400  # days: a school year and a month; a longer period is a typing mistake
_AROUND = 75  # days looked at on both sides, so that a holiday is known from its first to its last day
_SCHOOLS = (DaysOff.FLEMISH, DaysOff.FRENCH)


class PlanKind(Enum):
    """A sheet on which the plan is printed."""

    MONTH = "month"
    WEEK = "week"
    YEAR = "year"
    ROSTER = "roster"


class PlanPaper(Enum):
    """The size of its paper, always landscape."""

    A4 = "a4"
    A3 = "a3"


_EVERYTHING = Wanted()
_FORMATS = {PlanPaper.A4: A4_WIDE, PlanPaper.A3: A3_WIDE}


@dataclass(frozen=True)
class PlanAsked:
    """Which sheet of which days, both included, of which sessions, on which paper, in nl, fr or en."""

    kind: PlanKind
    first: date
    last: date
    wanted: Wanted = _EVERYTHING
    paper: PlanPaper = PlanPaper.A4
    language: str = "nl"


def period_of(kind: PlanKind, day: date) -> tuple[date, date]:
    """Give the first and last day of the month, week or school year around a day; of the month for the roster."""
    if kind is PlanKind.WEEK:
        return monday_of(day), monday_of(day) + timedelta(days=6)
    if kind is PlanKind.YEAR:
        return school_year_of(day)
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def plan_sheet(asked: PlanAsked, today: date) -> bytes:
    """Make a sheet as PDF; refuses END_BEFORE_START, PERIOD_TOO_LONG, and NOT_FOUND for a place or member."""
    make = {
        PlanKind.MONTH: month_paper,
        PlanKind.WEEK: week_paper,
        PlanKind.YEAR: year_paper,
        PlanKind.ROSTER: roster_paper,
    }
    return make[asked.kind](asked, today)


def month_paper(asked: PlanAsked, today: date) -> bytes:
    """Make a calendar page for each month of the period."""
    plan = _read(asked, today)
    sheet = month_sheet.MonthSheet(plan.head, asked.first, asked.last, plan.shown, plan.free)
    return month_sheet.month_sheet(sheet, plan.words, _FORMATS[asked.paper])


def week_paper(asked: PlanAsked, today: date) -> bytes:
    """Make a page for each week of the period: days by place, of one place days by the parts of the day."""
    plan = _read(asked, today)
    by_place = asked.wanted.place_id is None
    sheet = week_sheet.WeekSheet(plan.head, asked.first, asked.last, plan.shown, plan.free, by_place)
    return week_sheet.week_sheet(sheet, plan.words, _FORMATS[asked.paper])


def year_paper(asked: PlanAsked, today: date) -> bytes:
    """Make a row for each week of the period, with a square for each session."""
    plan = _read(asked, today)
    title = _period(asked)
    sheet = year_overview.YearOverview(plan.head, title, asked.first, asked.last, plan.shown, plan.free)
    return year_overview.year_overview(sheet, plan.words, _FORMATS[asked.paper])


def roster_paper(asked: PlanAsked, today: date) -> bytes:
    """Make the roster of the period: of the whole team, or of one member who is wanted."""
    plan = _read(asked, today)
    members = tuple(
        team_roster.RosterMember(member.name, member.initials, member.is_paid, plan.of_member(member.id))
        for member in plan.members
        if plan.is_on_roster(member, asked.wanted)
    )
    unstaffed = tuple(
        shown
        for session, shown in zip(plan.sessions, plan.shown, strict=True)
        if not session.activity.team and not shown.is_cancelled
    )
    sheet = team_roster.TeamRoster(plan.head, _period(asked), members, unstaffed)
    return team_roster.team_roster(sheet, plan.words, _FORMATS[asked.paper])


# --- what the sheets share ---


@dataclass(frozen=True)
class _Plan:
    """What was read for a sheet: sessions and, in the same order, how they are shown."""

    words: Translator
    head: PlanHead
    free: FreeDays
    sessions: tuple[Session, ...]
    shown: tuple[PlanSession, ...]
    members: tuple[TeamMember, ...]

    def of_member(self, member_id: int) -> tuple[PlanSession, ...]:
        pairs = zip(self.sessions, self.shown, strict=True)
        return tuple(shown for session, shown in pairs if member_id in session.activity.team)

    def is_on_roster(self, member: TeamMember, wanted: Wanted) -> bool:
        if wanted.member_id is not None:
            return member.id == wanted.member_id
        return bool(self.of_member(member.id)) or (member.is_active and not wanted.narrows)


def _read(asked: PlanAsked, today: date) -> _Plan:
    if asked.last < asked.first:
        raise Refused(Reason.END_BEFORE_START)
    if (asked.last - asked.first).days >= LONGEST:
        raise Refused(Reason.PERIOD_TOO_LONG, limit=LONGEST)
    words = translator("app", asked.language)
    where = {place.id: place for place in places.listed(with_inactive=True)}
    members = {member.id: member for member in team.listed(with_inactive=True)}
    found = [one for one in sessions.between(asked.first, asked.last, asked.wanted.place_id) if asked.wanted.fits(one)]
    house = the_house()
    about = _about(asked, words, where, members)
    return _Plan(
        words=words,
        head=PlanHead(house.name, about, today, Mood(house.mood), house.picture),
        free=_free(asked, where),
        sessions=tuple(found),
        shown=tuple(_shown(one, asked.wanted, where, members) for one in found),
        members=tuple(members.values()),
    )


def _shown(session: Session, wanted: Wanted, where: dict[int, Place], members: dict[int, TeamMember]) -> PlanSession:
    activity = session.activity
    return PlanSession(
        day=session.day,
        start=activity.start,
        end=activity.end,
        title=activity.title,
        place="" if wanted.place_id is not None else where[activity.place_id].name,
        functions=tuple(activity.functions),
        team=tuple(members[member_id].name for member_id in activity.team),
        is_cancelled=session.state is SessionState.CANCELLED,
        minutes=activity.preparation_minutes + activity.open_minutes + activity.debrief_minutes,
    )


def _free(asked: PlanAsked, where: dict[int, Place]) -> FreeDays:
    first, last = asked.first - timedelta(_AROUND), asked.last + timedelta(_AROUND)
    off = days_off(first, last, tuple(DaysOff), asked.language)
    closed = [one for one in off if one.calendar not in _SCHOOLS and asked.first <= one.day <= asked.last]
    at = asked.wanted.place_id
    if at is not None:
        closed = [replace(one, place_id=None) for one in closed if one.holds_at(at)]
    named = (replace(one, name=f"{one.name} ({where[one.place_id].name})") if one.place_id else one for one in closed)
    closed_days = {one.day for one in closed if one.place_id is None}
    holidays = stretches(one for one in off if one.calendar in _SCHOOLS)
    # a single day that is off for everybody is said once, as such
    shown = (one for one in holidays if one.first != one.last or one.first not in closed_days)
    return FreeDays(tuple(shown), tuple(named))


def _about(asked: PlanAsked, _: Translator, where: dict[int, Place], members: dict[int, TeamMember]) -> str:
    """Say which sessions stand on the sheet: the place, and what else was asked."""
    wanted = asked.wanted
    said = [_("All places")]
    if wanted.place_id is not None:
        place = where.get(wanted.place_id)
        if place is None:
            raise Refused(Reason.NOT_FOUND, what="Place")
        said = [", ".join(filter(None, (place.name, place.municipality)))]
    said += [wanted.theme] if wanted.theme else []
    said += [function_name(_, wanted.function)] if wanted.function else []
    if wanted.member_id is not None:
        member = members.get(wanted.member_id)
        if member is None:
            raise Refused(Reason.NOT_FOUND, what="TeamMember")
        said.append(member.name)
    formats = Formats(asked.language)
    said += [formats.language_name(wanted.language)] if wanted.language else []
    said += [formats.age(wanted.months)] if wanted.months is not None else []
    return " · ".join(isolated_if_turned(part) for part in said)


def _period(asked: PlanAsked) -> str:
    """Say a period as a title: a school year, a month, or from when to when."""
    first, last, formats = asked.first, asked.last, Formats(asked.language)
    if (first, last) == school_year_of(first):
        return f"{first.year} – {last.year}"
    if (first, last) == period_of(PlanKind.MONTH, first):
        month = formats.month(first)
        return month[:1].upper() + month[1:]
    if first.year == last.year:
        return f"{formats.day_range(first, last)} {last.year}"
    return f"{formats.day_of_month(first)} {first.year} – {formats.day_of_month(last)} {last.year}"
