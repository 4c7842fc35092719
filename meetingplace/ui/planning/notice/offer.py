"""The toast after a session moved or was cancelled: what was done, and its notice one press away. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from meetingplace.i18n import acts
from meetingplace.services.changes import Changes
from meetingplace.ui.kit.surroundings import Surroundings

NOTICE = "notice"  # the name of the room
OpenRoom = Callable[[str, int], None]


def offer(around: Surroundings, open_room: OpenRoom, session_id: int, changes: Changes) -> None:
    """Say what was done to a session, with Undo and with what to tell."""
    said = acts.sentence(around.words, changes.act, changes.facts)
    word = around.words("What to tell")
    around.say(said, undo=changes.undo, act_word=word, act=partial(open_room, NOTICE, session_id))
