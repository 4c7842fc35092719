"""The ear of a window: a thread that waits for what other PCs change in the same house, and hands it to the window."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt, Signal

from meetingplace.services.others import News

GiveNews = Callable[[threading.Event], Iterator[News]]


class Ear(QObject):
    """Listens from `start` until `close`; each news comes by `heard`, in the window's thread."""

    heard = Signal(object)
    _arrived = Signal(object)

    def __init__(self, news: GiveNews, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._over = threading.Event()
        self._arrived.connect(self._hand_on, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(
            name="others", target=_listen, args=(news, self._over, self._arrived.emit), daemon=True
        )

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def close(self) -> None:
        """Stop listening; what is still on its way reaches nobody."""
        self._over.set()
        self._thread.join(10)

    def _hand_on(self, news: News) -> None:
        if not self._over.is_set():
            self.heard.emit(news)


def _listen(news: GiveNews, over: threading.Event, hand_over: Callable[[News], None]) -> None:
    for each in news(over):
        hand_over(each)
