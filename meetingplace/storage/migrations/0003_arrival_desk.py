"""The arrival desk: signals without a person, contacts kept apart, forgotten families, paper lists to type in."""

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


class TeamMember(Row):
    pass


class Partner(Row):
    pass


class Session(Row):
    pass


class Family(Row):
    pass


# What is new


class Contact(Versioned):
    family = ForeignKeyField(Family, unique=True)
    words = TextField()
    until = DateField(index=True)


class NotSame(Row):
    family = ForeignKeyField(Family)
    other = ForeignKeyField(Family)

    class Meta:
        indexes = ((("family", "other"), True),)


class Signal(Versioned):
    session = ForeignKeyField(Session)
    situation = CharField()
    theme = TextField(default="")
    done = TextField(default="")
    partner = ForeignKeyField(Partner, null=True)


class PaperList(Versioned):
    session = ForeignKeyField(Session)
    kind = CharField()
    printed_at = DateTimeField()
    done_at = DateTimeField(null=True, index=True)


OLD = (TeamMember, Partner, Session, Family)
NEW = (Contact, NotSame, Signal, PaperList)


def up(migrator, db):
    db.bind((*OLD, *NEW), bind_refs=False, bind_backrefs=False)
    db.create_tables(NEW)
    writer = ForeignKeyField(TeamMember, TeamMember.id, null=True, index=False)
    migrator.migrate(
        migrator.add_column("family", "forgotten_on", DateField(null=True)),
        migrator.add_column("visit", "written_by_id", writer),
        migrator.add_column("visit", "by_family", BooleanField(default=False)),
        migrator.add_column("session_member", "was_paid", BooleanField(null=True)),
        migrator.add_column("partner", "stop", TextField(default="")),
        migrator.add_column("partner", "hours", TextField(default="")),
        migrator.add_column("partner", "price", TextField(default="")),
        migrator.add_column("house", "has_sign_in", BooleanField(default=False)),
        migrator.add_column("house", "backup_months", IntegerField(default=12)),
    )
