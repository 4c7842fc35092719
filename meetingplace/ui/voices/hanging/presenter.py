"""What hangs on the board of the corner, language by language: read, written, hung up. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from meetingplace.domain.language import is_right_to_left
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.typed_text import LINE_LIMIT
from meetingplace.domain.voices import Voice, VoiceText, may_name_somebody
from meetingplace.i18n.refusals import sentence
from meetingplace.i18n.words import text_state_name
from meetingplace.services import board_texts
from meetingplace.services.board_texts import TextsBoard
from meetingplace.services.changes import Changes
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.voices.pictures import pictures_shown
from meetingplace.ui.voices.shown import Choices, PictureShown, Said

_STATES = ("human", "machine", "checked")


@dataclass(frozen=True)
class TextShown:
    """The voice as it hangs, or will hang, for readers of one language."""

    hangs: bool
    languages: tuple[tuple[str, str], ...]  # (code, own name, with a mark where a text was written)
    language: str
    draft: VoiceText
    states: Choices
    pictures: tuple[PictureShown, ...]
    warning: str  # what a host should look at before it hangs
    lacking: str  # what readers of this language see as long as nothing is written here


class View(Protocol):
    """What the presenter asks of the panel."""

    def show_text(self, shown: TextShown) -> None:
        """Show the text of a language."""

    def show_wrong(self, field: str, said: str) -> None:
        """Show what is wrong under a field; what was typed stays."""

    def close_panel(self) -> None:
        """Close it."""


class Presenter:
    """One voice, and the language whose text is open."""

    def __init__(self, around: Surroundings, view: View, voice_id: int) -> None:
        """Take the voice; nothing is asked before `refresh`."""
        self._around, self._view, self._voice_id = around, view, voice_id
        self._ = around.words
        self._board: TextsBoard | None = None
        self._language = "nl"

    def refresh(self) -> None:
        """Ask the voice again."""
        self._ask(self._show)

    def choose(self, language: str, draft: VoiceText) -> None:
        """Open the text of another language; what was typed in this one is saved first."""

        def go_on() -> None:
            self._language = language
            self._show()

        self._save(draft, go_on)

    def save(self, draft: VoiceText) -> None:
        """Save the text, and do no more."""
        self._save(draft, self._view.close_panel)

    def hang(self, draft: VoiceText) -> None:
        """Save the text, and hang the voice on the board."""

        def hang_now() -> None:
            voice = self._board.voice if self._board else None
            if voice is None or voice.is_shown:
                self._view.close_panel()
                return
            do = self._around.work.do
            do(board_texts.show, voice.id, voice.version, then=self._hung, failed=self._refuse)

        self._save(draft, hang_now)

    def warn(self, draft: VoiceText) -> str:
        """Say what a host should look at in a text before it hangs on the board."""
        _ = self._
        if _may_name(draft):
            return _("A telephone number or an address seems to stand in it. Leave it out.")
        board = self._board
        others = [as_it_hangs(board.voice, code) for code in board.languages if code != draft.language] if board else []
        named = [self._around.formats.language_name(text.language) for text in others if _may_name(text)]
        if named:
            return _(
                "A telephone number or an address seems to stand in another language: {languages}. Leave it out there.",
                languages=", ".join(named),
            )
        return ""

    # --- asking and saving ---

    def _ask(self, then: Callable[[], None]) -> None:
        def take(board: TextsBoard) -> None:
            self._board = board
            then()

        self._around.work.ask(board_texts.texts_board, self._voice_id, then=take, failed=self._lost)

    def _save(self, draft: VoiceText, then: Callable[[], None]) -> None:
        voice = self._board.voice if self._board else None
        if voice is None or draft == as_it_hangs(voice, draft.language):
            then()
            return
        self._around.work.do(
            board_texts.write, voice.id, voice.version, draft,
            then=lambda _changes: self._ask(then), failed=lambda refused: self._refuse(refused, draft),
        )  # fmt: skip

    def _hung(self, _changes: Changes) -> None:
        self._view.close_panel()

    def _refuse(self, refused: Refused, draft: VoiceText | None = None) -> None:
        is_answer = draft and refused.reason is Reason.TEXT_TOO_LONG and len(draft.words) <= LINE_LIMIT
        self._view.show_wrong("answer" if is_answer else "words", sentence(self._, refused, self._around.formats))

    def _lost(self, refused: Refused) -> None:
        self._view.close_panel()
        self._around.say(sentence(self._, refused, self._around.formats))

    # --- saying ---

    def _show(self) -> None:
        board, _ = self._board, self._
        if board is None:
            return
        voice, language = board.voice, self._language
        draft = as_it_hangs(voice, language)
        own_name, written = self._around.formats.own_name, [text.language for text in voice.texts]
        lacking = _("As long as nothing stands here, the board shows this: {words}", words=voice.words_in(language)[0])
        self._view.show_text(
            TextShown(
                hangs=voice.is_shown,
                languages=tuple(
                    (code, f"{own_name(code)} ✓" if code in written else own_name(code)) for code in board.languages
                ),
                language=language,
                draft=draft,
                states=tuple((state, text_state_name(_, state)) for state in _STATES),
                pictures=pictures_shown(_, voice.pictures),
                warning=self.warn(draft),
                lacking="" if draft.words or not voice.words_in(language)[0] else lacking,
            )
        )


def _may_name(text: VoiceText) -> bool:
    return may_name_somebody(f"{text.words}\n{text.answer}")


def as_it_hangs(voice: Voice, language: str) -> VoiceText:
    """Give what the board has in a language itself: what was written for it, else what was told and answered in it."""
    text = voice.in_language(language) or VoiceText(language)
    words, of_words = voice.words_in(language)
    answer, of_answer = voice.answer_in(language)
    state = voice.translation_state if not text.words and of_words == language != voice.language else ""
    return VoiceText(
        language,
        words if of_words == language else "",
        answer if of_answer == language else "",
        state or text.state,
    )


def said(text: VoiceText) -> tuple[Said, Said]:
    """Give the words and the answer of a text in the direction of its language."""
    is_mirrored = is_right_to_left(text.language)
    return Said(text.words, text.language, is_mirrored), Said(text.answer, text.language, is_mirrored)
