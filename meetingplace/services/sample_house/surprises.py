"""What does not go as planned in the coming weeks of the sample house, so that its planning has something to tell.

One session is cancelled and one moved; a few others have a hint, each of another kind.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from meetingplace.services.sample_house import closed_days
from meetingplace.services.sample_house.calendar import Planned, SampleCalendar
from meetingplace.services.sample_house.source import Ingredients

MOVED_TO = time(13, 30)
TOO_MANY = 2  # children for whom the small room has no place


def happen(given: Ingredients, calendar: SampleCalendar) -> None:
    """Change some of the sessions that were planned."""
    surprises = Surprises(given, calendar)
    surprises.cancel_one()
    surprises.move_one()
    surprises.leave_one_alone()
    surprises.ask_somebody_unusual()
    surprises.close_one_place()
    surprises.take_one_place_twice()
    surprises.take_a_smaller_room()


class Surprises:
    """Each one happens to another session; in a house that is too small for one it does not happen."""

    def __init__(self, given: Ingredients, calendar: SampleCalendar) -> None:
        """Look at what is still to come, but for today."""
        self._given = given
        self._calendar = calendar
        self._full = calendar.with_list(given.texts["lists"][0]["title"])
        coming = [one for one in calendar.sessions if one.day > given.today and one.series is not None]
        self._coming = sorted(coming, key=lambda one: (one.day, one.start, one.id))

    def cancel_one(self) -> None:
        """Let a session not go on; parents were not told yet."""
        one = self._next(2, lambda one: one.series != self._full)
        if one is not None:
            one.state, one.was = "cancelled", (one.day, one.start)
            one.reason = self._given.one_of(self._calendar.reasons(one.activity, one.place))

    def move_one(self) -> None:
        """Move a session to the afternoon after; parents were not told yet."""
        one = self._next(4, lambda one: one.end <= MOVED_TO and self._is_free(one.place, _day_after(one)))
        if one is not None:
            one.was = one.day, one.start
            one.end = _later(MOVED_TO, _minutes(one))
            one.day, one.start = _day_after(one), MOVED_TO
            one.team = self._calendar.team.of_day(one.day, one.start, one.end)

    def leave_one_alone(self) -> None:
        """Leave one host alone."""
        one = self._next(6)
        if one is not None:
            del one.team[1:]

    def ask_somebody_unusual(self) -> None:
        """Ask a host for a weekday on which they do not usually come."""
        team = self._calendar.team
        one = self._next(9, lambda one: bool(team.unusual(one.day, one.start, one.end)))
        if one is not None:
            one.team[-1] = self._given.chance.choice(team.unusual(one.day, one.start, one.end))
            team.take(one.team[-1:], one.day, one.start, one.end)

    def close_one_place(self) -> None:
        """Close a place on a day for which a session was planned before."""
        one = self._next(12, lambda one: len(self._calendar.at(one.place, one.day)) == 1)
        if one is not None:
            closed_days.close_place(self._given, one.place, one.day)

    def take_one_place_twice(self) -> None:
        """Let another session begin before one is over at the same place."""
        one = self._next(17, lambda one: one.end <= MOVED_TO and _minutes(one) > 60)
        if one is not None:
            other = self._given.texts["double"]
            start, end = _later(one.end, -60), _later(one.end, 30)
            activity = self._calendar.activity(other["like"]) | {"title": other["title"], "start": start, "end": end}
            self._calendar.add(one.place, activity, one.day)

    def take_a_smaller_room(self) -> None:
        """Hold a session of the full list in a room for fewer children."""
        one = self._next(20, lambda one: one.series == self._full)
        if one is not None:
            one.capacity -= TOO_MANY

    def _next(self, days: int, fits: Callable[[Planned], bool] = lambda _one: True) -> Planned | None:
        """Take the first session, so many days from today on, to which nothing happened yet."""
        since = self._given.today + timedelta(days=days)
        found = next((one for one in self._coming if one.day >= since and fits(one)), None)
        if found is not None:
            self._coming.remove(found)
        return found

    def _is_free(self, place: int, day: date) -> bool:
        is_open = day.weekday() <= closed_days.FRIDAY and self._calendar.is_open(day)
        return is_open and all(one.end <= MOVED_TO for one in self._calendar.at(place, day))


def _day_after(one: Planned) -> date:
    return one.day + timedelta(days=1)


def _minutes(one: Planned) -> int:
    return (one.end.hour - one.start.hour) * 60 + one.end.minute - one.start.minute


def _later(moment: time, minutes: int) -> time:
    return (datetime.combine(date.min, moment) + timedelta(minutes=minutes)).time()
