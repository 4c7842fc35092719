"""One window a house: a second start raises the first window and ends.

On Linux the name under which a window listens is no file: a program that is killed leaves nothing behind.
"""

from __future__ import annotations

import hashlib
import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from meetingplace import paths

_PATIENCE = 500  # ms
_RAISE = b"raise\n"
_IS_LINUX = sys.platform == "linux"
_OPTION = QLocalServer.SocketOption.AbstractNamespaceOption if _IS_LINUX else QLocalServer.SocketOption.UserAccessOption
_ASKS = QLocalSocket.SocketOption.AbstractNamespaceOption if _IS_LINUX else QLocalSocket.SocketOption.NoOptions


class OnlyWindow(QObject):
    """Listens for a second start on the same house; `asked` means: come to the front."""

    asked = Signal()

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        """Take the address of the house: its folder or server."""
        super().__init__(parent)
        whose = f"{paths.user_data_folder()} {address}"  # people who share a PC may share a server too
        self._name = "meetingplace-" + hashlib.sha256(whose.encode()).hexdigest()[:20]
        self._server = QLocalServer(self)
        self._server.setSocketOptions(_OPTION)
        self._server.newConnection.connect(self._hear)

    def is_first(self) -> bool:
        """Claim the house; when another window has it, ask that one to the front and give False."""
        asking = QLocalSocket(self)
        asking.setSocketOptions(_ASKS)
        asking.connectToServer(self._name)
        if asking.waitForConnected(_PATIENCE):
            asking.write(_RAISE)
            asking.waitForBytesWritten(_PATIENCE)
            asking.disconnectFromServer()
            return False
        if not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)  # left behind by a program that was killed
            self._server.listen(self._name)
        return True

    def close(self) -> None:
        """Let the house go."""
        self._server.close()

    def _hear(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.disconnected.connect(connection.deleteLater)
            self.asked.emit()
