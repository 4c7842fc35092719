"""The first schema: frozen, so that later changes of the tables never change the past."""

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


class Row(Model):
    id = AutoField()

    class Meta:
        legacy_table_names = False


class Versioned(Row):
    version = BigIntegerField(default=0)


class House(Versioned):
    name = TextField()
    line = TextField(default="")
    phone = TextField(default="")
    email = TextField(default="")
    mood = CharField(default="cherry")
    picture = CharField(default="fruit-cherries")
    languages = TextField(default="nl,fr")
    is_sample = BooleanField(default=False)


class Upkeep(Row):
    key = CharField(unique=True)
    value = TextField(default="")


class Place(Versioned):
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
    languages = TextField(default="")
    is_active = BooleanField(default=True)


class TeamMember(Versioned):
    name = TextField()
    role = CharField(default="host")
    is_paid = BooleanField(default=False)
    languages = TextField(default="")
    is_active = BooleanField(default=True)
    pin_hash = TextField(default="")
    pin_failures = IntegerField(default=0)
    pin_wait_until = DateTimeField(null=True)


class Partner(Versioned):
    name = TextField()
    is_organiser = BooleanField(default=True)
    is_referral = BooleanField(default=False)
    address = TextField(default="")
    phone = TextField(default="")
    email = TextField(default="")
    note = TextField(default="")
    is_active = BooleanField(default=True)


class ActivityColumns(Versioned):
    title = TextField()
    place = ForeignKeyField(Place)
    start = TimeField()
    end = TimeField()
    theme = TextField(default="")
    functions = TextField(default="")
    is_formal = BooleanField(default=False)
    from_months = IntegerField(default=0)
    to_months = IntegerField(default=72)
    languages = TextField(default="")
    capacity = IntegerField(default=20)
    is_walk_in = BooleanField(default=True)
    price_cents = IntegerField(default=0)
    preparation_minutes = IntegerField(default=30)
    debrief_minutes = IntegerField(default=15)
    goal = TextField(default="")
    expect = TextField(default="")


class Series(ActivityColumns):
    weekdays = TextField(default="")
    every = IntegerField(default=1)
    first_day = DateField()
    last_day = DateField()
    skips = TextField(default="")


class Session(ActivityColumns):
    series = ForeignKeyField(Series, null=True)
    day = DateField(index=True)
    state = CharField(default="planned")
    reason = TextField(default="")
    remark = TextField(default="")
    is_full = BooleanField(default=False)
    turned_away = IntegerField(default=0)
    closed_at = DateTimeField(null=True)

    class Meta:
        indexes = ((("place", "day"), False),)


class SeriesMember(Row):
    series = ForeignKeyField(Series)
    member = ForeignKeyField(TeamMember)


class SessionMember(Row):
    session = ForeignKeyField(Session)
    member = ForeignKeyField(TeamMember)


class SeriesPartner(Row):
    series = ForeignKeyField(Series)
    partner = ForeignKeyField(Partner)


class SessionPartner(Row):
    session = ForeignKeyField(Session)
    partner = ForeignKeyField(Partner)


class OwnText(Row):
    session = ForeignKeyField(Session, null=True)
    series = ForeignKeyField(Series, null=True)
    language = CharField()
    title = TextField()
    body = TextField(default="")
    state = CharField(default="human")


class Family(Versioned):
    nickname = TextField()
    picture = CharField()
    picture_colour = IntegerField()
    languages = TextField(default="")
    postcode = CharField(default="")
    municipality = TextField(default="")
    first_seen = DateField(null=True, index=True)
    how_heard = CharField(default="")
    brought_by = TextField(default="")
    folded = TextField(default="")


class Child(Versioned):
    nickname = TextField(default="")
    birth_year = IntegerField(null=True)
    birth_month = IntegerField(null=True)


class FamilyChild(Row):
    family = ForeignKeyField(Family)
    child = ForeignKeyField(Child)

    class Meta:
        indexes = ((("family", "child"), True),)


class Visit(Versioned):
    session = ForeignKeyField(Session)
    family = ForeignKeyField(Family, null=True, index=False)
    arrived = DateTimeField(index=True)
    left = DateTimeField(null=True)
    adults = TextField(default="")
    group = TextField(default="")
    languages = TextField(default="")
    is_new = BooleanField(default=False)

    class Meta:
        indexes = ((("session", "family"), True), (("family", "arrived"), False))


class VisitChild(Row):
    visit = ForeignKeyField(Visit)
    child = ForeignKeyField(Child, null=True)
    months = IntegerField(null=True)
    is_sibling = BooleanField(default=False)


class Tally(Versioned):
    session = ForeignKeyField(Session)
    what = CharField()
    key = CharField()
    number = IntegerField(default=0)

    class Meta:
        indexes = ((("session", "what", "key"), True),)


class Voice(Versioned):
    heard_on = DateField(index=True)
    words = TextField()
    language = CharField(default="nl")
    channel = CharField(default="conversation")
    kind = CharField(default="wish")
    translation = TextField(default="")
    translation_state = CharField(default="")
    theme = TextField(default="")
    functions = TextField(default="")
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
    voice = ForeignKeyField(Voice)
    session = ForeignKeyField(Session)


class Flyer(Row):
    session = ForeignKeyField(Session, null=True)
    series = ForeignKeyField(Series, null=True)
    layout = CharField()
    languages = TextField(default="")
    made_at = DateTimeField()
    of_version = BigIntegerField(default=0)


TABLES = (
    House, Upkeep, Place, TeamMember, Partner, Series, Session, SeriesMember, SessionMember, SeriesPartner,
    SessionPartner, OwnText, Family, Child, FamilyChild, Visit, VisitChild, Tally, Voice, VoiceSession, Flyer,
)  # fmt: skip


def up(migrator, db):
    db.bind(TABLES, bind_refs=False, bind_backrefs=False)
    db.create_tables(TABLES)
