"""One arrival from the command line."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime

from meetingplace.commands import terminal
from meetingplace.commands.parser import row_id
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.typed_text import folded
from meetingplace.i18n.catalog import Translator
from meetingplace.services import arrivals, desk


def arrive(args: Namespace, _: Translator) -> int:
    """Register a family or unnamed people and print the totals of the session."""
    now, session = datetime.now(), row_id(args.session)
    with terminal.open_house(args, _):
        if args.family is not None:
            changes = arrivals.check_in(session, _family(session, args.family), now)
        else:
            spoken = [code for codes in args.spoken for code in codes]
            changes = arrivals.guests(session, args.children, args.adults, spoken, "", now)
        totals = desk.desk_board(session).totals
    counts = {"children": totals.all_children, "adults": totals.all_adults, "families": totals.families}
    facts = {"id": str(changes.made), "session": str(session), "totals": counts}
    terminal.tell(args, facts, [_("At this session: {counts}.", counts=terminal.counts(_, counts))])
    return 0


def _family(session: int, typed: str) -> int:
    """Find a family by its id or its whole nickname; refuses CHOICE_UNKNOWN with the nicknames that are near."""
    if typed.isdecimal():
        return row_id(typed)
    found = {tile.family_id: tile.nickname for tile in desk.search_tiles(session, typed[:200])}
    same = [family_id for family_id, nickname in found.items() if folded(nickname) == folded(typed)]
    if len(same) != 1:
        raise Refused(Reason.CHOICE_UNKNOWN, typed=typed[:40], choices=", ".join(list(found.values())[:10]) or "–")
    return same[0]
