"""The verbs of a series: planned by a rule, changed, split, extended, cancelled, taken away, with all its sessions.

What really happened is protected: a session that was held, or where people were registered, stays as it is, and the act
says how many did. An exception that somebody made by hand (moved, cancelled, added) stays an exception.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from meetingplace.domain import recurrence
from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.enrolments import OnList
from meetingplace.domain.recurrence import Picked, Plan, Rule
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.series_dates import Departure, changed_fields, departure_of, moved_along, paired
from meetingplace.domain.sessions import Activity, Series, Session, SessionState
from meetingplace.services import enrolments
from meetingplace.services.changes import Act, Changes, Doing, Topic, one_act
from meetingplace.services.days_off import days_off
from meetingplace.services.planning import (
    cancelled,
    free_to_move,
    link_voices,
    must_leave_nothing,
    reason_of,
    tidy,
    topics_of,
    where_it_was,
)
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

    Refuses TOO_MANY_DATES, NUMBER_IMPOSSIBLE, and FEWER_DATES when the rule ends before the number is reached.
    """
    rule, number = repeats.rule, repeats.number
    off = days_off(rule.first_day, rule.last_day, tuple(DaysOff), language)
    here = [one for one in off if place_id is None or one.holds_at(place_id)]
    whole = recurrence.plan(rule, here, repeats.skips, repeats.kept, number)
    if number is not None and whole.made and len(whole.made) < number:
        raise Refused(Reason.FEWER_DATES, number=number, made=len(whole.made))
    return whole


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


def preview_extension(series_id: int, last_day: date, language: str) -> Plan:
    """Show which dates a series gets and skips when it goes on until a later day; saves nothing."""
    series = sessions.get_series(series_id)
    return _extension(series, _longer(series, last_day), language)


def extend(series_id: int, version: int, last_day: date, kept: Iterable[date]) -> Changes:
    """Let a series go on until a later day, by its own rule and skips; refuses NO_DATES.

    A series of picked dates has no rule to go on by: refuses STATE_NOT_ALLOWED, `add_date` makes it longer.
    """
    with one_act(Act.SERIES_ADDED, Topic.SESSIONS) as act:
        series = sessions.get_series(series_id)
        longer = _longer(series, last_day, kept)
        made = _extension(series, longer, "nl").made
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

    A series of picked dates has this one picked as well. Refuses ALREADY_PLANNED when it has a session on that day.
    """
    with one_act(Act.SESSION_ADDED, Topic.SESSIONS, day=day) as act:
        series = sessions.get_series(series_id)
        if any(one.day == day for one in sessions.of_series(series_id)):
            raise Refused(Reason.ALREADY_PLANNED, day=day)
        rule = Picked((*series.rule.days, day)) if isinstance(series.rule, Picked) else series.rule
        is_kept = day in series.rule.dates()
        columns = rule_columns(rule, series.skips, (*series.kept, day) if is_kept else series.kept)
        sessions.change_series(series_id, version, **columns)
        act.made = sessions.add(series.activity, day, series_id)
        if day not in rule.dates():
            sessions.change(act.made, None, rule_day=None)
        act.facts["title"] = series.activity.title
    return act.changes


# --- this and following, all ---


@dataclass(frozen=True)
class _Edit:
    """What somebody changed in one session of a series, to be passed on to others: only the fields that differ."""

    session: Session
    written: Activity

    @property
    def changed(self) -> dict[str, Any]:
        return changed_fields(self.session.activity, self.written)

    def passed_on(self, session: Session, series: Series) -> Activity:
        """Give what a session of the series becomes; the edited one becomes what was written."""
        if session.id == self.session.id:
            return self.written
        return moved_along(session.activity, series.activity, self.changed)


def change_following(session_id: int, version: int, activity: Activity, repeats: Repeats | None = None) -> Changes:
    """Write this session of a series, and pass on what differs to every later one that may still change.

    Only the fields that differ from this session before are passed on: what a later one has of its own stays, unless
    that very field was changed now; hours and a place that were moved by hand stay in any case. Perhaps the rest gets
    another rule. The series splits: its past, and what was held or visited, stays with it; the rest becomes a series
    that follows it, and what was cancelled in the rest goes along as it is. Refuses SESSION_CLOSED, CHANGED_MEANWHILE,
    SESSION_HAS_VISITS when this one has visits, NOT_FOUND without a series, NO_DATES.
    """
    whole = tidy(activity)
    with one_act(Act.SERIES_CHANGED, Topic.SESSIONS, title=whole.title) as act:
        edit = _Edit(_free_as_seen(session_id, version), whole)
        series = _series_of(edit.session)
        first = _stands_for(edit.session)
        is_split = any(_stands_for(one) < first for one in sessions.of_series(series.id))
        into = _split(series, first, edit, repeats) if is_split else series.id
        _rewrite(act, series, first, edit, repeats, into)
    return act.changes


def change_all(session_id: int, version: int, activity: Activity) -> Changes:
    """Write this session of a series, and pass on what differs to every other one that may still change.

    What a session has of its own stays, as in `change_following`; held ones and those with visits stay as they are.
    Refuses what that refuses.
    """
    whole = tidy(activity)
    with one_act(Act.SERIES_CHANGED, Topic.SESSIONS, title=whole.title) as act:
        edit = _Edit(_free_as_seen(session_id, version), whole)
        series = _series_of(edit.session)
        _rewrite(act, series, date.min, edit, None, series.id)
    return act.changes


def _split(series: Series, first: date, edit: _Edit, repeats: Repeats | None) -> int:
    """End a series before a day, and give the series that follows it from then on."""
    columns = rule_columns(_ended(series.rule, first), series.skips, [day for day in series.kept if day < first])
    sessions.change_series(series.id, series.version, **columns)
    rest = repeats or Repeats(recurrence.since(series.rule, first), series.skips)
    kept = (*(day for day in series.kept if day >= first), *rest.kept)
    changed = replace(series.activity, **edit.changed)
    follower = sessions.add_series(changed, rest.rule, rest.skips, kept, follows=series.id)
    enrolments.take_along(series.id, follower)
    return follower


def _rewrite(act: Doing, series: Series, first: date, edit: _Edit, repeats: Repeats | None, into: int) -> None:
    """Pass on an edit to the sessions of a series from a day on, and hand them to the series `into`."""
    later = [one for one in sessions.of_series(series.id) if _stands_for(one) >= first]
    free = _free(later)
    for one in free:
        written = edit.passed_on(one, series)
        was = where_it_was(one, written, one.day)
        sessions.change(one.id, one.version, written, series=into, **was)
    if into == series.id:
        columns = rule_columns(repeats.rule, repeats.skips, repeats.kept) if repeats else {}
        version = sessions.get_series(series.id).version
        sessions.change_series(series.id, version, replace(series.activity, **edit.changed), **columns)
    cancelled_too = [one for one in later if one.state is SessionState.CANCELLED]
    for one in cancelled_too if into != series.id else ():
        sessions.change(one.id, one.version, series=into)
    if repeats is not None:
        act.facts["exceptions"] = _follow_rule(into, edit.session.id, repeats, [one.id for one in free], later)
    enrolments.move_up(act, OnList(series_id=into))
    act.made = into
    act.facts |= {"number": len(free), "stayed": len(later) - len(free) - len(cancelled_too)}


def _follow_rule(
    series_id: int, edited_id: int, repeats: Repeats, free: Sequence[int], later: Sequence[Session]
) -> int:
    """Put the sessions of a series on the dates of another rule, each on the one nearest to its own (`paired`).

    The edited one stands for the first day of the rule. Exceptions, and what was cancelled, held or visited, keep their
    day and stand for one date. Sessions that are too many go away, dates that are too many get a session. Gives the
    number of exceptions.
    """
    series = sessions.get_series(series_id)
    mine = [one for one in sessions.of_series(series_id) if one.id in free]
    exceptions = [one for one in mine if one.id != edited_id and _is_exception(one, series)]
    movable = [one for one in mine if one not in exceptions]
    staying = [*exceptions, *(one for one in later if one.id not in free)]
    dates = _dates(repeats, series.activity.place_id)
    stands = {one.id: one.day if one.day in dates else _stands_for(one) for one in (*movable, *staying)}
    stands[edited_id] = repeats.rule.first_day
    pairs = paired(stands, dates, {one.id for one in staying})
    for one in movable:
        day = pairs.get(one.id)
        if day is None:
            must_leave_nothing(one.id)
            sessions.remove(one.id)
        elif (one.day, one.rule_day) != (day, day):
            was = where_it_was(one, one.activity, day)
            sessions.change(one.id, None, day=day, rule_day=day, **was)
    for one in exceptions:
        if one.rule_day is not None and one.id in pairs:
            sessions.change(one.id, None, rule_day=pairs[one.id])
    for day in sorted(set(dates) - set(pairs.values())):
        sessions.add(series.activity, day, series_id)
    return len(exceptions)


# --- does not go on, goes away ---


def cancel_rest(series_id: int, from_day: date, reason: str) -> Changes:
    """Cancel every planned session of a series from a day on; the act says how many stay, held or visited.

    Refuses REASON_MISSING, NO_DATES when none is left.
    """
    why = reason_of(reason)
    with one_act(Act.SERIES_CANCELLED, Topic.SESSIONS) as act:
        later = [one for one in sessions.of_series(series_id) if one.day >= from_day]
        going_on = [one for one in later if one.state is not SessionState.CANCELLED]
        rest = _free(going_on)
        if not rest:
            raise Refused(Reason.NO_DATES)
        for session in rest:
            sessions.change(session.id, session.version, **cancelled(session, why))
        title = sessions.get_series(series_id).activity.title
        act.facts |= {"title": title, "number": len(rest), "stayed": len(going_on) - len(rest)}
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


def _longer(series: Series, last_day: date, kept: Iterable[date] = ()) -> Repeats:
    if isinstance(series.rule, Picked):
        raise Refused(Reason.STATE_NOT_ALLOWED)
    return Repeats(replace(series.rule, last_day=last_day), series.skips, (*series.kept, *kept))


def _extension(series: Series, longer: Repeats, language: str) -> Plan:
    """Give what comes after the end of a series; no date on which it has a session already, added by hand."""
    plan = preview(longer, series.activity.place_id, language).after(series.rule.last_day)
    taken = {one.day for one in sessions.of_series(series.id)}
    return replace(plan, made=tuple(day for day in plan.made if day not in taken))


def _ended(rule: Rule, before: date) -> Rule:
    """End a rule before a day; one that has no date left before it keeps its first day, so that its past is known."""
    last = rule.first_day if before <= rule.first_day else before - timedelta(days=1)
    return recurrence.until(rule, min(last, rule.last_day))


def _free_as_seen(session_id: int, version: int) -> Session:
    """Give a session that may change, as somebody saw it; refuses what moving it refuses, and CHANGED_MEANWHILE."""
    session = free_to_move(session_id)
    if session.version != version:
        raise Refused(Reason.CHANGED_MEANWHILE)
    return session


def _is_exception(session: Session, series: Series) -> bool:
    """Tell whether somebody moved a session by hand, or added it: another rule leaves it where it is."""
    return departure_of(session, series) in (Departure.MOVED, Departure.ADDED)


def _stands_for(session: Session) -> date:
    """Give the date of the rule that a session stands for; one that was added by hand stands for its own."""
    return session.rule_day or session.day


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
