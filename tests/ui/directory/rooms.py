"""What the presenters of the rooms round a family are handed in a test, and what was said. No Qt here."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.work import InlineWork

NOW = datetime(2026, 10, 27, 9, 10)


class Around:
    """Surroundings without a window; `said` are the sentences of the toast, acts not among them."""

    def __init__(self, language: str = "en", folder: Path | None = None) -> None:
        self.said: list[str] = []
        self.bulletin = Bulletin()
        self.work = InlineWork(self.bulletin)
        self.surroundings = cast(
            Surroundings,
            SimpleNamespace(
                work=self.work,
                bulletin=self.bulletin,
                words=translator("app", language),
                formats=Formats(language),
                clock=lambda: NOW,
                say=self._say,
                folder=folder,
            ),
        )

    def _say(self, text: str, **_more: Any) -> None:
        self.said.append(text)
