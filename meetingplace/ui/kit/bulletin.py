"""The bulletin: screens follow topics, verbs post what they changed. Runs in the window's thread. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from meetingplace.services.changes import Topic


class Bulletin:
    """Who follows which topics."""

    def __init__(self) -> None:
        self._followers: dict[int, tuple[frozenset[Topic], Callable[[], None]]] = {}
        self._next = 0

    def follow(self, topics: Iterable[Topic], callback: Callable[[], None]) -> Callable[[], None]:
        """Call back whenever one of the topics is posted, until the function that this gives is called."""
        number = self._next
        self._next += 1
        self._followers[number] = (frozenset(topics), callback)
        return lambda: self._followers.pop(number, None) and None

    def post(self, topics: Iterable[Topic]) -> None:
        """Tell everyone who follows one of these topics, each once."""
        posted = frozenset(topics)
        for number, (followed, callback) in list(self._followers.items()):
            if followed & posted and number in self._followers:
                callback()
