"""Flyers from the command line."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime

from meetingplace.commands import terminal
from meetingplace.commands.parser import row_id
from meetingplace.documents.flyers.layouts import Layout
from meetingplace.i18n.catalog import Translator
from meetingplace.services import flyers


def make(args: Namespace, _: Translator) -> int:
    """Make the flyer of a session or a series, and note that it was made."""
    usual = Layout.DUTCH_PLUS_ONE if len(set(args.languages)) > 1 else Layout.ONE_LANGUAGE
    draft = flyers.Draft(
        session_id=row_id(args.session) if args.session is not None else None,
        series_id=row_id(args.series) if args.series is not None else None,
        layout=Layout(args.layout) if args.layout else usual,
        languages=tuple(args.languages),
    )
    make = {"pdf": flyers.print_ready, "png": flyers.picture, "text": lambda asked: flyers.plain_text(asked).encode()}
    with terminal.open_house(args, _):
        terminal.save(args.out, make[args.format](draft))
        flyers.note_made(draft, datetime.now())
    return 0
