"""The tables of planning, from places and team to days off. `tables` has all tables."""

from __future__ import annotations

from peewee import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    TextField,
    TimeField,
)

from meetingplace.storage.columns import Row, Versioned, WordsField
from meetingplace.storage.picture_tables import Image


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

    The PIN is kept as a salted scrypt hash; tries are counted so that waiting survives a restart. `weekdays` are
    the days on which this person usually comes (Monday is 0); none means any day.
    """

    name = TextField()
    role = CharField(default="host")
    is_paid = BooleanField(default=False)
    languages = WordsField(default=())
    weekdays = WordsField(default=())
    is_active = BooleanField(default=True)
    pin_hash = TextField(default="")
    pin_failures = IntegerField(default=0)
    pin_wait_until = DateTimeField(null=True)


class Away(Versioned):
    """Days on which a team member is not there, both included; why is nobody's business, so it is not kept."""

    member = ForeignKeyField(TeamMember)
    first_day = DateField()
    last_day = DateField()


class Partner(Versioned):
    """A local actor."""

    name = TextField()
    is_organiser = BooleanField(default=True)
    is_referral = BooleanField(default=False)
    address = TextField(default="")
    phone = TextField(default="")
    email = TextField(default="")
    stop = TextField(default="")
    hours = TextField(default="")
    price = TextField(default="")
    note = TextField(default="")
    is_active = BooleanField(default=True)
    logo = ForeignKeyField(Image, null=True)


class Goal(Versioned):
    """A goal of the action plan of one school year; `year` is the one it begins in, `aim` a number of sessions."""

    title = TextField()
    why = TextField(default="")
    year = IntegerField(index=True)
    functions = WordsField(default=())
    principles = WordsField(default=())
    aim = IntegerField(default=0)


class ActivityColumns(Versioned):
    """What a session shares with the series it came from (`domain.sessions.Activity`)."""

    title = TextField()
    place = ForeignKeyField(Place)
    start = TimeField()
    end = TimeField()
    theme = TextField(default="")
    functions = WordsField(default=())
    is_formal = BooleanField(default=False)
    is_led_by_parents = BooleanField(default=False)
    from_months = IntegerField(default=0)
    to_months = IntegerField(default=72)
    languages = WordsField(default=())
    capacity = IntegerField(default=20)
    is_walk_in = BooleanField(default=True)
    price_cents = IntegerField(default=0)
    preparation_minutes = IntegerField(default=30)
    debrief_minutes = IntegerField(default=15)
    goal = ForeignKeyField(Goal, null=True)
    expect = WordsField(default=())


class Series(ActivityColumns):
    """Sessions that repeat by a rule.

    `kind` is weekly, monthly or dates; `ordinals` say which weekdays of the month (1 to 5, or -1 for the last), `dates`
    are picked by hand, `kept` are days off on which it goes on. `follows` is the series that it was split off from.
    """

    kind = CharField(default="weekly")
    weekdays = WordsField(default=())
    ordinals = WordsField(default=())
    every = IntegerField(default=1)
    dates = WordsField(default=())
    first_day = DateField()
    last_day = DateField()
    skips = WordsField(default=())
    kept = WordsField(default=())
    follows = ForeignKeyField("self", null=True)


class Session(ActivityColumns):
    """One opening at one place.

    `rule_day` is the date of the rule that it was made for; `was_day` and `was_start` are where it stood before it was
    moved, as long as parents may still think so.
    """

    series = ForeignKeyField(Series, null=True)
    day = DateField(index=True)
    rule_day = DateField(null=True)
    was_day = DateField(null=True)
    was_start = TimeField(null=True)
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
    """A team member of a session; `was_paid` is noted when the session is closed, because it may change later."""

    session = ForeignKeyField(Session)
    member = ForeignKeyField(TeamMember)
    was_paid = BooleanField(null=True)


class SeriesPartner(Row):
    """A partner of a series."""

    series = ForeignKeyField(Series)
    partner = ForeignKeyField(Partner)


class SessionPartner(Row):
    """A partner of a session."""

    session = ForeignKeyField(Session)
    partner = ForeignKeyField(Partner)


class Template(ActivityColumns):
    """An activity with everything filled in, to plan from; its place may be gone."""

    place = ForeignKeyField(Place, null=True)


class TemplateMember(Row):
    """A team member of a template."""

    template = ForeignKeyField(Template)
    member = ForeignKeyField(TeamMember)


class TemplatePartner(Row):
    """A partner of a template."""

    template = ForeignKeyField(Template)
    partner = ForeignKeyField(Partner)


class OwnText(Row):
    """The house's own words for the flyer of a session, of a series or of what a template makes, in one language.

    `read_by` is the kind of reader (parent, colleague, translator), never a name; `ticked_by` of the team noted it.
    """

    session = ForeignKeyField(Session, null=True)
    series = ForeignKeyField(Series, null=True)
    template = ForeignKeyField(Template, null=True)
    language = CharField()
    title = TextField()
    body = TextField(default="")
    state = CharField(default="human")
    read_by = CharField(default="")
    read_on = DateField(null=True)
    ticked_by = ForeignKeyField(TeamMember, null=True)


class OwnDayOff(Versioned):
    """Days of the house's own calendar, both ends included: they complete or correct what the library says.

    `calendar` is flemish, french, public or own; `is_off` False says that these days are not off after all. `source` is
    empty when the house typed it, else the name of the calendar file that it was read from. Without a place it holds
    for the whole house.
    """

    first_day = DateField()
    last_day = DateField(index=True)
    calendar = CharField()
    name = TextField()
    is_off = BooleanField(default=True)
    source = TextField(default="")
    place = ForeignKeyField(Place, null=True)


class Published(Row):
    """An event that was handed out in a calendar file, so that the next file updates it or says that it is cancelled.

    `told` is what every file said of it, the last one last, so that whoever was told hears of it again; a session that
    was taken away leaves it behind without `session`.
    """

    uid = CharField(unique=True)
    session = ForeignKeyField(Session, null=True, on_delete="SET NULL")
    sequence = IntegerField(default=0)
    told = TextField(default="")
    title = TextField()
    place = ForeignKeyField(Place, null=True)
    day = DateField(index=True)
    start = TimeField()
    end = TimeField()
