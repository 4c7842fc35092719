"""The tables of participation: what parents tell us, and what they say without words. `tables` has all tables.

Nobody's name stands here: who told something is never asked.
"""

from __future__ import annotations

from peewee import BooleanField, CharField, DateField, DateTimeField, ForeignKeyField, IntegerField, TextField

from meetingplace.storage.columns import Row, Versioned, WordsField
from meetingplace.storage.planning_tables import Place, Session, TeamMember


class Voice(Versioned):
    """What a parent told us, and what became of it.

    `joined` is the voice that it says the same as; `pictures` were picked instead of words; `notes` are the team's
    alone; `is_shown`: a host has looked at it, and it may hang on the board.
    """

    heard_on = DateField(index=True)
    words = TextField()
    language = CharField(default="nl")
    channel = CharField(default="conversation")
    kind = CharField(default="wish")
    translation = TextField(default="")
    translation_state = CharField(default="")
    theme = TextField(default="")
    functions = WordsField(default=())
    place = ForeignKeyField(Place, null=True)
    session = ForeignKeyField(Session, null=True)
    follower = ForeignKeyField(TeamMember, null=True)
    state = CharField(default="heard")
    answer = TextField(default="")
    answer_in_language = TextField(default="")
    told_on = DateField(null=True)
    told_how = CharField(default="")
    rung = CharField(default="asked")
    joined = ForeignKeyField("self", null=True)
    pictures = WordsField(default=())
    notes = TextField(default="")
    is_shown = BooleanField(default=False)


class VoiceSession(Row):
    """A session that came from a voice."""

    voice = ForeignKeyField(Voice)
    session = ForeignKeyField(Session)


class VoiceText(Row):
    """How a voice and its answer stand on the board and on posters in one language."""

    voice = ForeignKeyField(Voice)
    language = CharField()
    words = TextField(default="")
    answer = TextField(default="")
    state = CharField(default="human")

    class Meta:
        """One text for each language."""

        indexes = ((("voice", "language"), True),)


class Agreed(Row):
    """That parents said "me too" to a voice."""

    voice = ForeignKeyField(Voice)
    day = DateField()
    channel = CharField(default="corner")
    number = IntegerField(default=1)


class FacesGiven(Row):
    """How it was: a face, with the pictures of what it was about; `number` is more than one when counted on paper."""

    day = DateField(index=True)
    face = CharField()
    subjects = WordsField(default=())
    language = CharField(default="")
    channel = CharField(default="corner")
    place = ForeignKeyField(Place, null=True)
    session = ForeignKeyField(Session, null=True)
    number = IntegerField(default=1)


class Poll(Versioned):
    """A choice between cards; everyone drops three dots. It is open from `opened_on` until `closed_on`."""

    question = TextField()
    place = ForeignKeyField(Place, null=True)
    opened_on = DateField(null=True)
    closed_on = DateField(null=True)


class PollCard(Row):
    """A card of a poll; `at` is its place among them."""

    poll = ForeignKeyField(Poll)
    at = IntegerField()
    picture = CharField()
    words = TextField()


class PollText(Row):
    """What a poll asks, or what a card of it says, in one language beside the Dutch."""

    poll = ForeignKeyField(Poll)
    card = ForeignKeyField(PollCard, null=True)
    language = CharField()
    words = TextField()
    state = CharField(default="human")


class Dots(Row):
    """Dots on a card: of one person in the corner (a `ballot` of at most three), or counted on a poster."""

    poll = ForeignKeyField(Poll)
    card = ForeignKeyField(PollCard)
    ballot = CharField(default="", index=True)
    day = DateField()
    channel = CharField(default="corner")
    number = IntegerField(default=1)


class Call(Row):
    """That somebody in the corner would rather tell it to a host."""

    called_at = DateTimeField()
    language = CharField(default="")
    place = ForeignKeyField(Place, null=True)
    answered_at = DateTimeField(null=True, index=True)


class Offer(Versioned):
    """Help that a parent offers; a contact only if the parent wants it, until a day."""

    voice = ForeignKeyField(Voice, null=True)
    place = ForeignKeyField(Place, null=True)
    offered_on = DateField()
    what = TextField()
    free = TextField(default="")
    languages = WordsField(default=())
    contact = TextField(default="")
    contact_until = DateField(null=True, index=True)


class OwnPhrase(Versioned):
    """A phrase of paper and corner as the house says it; `forms` are its plural forms, each on a line of its own.

    `checked_by` is the name that a speaker gave who read it.
    """

    language = CharField()
    msgid = TextField()
    context = CharField(default="")
    forms = TextField()
    state = CharField(default="human")
    checked_by = TextField(default="")
    checked_on = DateField(null=True)

    class Meta:
        """A phrase is corrected once."""

        indexes = ((("language", "msgid", "context"), True),)
