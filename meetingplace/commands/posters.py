"""Paper of participation, from the command line: posters, the sheet with faces, slips for ideas."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import date

from meetingplace.commands import terminal
from meetingplace.commands.parser import row_id
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.poster_words import poster_check
from meetingplace.services import files, planning, posters
from meetingplace.services.posters import PosterAsked, PosterKind, PosterPaper

_ONLY_WITH = {"poll": ("dots",), "session": ("faces",), "first": ("said-did",), "place": ("said-did", "dots")}
_SAID = {"poll": "--poll", "session": "--session", "first": "--from", "place": "--place"}


def make(args: Namespace, _: Translator) -> int:
    """Make a paper and print where it lies; what is still to be written in a language is said beside it."""
    for name, kinds in _ONLY_WITH.items():
        if getattr(args, name) is not None and args.kind not in kinds:
            args.complain(f"{_SAID[name]}: " + _("this does not go together with %s") % f"--kind {args.kind}")
    poll = row_id(args.poll) if args.poll is not None else None
    session = row_id(args.session) if args.session is not None else None
    today = date.today()
    with terminal.open_house(args, _):
        place = planning.place_named(args.place).id if args.place is not None else None
        asked = PosterAsked(
            PosterKind(args.kind),
            tuple(args.languages) or posters.poster_choices(today).of_house,
            PosterPaper[args.paper.upper()],
            args.first,
            place,
            poll,
            session,
        )
        made = posters.poster(asked, today)
        files.save(args.out, made.pdf)
    print(args.out)
    for line in poster_check(_, made.missing, made.unanswered):
        print(line, file=sys.stderr)
    return 0
