"""The room of choices: what each came to, and writing, opening, closing, counting one. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Protocol

from meetingplace.domain.polls import Poll
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.typed_text import NAME_LIMIT, TITLE_LIMIT
from meetingplace.i18n.refusals import sentence
from meetingplace.services import polls
from meetingplace.services.changes import Changes, Topic
from meetingplace.services.polls import PollResult, PollsBoard
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.voices.counts import read_count
from meetingplace.ui.voices.polls.shown import FormShown, PollDraft, PollsShown, PosterShown
from meetingplace.ui.voices.polls.wording import Wording, as_typed, draft_of

FOLLOWS = frozenset({Topic.POLLS, Topic.PLACES})


class View(Protocol):
    """What the presenter asks of the room."""

    def show_polls(self, shown: PollsShown) -> None:
        """Show all choices."""

    def open_form(self, shown: FormShown) -> None:
        """Open the form for a choice."""

    def open_poster(self, shown: PosterShown) -> None:
        """Open the form in which a poster is counted."""


class Form(Protocol):
    """What the presenter asks of an open form."""

    def show_wrong(self, field: str, said: str) -> None:
        """Say what is wrong; what was typed stays."""

    def close_panel(self) -> None:
        """Close it after saving."""


class Presenter:
    """All choices of the house, and the one whose form is open."""

    def __init__(self, around: Surroundings, view: View) -> None:
        """Take the surroundings; nothing is asked before `refresh`."""
        self._around, self._view = around, view
        self._ = around.words
        self._wording = Wording(around.words, around.formats)
        self._board: PollsBoard | None = None
        self._writing: Poll | None = None  # the choice of the form; None: a new one

    def refresh(self) -> None:
        """Ask all choices again."""
        self._around.work.ask(polls.polls_board, then=self._show, slot="polls")

    # --- writing one ---

    def new(self) -> None:
        """Open the form for a new choice, for the place in view."""
        if self._board:
            self._writing = None
            self._view.open_form(self._wording.form(self._board, PollDraft(place_id=self._around.place.id), None))

    def change(self, poll_id: int) -> None:
        """Open the form for a choice that is there."""
        result = self._result(poll_id)
        if result and self._board:
            self._writing = result.poll
            self._view.open_form(self._wording.form(self._board, draft_of(result.poll), result))

    def save(self, draft: PollDraft, form: Form) -> None:
        """Save what was typed."""
        if any(card.words.strip() and not card.picture for card in draft.cards):
            form.show_wrong("cards", self._("Choose a picture for each card."))
            return
        verb = polls.change if self._writing else polls.add
        do = self._around.work.do
        do(
            verb,
            as_typed(draft, self._writing),
            then=partial(self._saved, form),
            failed=partial(self._refuse, form, draft),
        )

    # --- opening, closing, taking away ---

    def switch(self, poll_id: int) -> None:
        """Open a choice in the corner, or close it."""
        result = self._result(poll_id)
        if result:
            verb = polls.close_poll if result.poll.is_open else polls.open_poll
            self._around.work.do(verb, poll_id, result.poll.version, self._around.clock())

    def remove(self, poll_id: int) -> None:
        """Take a choice away with its dots."""
        result = self._result(poll_id)
        if result:
            self._around.work.do(polls.remove, poll_id, result.poll.version)

    # --- counting a poster ---

    def count(self, poll_id: int) -> None:
        """Open the form in which its poster is counted."""
        result = self._result(poll_id)
        if result:
            self._writing = result.poll
            self._view.open_poster(self._wording.poster(result))

    def save_poster(self, typed: Mapping[int, str], form: Form) -> None:
        """Save how many dots each card has on the poster, as typed."""
        poll, numbers = self._writing, dict[int, int]()
        for card_id, words in typed.items():
            try:
                numbers[card_id] = read_count(words)
            except Refused as refused:
                form.show_wrong(str(card_id), sentence(self._, refused, self._around.formats))
                return
        if poll:
            verb = partial(polls.count_poster, poll.id, numbers, self._around.clock())
            wrong = str(max(numbers, key=lambda card_id: numbers[card_id]))
            self._around.work.do(verb, then=partial(self._saved, form), failed=partial(self._say, form, wrong))

    # --- what follows ---

    def _result(self, poll_id: int) -> PollResult | None:
        found = self._board.polls if self._board else ()
        return next((result for result in found if result.poll.id == poll_id), None)

    def _show(self, board: PollsBoard) -> None:
        self._board = board
        open_first = sorted(board.polls, key=lambda result: not result.poll.is_open)
        self._view.show_polls(PollsShown(tuple(self._wording.poll(result, board) for result in open_first)))

    @staticmethod
    def _saved(form: Form, _changes: Changes) -> None:
        form.close_panel()

    def _refuse(self, form: Form, draft: PollDraft, refused: Refused) -> None:
        is_about_cards = refused.reason in (Reason.CARDS_TOO_FEW, Reason.CARDS_TOO_MANY, Reason.POLL_HAS_DOTS) or (
            refused.reason is Reason.NAME_MISSING and bool(draft.question.strip())
        )
        if refused.reason is Reason.TEXT_TOO_LONG:
            is_about_cards = len(draft.question) <= TITLE_LIMIT
            if is_about_cards and all(len(card.words) <= NAME_LIMIT for card in draft.cards):
                self._say(form, "texts", refused)
                return
        self._say(form, "cards" if is_about_cards else "question", refused)

    def _say(self, form: Form, field: str, refused: Refused) -> None:
        form.show_wrong(field, sentence(self._, refused, self._around.formats))
