"""Upkeep from the command line: back-up, restore, check."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import asdict
from datetime import datetime

from meetingplace import startup
from meetingplace.commands import terminal
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats, own_name
from meetingplace.services import upkeep
from meetingplace.services.upkeep import Checked
from meetingplace.startup import Preview


def back_up(args: Namespace, _: Translator) -> int:
    """Make a back-up, verified by opening it, and print where it lies; in a folder it gets a name of its own."""
    now = datetime.now()
    wanted = args.out / upkeep.backup_name(now) if args.out and args.out.is_dir() else args.out
    with terminal.open_house(args, _) as house:
        file = upkeep.back_up(house.folder, now, wanted)
    terminal.tell(args, {"file": str(file)}, [_("The back-up is whole and lies in {file}.", file=file)])
    return 0


def restore(args: Namespace, _: Translator) -> int:
    """Show what is in a back-up, put it back when that is wanted, and keep what it replaces."""
    if args.database:
        raise Refused(Reason.ADDRESS_UNKNOWN)  # a back-up is put back in a folder
    found = startup.preview_restore(args.file, terminal.passphrase(_))
    if not args.yes and not terminal.agrees(_, [_within(_, found)], _("Put it back? Type yes: ")):
        print(_("Nothing was changed. Add --yes to put this back-up back."), file=sys.stderr)
        return 1
    folder = args.data or startup.usual_folder()
    kept = startup.restore(args.file, folder, datetime.now())
    lines = [_within(_, found), _("The back-up is back in {folder}.", folder=folder)]
    if kept:
        lines.append(_("What was there before is kept in {folder}.", folder=kept))
    facts = asdict(found) | {
        "file": str(args.file),
        "made_at": found.made_at.isoformat(),
        "folder": str(folder),
        "kept": str(kept) if kept else None,
    }
    terminal.tell(args, facts, lines)
    return 0


def check(args: Namespace, _: Translator) -> int:
    """Look whether everything is whole and print what was found; exit 1 when something is wrong."""
    with terminal.open_house(args, _):
        found = upkeep.check()
    terminal.tell(args, asdict(found), _check_lines(_, found))
    return 0 if found.ok else 1


def _within(_: Translator, found: Preview) -> str:
    counts = {"sessions": found.sessions, "families": found.families, "visits": found.visits}
    day = Formats(_.language).full_day(found.made_at.date())
    return _("{house}, back-up of {day}: {counts}.", house=found.house_name, day=day, counts=terminal.counts(_, counts))


def _check_lines(_: Translator, found: Checked) -> list[str]:
    wrong = [_("Something is wrong: {problem}", problem=problem) for problem in found.problems]
    rows = {
        _("House"): found.house,
        _("Encrypted"): _("yes") if found.is_encrypted else _("no"),
        _("Database"): f"{found.database}, {found.schema}",
        _("Program"): f"meetingplace {found.version}, Python {found.python}",
        _("Languages on paper"): ", ".join(own_name(code) for code in found.languages),
        _("Libraries"): ", ".join(f"{name} {version}" for name, version in found.libraries.items()),
    }
    return [*(wrong or [_("Everything is whole.")]), *(f"{name}: {value}" for name, value in rows.items())]
