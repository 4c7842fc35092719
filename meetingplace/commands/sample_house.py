"""The sample house from the command line."""

from __future__ import annotations

import time as clock
from argparse import Namespace
from dataclasses import asdict
from datetime import date
from pathlib import Path

from meetingplace import paths, startup
from meetingplace.commands import terminal
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.catalog import Translator
from meetingplace.services.sample_house import house as sample
from meetingplace.services.sample_house.house import Made
from meetingplace.services.sample_house.source import size_for
from meetingplace.startup import State


def folder(args: Namespace) -> Path:
    """Give the folder of the sample house: the one that is asked for, else its own."""
    return args.data or paths.user_data_folder() / startup.SAMPLE_FOLDER


def make(args: Namespace, _: Translator) -> int:
    """Make the sample house where there is none yet, and print what it holds and how long it took."""
    began = clock.perf_counter()
    present = None if args.fresh else _already_there(args, _)
    made = present or _made(args, _)
    seconds = round(clock.perf_counter() - began, 2)
    # an address may hold the password of a server
    facts = {"data": "PostgreSQL" if args.database else str(folder(args)), **asdict(made), "seconds": seconds}
    data = facts["data"]
    if present:
        says = _("The sample house is already here: {data}. Add --fresh to make it anew.", data=data)
    else:
        says = _("The sample house lies in {data}.", data=data)
    terminal.tell(args, facts, [says, f"{terminal.counts(_, asdict(made))} ({seconds} s)"])
    return 0


def _made(args: Namespace, _: Translator) -> Made:
    chosen = {name: getattr(args, name) for name in ("years", "families", "visits", "places", "seed", "voices")}
    size = size_for(**{name: number for name, number in chosen.items() if number is not None})
    opened = startup.open_sample(folder(args), args.database, args.fresh, terminal.passphrase(_))
    with opened as house, house.connection():
        return sample.make(size, args.today or date.today())


def _already_there(args: Namespace, _: Translator) -> Made | None:
    """Count what a sample house holds that lies there; refuses FILE_EXISTS for a house that is no sample."""
    if not args.database and startup.state_of(str(folder(args))) is State.NEW:
        return None
    with startup.open_for_command(folder(args), args.database, terminal.passphrase(_)) as house, house.connection():
        if sample.is_empty():
            return None
        if not sample.is_here():
            raise Refused(Reason.FILE_EXISTS, file=folder(args))
        return sample.counted()
