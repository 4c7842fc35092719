"""What the voices screen does with a gesture: which verb, which form, which voice. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.voices import Rung, Voice, VoiceState
from meetingplace.i18n.refusals import sentence
from meetingplace.services import board_texts, joining, voices
from meetingplace.services.changes import Changes, Topic
from meetingplace.services.voices import Only, VoiceBoard, VoicesBoard
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.voices.filtering.shown import OnlyShown
from meetingplace.ui.voices.page_wording import PageWording
from meetingplace.ui.voices.shown import BoardShown, PageShown
from meetingplace.ui.voices.wording import MORE
from meetingplace.ui.voices.writing import Forms, Writing

FOLLOWS = frozenset({Topic.VOICES, Topic.SESSIONS, Topic.TEAM, Topic.PLACES})


class View(Forms, Protocol):
    """What the presenter asks of the screen."""

    def show_board(self, shown: BoardShown) -> None:
        """Show the board behind whatever is open."""

    def show_page(self, shown: PageShown) -> None:
        """Show one voice."""

    def close_page(self) -> None:
        """Go back to the board."""

    def clear_search(self) -> None:
        """Empty the search."""

    def open_filter(self, shown: OnlyShown) -> None:
        """Ask what to show only."""

    def open_hanging(self, voice_id: int, hangs: bool) -> None:
        """Show what hangs, or will hang, of a voice on the board of the corner."""

    def open_joining(self, voice_id: int) -> None:
        """Let somebody look for a voice that says the same."""


class Presenter:
    """The board, and perhaps one voice of it."""

    def __init__(self, around: Surroundings, view: View) -> None:
        """Take the surroundings; nothing is asked before `open`."""
        self._around = around
        self._view = view
        self._wording = PageWording(around.words, around.formats)
        self._typed_words = ""
        self._language = ""
        self._only = Only()
        self._more: dict[VoiceState, int] = {}
        self._board: VoicesBoard | None = None
        self._opened: int | None = None  # the voice whose page is shown
        self._page: VoiceBoard | None = None
        self.writing = Writing(around, view, self._wording)

    def open(self, voice_id: int | None = None, session_id: int | None = None) -> None:
        """Come to the board, to one voice, or to the form for a voice that is heard at a session."""
        self._opened = voice_id
        if voice_id is None:
            self._view.close_page()
        self.refresh()
        if session_id is not None:
            self.writing.write_down(session_id)

    def refresh(self) -> None:
        """Ask everything again."""
        around = self._around
        around.work.ask(
            voices.voices_board,
            around.clock(),
            around.place.id,
            self._typed_words,
            self._language,
            dict(self._more),
            self._only,
            then=self._show_board,
            slot="board",
        )
        if self._opened is not None:
            around.work.ask(
                voices.voice_board,
                self._opened,
                around.clock(),
                then=self._show_page,
                failed=self._lose_page,
                slot="page",
            )

    # --- looking ---

    def typed(self, words: str) -> None:
        """Search while somebody types."""
        self._typed_words = words
        self.refresh()

    def choose_language(self, code: str) -> None:
        """Show the voices in one language; an empty code shows all."""
        self._language = code
        self.refresh()

    def choose_filter(self) -> None:
        """Ask what to show only."""
        if self._board:
            self._view.open_filter(self._wording.narrowing(self._board, self._only))

    def show_only(self, only: Only) -> None:
        """Show only voices of a kind, a theme or a function."""
        self._only = only
        self.refresh()

    def show_everything(self) -> None:
        """Search no longer."""
        self._typed_words = self._language = ""
        self._only = Only()
        self._view.clear_search()
        self.refresh()

    def show_more(self, state: VoiceState) -> None:
        """Show more cards of a column."""
        self._more[state] = self._more.get(state, 0) + MORE
        self.refresh()

    def open_voice(self, voice_id: int) -> None:
        """Show the page of a voice."""
        self._opened = voice_id
        self.refresh()

    def close_voice(self) -> None:
        """Go back to the board."""
        self._opened = None
        self._view.close_page()

    # --- moving, and the rest of the page ---

    def move(self, voice_id: int, state: VoiceState) -> None:
        """Put a voice in another column; not possible asks for the reason first."""
        voice = self._voice(voice_id)
        if voice and voice.state is not state:
            failed = partial(self._ask_reason, voice_id, state)
            self._around.work.do(voices.move, voice_id, voice.version, state, failed=failed)

    def move_here(self, state: VoiceState) -> None:
        """Put the voice of the page in another column."""
        if self._opened is not None:
            self.move(self._opened, state)

    def change(self) -> None:
        """Open the form for the voice of the page."""
        self.writing.change(self._opened)

    def answer(self) -> None:
        """Open the form for the answer to the voice of the page."""
        if self._opened is not None:
            self.writing.answer(self._opened)

    def tell(self) -> None:
        """Open the form that says how and when the parent got the answer."""
        if self._page:
            self.writing.tell(self._page)

    def hand_to(self, member_id: int | None) -> None:
        """Say who follows up the voice of the page."""
        self._do_here(voices.hand_to, member_id)

    def set_rung(self, rung: Rung) -> None:
        """Say how far parents take part in what becomes of the voice of the page."""
        self._do_here(voices.set_rung, rung)

    def translation_was_read(self) -> None:
        """Note that a speaker has read the translation."""
        self._do_here(voices.translation_was_read)

    def remove(self) -> None:
        """Take the voice of the page away."""
        self._do_here(voices.remove, then=lambda _changes: self.close_voice())

    def write_notes(self, voice_id: int, notes: str) -> None:
        """Save what the team notes for itself, also when the page is just being left."""
        voice = self._page.told.voice if self._page else None
        if voice and voice.id == voice_id and voice.notes != notes:
            self._around.work.do(board_texts.write_notes, voice.id, voice.version, notes)

    # --- the board of the corner, and voices that say the same ---

    def hang(self, voice_id: int | None = None) -> None:
        """Look at what hangs, or will hang, on the board of the corner; without a number of the voice of the page."""
        voice = self._voice(self._opened if voice_id is None else voice_id)
        if voice:
            self._view.open_hanging(voice.id, voice.is_shown)

    def take_down(self) -> None:
        """Take the voice of the page from the board of the corner."""
        self._do_here(board_texts.hide)

    def look_for_same(self) -> None:
        """Look for a voice that says the same as the one of the page."""
        if self._opened is not None:
            self._view.open_joining(self._opened)

    def join(self, voice_id: int, into_id: int) -> None:
        """Let a voice stand with another one."""
        voice = self._voice(voice_id)
        if voice:
            self._around.work.do(joining.join, voice.id, voice.version, into_id)

    def separate(self, voice_id: int) -> None:
        """Let a voice stand alone again."""
        voice = self._voice(voice_id)
        if voice:
            self._around.work.do(joining.separate, voice.id, voice.version)

    def tell_joined(self, voice_id: int) -> None:
        """Open the form that says how another parent who says the same got the answer."""
        ask = self._around.work.ask
        ask(voices.voice_board, voice_id, self._around.clock(), then=self.writing.tell, slot="tell")

    def plan(self) -> None:
        """Go and plan a session from the voice of the page."""
        self._around.go("planning", voice_id=self._opened)

    def open_session(self, session_id: int) -> None:
        """Go to a session that came from the voice."""
        self._around.go("planning", session_id=session_id)

    # --- what follows an answer of the core ---

    def _do_here(
        self, verb: Callable[..., Changes], *args: object, then: Callable[[Changes], None] | None = None
    ) -> None:
        voice = self._voice(self._opened)
        if voice:
            self._around.work.do(verb, voice.id, voice.version, *args, then=then)

    def _voice(self, voice_id: int | None) -> Voice | None:
        if self._page and self._page.told.voice.id == self._opened:
            on_page = (self._page.told.voice, *self._page.joined)
            found = next((voice for voice in on_page if voice.id == voice_id), None)
            if found:
                return found
        columns = self._board.columns if self._board else ()
        return next((told.voice for column in columns for told in column.voices if told.voice.id == voice_id), None)

    def _show_board(self, board: VoicesBoard) -> None:
        self._board = board
        self._view.show_board(self._wording.board(board, self._language, self._typed_words, self._only))

    def _show_page(self, board: VoiceBoard) -> None:
        if self._opened == board.told.voice.id:
            self._page = board
            self._view.show_page(self._wording.page(board))

    def _lose_page(self, _refused: Refused) -> None:
        self.close_voice()  # somebody took the voice away, or hearing it was undone

    def _ask_reason(self, voice_id: int, state: VoiceState, refused: Refused) -> None:
        if refused.reason is Reason.REASON_MISSING:
            self.writing.answer(voice_id, state)
        else:
            self._around.say(sentence(self._around.words, refused, self._around.formats))
            self.refresh()
