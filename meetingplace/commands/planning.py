"""Planning from the command line: the sessions of a period."""

from __future__ import annotations

import csv
import io
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from meetingplace.commands import parser as read, terminal
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Session, SessionState
from meetingplace.domain.wanted import Wanted
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import session_state_name
from meetingplace.services import calendar_files, files, planning
from meetingplace.services.plan_files import tables
from meetingplace.services.plan_files.cells import csv_cell
from meetingplace.services.plan_files.handed_out import CalendarAsked

USUAL_PERIOD = timedelta(weeks=4)


def list_sessions(args: Namespace, _: Translator) -> int:
    """Print the sessions of a period, or write them to a file: as a table, JSON, CSV, calendar file or spreadsheet."""
    first = args.first or date.today()
    last = args.last or first + USUAL_PERIOD
    if last < first:
        raise Refused(Reason.END_BEFORE_START)
    with terminal.open_house(args, _):
        place_id = planning.place_named(args.place).id if args.place is not None else None
        member_id = planning.member_named(args.person).id if args.person is not None else None
        wanted = Wanted(place_id, member_id=member_id)
        series_id = None if args.series is None else read.row_id(args.series)
        if args.format == "ics":
            asked = CalendarAsked(first, last, wanted, series_id)
            return _hand_out(args, calendar_files.calendar_file(asked, datetime.now(), _.language))
        if args.format == "xlsx":
            rows = tables.plan_rows(first, last, wanted, _.language, series_id)
            return _hand_out(args, tables.as_xlsx(rows, _.language))
        sessions, places = planning.sessions_of_period(first, last, place_id)
    names = {place.id: place.name for place in places}
    found = [one for one in sessions if wanted.fits(one) and series_id in (None, one.series_id)]
    facts = [calendar_files.session_facts(one, names[one.activity.place_id]) for one in found]
    if args.format == "csv":
        return _hand_out(args, _as_csv(facts).encode())
    lines = [_line(_, one, names[one.activity.place_id]) for one in found]
    terminal.tell(args, facts, lines or [_("No sessions in this period.")])
    return 0


def _hand_out(args: Namespace, content: bytes) -> int:
    """Write a file where that is asked, else print it; a spreadsheet is never printed."""
    if args.out is not None:
        files.save(args.out, content)
        print(args.out)
    elif args.format == "xlsx":
        raise Refused(Reason.CHOICE_UNKNOWN, typed="xlsx", choices="--out FILE.xlsx")
    else:
        sys.stdout.write(content.decode())
    return 0


def _as_csv(facts: Sequence[Mapping[str, object]]) -> str:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(calendar_files.SESSION_KEYS)
    rows.writerows([csv_cell(value) for value in fact.values()] for fact in facts)
    return text.getvalue()


def _line(_: Translator, session: Session, place: str) -> str:
    formats, activity = Formats(_.language), session.activity
    day = f"{formats.short_day(session.day)} {session.day.year}"
    hours = formats.hours(activity.start, activity.end)
    state = "" if session.state is SessionState.PLANNED else f"  ({session_state_name(_, session.state)})"
    return f"{session.id:>6}  {day:<15}  {hours:<17}  {place}  {activity.title}{state}"
