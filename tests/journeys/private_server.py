"""A PostgreSQL server of a test's own, to be killed and started again; it writes to the disk as a real one does."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

STARTS = 60  # seconds that a server may take to start


def programs() -> Path | None:
    """Give the folder with initdb and postgres, of the newest version that is here; None when there is none."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda found: int(found.parent.name), reverse=True)
    on_path = shutil.which("postgres")
    folders += [Path(on_path).parent] if on_path else []
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


class PrivateServer:
    """A server in a folder of its own, on a port of this PC only."""

    def __init__(self, bin: Path, folder: Path) -> None:
        """Make it, not started yet."""
        self._bin, self._data = bin, folder / "data"
        self._as: dict[str, object] = {"cwd": folder}
        if os.getuid() == 0:  # PostgreSQL refuses to run as root
            user = next(name for name in ("postgres", "nobody") if _exists(name))
            shutil.chown(folder, user)
            self._as |= {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}
        self._log = folder / "log"
        options = ["-D", str(self._data), "-U", "meetingplace", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]
        self._run(["initdb", *options, "--no-sync"]).wait()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self._running: subprocess.Popen[bytes] | None = None

    def address(self, name: str = "postgres") -> str:
        """Give the address of a database on it."""
        return f"postgresql://meetingplace@127.0.0.1:{self._port}/{name}"

    def start(self) -> None:
        """Start it, and wait until it lets somebody in."""
        options = ["-p", str(self._port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="]
        self._running = self._run(["postgres", "-D", str(self._data), *options])
        until = time.monotonic() + STARTS
        while True:
            with suppress(psycopg.OperationalError):
                psycopg.connect(self.address()).close()
                return
            if time.monotonic() > until or self._running.poll() is not None:
                raise AssertionError(self._log.read_text())
            time.sleep(0.05)

    def kill(self) -> None:
        """Kill it with all that belongs to it, in the middle of whatever it does."""
        assert self._running is not None
        keeper = self._running.pid
        os.kill(keeper, signal.SIGSTOP)  # so that it makes no new ones meanwhile
        listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(keeper)], capture_output=True, text=True)
        for process in (*map(int, listed.stdout.split()), keeper):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self._running.wait()
        self._running = None

    def stop(self) -> None:
        """Stop it for good."""
        if self._running:
            self.kill()

    def new_database(self) -> str:
        """Make a database and give its address."""
        name = f"house_{secrets.token_hex(4)}"
        with psycopg.connect(self.address(), autocommit=True) as server:
            server.execute(f'CREATE DATABASE "{name}"')
        return self.address(name)

    def _run(self, words: list[str]) -> subprocess.Popen[bytes]:
        with self._log.open("ab") as log:
            return subprocess.Popen([self._bin / words[0], *words[1:]], stdout=log, stderr=log, **self._as)


def _exists(user: str) -> bool:
    with suppress(KeyError):
        return bool(pwd.getpwnam(user))
    return False


@contextmanager
def private_server(bin: Path) -> Iterator[PrivateServer]:
    """Make a server, start it, and take it away afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="meetingplace-server-"))  # another user must come in: not under tmp_path
    server = PrivateServer(bin, folder)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
