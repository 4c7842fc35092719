"""Where the window stands: remembered on this PC, and always brought back onto a screen that exists."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QMainWindow

from meetingplace.settings import Settings
from meetingplace.ui.kit.surroundings import SettingsDoor

USUAL, LEAST = QSize(1366, 768), QSize(760, 520)


def restore(window: QMainWindow, settings: Settings) -> None:
    """Put the window where it stood; the first time, or when that screen is gone, as the design has it."""
    window.setMinimumSize(LEAST)
    room = QApplication.primaryScreen().availableGeometry()
    place = QRect(*settings.window) if settings.window else QRect()
    if any(screen.availableGeometry().intersects(place) for screen in QApplication.screens()):
        window.setGeometry(place)
    else:
        window.resize(USUAL.boundedTo(room.size()))
    is_small = room.width() <= USUAL.width() or room.height() <= USUAL.height()
    if settings.is_maximised or (is_small and not settings.window):
        window.setWindowState(window.windowState().WindowMaximized)


def remember(window: QMainWindow, door: SettingsDoor) -> None:
    """Write down where the window stands."""
    place = window.normalGeometry() if window.isMaximized() or window.isFullScreen() else window.geometry()
    door.change(
        window=(place.x(), place.y(), place.width(), place.height()),
        is_maximised=window.isMaximized() or window.isFullScreen(),
    )
