"""One voice from the command line."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime

from meetingplace.commands import terminal
from meetingplace.commands.parser import row_id
from meetingplace.domain.voices import VoiceState
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.words import voice_state_name
from meetingplace.services import voices


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
