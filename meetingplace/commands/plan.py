"""The plan as a whole from the command line: printed for the team, and read from a file."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from meetingplace.commands import terminal
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.wanted import Wanted
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import files, plan_import, plan_sheets, planning
from meetingplace.services.plan_files.comparing import Kind, Preview, PreviewRow
from meetingplace.services.plan_files.words import hint_word, plan_facts, unclear_word
from meetingplace.services.plan_sheets import PlanAsked, PlanKind, PlanPaper


def print_sheet(args: Namespace, _: Translator) -> int:
    """Make a sheet of the plan, in the language of the program; without a last day, of what lies around the first."""
    kind = PlanKind(args.kind)
    first, last = args.first, args.last
    if last is None:
        first, last = plan_sheets.period_of(kind, first)
    if last < first:
        raise Refused(Reason.END_BEFORE_START)
    with terminal.open_house(args, _):
        place_id = planning.place_named(args.place).id if args.place is not None else None
        asked = PlanAsked(kind, first, last, Wanted(place_id), PlanPaper(args.paper), _.language)
        files.save(args.out, plan_sheets.plan_sheet(asked, date.today()))
    print(args.out)
    return 0


def import_file(args: Namespace, _: Translator) -> int:
    """Read a plan from a file, whole or not at all; a dry run only says what would be done."""
    today = date.today()
    with terminal.open_house(args, _):
        place_id = planning.place_named(args.place).id if args.place is not None else None
        file = plan_import.open_plan(args.file, place_id)
        preview = plan_import.preview_plan(file, today)
        is_done = not args.dry_run and bool(preview.number(Kind.NEW) or preview.number(Kind.CHANGED))
        if is_done:
            plan_import.import_plan(file, today)
    facts = {kind.value: [_facts(row) for row in preview.rows if row.kind is kind] for kind in Kind}
    terminal.tell(args, facts | {"done": is_done}, [*_lines(_, preview), _ending(_, preview, is_done)])
    return 0


def _facts(row: PreviewRow) -> dict[str, object]:
    read = row.row
    return {
        "line": read.line,
        "title": read.title,
        "date": read.day.isoformat() if read.day else None,
        "start": read.start.isoformat(timespec="minutes") if read.start else None,
        "end": read.end.isoformat(timespec="minutes") if read.end else None,
        "place": row.place_name,
        "changes": list(row.changes),
        "why": row.why.value if row.why else None,
        "hints": [{"fact": hint.fact, "words": hint.words} for hint in row.hints],
    }


def _lines(_: Translator, preview: Preview) -> list[str]:
    signs = {Kind.NEW: "+", Kind.CHANGED: "~", Kind.SAME: "=", Kind.UNCLEAR: "?"}
    return [f"  {signs[one.kind]} {_row(_, one)}" for one in preview.rows if one.kind is not Kind.SAME or one.hints]


def _ending(_: Translator, preview: Preview, is_done: bool) -> str:
    numbers = {kind.value: preview.number(kind) for kind in Kind}
    says = _("{new} new, {changed} changed, {same} the same, {unclear} unclear.", **numbers)
    return says if is_done else _("{says} Nothing was changed.", says=says)


def _row(_: Translator, one: PreviewRow) -> str:
    formats, read = Formats(_.language), one.row
    day = formats.full_day(read.day) if read.day else ""
    hours = formats.hours(read.start, read.end) if read.start and read.end else ""
    facts = ", ".join(part for part in (day, hours, one.place_name, read.title) if part)
    if one.why is not None:
        return _("{session}: {why}", session=facts, why=unclear_word(_, one.why, one.words))
    words = plan_facts(_)
    changed = formats.list_of([words[name] for name in one.changes])
    says = _("{session} (changes: {what})", session=facts, what=changed) if changed else facts
    for hint in one.hints:
        says = _("{session}: {why}", session=says, why=hint_word(_, hint))
    return says
