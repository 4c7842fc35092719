"""From nothing to an open house, in named steps, before any screen.

The steps: folder, lock, passphrase, open, quick-check after a crash, back-up, migrate.

The window and the command line go through the same steps; each may be refused with a reason. No Qt here, and no text.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from meetingplace import paths, settings
from meetingplace.domain import typed_text
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services import contacts, enrolments, forgetting, offers, own_phrases, upkeep
from meetingplace.services.open_house import OpenHouse as OpenHouse
from meetingplace.services.sample_house import house as sample_house
from meetingplace.services.sample_house.source import SampleSize
from meetingplace.storage import (
    backups,
    database,
    families,
    house_lock,
    keys,
    places,
    schema,
    team,
    upkeep as stored_upkeep,
)
from meetingplace.storage.backups import (
    HOUSE_FILE,
    REPLACED,
    Preview as Preview,  # what the callers of preview_restore are given
)

SAMPLE_FOLDER = "sample-house"


class State(Enum):
    """What lies at an address before it is opened."""

    NEW = "new"
    PLAIN = "plain"
    ENCRYPTED = "encrypted"
    SERVER = "server"


@dataclass(frozen=True)
class NewHouse:
    """What the first run asks: the house with its first place, the host who sits here, and a passphrase or none."""

    name: str
    place: str
    host: str
    pin: str = ""
    passphrase: str = ""
    language: str = "nl"
    recovery_words: tuple[str, ...] = ()  # drawn before, when the sheet was printed first


def usual_folder() -> Path:
    """Give the folder of the house of this PC: the one of the settings, else the usual one."""
    address = settings.load(paths.user_settings_file()).settings.address
    return Path(address) if address and not database.is_server(address) else first_folder()


def usual_address() -> str:
    """Give the address of the house of this PC: a server or a folder."""
    return settings.load(paths.user_settings_file()).settings.address or str(usual_folder())


def first_folder() -> Path:
    """Give the folder in which the house of a new PC lies."""
    return paths.user_data_folder() / "house"


def another_folder() -> Path:
    """Give a folder beside the first one in which no house lies yet."""
    first = first_folder()
    others = (first.with_name(f"{first.name}-{number}") for number in range(2, 1_000))
    return next(folder for folder in others if not folder.exists())


def is_folder(address: str) -> bool:
    """Tell whether an address is a folder on this PC, not a server."""
    return not database.is_server(address)


def shown_address(address: str) -> str:
    """Give an address as it may be shown: without a password, which stands before the @ or among the options."""
    return address if is_folder(address) else address.rpartition("@")[2].rpartition("//")[2].partition("?")[0]


def state_of(address: str) -> State:
    """Say what lies at an address; refuses KEY_FILE_MISSING for an encrypted house without its key file."""
    if database.is_server(address):
        return State.SERVER
    folder = Path(address)
    with database.refusing():
        if not (folder / HOUSE_FILE).exists():
            return State.NEW
        with (folder / HOUSE_FILE).open("rb") as file:
            begin = file.read(16)
    if begin == b"SQLite format 3\x00":
        return State.PLAIN
    if len(begin) == 16 and (folder / keys.KEY_FILE).exists():
        return State.ENCRYPTED
    raise Refused(Reason.KEY_FILE_MISSING if len(begin) == 16 else Reason.FILE_BROKEN, file=HOUSE_FILE)


def open_house(
    address: str,
    passphrase: Callable[[], str] | None = None,
    takes_lock: bool = True,
    breaks_lock: bool = False,
    now: datetime | None = None,
) -> OpenHouse:
    """Open the house at an address and bring it up to date.

    `passphrase` is asked only for an encrypted house; the words of the recovery sheet open it too. After a crash the
    whole file is looked through first; else that is left to the back-up of every day, which reads it all. Refuses
    FILE_MISSING, NO_HOUSE_YET (on a server, where nothing is written then), HOUSE_OPEN_ELSEWHERE, PASSPHRASE_NEEDED,
    PASSPHRASE_WRONG, KEY_FILE_…, FILE_BROKEN, FILE_NEWER, FOLDER_READ_ONLY, SERVER_….
    """
    state = state_of(address)
    if state is State.SERVER:
        database.bind_server(address)
        with database.connected():
            if not schema.version():
                raise Refused(Reason.NO_HOUSE_YET)
        _bring_up_to_date(None, now or datetime.now())
        with database.connected():
            if places.house() is None:  # whoever began to set it up was stopped in the middle
                raise Refused(Reason.NO_HOUSE_YET)
        return OpenHouse(None, address, None)
    folder = Path(address)
    if state is State.NEW:
        raise Refused(Reason.FILE_MISSING, file=folder / HOUSE_FILE)
    lock = house_lock.take(folder, now or datetime.now(), breaks_lock) if takes_lock else None
    try:
        backups.sweep(folder)
        key, was_recovered = _key_of(folder, passphrase) if state is State.ENCRYPTED else (None, False)
        database.bind_file(folder / HOUSE_FILE, key)
        if lock and lock.was_left_behind and not database.looks_whole():
            raise Refused(Reason.FILE_BROKEN, file=HOUSE_FILE)
        again = _bring_up_to_date(folder, now or datetime.now())
    except BaseException:
        database.hang_up()
        if lock:
            lock.release()
        raise
    return OpenHouse(folder, address, lock, was_recovered, again)


def create_house(folder: Path, typed: NewHouse) -> tuple[str, ...]:
    """Make a new house in a folder and give the words of its recovery sheet (none without a passphrase).

    It is made beside and moved into place: a crash leaves either nothing or a whole house, and perhaps a key without a
    house, which is put aside the next time. Refuses FILE_EXISTS, HOUSE_OPEN_ELSEWHERE (another PC makes one here),
    NAME_MISSING, PASSPHRASE_TOO_SHORT, PIN_TOO_SHORT, DISK_FULL and FOLDER_READ_ONLY.
    """
    now = datetime.now()
    names = [typed_text.name(name) for name in (typed.name, typed.place, typed.host)]
    with database.refusing():
        _must_be_free(folder)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # for this user alone
        with _locked(folder, now), tempfile.TemporaryDirectory(dir=folder, prefix=".new-house-") as beside:
            _must_be_free(folder)
            made = _new_key(Path(beside), typed) if typed.passphrase else None
            database.bind_file(Path(beside) / HOUSE_FILE, made.key if made else None)
            try:
                schema.migrate()
                _furnish(*names, pin=typed.pin)
            finally:
                database.hang_up()
            _kept_aside(folder, now)
            _put_in_place(Path(beside), folder)
    return made.recovery_words if made else ()


def _must_be_free(folder: Path) -> None:
    if (folder / HOUSE_FILE).exists():
        raise Refused(Reason.FILE_EXISTS, file=HOUSE_FILE)


def create_on_server(address: str, typed: NewHouse) -> None:
    """Set a house up on a PostgreSQL server; refuses FILE_EXISTS when one is there, SERVER_LOST and SERVER_REFUSED."""
    names = [typed_text.name(name) for name in (typed.name, typed.place, typed.host)]
    database.bind_server(address)
    with schema.one_at_a_time():
        schema.migrate()
        if places.house() is not None:
            raise Refused(Reason.FILE_EXISTS, file="PostgreSQL")
        _furnish(*names, pin=typed.pin)


def open_for_command(
    folder: Path | None, server: str | None, passphrase: Callable[[], str]
) -> AbstractContextManager[OpenHouse]:
    """Open a house for one command; the window may have it open at the same time, the database keeps them apart.

    Refuses ADDRESS_UNKNOWN for a server that is none, and what `open_house` refuses.
    """
    if server:
        _must_be_server(server)
    return open_house(server or str(folder or usual_address()), passphrase, takes_lock=False)


def _must_be_server(address: str) -> None:
    if not database.is_server(address):
        raise Refused(Reason.ADDRESS_UNKNOWN)


@contextmanager
def open_sample(
    folder: Path, server: str | None, fresh: bool, passphrase: Callable[[], str] | None = None
) -> Iterator[OpenHouse]:
    """Open an empty database for the sample house, on an empty server or beside the folder where it belongs.

    It is moved into place when the block ends well: a sample house is there whole or not at all. `fresh` lets it take
    the place of an older sample. Refuses FILE_EXISTS where another house lies, and what `open_house` refuses.
    """
    if server:
        _must_be_server(server)
        database.bind_server(server)
        with OpenHouse(None, server, None) as opened, opened.connection():
            schema.migrate()
            if places.house() is not None:
                raise Refused(Reason.FILE_EXISTS, file="PostgreSQL")
            yield opened
        return
    with database.refusing():
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder, datetime.now()), tempfile.TemporaryDirectory(dir=folder, prefix=".sample-") as beside:
            _must_make_way(folder, fresh, passphrase)
            database.bind_file(Path(beside) / HOUSE_FILE)
            with OpenHouse(Path(beside), beside, None) as opened:
                schema.migrate()
                yield opened
            _put_in_place(Path(beside), folder)


def _must_make_way(folder: Path, fresh: bool, passphrase: Callable[[], str] | None) -> None:
    if state_of(str(folder)) is State.NEW:
        return
    if fresh:
        with open_house(str(folder), passphrase, takes_lock=False) as old, old.connection():
            house = places.house()
        if house and house.is_sample:
            return
    raise Refused(Reason.FILE_EXISTS, file=folder / HOUSE_FILE)


def sample_folder() -> Path:
    """Give the folder of the sample house of this user."""
    return paths.user_data_folder() / SAMPLE_FOLDER


def house_beside_sample(recent: Sequence[str]) -> str:
    """Give the address of the house to go back to from the sample house: the last other one, else the usual one."""
    return next((address for address in recent if address != str(sample_folder())), str(first_folder()))


def make_sample(folder: Path, today: date, size: SampleSize | None = None) -> None:
    """Make the sample house in a folder of its own, anew where one lies; refuses what `open_sample` refuses."""
    with open_sample(folder, None, fresh=True) as house, house.connection():
        sample_house.make(size or SampleSize(), today)


def encrypt(folder: Path, passphrase: str, recovery_words: tuple[str, ...], now: datetime) -> None:
    """Lock the plain, closed house in a folder with a passphrase; the words are those of its printed recovery sheet.

    It is written anew beside and moved into place; so is what a restore kept aside, as far as it can be read. The
    back-ups follow once the house is open (`upkeep.back_up_if_old`). Refuses PASSPHRASE_TOO_SHORT,
    HOUSE_OPEN_ELSEWHERE, DISK_FULL, FOLDER_READ_ONLY and FILE_EXISTS for a house that has a passphrase already; then
    everything is as it was.
    """
    if state_of(str(folder)) is not State.PLAIN:
        raise Refused(Reason.FILE_EXISTS, file=keys.KEY_FILE)
    with (
        database.refusing(),
        _locked(folder, now),
        tempfile.TemporaryDirectory(dir=folder, prefix=".encrypt-") as beside,
    ):
        made = keys.create(Path(beside), passphrase, "", recovery_words)
        database.bind_file(folder / HOUSE_FILE)
        database.copy_encrypted(Path(beside) / HOUSE_FILE, made.key)
        _put_in_place(Path(beside), folder)  # until the file follows its key, its own first bytes say that it is plain
    for kept in folder.glob(f"{REPLACED}*"):
        with suppress(Refused):  # broken, or locked already
            encrypt(kept, passphrase, recovery_words, now)


def preview_restore(file: Path, passphrase: Callable[[], str]) -> Preview:
    """Say what is inside a back-up; refuses what `backups.preview` refuses."""
    return backups.preview(file, passphrase)


def restore(file: Path, folder: Path, now: datetime) -> Path | None:
    """Put a back-up back in a folder and give the folder with what it replaced (None when there was nothing).

    Refuses HOUSE_OPEN_ELSEWHERE, NOT_A_BACKUP, DISK_FULL and FOLDER_READ_ONLY; then everything is as it was.
    """
    with database.refusing():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _locked(folder, now), tempfile.TemporaryDirectory(dir=folder, prefix=".restore-") as beside:
            backups.unpack(file, Path(beside))
            kept = _kept_aside(folder, now)
            _put_in_place(Path(beside), folder)
    return kept


@contextmanager
def _locked(folder: Path, now: datetime) -> Iterator[None]:
    lock = house_lock.take(folder, now)
    try:
        yield
    finally:
        lock.release()


def _parts(folder: Path) -> list[Path]:
    return [folder / name for name in (HOUSE_FILE, f"{HOUSE_FILE}-wal", f"{HOUSE_FILE}-shm", keys.KEY_FILE)]


def _kept_aside(folder: Path, now: datetime) -> Path | None:
    """Copy the house into a folder of its own; it is copied, so that a house that opens lies there at every moment."""
    parts = [part for part in _parts(folder) if part.exists()]
    if not parts:
        return None
    kept = folder / f"{REPLACED}{now:%Y-%m-%d-%H%M%S}"
    kept.mkdir(mode=0o700)
    for part in parts:
        copy = kept / f"{part.name}.part"
        shutil.copyfile(part, copy)
        paths.move_into(copy, kept / part.name)  # it lies on the disk before anything takes its place
    return kept


def _put_in_place(beside: Path, folder: Path) -> None:
    """Let a house take the place of another one in a folder; its key comes first, an old key goes last."""
    for log in (folder / f"{HOUSE_FILE}-wal", folder / f"{HOUSE_FILE}-shm"):
        log.unlink(missing_ok=True)  # the log of the old file must never be read into the new one
    has_key = (beside / keys.KEY_FILE).exists()
    for name in (keys.KEY_FILE, HOUSE_FILE) if has_key else (HOUSE_FILE,):
        paths.move_into(beside / name, folder / name)
    if not has_key:
        (folder / keys.KEY_FILE).unlink(missing_ok=True)


def _new_key(folder: Path, typed: NewHouse) -> keys.NewKey:
    return keys.create(folder, typed.passphrase, typed.language, typed.recovery_words)


def _key_of(folder: Path, passphrase: Callable[[], str] | None) -> tuple[bytes, bool]:
    """Give the key, and whether the words of the recovery sheet gave it."""
    if passphrase is None:
        raise Refused(Reason.PASSPHRASE_NEEDED)
    return keys.unlocked_by(folder, passphrase())


def _bring_up_to_date(folder: Path | None, now: datetime) -> int:
    """Bring the schema up to date, and let go of what has had its time; gives how many were forgotten again."""
    with database.connected():
        if schema.pending():
            if folder and schema.version():  # an empty database has nothing to lose
                upkeep.back_up(folder, now)
            schema.migrate()
            with database.transaction():
                families.renew_search_words()
        with database.transaction():
            enrolments.forget_old_contacts(now.date())
            contacts.forget_old(now.date())
            offers.forget_old_contacts(now.date())
            stored_upkeep.forget_marks(now.date())
        own_phrases.load()
        return forgetting.keep_forgotten(folder)


def _furnish(name: str, place: str, host: str, *, pin: str) -> None:
    with database.transaction():
        places.add_house(name=name)
        places.add(name=place)
        member = team.add(name=host, role="coordinator")
    if pin:
        upkeep.set_pin(member, pin)
