"""All tables on one page: the schema of a house. No queries here.

What is not in these tables is never registered: no surname, address of a family, national number, origin, religion,
health, income or residence status. Every row that people edit carries a `version`: a random token that is new at each
change, so that a lost update is seen (`records.change`). Hours are local (Europe/Brussels) and without offset.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from peewee import (
    AutoField,
    BigIntegerField,
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
    TimeField,
)

from meetingplace.storage.database import database


class WordsField(TextField):  # type: ignore[misc]
    """A short ordered list of plain words (codes, keys), kept as "nl,fr"; never free text."""

    def db_value(self, value: tuple[str, ...] | None) -> str:
        """Join the words; an enum member counts as its value."""
        return ",".join(str(word.value if isinstance(word, Enum) else word) for word in value or ())

    def python_value(self, value: str | None) -> tuple[str, ...]:
        """Split into words again."""
        return tuple(value.split(",")) if value else ()


class Row(Model):  # type: ignore[misc]
    """A row of the bound database."""

    id = AutoField()

    class Meta:
        """Every table belongs to the one bound database; names are snake_case."""

        database = database
        legacy_table_names = False


class Versioned(Row):
    """A row that people edit: `version` changes at every change."""

    version = BigIntegerField(default=0)


class House(Versioned):
    """The one organisation of this database (id 1)."""

    name = TextField()
    line = TextField(default="")
    phone = TextField(default="")
    email = TextField(default="")
    mood = CharField(default="cherry")
    picture = CharField(default="fruit-cherries")
    languages = WordsField(default=("nl", "fr"))
    is_sample = BooleanField(default=False)


class Upkeep(Row):
    """Facts that the program notes about the house itself, such as the day of the last back-up."""

    key = CharField(unique=True)
    value = TextField(default="")


class Place(Versioned):
    """Where sessions are held."""

    name = TextField()
    address = TextField(default="")
    postcode = CharField(default="")
    municipality = TextField(default="")
    stop_kind = CharField(default="")
    stop = TextField(default="")
    is_mobile = BooleanField(default=False)
    capacity = IntegerField(default=20)
    minimum_hosts = IntegerField(default=2)
    level = CharField(default="pseudonym")
    languages = WordsField(default=())
    is_active = BooleanField(default=True)


class TeamMember(Versioned):
    """Who receives the parents.

    The PIN is kept as a salted scrypt hash; tries are counted so that waiting survives a restart.
    """

    name = TextField()
    role = CharField(default="host")
    is_paid = BooleanField(default=False)
    languages = WordsField(default=())
    is_active = BooleanField(default=True)
    pin_hash = TextField(default="")
    pin_failures = IntegerField(default=0)
    pin_wait_until = DateTimeField(null=True)


class Partner(Versioned):
    """A local actor."""

    name = TextField()
    is_organiser = BooleanField(default=True)
    is_referral = BooleanField(default=False)
    address = TextField(default="")
    phone = TextField(default="")
    email = TextField(default="")
    note = TextField(default="")
    is_active = BooleanField(default=True)


class ActivityColumns(Versioned):
    """What a session shares with the series it came from (`domain.sessions.Activity`)."""

    title = TextField()
    place = ForeignKeyField(Place)
    start = TimeField()
    end = TimeField()
    theme = TextField(default="")
    functions = WordsField(default=())
    is_formal = BooleanField(default=False)
    from_months = IntegerField(default=0)
    to_months = IntegerField(default=72)
    languages = WordsField(default=())
    capacity = IntegerField(default=20)
    is_walk_in = BooleanField(default=True)
    price_cents = IntegerField(default=0)
    preparation_minutes = IntegerField(default=30)
    debrief_minutes = IntegerField(default=15)
    goal = TextField(default="")
    expect = WordsField(default=())


class Series(ActivityColumns):
    """Sessions that repeat by a rule."""

    weekdays = WordsField(default=())
    every = IntegerField(default=1)
    first_day = DateField()
    last_day = DateField()
    skips = WordsField(default=())


class Session(ActivityColumns):
    """One opening at one place."""

    series = ForeignKeyField(Series, null=True)
    day = DateField(index=True)
    state = CharField(default="planned")
    reason = TextField(default="")
    remark = TextField(default="")
    is_full = BooleanField(default=False)
    turned_away = IntegerField(default=0)
    closed_at = DateTimeField(null=True)

    class Meta:
        """The regulars of a place and the week of a place are looked up by place and day."""

        indexes = ((("place", "day"), False),)


class SeriesMember(Row):
    """A team member of a series."""

    series = ForeignKeyField(Series)
    member = ForeignKeyField(TeamMember)


class SessionMember(Row):
    """A team member of a session."""

    session = ForeignKeyField(Session)
    member = ForeignKeyField(TeamMember)


class SeriesPartner(Row):
    """A partner of a series."""

    series = ForeignKeyField(Series)
    partner = ForeignKeyField(Partner)


class SessionPartner(Row):
    """A partner of a session."""

    session = ForeignKeyField(Session)
    partner = ForeignKeyField(Partner)


class OwnText(Row):
    """The house's own words for the flyer of a session or of a series, in one language."""

    session = ForeignKeyField(Session, null=True)
    series = ForeignKeyField(Series, null=True)
    language = CharField()
    title = TextField()
    body = TextField(default="")
    state = CharField(default="human")


class Family(Versioned):
    """A family under a pseudonym; `folded` is what search looks through."""

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
    """One arrival; `adults` holds a relation for each adult."""

    session = ForeignKeyField(Session)
    family = ForeignKeyField(Family, null=True, index=False)
    arrived = DateTimeField(index=True)
    left = DateTimeField(null=True)
    adults = WordsField(default=())
    group = TextField(default="")
    languages = WordsField(default=())
    is_new = BooleanField(default=False)

    class Meta:
        """A family has one visit a session: two desks that tap it at the same moment make no double.

        The last visit of a family is looked up by family and arrival.
        """

        indexes = ((("session", "family"), True), (("family", "arrived"), False))


class VisitChild(Row):
    """A child at a visit with its age then, in completed months."""

    visit = ForeignKeyField(Visit)
    child = ForeignKeyField(Child, null=True)
    months = IntegerField(null=True)
    is_sibling = BooleanField(default=False)


class Tally(Versioned):
    """People counted without names at a session."""

    session = ForeignKeyField(Session)
    what = CharField()
    key = CharField()
    number = IntegerField(default=0)

    class Meta:
        """One counter for each category of a session."""

        indexes = ((("session", "what", "key"), True),)


class Voice(Versioned):
    """What a parent told us, and what became of it."""

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


class VoiceSession(Row):
    """A session that came from a voice."""

    voice = ForeignKeyField(Voice)
    session = ForeignKeyField(Session)


class Flyer(Row):
    """That a flyer was printed, saved or shared, so that Today can say which is missing or out of date."""

    session = ForeignKeyField(Session, null=True)
    series = ForeignKeyField(Series, null=True)
    layout = CharField()
    languages = WordsField(default=())
    made_at = DateTimeField()
    of_version = BigIntegerField(default=0)


TABLES: tuple[type[Row], ...] = (
    House, Upkeep, Place, TeamMember, Partner, Series, Session, SeriesMember, SessionMember, SeriesPartner,
    SessionPartner, OwnText, Family, Child, FamilyChild, Visit, VisitChild, Tally, Voice, VoiceSession, Flyer,
)  # fmt: skip


def values_of(row: Row) -> dict[str, Any]:
    """Give the columns of a row as plain values, foreign keys as numbers, by field name."""
    return dict(row.__data__)
