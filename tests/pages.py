"""Every byte that lies in a folder, the pages of an encrypted house decrypted as SQLCipher wrote them."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from meetingplace.storage import database

PAGE, SALT, RESERVED = 4096, 16, 80  # bytes, as SQLCipher 4 lays a page out; the last ones begin with its own IV
LOG_HEAD, FRAME_HEAD = 32, 24  # bytes, of the write-ahead log and of each page in it


def all_bytes(folder: Path) -> bytes:
    """Give all bytes in a folder, and the pages of the bound house and of its log decrypted, free ones too."""
    raw = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    key, file, log = database.bound_key(), folder / "house.db", folder / "house.db-wal"
    if key is None or not file.exists():
        return raw
    pages = _cut(file.read_bytes(), 0, 0) + (_cut(log.read_bytes(), LOG_HEAD, FRAME_HEAD) if log.exists() else [])
    plain = [_plain(page, key, SALT if number == 0 else 0) for number, page in enumerate(pages)]
    assert b"CREATE TABLE" in b"".join(plain)  # else they were decrypted wrongly, and would say nothing
    return raw + b"".join(plain)


def _cut(content: bytes, begin: int, head: int) -> list[bytes]:
    return [content[at + head : at + head + PAGE] for at in range(begin, len(content), PAGE + head)]


def _plain(page: bytes, key: bytes, begin: int) -> bytes:
    vector = page[-RESERVED : -RESERVED + 16]
    reader = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return reader.update(page[begin:-RESERVED]) + reader.finalize()
