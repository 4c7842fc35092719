"""The steps of the schema: they lead to the tables of the program, on every backend, each step whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from meetingplace.domain.families import Child
from meetingplace.domain.flyer_pictures import ReadyPicture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import FlyerMade, OwnText
from meetingplace.storage import database, families, flyer_pictures, partners, places, schema, sessions, tables, visits
from tests.makers import DAY, make_family, make_place, make_session
from tests.snapshots import whole_house

SERVER = os.environ.get("MEETINGPLACE_TEST_POSTGRES", "")
NO_SERVER = pytest.mark.skipif(not SERVER, reason="no PostgreSQL: MEETINGPLACE_TEST_POSTGRES is not set (see .ci/run)")
HISTORY = "schema_migration"

Bind = Callable[[str], None]


@pytest.fixture(params=["sqlite", "sqlcipher", pytest.param("postgres", marks=NO_SERVER)])
def bind(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bind]:
    """Bind an empty database by a name, the same one for the same name."""
    if request.param == "postgres":
        yield from _servers()
        return
    key = bytes(range(32)) if request.param == "sqlcipher" else None
    yield lambda name: database.bind_file(tmp_path / f"{name}.db", key)
    database.hang_up()


def _servers() -> Iterator[Bind]:
    import psycopg

    made: dict[str, str] = {}
    with psycopg.connect(SERVER, autocommit=True) as server:

        def bind_database(name: str) -> None:
            if name not in made:
                made[name] = f"meetingplace_{name}_{secrets.token_hex(6)}"
                server.execute(f'CREATE DATABASE "{made[name]}"')
            database.bind_server(urlunsplit(urlsplit(SERVER)._replace(path=f"/{made[name]}")))

        yield bind_database
        database.hang_up()
        for unique in made.values():
            server.execute(f'DROP DATABASE "{unique}" WITH (FORCE)')


def _rows(sql: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in database.database.execute_sql(sql).fetchall()]


def _schema() -> dict[str, list[tuple[object, ...]]]:
    """Read the whole schema as the database itself tells it: columns, types, indexes, keys; in no order of columns."""
    with database.connected():
        if not database.is_bound_to_server():
            return _schema_of_file()
        columns = _rows(
            "SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, "
            "column_default FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2"
        )
        indexes = _rows("SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 2")
        keys = _rows(
            "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint "
            "WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2"
        )
        every = {"columns": columns, "indexes": indexes, "keys": keys}
        return {name: [row for row in rows if row[0] != HISTORY] for name, rows in every.items()}


def _schema_of_file() -> dict[str, list[tuple[object, ...]]]:
    found = _rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    names = [str(name) for (name,) in found if name not in (HISTORY, "sqlite_sequence")]
    columns: list[tuple[object, ...]] = []
    keys: list[tuple[object, ...]] = []
    for table in names:
        told = sorted(_rows(f"PRAGMA table_info('{table}')"), key=lambda row: str(row[1]))
        columns += [(table, *row[1:]) for row in told]  # name, type, not null, default, primary key
        keys += sorted((table, *map(str, row[2:])) for row in _rows(f"PRAGMA foreign_key_list('{table}')"))
    indexes = _rows("SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name")
    return {"columns": columns, "indexes": [row for row in indexes if row[0] in names], "keys": keys}


def _refused(work: Callable[[], object]) -> Reason:
    with pytest.raises(Refused) as refused, database.connected():
        work()
    return refused.value.reason


def test_the_steps_lead_to_the_tables_of_the_program(bind: Bind) -> None:
    bind("made")
    with database.connected():
        database.database.create_tables(tables.TABLES)
    made = _schema()
    bind("migrated")
    steps = schema.migrate()
    assert steps == sorted(schema.known())
    assert _schema() == made
    named = {cell for rows in made.values() for row in rows for cell in row[:2]}
    assert {table._meta.table_name for table in tables.TABLES} <= named  # the question itself finds something


def test_a_house_that_a_newer_program_migrated_is_refused_and_left_alone(bind: Bind) -> None:
    bind("newer")
    schema.migrate()
    with database.connected():
        make_place()
        before = whole_house()
        database.database.execute_sql(
            f"INSERT INTO {HISTORY} (name, applied) VALUES ('9999_of_tomorrow', '2030-01-01 00:00:00')"
        )
    assert _refused(schema.pending) is Reason.FILE_NEWER
    assert _refused(schema.migrate) is Reason.FILE_NEWER
    with database.connected():
        assert whole_house() == before


def test_an_empty_database_has_every_step_before_it_and_then_none(bind: Bind) -> None:
    bind("empty")
    with database.connected():
        assert schema.version() == ""
        assert schema.pending() == sorted(schema.known())
    schema.migrate()
    with database.connected():
        assert schema.version() == max(schema.known())
        assert schema.pending() == []


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the steps, to put others beside them."""
    folder = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, folder)
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    return folder


def _note_as_before(session: int, family: int, children: list[int]) -> None:
    """Write a visit as the program did before that step: marked as new, each child noted as five months old."""
    execute, param = database.database.execute_sql, database.database.param
    columns = 'session_id, family_id, arrived, adults, "group", languages, by_family, is_new, version'
    values = f"{session}, {family}, '2026-10-20 09:40', '', '', '', {param}, {param}, 1"
    came = f"INSERT INTO visit ({columns}) VALUES ({values})"
    execute(came, (False, True))
    visit = max(id for (id,) in execute("SELECT id FROM visit").fetchall())
    for child in children:
        columns = "visit_id, child_id, months, is_sibling"
        execute(f"INSERT INTO visit_child ({columns}) VALUES ({visit}, {child}, 5, {param})", (False,))


def test_what_was_noted_of_first_visits_and_ages_is_told_by_visits_and_birth_months(bind: Bind, steps: Path) -> None:
    bind("counting")
    step = steps / "0004_counting.py"
    of_today = step.read_text()
    step.unlink()
    schema.migrate()
    with database.connected():
        place, family = make_place(), make_family(born=[(2025, 3)])
        forgotten = families.add_child(family, Child(0))  # nothing but the note tells how old it was
        for session in (make_session(place, DAY - timedelta(days=7)), make_session(place)):
            _note_as_before(session, family, [families.get(family).children[0].id, forgotten])
    step.write_text(of_today)
    assert schema.migrate() == ["0004_counting"]
    with database.connected():
        (first,), (second,) = visits.of_session(1), visits.of_session(2)
        assert [visit.is_new for visit in (first, second)] == [True, False]
        assert [[one.months for one in visit.children] for visit in (first, second)] == [[19, 5], [19, 5]]


def test_a_house_of_before_pictures_keeps_its_flyers_texts_and_partners(bind: Bind, steps: Path) -> None:
    bind("pictures")
    step = steps / "0006_flyers.py"
    of_today = step.read_text()
    step.unlink()
    schema.migrate()
    execute = database.database.execute_sql
    with database.connected():
        _write_as_before_pictures(execute, database.database.param)
    step.write_text(of_today)
    assert schema.migrate() == ["0006_flyers"]
    with database.connected():
        assert (partners.get(1).name, partners.get(1).logo) == ("Bibliotheek", None)
        assert sessions.get_series(1).activity.texts == (OwnText("ar", "قهوة", "معًا", "machine"),)
        made = FlyerMade(datetime(2026, 10, 20, 8), "one-language", ("nl", "ar"), 7, series_id=1)
        assert sessions.latest_flyers(9) == [made]
        house = places.house()
        assert house
        assert (house.name, house.logo) == ("De Kersenpit", None)
        picture = flyer_pictures.add(ReadyPicture(b"\x00\xff", b"", 2, 1), "Tuin", "", DAY)
        assert flyer_pictures.content_of(picture) == b"\x00\xff"


def _write_as_before_pictures(execute: Callable[..., object], param: str) -> None:
    """Write a house as the program did before that step: a partner, a series with words of its own, and its flyer."""
    rows: list[tuple[str, dict[str, object]]] = [
        ("house", {"name": "De Kersenpit", "line": "", "phone": "", "email": "", "mood": "park", "version": 1,
                   "picture": "star", "languages": "nl", "is_sample": False, "has_sign_in": False,
                   "backup_months": 12, "corner_seconds": 60}),
        ("partner", {"name": "Bibliotheek", "is_organiser": True, "is_referral": False, "address": "", "phone": "",
                     "email": "", "stop": "", "hours": "", "price": "", "note": "", "is_active": True, "version": 1}),
        ("series", {"title": "Koffie", "place_id": 1, "start": "09:30:00", "end": "12:00:00", "theme": "",
                    "functions": "", "is_formal": False, "is_led_by_parents": False, "from_months": 0, "to_months": 72,
                    "languages": "", "capacity": 20, "is_walk_in": True, "price_cents": 0, "preparation_minutes": 0,
                    "debrief_minutes": 0, "expect": "", "kind": "weekly", "weekdays": "1", "ordinals": "", "every": 1,
                    "dates": "", "first_day": "2026-09-01", "last_day": "2026-12-01", "skips": "", "kept": "",
                    "version": 7}),
        ("own_text", {"series_id": 1, "language": "ar", "title": "قهوة", "body": "معًا", "state": "machine"}),
        ("flyer", {"series_id": 1, "layout": "one-language", "languages": "nl,ar", "made_at": "2026-10-20 08:00:00",
                   "of_version": 7}),
    ]  # fmt: skip
    make_place()
    for table, values in rows:
        columns = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join([param] * len(values))
        execute(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', tuple(values.values()))


def test_a_step_that_fails_leaves_nothing_and_may_be_taken_again(bind: Bind, steps: Path) -> None:
    bind("failing")
    schema.migrate()
    with database.connected():
        make_place("Kuregem")
    before = _schema()
    step = steps / "9000_next.py"
    doing = "def up(migrator, db):\n    db.execute_sql('CREATE TABLE next (id INTEGER)')\n"
    step.write_text(doing + "    db.execute_sql('UPDATE place SET name = 1')\n    raise ValueError('power cut')\n")
    with pytest.raises(ValueError, match="power cut"):
        schema.migrate()
    assert _schema() == before
    with database.connected():
        assert schema.pending() == ["9000_next"]
        assert [place.name for place in places.listed()] == ["Kuregem"]
    step.write_text(doing)
    assert schema.migrate() == ["9000_next"]
    assert _schema() != before
    with database.connected():
        assert [place.name for place in places.listed()] == ["Kuregem"]
