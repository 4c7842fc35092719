"""A house that is open: the connections to it, what other PCs change in it, and what is let go of at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from threading import Event
from types import TracebackType

from meetingplace.services import others
from meetingplace.services.others import News
from meetingplace.storage import database, house_lock


class OpenHouse:
    """A house that is open: close it when the window closes. `folder` is None on a server."""

    def __init__(
        self,
        folder: Path | None,
        address: str,
        lock: house_lock.HouseLock | None,
        was_recovered: bool = False,
        forgotten_again: int = 0,
    ) -> None:
        """Keep what must be let go at the end; `was_recovered`: the words of the recovery sheet opened it.

        `forgotten_again` counts the families that an older back-up had brought back.
        """
        self.folder = folder
        self.address = address
        self.was_recovered, self.forgotten_again = was_recovered, forgotten_again
        self._lock = lock
        self._bound = database.bound()

    def connection(self) -> AbstractContextManager[None]:
        """Work with this thread's connection to this house and no other; database errors come out as refusals."""
        return database.working_with(self._bound)

    @property
    def is_shared(self) -> bool:
        """Tell whether other PCs may work in this house at the same time: it lies on a server."""
        return self.folder is None

    def news(self, over: Event) -> Iterator[News]:
        """Give what other PCs change in this house as it comes, over a connection of its own, until it is over."""
        return others.news(self._bound, over)

    def hang_up(self) -> None:
        """Close this thread's connection."""
        database.hang_up()

    def __enter__(self) -> OpenHouse:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the house and take its lock away."""
        database.hang_up()
        if self._lock:
            self._lock.release()
