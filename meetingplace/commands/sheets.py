"""Paper for the table at the door, from the command line: lists and name cards."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime

from meetingplace.commands import terminal
from meetingplace.commands.parser import row_id
from meetingplace.domain.paper_lists import FEWEST_BLANKS, USUAL_COLUMNS, PaperKind
from meetingplace.i18n.catalog import Translator
from meetingplace.services import files, paper_lists, sheets


def make(args: Namespace, _: Translator) -> int:
    """Make a list or the cards of a session, in the language of the program; a list then waits to be typed in."""
    for option, is_said, kinds in (
        ("--columns", bool(args.columns), ("names",)),
        ("--blank", args.blank is not None, ("names", "cards")),
    ):
        if is_said and args.kind not in kinds:
            args.complain(f"{option}: " + _("this does not go together with %s") % f"--kind {args.kind}")
    session = row_id(args.session)
    with terminal.open_house(args, _):
        files.save(args.out, _made(args, session, _.language))
        if args.kind != "cards":
            paper_lists.note_printed(session, PaperKind(args.kind), datetime.now())
    print(args.out)
    return 0


def _made(args: Namespace, session: int, language: str) -> bytes:
    if args.kind == "names":
        blanks = FEWEST_BLANKS if args.blank is None else args.blank
        return sheets.name_sheet(session, language, args.columns or USUAL_COLUMNS, blanks)
    if args.kind == "cards":
        return sheets.name_cards(session, language, args.blank or 0)
    return sheets.tally_sheet(session, language)
