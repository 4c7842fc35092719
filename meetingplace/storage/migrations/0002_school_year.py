"""Planning a school year: more kinds of rules, goals, templates, own days off, enrolments, calendar files."""

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


# What was there before: only so that a foreign key can point at it


class Place(Row):
    pass


class TeamMember(Row):
    pass


class Partner(Row):
    pass


class Series(Row):
    pass


class Session(Row):
    pass


class Visit(Row):
    pass


# What is new


class Away(Versioned):
    member = ForeignKeyField(TeamMember)
    first_day = DateField()
    last_day = DateField()


class Goal(Versioned):
    title = TextField()
    why = TextField(default="")
    year = IntegerField(index=True)
    functions = TextField(default="")
    principles = TextField(default="")
    aim = IntegerField(default=0)


class Template(Versioned):
    title = TextField()
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
    goal = ForeignKeyField(Goal, null=True)
    expect = TextField(default="")
    place = ForeignKeyField(Place, null=True)


class TemplateMember(Row):
    template = ForeignKeyField(Template)
    member = ForeignKeyField(TeamMember)


class TemplatePartner(Row):
    template = ForeignKeyField(Template)
    partner = ForeignKeyField(Partner)


class OwnDayOff(Versioned):
    first_day = DateField()
    last_day = DateField(index=True)
    calendar = CharField()
    name = TextField()
    is_off = BooleanField(default=True)
    source = TextField(default="")
    place = ForeignKeyField(Place, null=True)


class Enrolment(Versioned):
    session = ForeignKeyField(Session, null=True)
    series = ForeignKeyField(Series, null=True)
    first_name = TextField()
    contact = TextField(default="")
    contact_until = DateField(null=True, index=True)
    enrolled_at = DateTimeField()
    is_waiting = BooleanField(default=False)


class EnrolmentVisit(Row):
    enrolment = ForeignKeyField(Enrolment)
    visit = ForeignKeyField(Visit)


class Published(Row):
    uid = CharField(unique=True)
    session = ForeignKeyField(Session, null=True, on_delete="SET NULL")
    sequence = IntegerField(default=0)
    told = TextField(default="")
    title = TextField()
    place = ForeignKeyField(Place, null=True)
    day = DateField(index=True)
    start = TimeField()
    end = TimeField()


OLD = (Place, TeamMember, Partner, Series, Session, Visit)
NEW = (
    Away, Goal, Template, TemplateMember, TemplatePartner, OwnDayOff, Enrolment, EnrolmentVisit, Published,
)  # fmt: skip


def up(migrator, db):
    db.bind((*OLD, *NEW), bind_refs=False, bind_backrefs=False)
    db.create_tables(NEW)
    migrator.migrate(
        migrator.add_column("team_member", "weekdays", TextField(default="")),
        migrator.add_column("series", "kind", CharField(default="weekly")),
        migrator.add_column("series", "ordinals", TextField(default="")),
        migrator.add_column("series", "dates", TextField(default="")),
        migrator.add_column("series", "kept", TextField(default="")),
        migrator.add_column("series", "follows_id", ForeignKeyField(Series, Series.id, null=True)),
        migrator.add_column("session", "rule_day", DateField(null=True)),
        migrator.add_column("session", "was_day", DateField(null=True)),
        migrator.add_column("session", "was_start", TimeField(null=True)),
        migrator.add_column("own_text", "template_id", ForeignKeyField(Template, Template.id, null=True)),
    )
    db.execute_sql("UPDATE session SET rule_day = day WHERE series_id IS NOT NULL")
    for table in ("series", "session"):
        migrator.migrate(migrator.add_column(table, "goal_id", ForeignKeyField(Goal, Goal.id, null=True)))
    _goals_of_typed_texts(db)
    for table in ("series", "session"):
        migrator.migrate(migrator.drop_column(table, "goal"))


def _goals_of_typed_texts(db):
    """Make a goal of each text that was typed as one: in the school year of its first session."""
    firsts: dict[str, str] = {}
    for table, day in (("session", "day"), ("series", "first_day")):
        typed = f"SELECT goal, {day} FROM {table} WHERE goal <> '' ORDER BY {day}"  # noqa: S608
        for text, first in db.execute_sql(typed).fetchall():
            firsts[text] = min(str(first), firsts.get(text, "9999"))
    for text, first in firsts.items():
        year = int(first[:4]) - (first[5:7] < "09")
        goal = Goal.create(title=" ".join(text.split())[:120], why=text, year=year)
        for table in ("session", "series"):
            link = f"UPDATE {table} SET goal_id = {db.param} WHERE goal = {db.param}"  # noqa: S608
            db.execute_sql(link, (goal.id, text))
