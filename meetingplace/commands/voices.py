"""Voices from the command line: one is written down, all are listed."""

from __future__ import annotations

import csv
import io
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from meetingplace.commands import terminal
from meetingplace.commands.parser import row_id
from meetingplace.domain.voices import VoiceState
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import voice_state_name
from meetingplace.services import planning, voice_list, voices
from meetingplace.services.plan_files.cells import csv_cell


def hear(args: Namespace, _: Translator) -> int:
    """Write down what a parent tells us, in the parent's own words, and print its id and state."""
    session = row_id(args.session) if args.session is not None else None
    with terminal.open_house(args, _):
        changes = voices.hear(
            words=args.text, language=args.spoken, kind=args.kind, session_id=session, now=datetime.now()
        )
    facts = {"id": str(changes.made), "state": VoiceState.HEARD.value}
    terminal.tell(args, facts, [f"{facts['id']}: {voice_state_name(_, VoiceState.HEARD)}"])
    return 0


def list_all(args: Namespace, _: Translator) -> int:
    """Print every voice with where it stands; the team's notes only when they are asked for."""
    with terminal.open_house(args, _):
        place_id = planning.place_named(args.place).id if args.place is not None else None
        facts = voice_list.voice_facts(place_id, with_notes=args.notes)
    if args.format == "csv":
        keys = (*voice_list.KEYS, voice_list.NOTES) if args.notes else voice_list.KEYS
        sys.stdout.write(_as_csv(keys, facts))
        return 0
    terminal.tell(args, facts, [_line(_, fact) for fact in facts] or [_("No voices yet.")])
    return 0


def _as_csv(keys: Sequence[str], facts: Sequence[Mapping[str, object]]) -> str:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(keys)
    rows.writerows([csv_cell(fact[key]) for key in keys] for fact in facts)
    return text.getvalue()


def _line(_: Translator, fact: Mapping[str, object]) -> str:
    heard_on = date.fromisoformat(str(fact["heard_on"]))
    day, state = Formats(_.language).short_day(heard_on), voice_state_name(_, VoiceState(fact["state"]))
    words = " ".join(str(fact["words"]).split()) or csv_cell(fact["pictures"])
    return f"{fact['id']:>6}  {day} {heard_on.year}  {state:<16}  {fact['language']:<4} {words}"
