"""Families from the command line: all that is kept about one, forgetting one, and making one of two."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import date

from meetingplace.commands import terminal
from meetingplace.commands.parser import one_of, row_id
from meetingplace.domain.families import Order
from meetingplace.domain.language import PAPER
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.typed_text import folded
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import directory, files, forgetting, merging, statement
from meetingplace.services.forgetting import ForgetBoard


def make_statement(args: Namespace, _: Translator) -> int:
    """Write all that is kept about a family, as paper in a language of the parent or as data."""
    today = date.today()
    asked = one_of(PAPER, args.spoken) if args.spoken else ""
    with terminal.open_house(args, _):
        family = _named(args.family, today)
        if args.format == "json":
            content = statement.data(family, today).encode()
        else:
            content = statement.paper(family, asked or statement.language_for(family, _.language), today)
        files.save(args.out, content)
    print(args.out)
    return 0


def forget(args: Namespace, _: Translator) -> int:
    """Say what goes and what stays, and forget a family for good when that is wanted."""
    today = date.today()
    with terminal.open_house(args, _) as house:
        board = forgetting.forget_board(_named(args.family, today), today)
        lines = _meaning(_, board)
        if not args.yes and not terminal.agrees(_, lines, _("Forget it? Type yes: ")):
            print(_("Nobody was forgotten. Add --yes to do it."), file=sys.stderr)
            return 1
        forgetting.forget_family(board.family_id, board.version, house.folder, today)
    facts = {"id": str(board.family_id), "visits": board.visits, "last_backup": board.last_backup.isoformat()}
    terminal.tell(args, facts, [*lines, _("The family is forgotten. The numbers stay.")])
    return 0


def merge(args: Namespace, _: Translator) -> int:
    """Make one family of two, with the children that look alike; a dry run only says what would be joined."""
    today = date.today()
    with terminal.open_house(args, _):
        board = merging.merge_board(_named(args.stays, today), _named(args.goes, today), today)
        stays, goes = board.stays.family, board.goes.family
        same = {other.id: own.id for own, other in board.same_children}
        if not args.dry_run:
            merging.merge(stays.id, goes.id, (stays.version, goes.version), same)
    children = len({child.id for child in (*stays.children, *goes.children)} - set(same))
    facts = {"id": str(stays.id), "nickname": stays.nickname, "visits": board.all_visits, "children": children}
    counts = terminal.counts(_, {"visits": board.all_visits, "children": children})
    says = _("{nickname} and {other}: {counts}.", nickname=stays.nickname, other=goes.nickname, counts=counts)
    done = (
        _("Nothing was changed.")
        if args.dry_run
        else _("They are one family now: {nickname}.", nickname=stays.nickname)
    )
    terminal.tell(args, facts | {"done": not args.dry_run}, [says, done])
    return 0


def _meaning(_: Translator, board: ForgetBoard) -> list[str]:
    formats = Formats(_.language)
    visits = terminal.counts(_, {"visits": board.visits})
    lines = [_("{nickname}: {visits}, of which only the numbers stay.", nickname=board.nickname, visits=visits)]
    if board.shared_children:
        names = formats.list_of([name or "–" for name in board.shared_children])
        lines.append(_("They stay, with another family: {children}.", children=names))
    day = formats.full_day(board.last_backup)
    return [*lines, _("Back-ups still hold the family until {day}. It cannot be undone.", day=day)]


def _named(typed: str, today: date) -> int:
    """Find a family by its id or its whole nickname; refuses CHOICE_UNKNOWN with the nicknames that are near."""
    if typed.isdecimal():
        return row_id(typed)
    found = directory.list_board(typed[:200], Order.NICKNAME, 0, today).entries
    same = [entry.family_id for entry in found if folded(entry.nickname) == folded(typed)]
    if len(same) != 1:
        near = ", ".join(f"{entry.nickname} ({entry.family_id})" for entry in found[:10])
        raise Refused(Reason.CHOICE_UNKNOWN, typed=typed[:40], choices=near or "–")
    return same[0]
