"""Flyers from the command line."""

from __future__ import annotations

from argparse import Namespace
from datetime import date, datetime
from pathlib import Path

from meetingplace.commands import terminal
from meetingplace.commands.parser import row_id
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.catalog import Translator
from meetingplace.services import files, flyer_pictures, flyers, planning
from meetingplace.services.flyers import Draft, Paper


def make(args: Namespace, _: Translator) -> int:
    """Make the flyer of a session or a series, print where it lies, and note that it was made."""
    now = datetime.now()
    save = {"pdf": flyers.save_pdf, "png": flyers.save_pictures, "text": _save_text}[args.format]
    with terminal.open_house(args, _):
        draft = _draft(args, now.date())
        saved = save(draft, args.out)
        flyers.note_made(draft, now)
    print("\n".join(map(str, saved)))
    return 0


def _draft(args: Namespace, today: date) -> Draft:
    usual = "dutch-plus-one" if len(set(args.languages)) > 1 else "one-language"
    layout = flyers.layout(args.layout or ("month-programme" if args.month else usual))
    pictures = {one.name.casefold(): one.id for one in flyer_pictures.flyer_pictures()} if args.picture else {}
    if args.picture and args.picture.casefold() not in pictures:
        raise Refused(Reason.CHOICE_UNKNOWN, typed=args.picture[:40], choices=tuple(pictures))
    return Draft(
        session_id=row_id(args.session) if args.session is not None else None,
        series_id=row_id(args.series) if args.series is not None else None,
        month=args.month,
        place_id=planning.place_named(args.place).id if args.place is not None else None,
        layout=layout.key,
        paper=Paper(args.paper) if args.paper else layout.papers[0],
        mood=args.mood or "",
        is_grey=args.grey,
        picture_id=pictures[args.picture.casefold()] if args.picture else None,
        languages=tuple(args.languages),
        since=today,
    )


def _save_text(draft: Draft, file: Path) -> tuple[Path, ...]:
    files.save(file, (flyers.plain_text(draft) + "\n").encode())
    return (file,)
