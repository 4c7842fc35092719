"""The parents' corner: faces, dots, calls for a host, voices that join and hang on the board, offers, own phrases."""

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
)


class Row(Model):
    id = AutoField()

    class Meta:
        legacy_table_names = False


class Versioned(Row):
    version = BigIntegerField(default=0)


# What was there before: only so that a foreign key can point at it


class Place(Row):
    pass


class Session(Row):
    pass


class Voice(Row):
    pass


# What is new


class VoiceText(Row):
    voice = ForeignKeyField(Voice)
    language = CharField()
    words = TextField(default="")
    answer = TextField(default="")
    state = CharField(default="human")

    class Meta:
        indexes = ((("voice", "language"), True),)


class Agreed(Row):
    voice = ForeignKeyField(Voice)
    day = DateField()
    channel = CharField(default="corner")
    number = IntegerField(default=1)


class FacesGiven(Row):
    day = DateField(index=True)
    face = CharField()
    subjects = TextField(default="")
    language = CharField(default="")
    channel = CharField(default="corner")
    place = ForeignKeyField(Place, null=True)
    session = ForeignKeyField(Session, null=True)
    number = IntegerField(default=1)


class Poll(Versioned):
    question = TextField()
    place = ForeignKeyField(Place, null=True)
    opened_on = DateField(null=True)
    closed_on = DateField(null=True)


class PollCard(Row):
    poll = ForeignKeyField(Poll)
    at = IntegerField()
    picture = CharField()
    words = TextField()


class PollText(Row):
    poll = ForeignKeyField(Poll)
    card = ForeignKeyField(PollCard, null=True)
    language = CharField()
    words = TextField()
    state = CharField(default="human")


class Dots(Row):
    poll = ForeignKeyField(Poll)
    card = ForeignKeyField(PollCard)
    ballot = CharField(default="", index=True)
    day = DateField()
    channel = CharField(default="corner")
    number = IntegerField(default=1)


class Call(Row):
    called_at = DateTimeField()
    language = CharField(default="")
    place = ForeignKeyField(Place, null=True)
    answered_at = DateTimeField(null=True, index=True)


class Offer(Versioned):
    voice = ForeignKeyField(Voice, null=True)
    place = ForeignKeyField(Place, null=True)
    offered_on = DateField()
    what = TextField()
    free = TextField(default="")
    languages = TextField(default="")
    contact = TextField(default="")
    contact_until = DateField(null=True, index=True)


class OwnPhrase(Versioned):
    language = CharField()
    msgid = TextField()
    context = CharField(default="")
    forms = TextField()
    state = CharField(default="human")
    checked_by = TextField(default="")
    checked_on = DateField(null=True)

    class Meta:
        indexes = ((("language", "msgid", "context"), True),)


OLD = (Place, Session, Voice)
NEW = (VoiceText, Agreed, FacesGiven, Poll, PollCard, PollText, Dots, Call, Offer, OwnPhrase)


def up(migrator, db):
    db.bind((*OLD, *NEW), bind_refs=False, bind_backrefs=False)
    db.create_tables(NEW)
    migrator.migrate(
        migrator.add_column("voice", "joined_id", ForeignKeyField(Voice, Voice.id, null=True)),
        migrator.add_column("voice", "pictures", TextField(default="")),
        migrator.add_column("voice", "notes", TextField(default="")),
        migrator.add_column("voice", "is_shown", BooleanField(default=False)),
        migrator.add_column("session", "is_led_by_parents", BooleanField(default=False)),
        migrator.add_column("series", "is_led_by_parents", BooleanField(default=False)),
        migrator.add_column("template", "is_led_by_parents", BooleanField(default=False)),
        migrator.add_column("house", "corner_seconds", IntegerField(default=60)),
    )
