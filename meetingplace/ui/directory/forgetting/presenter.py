"""What forgetting a family means, said before and after; and the act itself. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from meetingplace.domain.refusals import Refused
from meetingplace.i18n.catalog import isolated_if_turned
from meetingplace.i18n.refusals import sentence
from meetingplace.services import forgetting
from meetingplace.services.changes import Changes
from meetingplace.services.forgetting import ForgetBoard
from meetingplace.ui.kit.surroundings import Surroundings


@dataclass(frozen=True)
class ForgetShown:
    """What goes, what stays and what the program does not reach, each as sentences."""

    title: str
    goes: tuple[str, ...]
    stays: tuple[str, ...]
    copies: tuple[str, ...]


class View(Protocol):
    """What the presenter asks of the panel."""

    def show_question(self, shown: ForgetShown) -> None:
        """Show what it means."""

    def show_problem(self, said: str) -> None:
        """Say why nothing was forgotten."""

    def close_panel(self) -> None:
        """Close the question."""


class Presenter:
    """One family, and the question whether it is forgotten."""

    def __init__(self, around: Surroundings, view: View, family_id: int) -> None:
        """Take the family; nothing is asked before `refresh`."""
        self._around, self._view, self._family_id = around, view, family_id
        self._ = around.words
        self._board: ForgetBoard | None = None

    def refresh(self) -> None:
        """Ask what it means."""
        today = self._around.clock().date()
        ask = self._around.work.ask
        ask(forgetting.forget_board, self._family_id, today, then=self._show, failed=self._lost, slot="forget")

    def forget(self) -> None:
        """Forget the family for good."""
        board, today = self._board, self._around.clock().date()
        if board:
            asked = (board.family_id, board.version, self._around.folder, today)
            do = self._around.work.do
            do(forgetting.forget_family, *asked, then=self._done, failed=self._refused, quietly=True)

    def _show(self, board: ForgetBoard) -> None:
        self._board = board
        self._view.show_question(self._question(board))

    def _question(self, board: ForgetBoard) -> ForgetShown:
        _ = self._
        goes = (
            _("The nickname and the picture, where they live, how they heard of you, and the contact."),
            _("The nickname and the birth month of each child."),
            _("Nobody finds them any more: not in the search, not at the desk, not by undo."),
        )
        return ForgetShown(
            title=_("Forget {nickname}?", nickname=isolated_if_turned(board.nickname)),
            goes=goes,
            stays=self._stays(board),
            copies=self._copies(board),
        )

    def _stays(self, board: ForgetBoard) -> tuple[str, ...]:
        _ = self._
        counted = _.plural(
            "{n} visit, as a number only: who came, how old, which languages. Nobody sees any more whose it was.",
            "{n} visits, as numbers only: who came, how old, which languages. Nobody sees any more whose they were.",
            board.visits,
        )
        if not board.visits:
            counted = _("Nothing: this family never came.")
        names = self._around.formats.list_of(
            [isolated_if_turned(name) or _("a child without a nickname") for name in board.shared_children]
        )
        shared = _.plural(
            "{children} stays: the child comes with another family too.",
            "{children} stay: they come with another family too.",
            len(board.shared_children),
            children=names,
        )
        return (counted, shared) if names else (counted,)

    def _copies(self, board: ForgetBoard) -> tuple[str, ...]:
        _ = self._
        if self._around.folder is None:
            return (_("Whoever looks after the server has back-ups of before: ask to let those go too."),)
        return (
            _(
                "Back-ups of before still hold the family. The last one is taken away on {day}. "
                "Is one put back earlier, the family is forgotten again at once.",
                day=self._last_day(board),
            ),
            _("What you saved or printed yourself, on a stick for instance, the program does not reach."),
        )

    def _last_day(self, board: ForgetBoard) -> str:
        return f"{self._around.formats.day_of_month(board.last_backup)} {board.last_backup.year}"

    def _done(self, _changes: Changes) -> None:
        _, board = self._, self._board
        self._view.close_panel()
        if board and self._around.folder is not None:
            day = self._last_day(board)
            self._around.say(
                _("The family is forgotten. The numbers stay. The last back-up with it goes on {day}.", day=day)
            )
        else:
            self._around.say(_("The family is forgotten. The numbers stay."))

    def _lost(self, refused: Refused) -> None:
        self._view.close_panel()
        self._around.say(sentence(self._, refused, self._around.formats))

    def _refused(self, refused: Refused) -> None:
        self._view.show_problem(sentence(self._, refused, self._around.formats))
        self.refresh()
