"""Which voice says the same: looked for, and joined. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from meetingplace.domain.language import is_right_to_left
from meetingplace.domain.refusals import Refused
from meetingplace.domain.voices import Voice
from meetingplace.i18n.refusals import sentence
from meetingplace.i18n.words import voice_state_name
from meetingplace.services import joining
from meetingplace.services.changes import Changes
from meetingplace.services.joining import Candidates
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.voices.pictures import pictures_shown
from meetingplace.ui.voices.shown import Said


@dataclass(frozen=True)
class CandidateShown:
    """A voice that says perhaps the same."""

    voice_id: int
    words: Said
    translation: str
    line: str


@dataclass(frozen=True)
class CandidatesShown:
    """The voices to choose from."""

    words: Said  # of the voice that is joined
    found: tuple[CandidateShown, ...]
    more: str  # that there are others, or none


class View(Protocol):
    """What the presenter asks of the panel."""

    def show_candidates(self, shown: CandidatesShown) -> None:
        """Show the voices to choose from."""

    def close_panel(self) -> None:
        """Close it."""


class Presenter:
    """One voice, and the search for another that says the same."""

    def __init__(self, around: Surroundings, view: View, voice_id: int) -> None:
        """Take the voice; nothing is asked before `search`."""
        self._around, self._view, self._voice_id = around, view, voice_id
        self._ = around.words
        self._voice: Voice | None = None

    def search(self, typed_words: str = "") -> None:
        """Look for voices that contain these words."""
        asked = (self._voice_id, typed_words, self._around.place.id)
        self._around.work.ask(joining.candidates, *asked, then=self._show, failed=self._refuse, slot="candidates")

    def join(self, into_id: int) -> None:
        """Let the voice stand with another one."""
        voice = self._voice
        if voice:
            do = self._around.work.do
            do(joining.join, voice.id, voice.version, into_id, then=self._joined, failed=self._refuse)

    def _show(self, found: Candidates) -> None:
        _ = self._
        self._voice = found.voice
        left = found.number - len(found.found)
        more = _.plural("{n} more: type a word to find it.", "{n} more: type a word to find them.", left)
        nothing = _("No other voice was found.")
        self._view.show_candidates(
            CandidatesShown(
                self._said(found.voice),
                tuple(self._candidate(voice) for voice in found.found),
                more if left else "" if found.found else nothing,
            )
        )

    def _candidate(self, voice: Voice) -> CandidateShown:
        formats = self._around.formats
        day = formats.short_day(voice.heard_on, self._around.clock().date())
        # the language last: a line that began with Arabic letters would run from right to left
        line = (voice_state_name(self._, voice.state), voice.theme, day, formats.own_name(voice.language))
        shown = " · ".join(part for part in line if part)
        return CandidateShown(voice.id, self._said(voice), voice.translation, shown)

    def _said(self, voice: Voice) -> Said:
        if voice.words:
            return Said(voice.words, voice.language, is_right_to_left(voice.language))
        pictures = pictures_shown(self._, voice.pictures)
        return Said(self._around.formats.list_of([picture.word for picture in pictures]), self._.language)

    def _joined(self, _changes: Changes) -> None:
        self._view.close_panel()

    def _refuse(self, refused: Refused) -> None:
        self._view.close_panel()
        self._around.say(sentence(self._, refused, self._around.formats))
