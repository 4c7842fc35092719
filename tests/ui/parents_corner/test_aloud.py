"""A page is read aloud where the system has a voice for its language; else there is no such key."""

from __future__ import annotations

import sys
import types
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from meetingplace.ui.kit import theme
from meetingplace.ui.parents_corner.aloud import Silence, SystemVoice, voice
from meetingplace.ui.parents_corner.screen import CornerScreen
from tests.ui.parents_corner.conftest import Corner


@dataclass
class Engine:
    """Stands for the part of Qt that speaks, with a Dutch, an Arabic and a Persian voice."""

    said: list[str] = field(default_factory=list)
    stopped: int = 0
    locale: QLocale | None = None

    def availableLocales(self) -> list[QLocale]:
        return [QLocale("nl_BE"), QLocale("ar_EG"), QLocale("fa_IR")]

    def setLocale(self, locale: QLocale) -> None:
        self.locale = locale

    def say(self, text: str) -> None:
        self.said.append(text)

    def stop(self) -> None:
        self.stopped += 1


def test_a_voice_speaks_the_languages_of_the_system() -> None:
    engine = Engine()
    made = SystemVoice(engine)
    assert [made.speaks(code) for code in ("nl", "ar", "prs", "fr", "ti")] == [True, True, True, False, False]
    made.say("مرحبًا", "ar")
    assert (engine.said, engine.stopped) == (["مرحبًا"], 1)
    assert engine.locale is not None
    assert engine.locale.language() == QLocale.Language.Arabic


def test_without_that_part_of_qt_the_corner_is_silent(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    made = voice(qapp)
    assert isinstance(made, Silence)
    assert not made.speaks("nl")


def test_with_it_the_voice_of_the_system_reads(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    speaking = types.ModuleType("PySide6.QtTextToSpeech")
    speaking.QTextToSpeech = lambda _parent: Engine()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", speaking)
    assert isinstance(voice(qapp), SystemVoice)


@pytest.mark.parametrize(("language", "is_there"), [("nl", True), ("ar", True), ("ti", False)])
def test_the_key_is_there_only_with_a_voice_and_reads_the_page(
    corner: Corner, qtbot: QtBot, qapp: QApplication, language: str, is_there: bool
) -> None:
    theme.apply(qapp, "light", 1.0)
    screen = CornerScreen(corner.around)
    qtbot.addWidget(screen)
    engine = Engine()
    screen.aloud = SystemVoice(engine)
    screen.resize(1366, 768)
    screen.show()
    screen.begin_anew()
    screen.presenter.choose_language(language)
    assert screen.page is not None
    spoken = [key for key in screen.page.findChildren(QPushButton) if key.property("square")]
    assert bool(spoken) is is_there
    if is_there:
        spoken[0].click()
        assert screen.page.question.text() in engine.said[0]
        stopped = engine.stopped
        screen.begin_anew()
        assert engine.stopped > stopped  # nobody hears what another parent had read
