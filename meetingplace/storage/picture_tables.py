"""The tables of pictures and logos. `tables` has all tables."""

from __future__ import annotations

from peewee import DateField, ForeignKeyField, IntegerField, TextField

from meetingplace.storage.columns import BytesField, Row, Versioned


class Image(Row):
    """A picture or logo made ready, as JPEG or PNG, and small as PNG; width and height in pixels."""

    content = BytesField()
    small = BytesField()
    width = IntegerField()
    height = IntegerField()


class FlyerPicture(Versioned):
    """A picture of the house's own for its flyers; the description is in Dutch, for who cannot see it."""

    image = ForeignKeyField(Image)
    name = TextField()
    description = TextField(default="")
    added_on = DateField()
