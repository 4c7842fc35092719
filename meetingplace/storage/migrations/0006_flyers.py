"""Flyers: pictures and logos of the house's own, who read its words, how a flyer looked when it was made."""

from peewee import (
    AutoField,
    BigIntegerField,
    BlobField,
    BooleanField,
    CharField,
    DateField,
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


class TeamMember(Row):
    pass


# What is new


class Image(Row):
    content = BlobField()
    small = BlobField()
    width = IntegerField()
    height = IntegerField()


class FlyerPicture(Versioned):
    image = ForeignKeyField(Image)
    name = TextField()
    description = TextField(default="")
    added_on = DateField()


OLD = (Place, TeamMember)
NEW = (Image, FlyerPicture)


def up(migrator, db):
    db.bind((*OLD, *NEW), bind_refs=False, bind_backrefs=False)
    db.create_tables(NEW)
    migrator.migrate(
        migrator.add_column("house", "logo_id", ForeignKeyField(Image, Image.id, null=True)),
        migrator.add_column("partner", "logo_id", ForeignKeyField(Image, Image.id, null=True)),
        migrator.add_column("own_text", "read_by", CharField(default="")),
        migrator.add_column("own_text", "read_on", DateField(null=True)),
        migrator.add_column("own_text", "ticked_by_id", ForeignKeyField(TeamMember, TeamMember.id, null=True)),
        migrator.add_column("flyer", "paper", CharField(default="a4")),
        migrator.add_column("flyer", "mood", CharField(default="")),
        migrator.add_column("flyer", "is_grey", BooleanField(default=False)),
        migrator.add_column("flyer", "picture_id", ForeignKeyField(FlyerPicture, FlyerPicture.id, null=True)),
        migrator.add_column("flyer", "month", DateField(null=True)),
        migrator.add_column("flyer", "place_id", ForeignKeyField(Place, Place.id, null=True)),
    )
