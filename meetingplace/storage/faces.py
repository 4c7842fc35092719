"""Faces in the database: rows in, `domain.faces` out."""

from __future__ import annotations

from collections import Counter
from datetime import date

from peewee import fn

from meetingplace.domain.faces import Face, FacesGiven, Subject
from meetingplace.domain.voices import Channel
from meetingplace.storage import records, tables


def add(given: FacesGiven) -> int:
    """Add faces (their own id is ignored) and give their id."""
    return records.add(
        tables.FacesGiven,
        day=given.day,
        face=given.face.value,
        subjects=tuple(subject.value for subject in given.subjects),
        language=given.language,
        channel=given.channel.value,
        place=given.place_id,
        session=given.session_id,
        number=given.number,
    )


def remove(faces_id: int) -> None:
    """Remove faces; refuses NOT_FOUND."""
    records.remove(tables.FacesGiven, faces_id)


def between(first: date, last: date, place_id: int | None = None) -> list[FacesGiven]:
    """List the faces of a period, both days included; with a place, those of that place and those of no place."""
    row = tables.FacesGiven
    query = row.select().where(row.day.between(first, last)).order_by(row.day, row.id)
    if place_id is not None:
        query = query.where((row.place == place_id) | row.place.is_null())
    return [_faces(one) for one in query]


def languages() -> Counter[str]:
    """Count in which languages faces were given."""
    row = tables.FacesGiven
    query = row.select(row.language, fn.COUNT(row.id)).where(row.language != "").group_by(row.language)
    return Counter(dict(query.tuples()))


def on_paper(session_id: int) -> list[FacesGiven]:
    """List what was counted on the paper of a session."""
    row = tables.FacesGiven
    query = row.select().where((row.session == session_id) & (row.channel == Channel.PAPER.value)).order_by(row.id)
    return [_faces(one) for one in query]


def _faces(row: tables.FacesGiven) -> FacesGiven:
    return FacesGiven(
        id=row.id,
        day=row.day,
        face=Face(row.face),
        subjects=tuple(Subject(word) for word in row.subjects),
        language=row.language,
        channel=Channel(row.channel),
        place_id=row.__data__["place"],
        session_id=row.__data__["session"],
        number=row.number,
    )
