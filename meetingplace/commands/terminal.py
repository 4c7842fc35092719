"""What the commands share: opening the house, asking for the passphrase, printing facts."""

from __future__ import annotations

import getpass
import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from meetingplace import startup
from meetingplace.commands.net import PASSPHRASE
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.catalog import Translator
from meetingplace.startup import OpenHouse

_YES = ("yes", "ja", "oui")


@contextmanager
def open_house(args: Namespace, _: Translator) -> Iterator[OpenHouse]:
    """Open the house of the common options for the length of a command."""
    with startup.open_for_command(args.data, args.database, passphrase(_)) as house, house.connection():
        yield house


def passphrase(_: Translator) -> Callable[[], str]:
    """Give the passphrase when it is asked for: from the environment, else from whoever sits at the keyboard."""

    def ask() -> str:
        given = os.environ.get(PASSPHRASE)
        if given is not None:
            return given
        if not sys.stdin.isatty():
            raise Refused(Reason.PASSPHRASE_NEEDED)
        return getpass.getpass(_("Passphrase") + ": ")

    return ask


def agrees(_: Translator, lines: Sequence[str], question: str) -> bool:
    """Show what will be done and ask for a yes; whoever cannot be asked, a script, does not agree."""
    if not sys.stdin.isatty():
        print("\n".join(lines), file=sys.stderr)
        return False
    typed = input("\n".join([*lines, question]))
    return typed.strip().lower() in (*_YES, _("yes"))


def tell(args: Namespace, facts: Any, lines: Sequence[str]) -> None:
    """Print facts as JSON for a program, or lines for a person."""
    print(json.dumps(facts, ensure_ascii=False, indent=2) if args.format == "json" else "\n".join(lines))


def counts(_: Translator, numbers: Mapping[str, int]) -> str:
    """Say how many of each there are: "5 sessions, 1 family"."""
    said = {
        "places": _.plural("{n} place", "{n} places", numbers.get("places", 0)),
        "sessions": _.plural("{n} session", "{n} sessions", numbers.get("sessions", 0)),
        "families": _.plural("{n} family", "{n} families", numbers.get("families", 0)),
        "visits": _.plural("{n} visit", "{n} visits", numbers.get("visits", 0)),
        "voices": _.plural("{n} voice", "{n} voices", numbers.get("voices", 0)),
        "children": _.plural("{n} child", "{n} children", numbers.get("children", 0)),
        "adults": _.plural("{n} adult", "{n} adults", numbers.get("adults", 0)),
    }
    return ", ".join(said[what] for what in numbers)
