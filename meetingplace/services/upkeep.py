"""Upkeep of a house: back-ups, the check, and the PIN that locks the window."""

from __future__ import annotations

import base64
import hashlib
import platform
import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from meetingplace import paths
from meetingplace.domain.calendar import months_later
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import backups, database, places, schema, team, upkeep as facts

SHORTEST_PIN, LONGEST_PIN = 4, 12  # digits
FREE_TRIES = 3  # wrong tries before waiting begins
LONGEST_WAIT = 15 * 60  # seconds
DAYS_BETWEEN_BACKUPS = 1
_LIBRARIES = "PySide6-Essentials peewee sqlcipher3 psycopg reportlab babel holidays weblate-fonts".split()


@dataclass(frozen=True)
class Checked:
    """What `check` found."""

    ok: bool
    problems: list[str]
    schema: str
    version: str
    is_encrypted: bool
    database: str
    python: str
    house: str
    languages: list[str]
    libraries: dict[str, str]


def check() -> Checked:
    """Look whether the bound house is whole: integrity, foreign keys, schema and version. Changes nothing."""
    problems = backups.problems()
    house = places.house()
    if schema.pending():
        problems.append("schema")
    return Checked(
        ok=not problems,
        problems=problems,
        schema=schema.version(),
        version=paths.version(),
        is_encrypted=database.is_encrypted(),
        database=database.library_version(),
        python=platform.python_version(),
        house=house.name if house else "",
        languages=sorted(folder.name for folder in (paths.translations() / "paper").glob("*") if folder.is_dir()),
        libraries={name: found for name in _LIBRARIES if (found := _version_of(name))},
    )


def _version_of(library: str) -> str:
    from importlib import metadata  # noqa: PLC0415 (the start of the program does not need it)

    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return ""  # a frozen bundle carries the libraries without their papers


def program_version() -> str:
    """Give the version of the program."""
    return paths.version()


def back_up(folder: Path | None, now: datetime, file: Path | None = None) -> Path:
    """Make a back-up of the bound house and verify it by opening it.

    Without a `file` it lies in the folder `backups` of the house, where old ones are tidied away, and those that are
    older than the rule of the house.
    Refuses DISK_FULL and FOLDER_READ_ONLY; a back-up that was there before stays.
    """
    target = file or backup_folder(folder or paths.user_data_folder()) / backups.name_of(now)
    made = backups.make(target, folder, now)
    facts.note(facts.LAST_BACKUP, now.isoformat(timespec="seconds"))
    if file is None:
        too_old = _too_old(now.date())
        backups.tidy(target.parent, too_old)
        if folder and too_old:
            backups.tidy_replaced(folder, too_old)
    return made.file


def _too_old(today: date) -> date | None:
    """Give the day of which back-ups are just young enough; None before a step of the schema, which has no rule yet."""
    house = None if schema.pending() else places.house()
    return months_later(today, -house.backup_months) if house else None


def back_up_now(folder: Path | None, now: datetime, file: Path | None = None) -> Changes:
    """Make a back-up as an act that is said on the screen."""
    made = back_up(folder, now, file)
    return Changes(Act.BACKUP_MADE, frozenset({Topic.BACKUPS}), {"file": made.name})


@dataclass(frozen=True)
class Keeping:
    """How a house is kept safe: the last verified back-up, where they lie, and whether a passphrase locks the file."""

    last_backup: datetime | None
    backups: Path | None  # the usual folder of back-ups; None when the house lies on a server
    is_encrypted: bool


def keeping(folder: Path | None) -> Keeping:
    """Say how the bound house is kept safe."""
    return Keeping(last_backup(), folder and backup_folder(folder), database.is_encrypted())


def backup_folder(folder: Path) -> Path:
    """Give the usual folder of the back-ups of a house."""
    return folder / "backups"


def backup_name(now: datetime) -> str:
    """Suggest the name of a back-up file."""
    return backups.name_of(now)


def last_backup() -> datetime | None:
    """Give when the last verified back-up was made."""
    noted = facts.fact(facts.LAST_BACKUP)
    return datetime.fromisoformat(noted) if noted else None


def back_up_if_old(folder: Path | None, now: datetime) -> Path | None:
    """Make the back-up of the day, when the last one is older than a day; an encrypted house has no plain ones."""
    key = database.bound_key()
    if folder and key:
        backups.lock_up_older(backup_folder(folder), folder, key)
    last = last_backup()
    if last and now - last < timedelta(days=DAYS_BETWEEN_BACKUPS):
        return None
    return back_up(folder, now)


def check_new_pin(typed_pin: str) -> None:
    """Refuse a new PIN that is PIN_TOO_SHORT, no number or TEXT_TOO_LONG; an empty one means that there is none."""
    if len(typed_pin) > LONGEST_PIN:
        raise Refused(Reason.TEXT_TOO_LONG, limit=LONGEST_PIN, length=len(typed_pin))
    if typed_pin and (len(typed_pin) < SHORTEST_PIN or not (typed_pin.isascii() and typed_pin.isdecimal())):
        raise Refused(Reason.PIN_TOO_SHORT, limit=SHORTEST_PIN)


def set_pin(member_id: int, typed_pin: str) -> Changes:
    """Set or, with an empty one, take away the PIN of a team member; refuses PIN_TOO_SHORT (digits only)."""
    check_new_pin(typed_pin)
    with one_act(Act.MEMBER_CHANGED, Topic.TEAM) as act:
        member = team.get(member_id)
        team.change(
            member_id, None, pin_hash=_hashed(typed_pin) if typed_pin else "", pin_failures=0, pin_wait_until=None
        )
        act.facts["name"] = member.name
    return act.changes


def check_pin(member_id: int, typed_pin: str, now: datetime) -> None:
    """Let a host back in, or refuse PIN_WRONG with the seconds to wait.

    They grow with every wrong try and survive a restart.
    """
    with database.connected():
        pin = team.pin_of(member_id)
        if not pin.hash:
            return
        if pin.wait_until and now < pin.wait_until:
            left = round((pin.wait_until - now).total_seconds())
            if left > LONGEST_WAIT:  # the clock was put back: the longest wait begins anew, instead of for years
                left = LONGEST_WAIT
                team.note_tries(member_id, pin.failures, now + timedelta(seconds=left))
            raise Refused(Reason.PIN_WRONG, seconds=left)
        if _is_right(pin.hash, typed_pin):
            team.note_tries(member_id, 0, None)
            return
        failures = pin.failures + 1
        wait = min(LONGEST_WAIT, 2 ** (failures - FREE_TRIES) * 5) if failures >= FREE_TRIES else 0
        team.note_tries(member_id, failures, now + timedelta(seconds=wait))
    raise Refused(Reason.PIN_WRONG, seconds=wait)


def is_pin_of(member_id: int, typed_pin: str) -> bool:
    """Tell whether this is the PIN of a team member; who asks counts the wrong tries."""
    stored = team.pin_of(member_id).hash
    return bool(stored) and _is_right(stored, typed_pin)


def _hashed(pin: str, salt: bytes | None = None) -> str:
    salt = salt or secrets.token_bytes(16)
    hashed = hashlib.scrypt(pin.encode(), salt=salt, n=2**15, r=8, p=1, maxmem=64 * 1024 * 1024, dklen=32)
    return f"{base64.b64encode(salt).decode()}${base64.b64encode(hashed).decode()}"


def _is_right(stored: str, typed_pin: str) -> bool:
    salt = base64.b64decode(stored.split("$")[0])
    return secrets.compare_digest(_hashed(typed_pin, salt), stored)
