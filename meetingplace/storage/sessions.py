"""Series and sessions in the database.

Rows in, `domain.sessions` out, with their team, partners, own texts and voices.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from peewee import fn

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.recurrence import Rule
from meetingplace.domain.series_dates import Usual
from meetingplace.domain.sessions import Activity, Brief, FlyerMade, Function, Series, Session, SessionState
from meetingplace.storage import activities, enrolments, records, tables
from meetingplace.storage.rules import rule_columns, rule_of

_FUNCTIONS = {function.value: function for function in Function}
_STATES = {state.value: state for state in SessionState}


def get(session_id: int) -> Session:
    """Read one session; refuses NOT_FOUND."""
    return _sessions([records.get(tables.Session, session_id)])[0]


def some(ids: Iterable[int]) -> list[Session]:
    """Read these sessions, in any order; an unknown id is left out."""
    rows: list[tables.Session] = []
    for chunk in records.chunks(list(dict.fromkeys(ids))):
        rows.extend(tables.Session.select().where(tables.Session.id.in_(chunk)))
    return _sessions(rows)


def between(first: date, last: date, place_id: int | None = None) -> list[Session]:
    """List the sessions of a period, both days included, by day and hour; cancelled ones too."""
    session = tables.Session
    query = session.select().where(session.day.between(first, last)).order_by(session.day, session.start, session.id)
    if place_id is not None:
        query = query.where(session.place == place_id)
    return _sessions(list(query))


def briefs(first: date, last: date) -> list[Brief]:
    """List the sessions of a period in brief, both days included, by day and hour: two questions, however many."""
    row, member = tables.Session, tables.SessionMember
    period = row.day.between(first, last)
    teams: dict[int, tuple[int, ...]] = defaultdict(tuple)
    joined = member.select(member.session, member.member).join(row).where(period).order_by(member.id)
    for session_id, member_id in records.values(joined):
        teams[session_id] += (member_id,)
    columns = (
        row.id, row.day, row.start, row.end, row.title, row.place, row.state, row.theme, row.functions,
        row.from_months, row.to_months, row.languages, row.series, row.capacity,
        row.version, row.rule_day,
    )  # fmt: skip
    query = row.select(*columns).where(period).order_by(row.day, row.start, row.id)
    return [_brief(values, teams) for values in records.values(query)]


def _brief(values: Sequence[Any], teams: Mapping[int, tuple[int, ...]]) -> Brief:
    id, day, start, end, title, place_id, state, theme, functions, *others = values
    known = tuple(_FUNCTIONS[word] for word in functions)
    youngest, oldest, languages, series_id, capacity, version, rule_day = others
    return Brief(
        id, day, start, end, title, place_id, _STATES[state], theme, known, youngest, oldest, languages, series_id,
        teams.get(id, ()), capacity, version, rule_day,
    )  # fmt: skip


def of_series(series_id: int) -> list[Session]:
    """List the sessions of a series by day."""
    session = tables.Session
    return _sessions(list(session.select().where(session.series == series_id).order_by(session.day, session.start)))


def next_day_of(series_id: int, after: date | None) -> date | None:
    """Give the first day after another one on which a series is held."""
    session = tables.Session
    goes_on = (session.series == series_id) & (session.state != SessionState.CANCELLED.value)
    found = session.select(session.day).where(goes_on & (session.day > (after or date.min)))
    return next((day for (day,) in found.order_by(session.day).limit(1).tuples()), None)


def add(activity: Activity, day: date, series_id: int | None = None) -> int:
    """Add a session, perhaps of a series on a date of its rule, and give its id."""
    rule_day = None if series_id is None else day
    session_id = records.add(
        tables.Session, day=day, series=series_id, rule_day=rule_day, **activities.columns(activity)
    )
    activities.write_parts({"session": session_id}, activity)
    return session_id


def change(session_id: int, version: int | None, activity: Activity | None = None, **columns: Any) -> None:
    """Change a session: its whole activity, or some columns (day, state, reason, …); refuses CHANGED_MEANWHILE."""
    values = activities.columns(activity) if activity else {}
    records.change(tables.Session, session_id, version, **values, **columns)
    if activity:
        activities.write_parts({"session": session_id}, activity)


def remove(session_id: int) -> None:
    """Remove a session with its team, partners, texts and links, its counters at nought and its signals.

    Visits must be gone.
    """
    activities.remove_parts({"session": session_id})
    enrolments.remove_all([session_id])
    for table in (tables.VoiceSession, tables.Flyer, tables.Tally, tables.Signal, tables.PaperList):
        for row in table.select().where(table.session == session_id):
            records.remove(table, row.id)
    records.remove(tables.Session, session_id)


def replace_team(session_id: int, members: Iterable[int]) -> None:
    """Make these the team of a session."""
    records.replace_links(tables.SessionMember, {"session": session_id}, "member", members)


def paid_at(session_id: int) -> dict[int, bool]:
    """Tell of the team of a closed session who was paid then; of whom nothing was noted is left out."""
    member = tables.SessionMember
    noted = member.select(member.member, member.was_paid).where(member.session == session_id)
    return {member_id: was_paid for member_id, was_paid in noted.tuples() if was_paid is not None}


def note_paid(session_id: int, paid: Mapping[int, bool]) -> None:
    """Note of the team of a session who is paid; what was noted before stays as it was."""
    member = tables.SessionMember
    for row in list(member.select().where((member.session == session_id) & member.was_paid.is_null())):
        records.change(member, row.id, was_paid=paid[row.__data__["member"]])


def get_series(series_id: int) -> Series:
    """Read one series; refuses NOT_FOUND."""
    return _series([records.get(tables.Series, series_id)])[0]


def some_series(ids: Iterable[int]) -> list[Series]:
    """Read these series, in any order; an unknown id is left out."""
    return _series(list(tables.Series.select().where(tables.Series.id.in_(list(ids)))))


def usual(series_ids: Iterable[int | None]) -> dict[int, Usual]:
    """Give what is usual in each of these series, by id: one question. None and an unknown id are left out."""
    found: dict[int, Usual] = {}
    row = tables.Series
    for chunk in records.chunks([id for id in dict.fromkeys(series_ids) if id is not None]):
        query = row.select(row.id, row.place, row.start, row.end, row.kept).where(row.id.in_(chunk))
        for id, place_id, start, end, kept in records.values(query):
            found[id] = Usual(place_id, start, end, tuple(date.fromisoformat(day) for day in kept))
    return found


def followers_of(series_id: int) -> list[Series]:
    """List the series that were split off from a series, by their first day."""
    series = tables.Series
    return _series(list(series.select().where(series.follows == series_id).order_by(series.first_day, series.id)))


def running_series(on: date, place_id: int | None = None) -> list[Series]:
    """List the series that have not ended before a day, by their first day and title."""
    series = tables.Series
    query = series.select().where(series.last_day >= on).order_by(series.first_day, series.title)
    if place_id is not None:
        query = query.where(series.place == place_id)
    return _series(list(query))


def add_series(
    activity: Activity,
    rule: Rule,
    skips: Iterable[DaysOff],
    kept: Iterable[date] = (),
    follows: int | None = None,
) -> int:
    """Add a series (without its sessions), perhaps split off from another one, and give its id."""
    columns = rule_columns(rule, skips, kept)
    series_id = records.add(tables.Series, follows=follows, **columns, **activities.columns(activity))
    activities.write_parts({"series": series_id}, activity)
    return series_id


def change_series(series_id: int, version: int | None, activity: Activity | None = None, **columns: Any) -> None:
    """Change a series, not its sessions: its activity, or some columns (last_day, …); refuses CHANGED_MEANWHILE."""
    values = activities.columns(activity) if activity else {}
    records.change(tables.Series, series_id, version, **values, **columns)
    if activity:
        activities.write_parts({"series": series_id}, activity)


def latest_titles(limit: int) -> list[Session]:
    """List the latest session of each title, the last used title first."""
    row = tables.Session
    newest = row.select(fn.MAX(row.id)).group_by(row.title).order_by(fn.MAX(row.day).desc()).limit(limit)
    ids = [id for (id,) in newest.tuples()]
    return sorted(_sessions(list(row.select().where(row.id.in_(ids)))), key=lambda one: ids.index(one.id))


def last_flyer(
    session_id: int | None, series_id: int | None, month: date | None = None, place_id: int | None = None
) -> FlyerMade | None:
    """Give the latest flyer made of a session, of a series or of a month (at a place); None when there is none."""
    flyer = tables.Flyer
    owner = flyer.session == session_id if session_id is not None else flyer.series == series_id
    if month is not None:
        here = flyer.place.is_null() if place_id is None else flyer.place == place_id
        owner = (flyer.month == month) & here
    row = flyer.select().where(owner).order_by(flyer.made_at.desc(), flyer.id.desc()).first()
    return _flyer(row) if row else None


def latest_flyers(limit: int) -> list[FlyerMade]:
    """List the latest flyers that were made, the newest first."""
    flyer = tables.Flyer
    return [_flyer(row) for row in flyer.select().order_by(flyer.made_at.desc(), flyer.id.desc()).limit(limit)]


def flyers_of(session_ids: Sequence[int], series_ids: Sequence[int]) -> list[tuple[int | None, int | None, int]]:
    """List the flyers of these sessions and series, oldest first: session, series and the version they tell of."""
    flyer = tables.Flyer
    asked = flyer.session.in_(list(session_ids)) | flyer.series.in_(list(series_ids))
    query = flyer.select(flyer.session, flyer.series, flyer.of_version).where(asked)
    return list(query.order_by(flyer.made_at, flyer.id).tuples())


def keep_flyers_true(session_id: int, version: int) -> None:
    """Let the flyers that told of this version of a session tell of its present one: what changed is not on paper."""
    now = get(session_id).version
    flyer = tables.Flyer
    for row in list(flyer.select().where((flyer.session == session_id) & (flyer.of_version == version))):
        records.change(flyer, row.id, of_version=now)


def moved_from(first: date, last: date, place_id: int | None = None) -> list[Session]:
    """List the sessions that parents may still expect in a period, both days included: they moved or were cancelled."""
    session = tables.Session
    query = session.select().where(session.was_day.between(first, last)).order_by(session.was_day, session.was_start)
    if place_id is not None:
        query = query.where(session.place == place_id)
    return _sessions(list(query))


def series_versions(series_ids: Iterable[int]) -> dict[int, int]:
    """Give the version of each of these series."""
    series = tables.Series
    return dict(series.select(series.id, series.version).where(series.id.in_(list(series_ids))).tuples())


def told_of(first: date, last: date) -> list[tuple[Any, ...]]:
    """Give what a programme tells of each session that goes on in a period, both days included: day and place first."""
    row = tables.Session
    columns = (
        row.day, row.place, row.id, row.start, row.end, row.title, row.functions, row.from_months, row.to_months,
        row.is_walk_in, row.price_cents,
    )  # fmt: skip
    goes_on = row.day.between(first, last) & (row.state != SessionState.CANCELLED.value)
    return list(row.select(*columns).where(goes_on).order_by(row.id).tuples())


def held_like(these: Sequence[Session], since: date, before: date, limit: int) -> dict[int, list[int]]:
    """List for each session the latest ones of a period that were held like it, newest first: one question for all.

    Like it means of the same series; without one, of the same place, weekday and title.
    """
    row = tables.Session
    where = {session.activity.place_id for session in these}
    series = {session.series_id for session in these if session.series_id is not None}
    query = row.select(row.id, row.series, row.place, row.title, row.day)
    query = query.where((row.state == SessionState.HELD.value) & (row.day >= since) & (row.day < before))
    query = query.where(row.place.in_(where) | row.series.in_(series)).order_by(row.day.desc(), row.start.desc())
    held: dict[object, list[int]] = defaultdict(list)
    for id, series_id, place_id, title, day in query.tuples():
        held[series_id].append(id)
        held[place_id, title, day.weekday()].append(id)
    return {session.id: held[_kind(session)][:limit] for session in these}


def _kind(session: Session) -> object:
    if session.series_id is not None:
        return session.series_id
    return session.activity.place_id, session.activity.title, session.day.weekday()


def not_closed(since: date, before: date, place_id: int | None) -> list[tuple[int, str, date, str]]:
    """List the sessions of a period whose desk was never closed, oldest first: id, title, day and name of the place."""
    row = tables.Session
    period = (row.day >= since) & (row.day < before)
    query = row.select(row.id, row.title, row.day, tables.Place.name).join(tables.Place)
    query = query.where(period & (row.state == SessionState.PLANNED.value)).order_by(row.day, row.start)
    if place_id is not None:
        query = query.where(row.place == place_id)
    return list(query.tuples())


def themes_and_languages() -> tuple[list[str], list[str]]:
    """List the themes, and the codes of the languages, that any session has; in order."""
    row = tables.Session
    themes = [theme for (theme,) in row.select(row.theme).where(row.theme != "").distinct().tuples()]
    spoken = {code for (codes,) in row.select(row.languages).distinct().tuples() for code in codes}
    return sorted(themes, key=str.casefold), sorted(spoken)


def is_any() -> bool:
    """Tell whether anything was ever planned."""
    return bool(tables.Session.select(tables.Session.id).limit(1).exists())


def add_flyer(**columns: Any) -> int:
    """Note a flyer that was made and give its id."""
    return records.add(tables.Flyer, **columns)


def _flyer(row: tables.Flyer) -> FlyerMade:
    data = row.__data__
    pointed = {f"{name}_id": data[name] for name in ("session", "series", "place", "picture")}
    plain = "made_at layout languages of_version month paper mood is_grey".split()
    return FlyerMade(**{name: data[name] for name in plain}, **pointed)


def _sessions(rows: Sequence[tables.Session]) -> list[Session]:
    ids = [row.id for row in rows]
    parts = activities.parts_of("session", ids)
    voices = activities.linked(tables.VoiceSession, "session", "voice", ids)
    return [
        Session(
            id=row.id,
            day=row.day,
            activity=activities.read(row, parts[row.id], row.__data__["place"]),
            series_id=row.__data__["series"],
            rule_day=row.rule_day,
            was_day=row.was_day,
            was_start=row.was_start,
            state=SessionState(row.state),
            reason=row.reason,
            remark=row.remark,
            is_full=row.is_full,
            turned_away=row.turned_away,
            closed_at=row.closed_at,
            voices=voices[row.id],
            version=row.version,
        )
        for row in rows
    ]


def _series(rows: Sequence[tables.Series]) -> list[Series]:
    ids = [row.id for row in rows]
    parts = activities.parts_of("series", ids)
    return [
        Series(
            id=row.id,
            activity=activities.read(row, parts[row.id], row.__data__["place"]),
            rule=rule_of(row),
            skips=tuple(DaysOff(word) for word in row.skips),
            kept=tuple(date.fromisoformat(word) for word in row.kept),
            follows=row.__data__["follows"],
            version=row.version,
        )
        for row in rows
    ]
