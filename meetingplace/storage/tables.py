"""All tables: the schema of a house. No queries here.

Those of planning and of participation have pages of their own (`planning_tables`, `voice_tables`).

What is not in these tables is never registered: no surname, address of a family, national number, origin, religion,
health, income or residence status. Every row that people edit carries a `version`: a random token that is new at each
change, so that a lost update is seen (`records.change`). Hours are local (Europe/Brussels) and without offset.
"""

from __future__ import annotations

from typing import Any

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    TextField,
)

from meetingplace.storage.columns import Row as Row, Versioned as Versioned, WordsField
from meetingplace.storage.picture_tables import FlyerPicture as FlyerPicture, Image as Image
from meetingplace.storage.planning_tables import (
    ActivityColumns as ActivityColumns,
    Away as Away,
    Goal as Goal,
    OwnDayOff as OwnDayOff,
    OwnText as OwnText,
    Partner as Partner,
    Place as Place,
    Published as Published,
    Series as Series,
    SeriesMember as SeriesMember,
    SeriesPartner as SeriesPartner,
    Session as Session,
    SessionMember as SessionMember,
    SessionPartner as SessionPartner,
    TeamMember as TeamMember,
    Template as Template,
    TemplateMember as TemplateMember,
    TemplatePartner as TemplatePartner,
)
from meetingplace.storage.voice_tables import (
    Agreed as Agreed,
    Call as Call,
    Dots as Dots,
    FacesGiven as FacesGiven,
    Offer as Offer,
    OwnPhrase as OwnPhrase,
    Poll as Poll,
    PollCard as PollCard,
    PollText as PollText,
    Voice as Voice,
    VoiceSession as VoiceSession,
    VoiceText as VoiceText,
)


class House(Versioned):
    """The one organisation of this database (id 1).

    `has_sign_in`: parents may sign in themselves; `backup_months`: a back-up older than this is taken away;
    after `corner_seconds` without a touch the parents' corner begins anew.
    """

    name = TextField()
    line = TextField(default="")
    phone = TextField(default="")
    email = TextField(default="")
    mood = CharField(default="cherry")
    picture = CharField(default="fruit-cherries")
    languages = WordsField(default=("nl", "fr"))
    is_sample = BooleanField(default=False)
    has_sign_in = BooleanField(default=False)
    backup_months = IntegerField(default=12)
    corner_seconds = IntegerField(default=60)
    logo = ForeignKeyField(Image, null=True)


class Upkeep(Row):
    """Facts that the program notes about the house itself, such as the day of the last back-up."""

    key = CharField(unique=True)
    value = TextField(default="")


class Family(Versioned):
    """A family under a pseudonym; `folded` is what search looks through.

    Of a forgotten family only the number and the day it was first seen are left, so that the figures stay.
    """

    nickname = TextField()
    picture = CharField()
    picture_colour = IntegerField()
    languages = WordsField(default=())
    postcode = CharField(default="")
    municipality = TextField(default="")
    first_seen = DateField(null=True, index=True)
    how_heard = CharField(default="")
    brought_by = TextField(default="")
    folded = TextField(default="")
    forgotten_on = DateField(null=True)


class Contact(Versioned):
    """How a family that asked for it can be reached, apart from everything else and until a day (level C)."""

    family = ForeignKeyField(Family, unique=True)
    words = TextField()
    until = DateField(index=True)


class NotSame(Row):
    """Two families that look alike and were said to be two; `family` has the lower number."""

    family = ForeignKeyField(Family)
    other = ForeignKeyField(Family)

    class Meta:
        """A pair is noted once."""

        indexes = ((("family", "other"), True),)


class Child(Versioned):
    """A child: perhaps a nickname, perhaps a birth month."""

    nickname = TextField(default="")
    birth_year = IntegerField(null=True)
    birth_month = IntegerField(null=True)


class FamilyChild(Row):
    """A child belongs to one family or to several."""

    family = ForeignKeyField(Family)
    child = ForeignKeyField(Child)

    class Meta:
        """A child stands in a family once."""

        indexes = ((("family", "child"), True),)


class Visit(Versioned):
    """One arrival; `adults` holds a relation for each adult.

    `written_by` is the host who wrote it down; `by_family`: the family signed in itself.
    """

    session = ForeignKeyField(Session)
    family = ForeignKeyField(Family, null=True, index=False)
    arrived = DateTimeField(index=True)
    left = DateTimeField(null=True)
    adults = WordsField(default=())
    group = TextField(default="")
    languages = WordsField(default=())
    written_by = ForeignKeyField(TeamMember, null=True, index=False)
    by_family = BooleanField(default=False)

    class Meta:
        """A family has one visit a session: two desks that tap it at the same moment make no double.

        The last visit of a family is looked up by family and arrival.
        """

        indexes = ((("session", "family"), True), (("family", "arrived"), False))


class VisitChild(Row):
    """A child at a visit; `months` is its age then where no birth month tells it: it is unnamed, or forgotten."""

    visit = ForeignKeyField(Visit)
    child = ForeignKeyField(Child, null=True)
    months = IntegerField(null=True)
    is_sibling = BooleanField(default=False)


class Enrolment(Versioned):
    """A first name on the list of a session or of a series; a contact only if the parent wants it, until a day."""

    session = ForeignKeyField(Session, null=True)
    series = ForeignKeyField(Series, null=True)
    first_name = TextField()
    contact = TextField(default="")
    contact_until = DateField(null=True, index=True)
    enrolled_at = DateTimeField()
    is_waiting = BooleanField(default=False)


class EnrolmentVisit(Row):
    """That somebody of the list came: ticked at the desk, counted as a visit without a family."""

    enrolment = ForeignKeyField(Enrolment)
    visit = ForeignKeyField(Visit)


class Tally(Versioned):
    """People counted without names at a session."""

    counter = "number"
    session = ForeignKeyField(Session)
    what = CharField()
    key = CharField()
    number = IntegerField(default=0)

    class Meta:
        """One counter for each category of a session."""

        indexes = ((("session", "what", "key"), True),)


class Signal(Versioned):
    """A worry seen in a session, without any person: on the continuum, about what, and what was done."""

    session = ForeignKeyField(Session)
    situation = CharField()
    theme = TextField(default="")
    done = WordsField(default=())
    partner = ForeignKeyField(Partner, null=True)


class PaperList(Versioned):
    """That a list of a session was printed; `done_at` is when it was typed in, or laid aside unused."""

    session = ForeignKeyField(Session)
    kind = CharField()
    printed_at = DateTimeField()
    done_at = DateTimeField(null=True, index=True)


class Flyer(Row):
    """That a flyer was printed, saved or shared, so that Today can say which is missing or out of date.

    It is of a session, of a series, or of a month (its first day; perhaps of one place only). How it looked is kept,
    so that it can be made again; what its picture showed is not.
    """

    session = ForeignKeyField(Session, null=True)
    series = ForeignKeyField(Series, null=True)
    layout = CharField()
    languages = WordsField(default=())
    made_at = DateTimeField()
    of_version = BigIntegerField(default=0)
    paper = CharField(default="a4")
    mood = CharField(default="")
    is_grey = BooleanField(default=False)
    picture = ForeignKeyField(FlyerPicture, null=True)
    month = DateField(null=True)
    place = ForeignKeyField(Place, null=True)


TABLES: tuple[type[Row], ...] = (
    Image, FlyerPicture, House, Upkeep, Place, TeamMember, Away, Partner, Goal, Series, Session, SeriesMember,
    SessionMember, SeriesPartner, SessionPartner, Template, TemplateMember, TemplatePartner, OwnText, Family,
    Contact, NotSame, Child, FamilyChild, Visit, VisitChild, OwnDayOff, Enrolment, EnrolmentVisit, Tally, Signal,
    PaperList, Published, Flyer, Voice, VoiceSession, VoiceText, Agreed, FacesGiven, Poll, PollCard, PollText, Dots,
    Call, Offer, OwnPhrase,
)  # fmt: skip


def values_of(row: Row) -> dict[str, Any]:
    """Give the columns of a row as plain values, foreign keys as numbers, by field name."""
    return dict(row.__data__)
