"""The window's fixtures: a dressed program, and surroundings that answer at once. The only place with Qt."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from meetingplace.domain.refusals import Refused
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.services.changes import Changes
from meetingplace.settings import Settings
from meetingplace.ui.kit import theme
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.surroundings import PlaceInView, SettingsDoor, Surroundings
from meetingplace.ui.kit.work import InlineWork


@dataclass
class Heard:
    """What the surroundings were asked to say, do and open."""

    sentences: list[str] = field(default_factory=list)
    acts: list[Changes] = field(default_factory=list)
    refusals: list[Refused] = field(default_factory=list)
    went: list[tuple[str, dict[str, Any]]] = field(default_factory=list)


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[theme.Theme]:
    """Wear the light theme at 100 %."""
    yield theme.apply(qapp, "light", 1.0)
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # else every later test dresses them too


@pytest.fixture
def heard() -> Heard:
    """Remember what was said, done and opened."""
    return Heard()


@pytest.fixture
def door(tmp_path: Path) -> SettingsDoor:
    """Give the settings of a new PC, in English."""
    return SettingsDoor(tmp_path / "settings.toml", Settings(language="en", window=(0, 0, 1366, 768)))


@pytest.fixture
def around(
    house: None, dressed: theme.Theme, heard: Heard, door: SettingsDoor, now: datetime, tmp_path: Path
) -> Surroundings:
    """Surroundings over a house in memory: work is done at once, the clock stands still, what is said is heard."""
    bulletin = Bulletin()
    return Surroundings(
        work=InlineWork(bulletin, heard.acts.append, heard.refusals.append),
        bulletin=bulletin,
        words=translator("app", "en"),
        formats=Formats("en"),
        clock=lambda: now,
        settings=door,
        place=PlaceInView(door, bulletin),
        go=lambda name, **what: heard.went.append((name, what)),
        say=lambda text, **_more: heard.sentences.append(text),
        folder=tmp_path,
        address=str(tmp_path),
    )
