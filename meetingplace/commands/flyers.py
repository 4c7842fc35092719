"""Flyers from the command line."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from pathlib import Path

from meetingplace.commands import terminal
from meetingplace.commands.parser import row_id
from meetingplace.i18n.catalog import Translator
from meetingplace.services import files, flyers
from meetingplace.services.flyers import Draft, Paper


def make(args: Namespace, _: Translator) -> int:
    """Make the flyer of a session or a series, print where it lies, and note that it was made."""
    now = datetime.now()
    usual = "dutch-plus-one" if len(set(args.languages)) > 1 else "one-language"
    draft = Draft(
        session_id=row_id(args.session) if args.session is not None else None,
        series_id=row_id(args.series) if args.series is not None else None,
        layout=args.layout or usual,
        paper=Paper(args.paper),
        languages=tuple(args.languages),
        since=now.date(),
    )
    save = {"pdf": flyers.save_pdf, "png": flyers.save_pictures, "text": _save_text}[args.format]
    with terminal.open_house(args, _):
        saved = save(draft, args.out)
        flyers.note_made(draft, now)
    print("\n".join(map(str, saved)))
    return 0


def _save_text(draft: Draft, file: Path) -> tuple[Path, ...]:
    files.save(file, (flyers.plain_text(draft) + "\n").encode())
    return (file,)
