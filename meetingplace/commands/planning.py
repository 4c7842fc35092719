"""Planning from the command line: the sessions of a period, and a new series."""

from __future__ import annotations

import csv
import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from meetingplace.commands import terminal
from meetingplace.domain.recurrence import Plan, Weekly
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity, Session, SessionState
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import session_state_name
from meetingplace.services import calendar_files, planning, series
from meetingplace.services.series import Repeats

USUAL_PERIOD = timedelta(weeks=4)


def list_sessions(args: Namespace, _: Translator) -> int:
    """Print the sessions of a period as a table, JSON, CSV or a calendar file."""
    first = args.first or date.today()
    last = args.last or first + USUAL_PERIOD
    if last < first:
        raise Refused(Reason.END_BEFORE_START)
    with terminal.open_house(args, _):
        place_id = planning.place_named(args.place).id if args.place is not None else None
        sessions, places = planning.sessions_of_period(first, last, place_id)
    names = {place.id: place.name for place in places}
    facts = [calendar_files.session_facts(session, names[session.activity.place_id]) for session in sessions]
    if args.format == "ics":
        where = {place.id: ", ".join(filter(None, (place.name, place.address, place.town))) for place in places}
        sys.stdout.write(calendar_files.icalendar(sessions, where, datetime.now()).decode())
    elif args.format == "csv":
        rows = csv.writer(sys.stdout, lineterminator="\n")
        rows.writerow(calendar_files.SESSION_KEYS)
        rows.writerows([calendar_files.csv_cell(value) for value in fact.values()] for fact in facts)
    else:
        lines = [_line(_, session, names[session.activity.place_id]) for session in sessions]
        terminal.tell(args, facts, lines or [_("No sessions in this period.")])
    return 0


def add_series(args: Namespace, _: Translator) -> int:
    """Plan a series and print the dates made and the dates skipped, with why."""
    skips = tuple(dict.fromkeys(args.skip_holidays))
    repeats = Repeats(Weekly(args.weekdays, args.first, args.last, args.every), skips)
    with terminal.open_house(args, _):
        place = planning.place_named(args.place)
        activity = Activity(
            args.title, place.id, args.start, args.end, capacity=place.capacity, languages=place.languages
        )
        plan = series.preview(repeats, place.id, _.language)
        changes = series.plan(activity, repeats)
    skipped = [{"date": skip.day.isoformat(), "why": _why(skip.why)} for skip in plan.skipped]
    facts = {"id": str(changes.made), "made": [day.isoformat() for day in plan.made], "skipped": skipped}
    terminal.tell(args, facts, _plan_lines(_, plan))
    return 0


def _line(_: Translator, session: Session, place: str) -> str:
    formats, activity = Formats(_.language), session.activity
    day = f"{formats.short_day(session.day)} {session.day.year}"
    hours = formats.hours(activity.start, activity.end)
    state = "" if session.state is SessionState.PLANNED else f"  ({session_state_name(_, session.state)})"
    return f"{session.id:>6}  {day:<15}  {hours:<17}  {place}  {activity.title}{state}"


def _plan_lines(_: Translator, plan: Plan) -> list[str]:
    formats = Formats(_.language)
    made = [f"  + {formats.full_day(day)}" for day in plan.made]
    skipped = [f"  - {formats.full_day(skip.day)}: {_why(skip.why)}" for skip in plan.skipped]
    return [_.plural("{n} session is planned", "{n} sessions are planned", len(plan.made)), *made, *skipped]


def _why(days_off: Sequence[object]) -> str:
    return ", ".join(dict.fromkeys(str(getattr(off, "name", off)) for off in days_off))
