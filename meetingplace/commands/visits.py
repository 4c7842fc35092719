"""Visits from a table, from the command line: a preview, and reading them whole or not at all."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from meetingplace.commands import terminal
from meetingplace.i18n import refusals
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import visit_import
from meetingplace.services.visit_import import Kind, VisitPreview, VisitRow

_SIGNS = {Kind.NEW: "+", Kind.KNOWN: "~", Kind.HERE: "=", Kind.UNCLEAR: "?"}


def import_file(args: Namespace, _: Translator) -> int:
    """Read visits from a file; a dry run only says what would be done. One row that is unclear, and nothing is read."""
    today = date.today()
    with terminal.open_house(args, _):
        file = visit_import.open_file(args.file)
        preview = visit_import.preview_visits(file, today, _.language)
        if not args.dry_run:
            visit_import.import_visits(file, today, _.language)
    facts = {kind.value: [_facts(_, row) for row in preview.rows if row.kind is kind] for kind in Kind}
    lines = [f"  {_SIGNS[row.kind]} {_row(_, row)}" for row in preview.rows if row.kind is not Kind.HERE]
    terminal.tell(args, facts | {"done": not args.dry_run}, [*lines, _ending(_, preview, args.dry_run)])
    return 0


def _facts(_: Translator, one: VisitRow) -> dict[str, object]:
    return {
        "row": one.number,
        "session": str(one.session.id) if one.session else None,
        "date": one.session.day.isoformat() if one.session else None,
        "nickname": one.row.name,
        "why": one.why.reason.value if one.why else None,
    }


def _row(_: Translator, one: VisitRow) -> str:
    formats = Formats(_.language)
    who = one.row.name or one.row.group or _("without a name")
    if one.why is not None:
        return _("Row {n}: {why}", n=one.number, why=refusals.sentence(_, one.why, formats))
    session = one.session
    where = f"{formats.short_day(session.day)} {session.activity.title}" if session else ""
    return _("{who}, {session}", who=who, session=where)


def _ending(_: Translator, preview: VisitPreview, is_dry: bool) -> str:
    numbers = {kind.value: preview.number(kind) for kind in Kind}
    says = _("{new} of new families, {known} known, {here} registered already, {unclear} unclear.", **numbers)
    return _("{says} Nothing was changed.", says=says) if is_dry else says
