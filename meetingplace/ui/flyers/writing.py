"""The own words of a flyer in each language: written, changed, read by a speaker. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from meetingplace.domain.language import is_right_to_left
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Reader
from meetingplace.domain.typed_text import TITLE_LIMIT
from meetingplace.i18n.formats import own_name
from meetingplace.i18n.refusals import sentence
from meetingplace.services import flyer_reading, flyers
from meetingplace.services.changes import Changes
from meetingplace.services.flyer_checks import TextLine
from meetingplace.services.flyers import Draft, FlyerBoard
from meetingplace.ui.flyers.shown import WriterShown
from meetingplace.ui.kit.surroundings import Surroundings


class WritingView(Protocol):
    """What is asked of the screen when words are written."""

    def open_writer(self, shown: WriterShown) -> None:
        """Open the panel for own words."""

    def show_writer_wrong(self, field: str, said: str) -> None:
        """Say what is wrong with a field of that panel; what was typed stays."""

    def close_writer(self) -> None:
        """Close that panel: the words are saved."""


class WritingActs:
    """Writes the words of the flyer in view."""

    def __init__(self, around: Surroundings, view: WritingView) -> None:
        """Take the surroundings; there is nothing to write before `take`."""
        self._around, self._view, self._ = around, view, around.words
        self._draft: Draft | None = None
        self._board: FlyerBoard | None = None
        self._seen = 0  # the version that somebody writes on

    def take(self, draft: Draft | None, board: FlyerBoard) -> None:
        """Write on this flyer from now on."""
        self._draft, self._board = draft, board

    def write(self, language: str) -> None:
        """Open the panel for the own words in a language."""
        text = self._text(language)
        if self._board is None or text is None:
            return
        self._seen = self._board.version
        dutch = self._board.dutch
        self._view.open_writer(
            WriterShown(
                language=language,
                heading=self._("Words in {language}", language=own_name(language)),
                title="" if text.is_missing else text.title,
                body="" if text.is_missing else text.body,
                is_right_to_left=is_right_to_left(language),
                dutch="\n".join(filter(None, (dutch.title, dutch.body))) if language != "nl" else "",
                is_machine=text.state == "machine",
                is_checked=text.state == "checked" or text.read_by is not None,
            )
        )

    def save(self, language: str, title: str, body: str, is_machine: bool, is_checked: bool) -> None:
        """Save the own words; a speaker who read them counts for more than the machine that made them."""
        state = "checked" if is_checked else "machine" if is_machine else "human"
        self._save(language, title, body, state, self._saved, self._not_saved)

    def mark_read(self, language: str, reader: str) -> None:
        """Note that somebody read the words: a parent, a colleague or a translator."""
        text, around = self._text(language), self._around
        if self._draft and text:
            words = (language, text.title, text.body, Reader(reader), around.host(), around.clock().date())
            around.work.do(flyer_reading.note_read, self._draft, *words)

    def _text(self, language: str) -> TextLine | None:
        texts = self._board.texts if self._board else ()
        return next((text for text in texts if text.language == language), None)

    def _save(
        self,
        language: str,
        title: str,
        body: str,
        state: str,
        then: Callable[[Changes], None] | None = None,
        failed: Callable[[Refused], None] | None = None,
    ) -> None:
        words = (language, title, body, state)
        self._around.work.do(flyers.write_text, self._draft, self._seen, *words, then=then, failed=failed)

    def _saved(self, _changes: Changes) -> None:
        self._view.close_writer()

    def _not_saved(self, refused: Refused) -> None:
        is_body = refused.reason is Reason.TEXT_TOO_LONG and refused.facts.get("limit") != TITLE_LIMIT
        said = sentence(self._, refused, self._around.formats)
        self._view.show_writer_wrong("body" if is_body else "title", said)
