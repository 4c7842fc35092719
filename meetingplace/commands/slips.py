"""Referral slips from the command line."""

from __future__ import annotations

from argparse import Namespace

from meetingplace.commands import terminal
from meetingplace.commands.parser import one_of
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.typed_text import folded
from meetingplace.i18n.catalog import Translator
from meetingplace.services import files, slips


def make(args: Namespace, _: Translator) -> int:
    """Make the slip for a partner, in Dutch and in the language beside it."""
    with terminal.open_house(args, _):
        choices = slips.slip_choices()
        language = one_of(choices.languages, args.beside)
        files.save(args.out, slips.referral_slip(_partner(choices, args.partner), language))
    print(args.out)
    return 0


def _partner(choices: slips.SlipChoices, typed: str) -> int:
    """Find a partner by its whole name; refuses CHOICE_UNKNOWN with the names of those that parents are referred to."""
    found = [partner_id for partner_id, name in choices.partners if folded(name) == folded(typed)]
    if len(found) != 1:
        names = ", ".join(name for _id, name in choices.partners) or "–"
        raise Refused(Reason.CHOICE_UNKNOWN, typed=typed[:40], choices=names)
    return found[0]
