"""Sessions of the sample house: series for every school year at every place, what was held and what was cancelled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from meetingplace.domain.calendar import DayOff, monday_of, school_year_of
from meetingplace.domain.recurrence import Monthly, Picked, Rule, Weekly, plan
from meetingplace.services.days_off import days_off
from meetingplace.services.sample_house.closed_days import CALENDARS
from meetingplace.services.sample_house.source import Ingredients, only_tallies
from meetingplace.services.sample_house.team import Team
from meetingplace.storage import bulk, rules, tables

CANCELLED_SHARE = 0.02
NEARLY_OVER = timedelta(days=92)  # so long before its end the next school year is planned
OPENS, CLOSES = (9, 7), (6, 26)  # month and day

_ACTIVITY = (
    "title place start end theme functions is_formal from_months to_months languages capacity is_walk_in "
    "expect preparation_minutes debrief_minutes price_cents version"
).split()
_NO_RULE: Mapping[str, Any] = {"weekdays": (), "ordinals": (), "dates": (), "every": 1}


@dataclass(frozen=True)
class Held:
    """A past session, as far as its visits need it."""

    id: int
    place: int
    day: date
    start: time
    end: time
    from_months: int
    to_months: int
    capacity: int
    is_for_fathers: bool


@dataclass
class Planned:
    """A session as it will be written; `was` is where it stood, as long as parents may still think so."""

    id: int
    place: int
    activity: Mapping[str, Any]
    day: date
    start: time
    end: time
    capacity: int
    team: list[int]
    series: int | None
    state: str = "planned"
    reason: str = ""
    remark: str = ""
    closed_at: datetime | None = None
    rule_day: date | None = None
    was: tuple[date, time] | tuple[None, None] = (None, None)


class SampleCalendar:
    """Plans the years of the sample house and writes series, sessions, teams and own texts in one go."""

    def __init__(self, given: Ingredients, team: Team) -> None:
        """Begin an empty calendar for a team."""
        self.given = given
        self.team = team
        self.held: list[Held] = []
        self.sessions: list[Planned] = []
        self._series: list[tuple[Any, ...]] = []
        self._of_series: dict[type[tables.Row], list[tuple[int, int]]] = {
            tables.SeriesMember: [],
            tables.SeriesPartner: [],
        }
        self._texts: list[tuple[Any, ...]] = []
        self._flyers: list[tuple[Any, ...]] = []
        ahead = days_off(given.today, given.today + timedelta(days=366), CALENDARS, "nl")
        self._closed = {off.day for off in ahead}

    def plan_years(self) -> None:
        """Plan every school year up to the one of today, to its end; when that comes near, the next one too."""
        first, last = school_year_of(self.given.today)
        years = [first.year - ago for ago in reversed(range(self.given.size.years))]
        if last - self.given.today < NEARLY_OVER:
            years.append(last.year)
        for year in years:
            opens, closes = date(year, *OPENS), date(year + 1, *CLOSES)
            off = days_off(opens, closes, CALENDARS, "nl")
            for place in range(1, self.given.size.places + 1):
                for activity in self._activities_of(place):
                    self._plan_series(place, activity, opens, closes, off)
        self._leave_one_open()
        self._fill_today()

    def add(
        self,
        place: int,
        activity: Mapping[str, Any],
        day: date,
        series: int | None = None,
        usual: tuple[int, ...] = (),
        reason: str = "",
    ) -> None:
        """Add a session with its usual team, or a new one: it was held or cancelled when it is over."""
        chance, is_past = self.given.chance, day < self.given.today
        if is_past and chance.random() < CANCELLED_SHARE:
            reason = self.given.one_of(self.reasons(activity, place))
        start, end = activity["start"], activity["end"]
        team = self.team.of_day(day, start, end, usual)
        capacity = self._capacity(place, activity)
        one = Planned(len(self.sessions) + 1, place, activity, day, start, end, capacity, team, series)
        one.rule_day = None if series is None else day
        one.state, one.reason = "cancelled" if reason else "held" if is_past else "planned", reason
        self.sessions.append(one)
        if one.state == "held":
            one.closed_at = datetime.combine(day, end) + timedelta(minutes=20)
            one.remark = self.given.one_of(self.given.texts["remarks"]["texts"]) if chance.random() < 0.2 else ""
            ages, is_for_fathers = (activity["from_months"], activity["to_months"]), activity["theme"] == "vaders"
            self.held.append(Held(one.id, place, day, start, end, *ages, capacity, is_for_fathers))

    def save(self) -> None:
        """Write what was planned."""
        series = [*_ACTIVITY, "kind", *_NO_RULE, "first_day", "last_day", "skips", "kept"]
        session = [*_ACTIVITY, *"series rule_day day was_day was_start state reason remark closed_at".split()]
        bulk.load(tables.Series, ["id", *series], self._series)
        bulk.load(tables.Session, ["id", *session], [self._row(one) for one in self.sessions])
        paid = self.team.is_paid
        members = [
            (one.id, member, paid(member) if one.state == "held" else None)
            for one in self.sessions
            for member in one.team
        ]
        partners = [(one.id, partner) for one in self.sessions for partner in _partners(one.series or 0)]
        bulk.load(tables.SeriesMember, ["series", "member"], self._of_series[tables.SeriesMember])
        bulk.load(tables.SessionMember, ["session", "member", "was_paid"], members)
        bulk.load(tables.SeriesPartner, ["series", "partner"], self._of_series[tables.SeriesPartner])
        bulk.load(tables.SessionPartner, ["session", "partner"], partners)
        bulk.load(tables.OwnText, ["series", "session", "language", "title", "body", "state"], self._texts)
        bulk.load(tables.Flyer, ["series", "layout", "languages", "made_at", "of_version"], self._flyers)

    # --- what others ask ---

    def activity(self, title: str) -> dict[str, Any]:
        """Give an activity by its title."""
        return next(one for one in self.given.texts["activities"] if one["title"] == title)

    def next_of(self, title: str, day: date) -> list[int]:
        """Give the session of a title that goes on next after a day, if there is one."""
        coming = [one for one in self.sessions if one.activity["title"] == title and one.day > day]
        coming = [one for one in coming if one.state != "cancelled"]
        return [one.id for one in sorted(coming, key=lambda one: (one.day, one.start))[:1]]

    def at(self, place: int, day: date) -> list[Planned]:
        """List the sessions of a place on a day."""
        return [one for one in self.sessions if one.day == day and one.place == place]

    def is_open(self, day: date) -> bool:
        """Tell whether the house is open on a coming day."""
        return day not in self._closed

    def with_list(self, title: str) -> int | None:
        """Give the series of a title that goes on longest and at which people can enrol, if there is one."""
        coming = [one for one in self.sessions if one.activity["title"] == title and one.day > self.given.today]
        coming = [one for one in coming if one.series is not None and not only_tallies(one.place)]
        return max(coming, key=lambda one: (one.day, -one.id)).series if coming else None

    def reasons(self, activity: Mapping[str, Any], place: int) -> list[str]:
        """List why something may not go on at a place."""
        reasons: dict[str, list[str]] = self.given.texts["cancelled"]
        is_outside = self.given.place(place).get("is_mobile", False)
        return (
            reasons["anywhere"]
            + reasons["outside" if is_outside else "inside"]
            + (reasons["with_speaker"] if activity.get("is_formal") else [])
        )

    # --- the years ---

    def _activities_of(self, place: int) -> list[dict[str, Any]]:
        everything = self.given.texts["activities"]
        activities = [one for one in everything if "only_at" not in one]
        places = self.given.size.places
        number = 3 if places <= 4 else 2 if places <= 8 else 1 + place % 2
        open_to_all, other = activities[:2], activities[2:]
        more = [other[(place - 1 + 2 * step) % len(other)] for step in range(number - 1)]
        return [open_to_all[place % 5 == 2], *more, *(one for one in everything if one.get("only_at") == place)]

    def _plan_series(self, place: int, activity: dict[str, Any], opens: date, closes: date, off: list[DayOff]) -> None:
        rule = _rule(activity, opens, closes, self.given.today)
        days = plan(rule, off, CALENDARS).made if rule else ()
        if rule is None or not days:
            return
        series_id = len(self._series) + 1
        team = self.team.of_series(days, activity["start"], activity["end"])
        when = dict(_NO_RULE) | rules.rule_columns(rule, CALENDARS)
        columns = self._columns(place, activity, activity["start"], activity["end"], self._capacity(place, activity))
        self._series.append((series_id, *columns, *(
            ",".join(map(str, when[name])) if isinstance(when[name], tuple) else when[name]
            for name in ("kind", *_NO_RULE, "first_day", "last_day", "skips", "kept")
        )))  # fmt: skip
        self._of_series[tables.SeriesMember] += [(series_id, member) for member in team]
        self._of_series[tables.SeriesPartner] += [(series_id, partner) for partner in _partners(series_id)]
        self._texts += _own_texts(activity, series_id=series_id)
        begins = min(rule.first_day, self.given.today)
        printed = datetime.combine(begins - timedelta(days=self.given.chance.randint(3, 12)), time(11, 20))
        languages = ",".join(activity["texts"])
        self._flyers.append((series_id, "dutch-plus-one", languages, printed, columns[_ACTIVITY.index("version")]))
        for day in days:
            self.add(place, activity, day, series_id, tuple(team))

    def _leave_one_open(self) -> None:
        """Let the desk of the last session at the first place stand open, as happens on a busy day."""
        last = max(
            (held for held in self.held if held.place == 1), key=lambda held: (held.day, held.start), default=None
        )
        if last:
            one = self.sessions[last.id - 1]
            one.state, one.remark, one.closed_at = "planned", "", None

    def _fill_today(self) -> None:
        """See to it that somebody who looks around finds something.

        A day with something to do, and one thing that does not go on.
        """
        today, activities = self.given.today, self.given.texts["activities"]
        if not self.at(1, today):
            self.add(1, activities[0], today)
        self.add(1, activities[2] | {"start": time(14), "end": time(16)}, today)
        evening = activities[5] | {"title": "Babbelcafé: slapen", "start": time(18), "end": time(19, 30)}
        self.add(1, evening, today, reason=self.given.texts["cancelled"]["with_speaker"][0])

    def _capacity(self, place: int, activity: Mapping[str, Any]) -> int:
        return int(activity.get("capacity", self.given.place(place)["capacity"]))

    def _row(self, one: Planned) -> tuple[Any, ...]:
        columns = self._columns(one.place, one.activity, one.start, one.end, one.capacity)
        return (
            one.id, *columns, one.series, one.rule_day, one.day, *one.was, one.state, one.reason, one.remark,
            one.closed_at,
        )  # fmt: skip

    def _columns(
        self, place: int, activity: Mapping[str, Any], start: time, end: time, capacity: int
    ) -> tuple[Any, ...]:
        values = {
            "title": activity["title"],
            "place": place,
            "start": start,
            "end": end,
            "theme": activity["theme"],
            "functions": ",".join(activity["functions"]),
            "is_formal": activity.get("is_formal", False),
            "from_months": activity["from_months"],
            "to_months": activity["to_months"],
            "languages": ",".join(activity["languages"]),
            "capacity": capacity,
            "is_walk_in": activity.get("is_walk_in", True),
            "expect": ",".join(activity["expect"]),
            "preparation_minutes": 30,
            "debrief_minutes": 15,
            "price_cents": 0,
            "version": self.given.version(),
        }
        return tuple(values[name] for name in _ACTIVITY)


def _rule(activity: Mapping[str, Any], opens: date, closes: date, today: date) -> Rule | None:
    """Give when an activity is held in a school year: weekly, monthly, or in some weeks near today."""
    weekdays = tuple(activity["weekdays"])
    if "ordinals" in activity:
        return Monthly(weekdays, tuple(activity["ordinals"]), opens, closes)
    if "in_weeks" in activity:
        days = [monday_of(today) + timedelta(weeks=weeks, days=weekdays[0]) for weeks in activity["in_weeks"]]
        days = [day for day in days if opens <= day <= closes]
        return Picked(tuple(days)) if days else None
    return Weekly(weekdays, opens, closes, activity.get("every", 1))


def _partners(series_id: int) -> list[int]:
    return [1 + series_id % 2] if series_id % 3 == 0 else []


def _own_texts(activity: Mapping[str, Any], series_id: int) -> list[tuple[Any, ...]]:
    # the Dutch is the house's own; nobody who speaks the other languages has read them, and they say so
    return [
        (series_id, None, language, text["title"], text["body"], "source" if language == "nl" else "machine")
        for language, text in activity["texts"].items()
    ]
