"""Who read the own words of a flyer before it went out: a tick with the kind of reader, never the name of a parent."""

from __future__ import annotations

from datetime import date

from meetingplace.domain.sessions import OwnText, Reader
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.services.flyer_content import Draft, texts_owner
from meetingplace.storage import activities


def note_read(
    draft: Draft, language: str, title: str, body: str, reader: Reader, member_id: int | None, today: date
) -> Changes:
    """Note that somebody read these words today; `member_id` is who of the team ticks it, if that is known.

    The session or series itself does not change, so that its flyers stay up to date. Refuses CHANGED_MEANWHILE when the
    words are no longer these, and NOT_FOUND.
    """
    with one_act(Act.TEXT_READ, Topic.SESSIONS, language=language) as act:
        read = OwnText(language, title, body, read_by=reader, read_on=today, ticked_by=member_id)
        activities.note_read(texts_owner(draft), read)
    return act.changes


def note_unread(draft: Draft, language: str, title: str, body: str) -> Changes:
    """Take the tick away again; refuses what `note_read` refuses."""
    with one_act(Act.TEXT_UNREAD, Topic.SESSIONS, language=language) as act:
        activities.note_read(texts_owner(draft), OwnText(language, title, body))
    return act.changes
