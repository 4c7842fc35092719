"""The key of an encrypted house, and the file `house.key` that keeps it wrapped.

The database key is 32 random bytes. It lies in `house.key`, wrapped (AES-256-GCM) once by a key made of the passphrase
and once by a key made of the recovery code, each with its own salt (scrypt). Changing the passphrase wraps the same key
anew; nothing is encrypted again. Neither passphrase nor code is ever written down here.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from meetingplace import paths
from meetingplace.domain.refusals import Reason, Refused

KEY_FILE = "house.key"
VERSION = 1
SHORTEST_PASSPHRASE = 8  # characters
RECOVERY_WORDS = 8
_COST = {"n": 2**15, "r": 8, "p": 3}  # scrypt, as OWASP asks at least: about 0.2 s on a small PC
_MOST_MEMORY = 64 * 1024 * 1024


@dataclass(frozen=True)
class NewKey:
    """A key that was just made, with the words of its recovery sheet: shown once, never kept."""

    key: bytes
    recovery_words: tuple[str, ...]


def word_list(language: str) -> list[str]:
    """Read the list of plain words of a language."""
    return paths.resource("words", f"{language}.txt").read_text(encoding="utf-8").split()


def some_words(language: str, number: int) -> tuple[str, ...]:
    """Draw words at random, without doubles, for a passphrase or a recovery sheet."""
    return tuple(secrets.SystemRandom().sample(word_list(language), number))


def create(folder: Path, passphrase: str, language: str, recovery_words: tuple[str, ...] = ()) -> NewKey:
    """Make a key for a new house and write `house.key`; refuses PASSPHRASE_TOO_SHORT and FILE_EXISTS.

    The words of the recovery sheet are drawn now, unless they were drawn before, to print the sheet first.
    """
    file = folder / KEY_FILE
    if file.exists():
        raise Refused(Reason.FILE_EXISTS, file=KEY_FILE)
    made = NewKey(secrets.token_bytes(32), recovery_words or some_words(language, RECOVERY_WORDS))
    recovery = _folded(" ".join(made.recovery_words))
    _write(folder, made.key, {"passphrase": check_passphrase(passphrase), "recovery": recovery})
    return made


def unlock(folder: Path, typed_passphrase: str) -> bytes:
    """Give the key of the house; a passphrase or the words of the recovery sheet open it.

    Refuses KEY_FILE_MISSING, KEY_FILE_BROKEN and PASSPHRASE_WRONG.
    """
    return unlocked_by(folder, typed_passphrase)[0]


def unlocked_by(folder: Path, typed_passphrase: str) -> tuple[bytes, bool]:
    """Give the key, and whether the words of the recovery sheet gave it: a used sheet is replaced by a new one.

    Refuses what `unlock` refuses.
    """
    wraps = _read(folder)["wraps"]
    for kind, secret in (("passphrase", typed_passphrase), ("recovery", _folded(typed_passphrase))):
        if kind in wraps:
            try:
                return _unwrap(wraps[kind], secret), kind == "recovery"
            except InvalidTag:
                continue
    raise Refused(Reason.PASSPHRASE_WRONG)


def change_passphrase(folder: Path, key: bytes, new_passphrase: str) -> None:
    """Wrap the key for a new passphrase; the recovery sheet stays good. Refuses PASSPHRASE_TOO_SHORT."""
    content = _read(folder)
    content["wraps"]["passphrase"] = _wrap(key, check_passphrase(new_passphrase))
    paths.write_whole(folder / KEY_FILE, json.dumps(content, indent=1).encode(), is_private=True)


def change_recovery_words(folder: Path, key: bytes, words: tuple[str, ...]) -> None:
    """Wrap the key for the words of a new recovery sheet; those of the old one open nothing any more."""
    content = _read(folder)
    content["wraps"]["recovery"] = _wrap(key, _folded(" ".join(words)))
    paths.write_whole(folder / KEY_FILE, json.dumps(content, indent=1).encode(), is_private=True)


def read_file(folder: Path) -> bytes:
    """Give the key file of a house as it lies there; refuses KEY_FILE_MISSING and KEY_FILE_BROKEN."""
    return json.dumps(_read(folder), indent=1).encode()


def check_passphrase(typed_passphrase: str) -> str:
    """Give a passphrase back if it is long enough; refuses PASSPHRASE_TOO_SHORT."""
    if len(typed_passphrase.strip()) < SHORTEST_PASSPHRASE:
        raise Refused(Reason.PASSPHRASE_TOO_SHORT, limit=SHORTEST_PASSPHRASE)
    return typed_passphrase


def _folded(words: str) -> str:
    # a recovery sheet is read aloud and typed by somebody in a hurry: capitals, commas and double spaces do not matter
    return " ".join(words.lower().replace(",", " ").split())


def _write(folder: Path, key: bytes, secrets_by_kind: dict[str, str]) -> None:
    wraps = {kind: _wrap(key, secret) for kind, secret in secrets_by_kind.items()}
    content = json.dumps({"version": VERSION, "wraps": wraps}, indent=1).encode()
    paths.write_whole(folder / KEY_FILE, content, is_private=True)


def _read(folder: Path) -> dict[str, Any]:
    try:
        content = json.loads((folder / KEY_FILE).read_text(encoding="utf-8"))
    except FileNotFoundError as problem:
        raise Refused(Reason.KEY_FILE_MISSING) from problem
    except (OSError, ValueError) as problem:
        raise Refused(Reason.KEY_FILE_BROKEN) from problem
    if not isinstance(content, dict) or not isinstance(content.get("wraps"), dict) or not content["wraps"]:
        raise Refused(Reason.KEY_FILE_BROKEN)
    if not isinstance(content.get("version"), int):
        raise Refused(Reason.KEY_FILE_BROKEN)
    if content["version"] > VERSION:
        raise Refused(Reason.FILE_NEWER)
    return content


def _wrap(key: bytes, secret: str) -> dict[str, Any]:
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    wrapped = AESGCM(_derived(secret, salt, _COST)).encrypt(nonce, key, b"meetingplace")
    return {"scrypt": dict(_COST), "salt": _text(salt), "nonce": _text(nonce), "key": _text(wrapped)}


def _unwrap(wrap: dict[str, Any], secret: str) -> bytes:
    try:
        derived = _derived(secret, base64.b64decode(wrap["salt"]), wrap["scrypt"])
        return AESGCM(derived).decrypt(base64.b64decode(wrap["nonce"]), base64.b64decode(wrap["key"]), b"meetingplace")
    except (KeyError, ValueError, TypeError) as problem:
        raise Refused(Reason.KEY_FILE_BROKEN) from problem


def _derived(secret: str, salt: bytes, cost: dict[str, int]) -> bytes:
    # one PC types "é" as one sign and another as two; half a sign comes from a terminal in another encoding
    typed = unicodedata.normalize("NFC", secret).encode(errors="surrogatepass")
    return hashlib.scrypt(typed, salt=salt, n=cost["n"], r=cost["r"], p=cost["p"], maxmem=_MOST_MEMORY, dklen=32)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
