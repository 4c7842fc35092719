"""Sessions of the sample house: series for every school year at every place, what was held and what was cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from meetingplace.domain.calendar import DayOff, DaysOff, school_year_of
from meetingplace.domain.recurrence import Weekly, plan
from meetingplace.services.days_off import days_off
from meetingplace.services.sample_house.source import Ingredients
from meetingplace.storage import bulk, tables

CANCELLED_SHARE = 0.02
CALENDARS = (DaysOff.FLEMISH, DaysOff.PUBLIC)  # a Dutch-language house is open when only the French schools are closed

_ACTIVITY = (
    "title place start end theme functions is_formal from_months to_months languages capacity is_walk_in "
    "expect preparation_minutes debrief_minutes price_cents version"
).split()


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


class SampleCalendar:
    """Plans the years of the sample house and writes series, sessions, teams and own texts in one go."""

    def __init__(self, given: Ingredients, members: int) -> None:
        """Begin an empty calendar for a team of so many members (ids 1 to n)."""
        self.given = given
        self.members = members
        self.held: list[Held] = []
        self.number = 0
        self.by_title: dict[str, list[tuple[date, int]]] = {}
        self._series: list[tuple[Any, ...]] = []
        self._sessions: list[tuple[Any, ...]] = []
        self._links: dict[type[tables.Row], list[tuple[int, int]]] = {
            tables.SeriesMember: [], tables.SessionMember: [], tables.SeriesPartner: [], tables.SessionPartner: [],
        }  # fmt: skip
        self._texts: list[tuple[Any, ...]] = []
        self._flyers: list[tuple[Any, ...]] = []

    def plan_years(self) -> None:
        """Plan every school year up to the one of today, to its end."""
        first, last = school_year_of(self.given.today)
        for years_ago in reversed(range(self.given.size.years)):
            opens = date(first.year - years_ago, 9, 7)
            closes = date(last.year - years_ago, 6, 26)
            off = days_off(opens, closes, CALENDARS, "nl")
            for place in range(1, self.given.size.places + 1):
                for activity in self._activities_of(place):
                    self._plan_series(place, activity, opens, closes, off)
        self._leave_one_open()
        self._fill_today()

    def save(self) -> None:
        """Write what was planned."""
        series = [*_ACTIVITY, "weekdays", "every", "first_day", "last_day", "skips"]
        session = [*_ACTIVITY, "series", "rule_day", "day", "state", "reason", "remark", "closed_at"]
        bulk.load(tables.Series, ["id", *series], self._series)
        bulk.load(tables.Session, ["id", *session], self._sessions)
        for table, columns in (
            (tables.SeriesMember, ["series", "member"]),
            (tables.SessionMember, ["session", "member"]),
            (tables.SeriesPartner, ["series", "partner"]),
            (tables.SessionPartner, ["session", "partner"]),
        ):
            bulk.load(table, columns, self._links[table])
        bulk.load(tables.OwnText, ["series", "session", "language", "title", "body", "state"], self._texts)
        bulk.load(tables.Flyer, ["series", "layout", "languages", "made_at", "of_version"], self._flyers)

    def next_of(self, title: str, day: date) -> list[int]:
        """Give the session of a title that comes next after a day, if there is one."""
        return [session for when, session in sorted(self.by_title.get(title, ())) if when > day][:1]

    def _activities_of(self, place: int) -> list[dict[str, Any]]:
        activities = self.given.texts["activities"]
        places = self.given.size.places
        number = 3 if places <= 4 else 2 if places <= 8 else 1 + place % 2
        open_to_all, other = activities[:2], activities[2:]
        more = [other[(place - 1 + 2 * step) % len(other)] for step in range(number - 1)]
        return [open_to_all[place % 5 == 2], *more]

    def _plan_series(self, place: int, activity: dict[str, Any], opens: date, closes: date, off: list[DayOff]) -> None:
        rule = Weekly(tuple(activity["weekdays"]), opens, closes, activity.get("every", 1))
        series_id = len(self._series) + 1
        team = self._team()
        columns = self._columns(place, activity)
        self._series.append((
            series_id, *columns, ",".join(map(str, rule.weekdays)), rule.every,
            opens, closes, ",".join(calendar.value for calendar in CALENDARS),
        ))  # fmt: skip
        self._links[tables.SeriesMember] += [(series_id, member) for member in team]
        self._links[tables.SeriesPartner] += [(series_id, partner) for partner in self._partners(series_id)]
        self._texts += _own_texts(activity, series_id=series_id)
        printed = datetime.combine(opens - timedelta(days=self.given.chance.randint(3, 12)), time(11, 20))
        if printed.date() < self.given.today:
            languages = ",".join(activity["texts"])
            self._flyers.append((series_id, "dutch-plus-one", languages, printed, columns[_ACTIVITY.index("version")]))
        for day in plan(rule, off, CALENDARS).made:
            self._add_session(place, activity, day, series_id, team)

    def _add_session(
        self, place: int, activity: dict[str, Any], day: date, series_id: int | None, team: list[int], reason: str = ""
    ) -> None:
        chance, is_past = self.given.chance, day < self.given.today
        if is_past and chance.random() < CANCELLED_SHARE:
            reason = self.given.one_of(self._reasons(activity, place))
        self.number += 1
        start, end = activity["start"], activity["end"]
        rule_day = None if series_id is None else day
        state = "cancelled" if reason else "held" if is_past else "planned"
        closed_at = datetime.combine(day, end) + timedelta(minutes=20) if state == "held" else None
        remark = self.given.one_of(self.given.texts["remarks"]["texts"]) if closed_at and chance.random() < 0.2 else ""
        columns = self._columns(place, activity)
        self._sessions.append((self.number, *columns, series_id, rule_day, day, state, reason, remark, closed_at))
        self._links[tables.SessionMember] += [(self.number, member) for member in team]
        self._links[tables.SessionPartner] += [(self.number, partner) for partner in self._partners(series_id or 0)]
        self.by_title.setdefault(activity["title"], []).append((day, self.number))
        if state == "held":
            ages, capacity = (activity["from_months"], activity["to_months"]), activity.get("capacity", 20)
            is_for_fathers = activity["theme"] == "vaders"
            self.held.append(Held(self.number, place, day, start, end, *ages, capacity, is_for_fathers))

    def _reasons(self, activity: dict[str, Any], place: int) -> list[str]:
        reasons: dict[str, list[str]] = self.given.texts["cancelled"]
        invented = self.given.texts["places"]
        is_outside = invented[(place - 1) % len(invented)].get("is_mobile", False)
        return (
            reasons["anywhere"]
            + reasons["outside" if is_outside else "inside"]
            + (reasons["with_speaker"] if activity.get("is_formal") else [])
        )

    def _leave_one_open(self) -> None:
        """Let the desk of the last session at the first place stand open, as happens on a busy day."""
        last = max(
            (held for held in self.held if held.place == 1), key=lambda held: (held.day, held.start), default=None
        )
        if last:
            row = self._sessions[last.id - 1]
            *columns, _state, reason, _remark, _closed_at = row
            self._sessions[last.id - 1] = (*columns, "planned", reason, "", None)

    def _fill_today(self) -> None:
        """See to it that somebody who looks around finds something.

        A day with something to do, and one thing that does not go on.
        """
        day_index = _ACTIVITY.index("place") + 1
        today = [row for row in self._sessions if row[-5] == self.given.today and row[day_index] == 1]
        activities = self.given.texts["activities"]
        if not today:
            self._add_session(1, activities[0], self.given.today, None, self._team())
        afternoon = activities[2] | {"start": time(14), "end": time(16)}
        self._add_session(1, afternoon, self.given.today, None, self._team())
        evening = activities[5] | {"title": "Babbelcafé: slapen", "start": time(18), "end": time(19, 30)}
        reason = self.given.texts["cancelled"]["with_speaker"][0]
        self._add_session(1, evening, self.given.today, None, self._team(), reason)

    def _columns(self, place: int, activity: dict[str, Any]) -> tuple[Any, ...]:
        values = {
            "title": activity["title"],
            "place": place,
            "start": activity["start"],
            "end": activity["end"],
            "theme": activity["theme"],
            "functions": ",".join(activity["functions"]),
            "is_formal": activity.get("is_formal", False),
            "from_months": activity["from_months"],
            "to_months": activity["to_months"],
            "languages": ",".join(activity["languages"]),
            "capacity": activity.get("capacity", 20),
            "is_walk_in": activity.get("is_walk_in", True),
            "expect": ",".join(activity["expect"]),
            "preparation_minutes": 30,
            "debrief_minutes": 15,
            "price_cents": 0,
            "version": self.given.version(),
        }
        return tuple(values[name] for name in _ACTIVITY)

    def _team(self) -> list[int]:
        number = min(self.members, 2 + (self.given.chance.random() < 0.4))
        return self.given.chance.sample(range(1, self.members + 1), number)

    def _partners(self, series_id: int) -> list[int]:
        return [1 + series_id % 2] if series_id % 3 == 0 else []


def _own_texts(activity: dict[str, Any], series_id: int) -> list[tuple[Any, ...]]:
    # the Dutch is the house's own; nobody who speaks the other languages has read them, and they say so
    return [
        (series_id, None, language, text["title"], text["body"], "source" if language == "nl" else "machine")
        for language, text in activity["texts"].items()
    ]
