"""Typing in a tally sheet: a number for each column and line of the paper, saved when its row is left. No Qt here."""

from __future__ import annotations

from functools import partial

from meetingplace.domain.families import AgeBand, HowHeard, Relation
from meetingplace.domain.paper_lists import PaperKind
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.visits import Tallied
from meetingplace.i18n.refusals import sentence
from meetingplace.i18n.words import band_name, how_heard_name, relation_name
from meetingplace.services import arrivals, typing_in
from meetingplace.services.changes import Changes
from meetingplace.services.typing_in import TallyBoard
from meetingplace.ui.arrivals.typing_in.finishing import Finishing
from meetingplace.ui.arrivals.typing_in.names import View
from meetingplace.ui.arrivals.typing_in.shown import ColumnKind, ColumnShown, RowShown, RowState
from meetingplace.ui.kit.surroundings import Surroundings

_MOST = 4  # digits


class CountsPresenter:
    """One tally sheet."""

    first_open = 1

    def __init__(self, around: Surroundings, view: View, session_id: int) -> None:
        """Take the session; `refresh` asks."""
        self._around, self._view, self._session_id = around, view, session_id
        self._ = _ = around.words
        self._board: TallyBoard | None = None
        self._typed: dict[int, str] = {}  # by row
        self._wrong: set[int] = set()
        self._saving: set[int] = set()
        self._saved_rows: set[int] = set()
        self.end = Finishing(around, view, PaperKind.TALLY)
        self.columns = (
            ColumnShown("what", _("On the sheet"), ColumnKind.LABEL, 420),
            ColumnShown("number", _("Counted"), ColumnKind.NUMBER, 130),
            ColumnShown("state", "", ColumnKind.STATE, 160),
        )

    def refresh(self) -> None:
        """Ask for the counts again; while one is being saved not yet: when it is, it asks."""
        if self._saving:
            return
        ask = self._around.work.ask
        ask(typing_in.tally_board, self._session_id, then=self._take, failed=self._refused, slot="typing in")

    # --- what the keys do ---

    def type(self, number: int, column: int, text: str) -> None:
        """Take a number; it is saved when its row is left."""
        self._wrong.discard(number)
        self._typed[number] = text.strip()
        if text.strip() == self._kept(number):
            del self._typed[number]
        self._show()

    def space(self, number: int, column: int) -> None:
        """Count one more."""
        now = self._typed.get(number, self._kept(number)) or "0"
        if now.isdecimal():
            self.type(number, column, str(int(now) + 1))

    def leave(self, number: int) -> None:
        """Save a count that was changed."""
        if number not in self._typed or number in self._saving or self._board is None:
            return
        typed = self._typed[number] or "0"
        what, key, before = self._board.counts[number]
        if not (typed.isascii() and typed.isdecimal()) or len(typed) > _MOST:
            self._not_saved(number, Refused(Reason.NUMBER_IMPOSSIBLE, typed=typed[:20]))
            return
        self._saving.add(number)
        self._show()
        ends = {"then": partial(self._saved, number, self._typed[number]), "failed": partial(self._not_saved, number)}
        if what is None:
            self._around.work.do(arrivals.turn_away, self._session_id, int(typed) - before, quietly=True, **ends)
        else:
            self._around.work.do(arrivals.count, self._session_id, what, key, int(typed), quietly=True, **ends)

    def complete(self, column: int, text: str) -> tuple[str, ...]:
        """Complete nothing: there are numbers only."""
        return ()

    @property
    def has_wrong(self) -> bool:
        """Tell whether a count could not be saved."""
        return bool(self._wrong)

    def is_end(self, number: int) -> bool:
        """Tell whether a row is the last one."""
        return self._board is not None and number == len(self._board.counts) - 1

    # --- what follows ---

    def _saved(self, number: int, sent: str, _changes: Changes) -> None:
        self._saving.discard(number)
        self._saved_rows.add(number)
        if self._typed.get(number) == sent:
            del self._typed[number]
        self.refresh()

    def _not_saved(self, number: int, refused: Refused) -> None:
        self._saving.discard(number)
        self._wrong.add(number)
        self.refresh()
        self._show()
        self._refused(refused)

    def _refused(self, refused: Refused) -> None:
        self._view.say(sentence(self._, refused, self._around.formats), is_wrong=True)

    def _take(self, board: TallyBoard) -> None:
        if self._saving:
            return  # the last one that is saved asks again
        self._board = board
        self._show()
        self.end.take(board.sheet, board.totals)

    def _kept(self, number: int) -> str:
        return str(self._board.counts[number][2] or "") if self._board else ""

    def _show(self) -> None:
        if self._board:
            self._view.show_rows(tuple(self._shown(number) for number in range(len(self._board.counts))))

    def _shown(self, number: int) -> RowShown:
        _ = self._
        states = {RowState.NOT_HERE: "", RowState.SAVED: _("saved"), RowState.WRONG: _("not saved")}
        state = self._state(number)
        what = self._label(number)
        return RowShown(
            (what, self._typed.get(number, self._kept(number)), states.get(state, _("not saved yet"))), state, True
        )

    def _state(self, number: int) -> RowState:
        if number in self._saving:
            return RowState.SAVING
        if number in self._wrong:
            return RowState.WRONG
        if number in self._typed:
            return RowState.TYPING
        return RowState.SAVED if number in self._saved_rows or self._kept(number) else RowState.NOT_HERE

    def _label(self, number: int) -> str:
        _ = self._
        if self._board is None:
            return ""
        what, key, _number = self._board.counts[number]
        if what is None:
            return _("Had to wait or go back")
        group, one = self._group(what), self._one(what, key)
        return _("{group}: {one}", group=group, one=one)

    def _group(self, what: Tallied) -> str:
        _ = self._
        return {
            Tallied.CHILDREN: _("Children"),
            Tallied.ADULTS: _("Adults"),
            Tallied.FAMILIES: _("Families"),
            Tallied.LANGUAGES: _("Languages at home"),
            Tallied.MUNICIPALITIES: _("Lives in"),
            Tallied.HOW_HEARD: _("How they heard"),
        }[what]

    def _one(self, what: Tallied, key: str) -> str:
        _ = self._
        if what is Tallied.CHILDREN:
            return band_name(_, AgeBand(int(key)))
        if what is Tallied.ADULTS:
            return relation_name(_, Relation(key))
        if what is Tallied.FAMILIES:
            return _("all") if key == "all" else _("new")
        if what is Tallied.LANGUAGES:
            return self._around.formats.language_name(key)
        if what is Tallied.MUNICIPALITIES:
            return self._board.towns.get(key, key) if self._board else key
        return how_heard_name(_, HowHeard(key))
