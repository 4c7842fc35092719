"""The words for what was done with voices, faces, dots and phrases for parents: undo names and sentences, by act."""

from __future__ import annotations

from meetingplace.i18n.catalog import Translator


def names(_: Translator) -> dict[str, str]:
    """Name each act in a few words."""
    return {
        "VOICE_HEARD": _("the new voice"),
        "VOICE_CHANGED": _("the change of the voice"),
        "VOICE_MOVED": _("moving the voice"),
        "VOICE_ANSWERED": _("the answer"),
        "VOICE_TOLD_BACK": _("the telling back"),
        "VOICES_TOLD_BACK": _("the telling back"),
        "VOICE_REMOVED": _("taking away the voice"),
        "VOICES_JOINED": _("joining the voices"),
        "VOICE_SEPARATED": _("taking the voices apart"),
        "VOICE_SHOWN": _("hanging it on the board"),
        "VOICE_HIDDEN": _("taking it from the board"),
        "VOICE_NOTED": _("the note of the team"),
        "BOARD_TEXT_WRITTEN": _("the text for the board"),
        "VOICE_AGREED": _("the “me too”"),
        "FACE_GIVEN": _("the face"),
        "FACES_COUNTED": _("counting the faces"),
        "HOST_CALLED": _("calling a host"),
        "CALL_ANSWERED": _("going to the corner"),
        "POLL_ADDED": _("the new choice"),
        "POLL_CHANGED": _("the change of the choice"),
        "POLL_OPENED": _("opening the choice"),
        "POLL_CLOSED": _("closing the choice"),
        "POLL_REMOVED": _("taking away the choice"),
        "DOTS_DROPPED": _("the dots"),
        "DOTS_COUNTED": _("counting the dots"),
        "OFFER_ADDED": _("the new offer of help"),
        "OFFER_CHANGED": _("the change of the offer of help"),
        "OFFER_REMOVED": _("taking away the offer of help"),
        "PHRASE_CORRECTED": _("the correction of the phrase"),
        "PHRASES_CHECKED": _("noting who read it"),
        "PHRASE_RESTORED": _("taking back the correction of the phrase"),
        "PHRASES_READ": _("reading the phrases"),
    }


def sentences(_: Translator, number: int) -> dict[str, str]:
    """Say what each act did; `number` is how many voices or phrases it was about."""
    return {
        "VOICE_HEARD": _("The voice was written down."),
        "VOICE_CHANGED": _("The voice was changed."),
        "VOICE_MOVED": _("The voice was moved."),
        "VOICE_ANSWERED": _("The answer was written down."),
        "VOICE_TOLD_BACK": _("It was told back."),
        "VOICES_TOLD_BACK": _.plural(
            "{n} answer was told back by the poster.", "{n} answers were told back by the poster.", number
        ),
        "VOICE_REMOVED": _("The voice was taken away."),
        "VOICES_JOINED": _("The voices stand together now. Each parent is still told back."),
        "VOICE_SEPARATED": _("The voice stands alone again."),
        "VOICE_SHOWN": _("It hangs on the board of the corner now."),
        "VOICE_HIDDEN": _("It was taken from the board of the corner."),
        "VOICE_NOTED": _("The note was saved, for the team alone."),
        "BOARD_TEXT_WRITTEN": _("The text for the board was saved."),
        "VOICE_AGREED": _("One more says so."),
        "FACE_GIVEN": _("The face was counted."),
        "FACES_COUNTED": _("{title}: the faces on paper were counted."),
        "HOST_CALLED": _("A host was called to the corner."),
        "CALL_ANSWERED": _("Somebody goes to the corner."),
        "POLL_ADDED": _("“{question}” was added. Open it when you are ready."),
        "POLL_CHANGED": _("“{question}” was changed."),
        "POLL_OPENED": _("“{question}” is open in the corner now."),
        "POLL_CLOSED": _("“{question}” is closed."),
        "POLL_REMOVED": _("“{question}” was taken away with its dots."),
        "DOTS_DROPPED": _("The dots were counted."),
        "DOTS_COUNTED": _("“{question}”: the dots of the poster were counted."),
        "OFFER_ADDED": _("The offer of help was written down."),
        "OFFER_CHANGED": _("The offer of help was changed."),
        "OFFER_REMOVED": _("The offer of help was taken away."),
        "PHRASE_CORRECTED": _("From now on, parents read your words."),
        "PHRASES_CHECKED": _.plural("{n} phrase was marked as read.", "{n} phrases were marked as read.", number),
        "PHRASE_RESTORED": _("From now on, parents read the words of the program again."),
        "PHRASES_READ": _.plural(
            "{file}: {n} phrase was read.", "{file}: {n} phrases were read.", number, file="{file}"
        ),
    }
