"""Paper lists for the table at the door, from the command line."""

from __future__ import annotations

from argparse import Namespace

from meetingplace.commands import terminal
from meetingplace.commands.parser import row_id
from meetingplace.i18n.catalog import Translator
from meetingplace.services import files, sheets


def make(args: Namespace, _: Translator) -> int:
    """Make a paper list for a session, in the language of the program."""
    made = {"tally": sheets.tally_sheet, "names": sheets.name_sheet}[args.kind]
    with terminal.open_house(args, _):
        files.save(args.out, made(row_id(args.session), _.language))
    print(args.out)
    return 0
