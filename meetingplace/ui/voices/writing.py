"""The forms for hearing, answering and telling back; what was typed and not saved is kept. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from functools import partial
from typing import Protocol

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.typed_text import LINE_LIMIT, TEXT_LIMIT
from meetingplace.domain.voices import ToldHow, Voice, VoiceState
from meetingplace.i18n.refusals import sentence
from meetingplace.services import voice_forms, voices
from meetingplace.services.changes import Changes
from meetingplace.services.voice_forms import FormBoard
from meetingplace.services.voices import VoiceBoard
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.voices.shown import AnswerDraft, AnswerShown, FormShown, TellShown, VoiceDraft
from meetingplace.ui.voices.wording import Wording


class Forms(Protocol):
    """What writing asks of the screen."""

    def show_form(self, shown: FormShown) -> None:
        """Open the form for what a parent says."""

    def show_answer(self, shown: AnswerShown) -> None:
        """Open the form for an answer."""

    def show_tell(self, shown: TellShown) -> None:
        """Open the form for telling back."""

    def show_wrong(self, field: str, said: str) -> None:
        """Show what is wrong under a field of the open form; what was typed stays."""

    def close_form(self) -> None:
        """Close the form that is open."""


class Writing:
    """The open form, and what was typed in forms that were closed without saving."""

    def __init__(self, around: Surroundings, view: Forms, wording: Wording) -> None:
        """Begin without any form."""
        self._around = around
        self._view = view
        self._wording = wording
        self._changing: Voice | None = None  # the voice of the form; None: a new one
        self._answering: Voice | None = None
        self._decision: VoiceState | None = None  # what somebody wanted while the answer was still missing
        self._drafts: dict[int | None, VoiceDraft] = {}  # by voice, None: a new one
        self._answers: dict[int, AnswerDraft] = {}

    def write_down(self, session_id: int | None = None) -> None:
        """Open the form for what a parent says, perhaps at a certain session."""
        self._ask_form(session_id, None)

    def change(self, voice_id: int | None) -> None:
        """Open the form for a voice that is there."""
        self._ask_form(None, voice_id)

    def save(self, draft: VoiceDraft) -> None:
        """Write down what was typed, as a new voice or over the one that the form was opened for."""
        self.keep_draft(draft)
        if self._changing:
            verb = partial(voices.change, replace(self._changing, **vars(draft)))
        else:
            place_id = self._around.place.id if draft.session_id is None else None
            verb = partial(voices.hear, **vars(draft), place_id=place_id, now=self._around.clock())
        self._around.work.do(verb, then=self._saved, failed=partial(self._refuse_draft, draft))

    def keep_draft(self, draft: VoiceDraft) -> None:
        """Keep what is typed; it is there when the form opens again, until it is saved."""
        self._drafts[self._changing.id if self._changing else None] = draft

    def answer(self, voice_id: int, decision: VoiceState | None = None) -> None:
        """Open the form for the answer to a voice, perhaps with what was decided."""
        self._decision = decision
        self._around.work.ask(voices.voice_board, voice_id, self._around.clock(), then=self._show_answer, slot="answer")

    def save_answer(self, draft: AnswerDraft) -> None:
        """Write the answer down."""
        self.keep_answer(draft)
        voice = self._answering
        if voice:
            verb = partial(voices.answer, voice.id, voice.version, draft.decision, draft.words, draft.in_language)
            self._around.work.do(verb, draft.follower_id, then=self._answered, failed=partial(self._refuse, "answer"))

    def keep_answer(self, draft: AnswerDraft) -> None:
        """Keep an answer that is typed, until it is saved."""
        if self._answering:
            self._answers[self._answering.id] = draft

    def tell(self, board: VoiceBoard) -> None:
        """Open the form that says how and when the parent got the answer."""
        self._answering = board.told.voice
        self._view.show_tell(self._wording.tell(board))

    def save_told(self, how: ToldHow, read_day: Callable[[], date]) -> None:
        """Note how and when it was told back; `read_day` reads what was typed, and may refuse."""
        voice = self._answering
        refuse = partial(self._refuse, "told_on")
        if voice:
            try:
                told_on = read_day()
            except Refused as refused:
                refuse(refused)
                return
            verb = partial(voices.tell_back, voice.id, voice.version, how, told_on, self._around.clock())
            self._around.work.do(verb, then=self._close, failed=refuse)

    def _ask_form(self, session_id: int | None, voice_id: int | None) -> None:
        around = self._around
        question = partial(voice_forms.form_board, around.clock(), around.place.id, session_id, voice_id)
        around.work.ask(question, then=self._show_form, slot="form")

    def _show_form(self, board: FormBoard) -> None:
        self._changing = board.voice
        draft = self._drafts.get(board.voice.id if board.voice else None) or self._first_draft(board)
        if not board.voice and board.session_id is not None:
            draft = replace(draft, session_id=board.session_id)
        self._view.show_form(self._wording.form(board, draft))

    def _first_draft(self, board: FormBoard) -> VoiceDraft:
        if board.voice:
            return VoiceDraft(**{field.name: getattr(board.voice, field.name) for field in fields(VoiceDraft)})
        host = self._around.settings.current.host
        is_in_team = host in [member.id for member in board.team]
        return VoiceDraft(language=self._around.words.language, follower_id=host if is_in_team else None)

    def _saved(self, changes: Changes) -> None:
        self._drafts.pop(self._changing.id if self._changing else None, None)
        self._close(changes)

    def _show_answer(self, board: VoiceBoard) -> None:
        self._answering = voice = board.told.voice
        usual = VoiceState.DISCUSSED if voice.state is VoiceState.HEARD else voice.state
        first = AnswerDraft(usual, voice.answer, voice.answer_in_language, voice.follower_id)
        draft = self._answers.get(voice.id, first)
        if self._decision:
            draft = replace(draft, decision=self._decision)
        self._view.show_answer(self._wording.answer(board, draft))

    def _answered(self, changes: Changes) -> None:
        if changes.made is not None:
            self._answers.pop(changes.made, None)
        self._close(changes)

    def _close(self, _changes: Changes) -> None:
        self._view.close_form()

    def _refuse_draft(self, draft: VoiceDraft, refused: Refused) -> None:
        field = "words"
        if refused.reason is Reason.TEXT_TOO_LONG and len(draft.words) <= TEXT_LIMIT:
            field = "theme" if len(draft.theme) > LINE_LIMIT else "translation"
        self._refuse(field, refused)

    def _refuse(self, field: str, refused: Refused) -> None:
        self._view.show_wrong(field, sentence(self._around.words, refused, self._around.formats))
