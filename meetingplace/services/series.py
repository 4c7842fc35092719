"""The verbs of a series: planned by a rule, changed, split, extended, cancelled, taken away, with all its sessions.

What really happened is protected: a session that was held, or where people were registered, stays as it is, and the act
says how many did. An exception that somebody made by hand (moved, cancelled, added) stays an exception.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from meetingplace.domain import recurrence
from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.enrolments import OnList
from meetingplace.domain.recurrence import Picked, Plan, Rule
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.series_dates import Departure, departure_of, moved_along
from meetingplace.domain.sessions import Activity, Series, Session, SessionState
from meetingplace.services import enrolments
from meetingplace.services.changes import Act, Changes, Doing, Topic, one_act
from meetingplace.services.days_off import days_off
from meetingplace.services.planning import cancelled, free_to_move, link_voices, reason_of, tidy, topics_of
from meetingplace.storage import sessions, visits, voices
from meetingplace.storage.rules import rule_columns


@dataclass(frozen=True)
class Repeats:
    """When a series repeats, what it skips, the days off on which it goes on, and perhaps how many sessions it has."""

    rule: Rule
    skips: tuple[DaysOff, ...] = ()
    kept: tuple[date, ...] = ()
    number: int | None = None


def preview(repeats: Repeats, place_id: int | None, language: str) -> Plan:
    """Show which dates a series would make at a place and which it would skip, with why; saves nothing.

    Refuses TOO_MANY_DATES and NUMBER_IMPOSSIBLE.
    """
    rule = repeats.rule
    off = days_off(rule.first_day, rule.last_day, tuple(DaysOff), language)
    here = [one for one in off if place_id is None or one.holds_at(place_id)]
    return recurrence.plan(rule, here, repeats.skips, repeats.kept, repeats.number)


def plan(activity: Activity, repeats: Repeats, voice_ids: Sequence[int] = ()) -> Changes:
    """Plan a series with all its sessions, as one act; refuses NO_DATES, and what planning a session refuses."""
    whole = tidy(activity)
    made = _dates(repeats, whole.place_id)
    with one_act(Act.SERIES_ADDED, *topics_of(voice_ids), title=whole.title, number=len(made), first=made[0]) as act:
        act.made = _add(whole, repeats, made)
        link_voices(voice_ids, [sessions.add(whole, day, act.made) for day in made])
    return act.changes


def repeat(session_id: int, version: int, repeats: Repeats) -> Changes:
    """Make a series of a session that stands alone: it is the first, the others follow on the dates of the rule."""
    with one_act(Act.SERIES_ADDED, Topic.SESSIONS) as act:
        session = sessions.get(session_id)
        if session.series_id is not None:
            raise Refused(Reason.STATE_NOT_ALLOWED)
        planned = _dates(repeats, session.activity.place_id)
        others = [day for day in planned if day != session.day]
        if not others:
            raise Refused(Reason.NO_DATES)
        act.made = _add(session.activity, repeats, planned)
        sessions.change(session_id, version, series=act.made, rule_day=session.day)
        for day in others:
            sessions.add(session.activity, day, act.made)
        act.facts |= {"title": session.activity.title, "number": len(others)}
    return act.changes


def preview_extension(series_id: int, repeats: Repeats | None, last_day: date | None, language: str) -> Plan:
    """Show which dates a series gets and skips when it goes on until a later day (or on picked days); saves nothing."""
    series = sessions.get_series(series_id)
    longer = repeats or Repeats(_extended(series.rule, last_day), series.skips, series.kept)
    return preview(longer, series.activity.place_id, language).after(series.rule.last_day)


def extend(series_id: int, version: int, last_day: date, kept: Iterable[date]) -> Changes:
    """Let a series go on until a later day, by its own rule and skips; refuses NO_DATES.

    A series of picked dates has no rule to go on by: refuses STATE_NOT_ALLOWED, add dates to it instead.
    """
    with one_act(Act.SERIES_ADDED, Topic.SESSIONS) as act:
        series = sessions.get_series(series_id)
        longer = Repeats(_extended(series.rule, last_day), series.skips, (*series.kept, *kept))
        made = preview(longer, series.activity.place_id, "nl").after(series.rule.last_day).made
        if not made:
            raise Refused(Reason.NO_DATES)
        sessions.change_series(series_id, version, **rule_columns(longer.rule, longer.skips, longer.kept))
        for day in made:
            sessions.add(series.activity, day, series_id)
        act.made = series_id
        act.facts |= {"title": series.activity.title, "number": len(made)}
    return act.changes


def add_date(series_id: int, version: int, day: date) -> Changes:
    """Add one date to a series: a date of its rule that was skipped is kept, another one is an exception.

    Refuses ALREADY_PLANNED when the series has a session on that day.
    """
    with one_act(Act.SESSION_ADDED, Topic.SESSIONS, day=day) as act:
        series = sessions.get_series(series_id)
        if any(one.day == day for one in sessions.of_series(series_id)):
            raise Refused(Reason.ALREADY_PLANNED, day=day)
        is_of_rule = day in series.rule.dates()
        kept = (*series.kept, day) if is_of_rule else series.kept
        sessions.change_series(series_id, version, **rule_columns(series.rule, series.skips, kept))
        act.made = sessions.add(series.activity, day, series_id)
        if not is_of_rule:
            sessions.change(act.made, None, rule_day=None)
        act.facts["title"] = series.activity.title
    return act.changes


# --- this and following, all ---


def change_following(session_id: int, version: int, activity: Activity, repeats: Repeats | None = None) -> Changes:
    """Write this session of a series and every later one that may still change; perhaps with another rule.

    The series splits: its past stays with it, the rest becomes a series that follows it. Refuses SESSION_CLOSED,
    CHANGED_MEANWHILE, SESSION_HAS_VISITS when this one has visits, NOT_FOUND without a series, NO_DATES.
    """
    whole = tidy(activity)
    with one_act(Act.SERIES_CHANGED, Topic.SESSIONS, title=whole.title) as act:
        session = free_to_move(session_id)
        if session.version != version:
            raise Refused(Reason.CHANGED_MEANWHILE)
        series = _series_of(session)
        first = session.rule_day or session.day
        if all((one.rule_day or one.day) >= first for one in sessions.of_series(series.id)):
            _rewrite(act, series, first, whole, repeats, series.id)
        else:
            _rewrite(act, series, first, whole, repeats, _split(series, first, whole, repeats))
    return act.changes


def change_all(series_id: int, version: int, activity: Activity) -> Changes:
    """Write every session of a series that may still change; held ones and those with visits stay as they are."""
    whole = tidy(activity)
    with one_act(Act.SERIES_CHANGED, Topic.SESSIONS, title=whole.title) as act:
        series = sessions.get_series(series_id)
        if series.version != version:
            raise Refused(Reason.CHANGED_MEANWHILE)
        _rewrite(act, series, date.min, whole, None, series_id)
    return act.changes


def _split(series: Series, first: date, activity: Activity, repeats: Repeats | None) -> int:
    """End a series before a day, and give the series that follows it from then on."""
    columns = rule_columns(_ended(series.rule, first), series.skips, [day for day in series.kept if day < first])
    sessions.change_series(series.id, series.version, **columns)
    rest = repeats or Repeats(recurrence.since(series.rule, first), series.skips)
    kept = (*(day for day in series.kept if day >= first), *rest.kept)
    own_texts = replace(activity, texts=series.activity.texts)
    follower = sessions.add_series(own_texts, rest.rule, rest.skips, kept, follows=series.id)
    enrolments.take_along(series.id, follower)
    return follower


def _rewrite(
    act: Doing, series: Series, first: date, activity: Activity, repeats: Repeats | None, into: int
) -> None:
    """Write the sessions of a series from a day on, and hand them to the series `into`."""
    later = [one for one in sessions.of_series(series.id) if (one.rule_day or one.day) >= first]
    free = _free(later)
    for one in free:
        written = moved_along(one, series, activity)
        sessions.change(one.id, one.version, replace(written, texts=one.activity.texts), series=into)
    if into == series.id:
        columns = rule_columns(repeats.rule, repeats.skips, repeats.kept) if repeats else {}
        own_texts = replace(activity, texts=series.activity.texts)
        sessions.change_series(series.id, sessions.get_series(series.id).version, own_texts, **columns)
    if repeats is not None:
        act.facts["exceptions"] = _follow_rule(into, activity, repeats, free, later)
    enrolments.move_up(act, OnList(series_id=into))
    act.made = into
    act.facts |= {"number": len(free), "stayed": len(later) - len(free)}


def _follow_rule(
    series_id: int, activity: Activity, repeats: Repeats, free: Sequence[Session], later: Sequence[Session]
) -> int:
    """Put the sessions of a series on the dates of another rule, in their order; exceptions keep their day.

    Sessions that are too many go away, dates that are too many get a session, but none on the date of an exception or
    of what stays as it was. Gives the number of exceptions.
    """
    series, ids = sessions.get_series(series_id), {one.id for one in free}
    mine = [one for one in sessions.of_series(series_id) if one.id in ids]
    exceptions = [one for one in mine if departure_of(one, series) not in (None, Departure.KEPT)]
    staying = [*exceptions, *(one for one in later if one.id not in ids)]
    taken = {day for one in staying for day in (one.day, one.rule_day)}
    dates = [day for day in _dates(repeats, activity.place_id) if day not in taken]
    movable = [one for one in mine if one not in exceptions]
    for one, day in zip(movable, dates, strict=False):
        if (one.day, one.rule_day) != (day, day):
            sessions.change(one.id, None, day=day, rule_day=day)
    for one in movable[len(dates) :]:
        enrolments.must_be_empty(one.id)
        sessions.remove(one.id)
    for day in dates[len(movable) :]:
        sessions.add(activity, day, series_id)
    return len(exceptions)


# --- does not go on, goes away ---


def cancel_rest(series_id: int, from_day: date, reason: str) -> Changes:
    """Cancel every planned session of a series from a day on; refuses REASON_MISSING, NO_DATES when none is left."""
    why = reason_of(reason)
    with one_act(Act.SERIES_CANCELLED, Topic.SESSIONS) as act:
        rest = _free([one for one in sessions.of_series(series_id) if one.day >= from_day])
        if not rest:
            raise Refused(Reason.NO_DATES)
        for session in rest:
            sessions.change(session.id, session.version, **cancelled(session, why))
        act.facts |= {"title": sessions.get_series(series_id).activity.title, "number": len(rest)}
    return act.changes


def remove_following(series_id: int, from_day: date) -> Changes:
    """Take every session of a series from a day on away, as if it had never been planned; cancelled ones too.

    What may not go stays: held, with visits, with a list of its own, with a voice that was heard there. Refuses
    NO_DATES when none may go.
    """
    with one_act(Act.SERIES_REMOVED, Topic.SESSIONS, Topic.VOICES) as act:
        series = sessions.get_series(series_id)
        later = [one for one in sessions.of_series(series_id) if one.day >= from_day]
        going = _removable(later)
        if not going:
            raise Refused(Reason.NO_DATES)
        for session in going:
            sessions.remove(session.id)
        columns = rule_columns(_ended(series.rule, from_day), series.skips, series.kept)
        sessions.change_series(series_id, series.version, **columns)
        act.facts |= {"title": series.activity.title, "number": len(going), "stayed": len(later) - len(going)}
    return act.changes


# --- what the verbs share ---


def _add(activity: Activity, repeats: Repeats, made: Sequence[date]) -> int:
    """Add the series itself; with a number of sessions it ends on the last date that is made."""
    rule = repeats.rule if repeats.number is None else recurrence.until(repeats.rule, made[-1])
    return sessions.add_series(activity, rule, repeats.skips, repeats.kept)


def _dates(repeats: Repeats, place_id: int) -> tuple[date, ...]:
    made = preview(repeats, place_id, "nl").made
    if not made:
        raise Refused(Reason.NO_DATES)
    return made


def _extended(rule: Rule, last_day: date | None) -> Rule:
    if isinstance(rule, Picked) or last_day is None:
        raise Refused(Reason.STATE_NOT_ALLOWED)
    return replace(rule, last_day=last_day)


def _ended(rule: Rule, before: date) -> Rule:
    """End a rule before a day; one that has no date left before it keeps its first day, so that its past is known."""
    last = max(before - timedelta(days=1), rule.first_day)
    return recurrence.until(rule, min(last, rule.last_day))


def _series_of(session: Session) -> Series:
    if session.series_id is None:
        raise Refused(Reason.NOT_FOUND, what="Series")
    return sessions.get_series(session.series_id)


def _free(found: Sequence[Session]) -> list[Session]:
    """Keep the planned sessions at which nobody was registered."""
    planned = [one for one in found if one.state is SessionState.PLANNED]
    registered = visits.registered_at([one.id for one in planned])
    return [one for one in planned if one.id not in registered]


def _removable(found: Sequence[Session]) -> list[Session]:
    not_held = [one for one in found if one.state is not SessionState.HELD]
    registered = visits.registered_at([one.id for one in not_held])
    enrolled = enrolments.with_own_list([one.id for one in not_held])
    kept = registered | enrolled
    return [one for one in not_held if one.id not in kept and not voices.heard_at(one.id)]
