"""Reading a page aloud, where the system has a voice for the language; else there is no such key."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QLocale, QObject

from meetingplace.i18n.formats import locale_of


class Aloud(Protocol):
    """What reads aloud."""

    def speaks(self, language: str) -> bool:
        """Tell whether there is a voice for a language."""

    def say(self, text: str, language: str) -> None:
        """Read a text, in place of what is being read."""

    def stop(self) -> None:
        """Be silent."""


class Silence:
    """Stands in where the system cannot read aloud."""

    def speaks(self, _language: str) -> bool:
        """Tell that there is no voice."""
        return False

    def say(self, _text: str, _language: str) -> None:
        """Do nothing."""

    def stop(self) -> None:
        """Do nothing."""


class SystemVoice:
    """Reads with the voices of the system."""

    def __init__(self, engine: Any) -> None:
        """Take Qt's engine."""
        self._engine = engine
        self._known = {locale.language() for locale in engine.availableLocales()}

    def speaks(self, language: str) -> bool:
        """Tell whether there is a voice for a language."""
        return _locale(language).language() in self._known

    def say(self, text: str, language: str) -> None:
        """Read a text, in place of what is being read."""
        self._engine.stop()
        self._engine.setLocale(_locale(language))
        self._engine.say(text)

    def stop(self) -> None:
        """Be silent."""
        self._engine.stop()


def voice(parent: QObject) -> Aloud:
    """Give the voice of this PC, or silence: the part of Qt that speaks is not on every PC."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech  # type: ignore[import-not-found]  # noqa: PLC0415
    except ImportError:
        return Silence()
    engine = QTextToSpeech(parent)
    return SystemVoice(engine) if engine.availableLocales() else Silence()


def _locale(language: str) -> QLocale:
    return QLocale(str(locale_of(language)))
