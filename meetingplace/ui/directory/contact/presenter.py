"""The contact of one family: read when somebody asks, written, taken away. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.catalog import isolated_if_turned
from meetingplace.i18n.refusals import sentence
from meetingplace.services import contacts
from meetingplace.services.changes import Changes
from meetingplace.services.contacts import ContactBoard
from meetingplace.ui.kit.surroundings import Surroundings

_FIELDS = {
    Reason.TEXT_TOO_LONG: "words",
    Reason.CONTACT_END_MISSING: "until",
    Reason.DAY_OUTSIDE: "until",
    Reason.DATE_IMPOSSIBLE: "until",
}


@dataclass(frozen=True)
class ContactShown:
    """The form of a contact."""

    lead: str
    words: str
    until: date
    is_kept: bool


class View(Protocol):
    """What the presenter asks of the panel."""

    def show_contact(self, shown: ContactShown) -> None:
        """Show the contact."""

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field, or above all of them."""

    def close_panel(self) -> None:
        """Close the form, and so the contact."""


class Presenter:
    """The contact of one family."""

    def __init__(self, around: Surroundings, view: View, family_id: int) -> None:
        """Take the family; nothing is asked before `refresh`."""
        self._around, self._view, self._family_id = around, view, family_id
        self._board: ContactBoard | None = None

    def refresh(self) -> None:
        """Ask for the contact."""
        today = self._around.clock().date()
        ask = self._around.work.ask
        ask(contacts.contact_board, self._family_id, today, then=self._show, failed=self._lost, slot="contact")

    def save(self, words: str, until: date | None) -> None:
        """Write what was typed."""
        if self._board:
            today = self._around.clock().date()
            asked = (self._family_id, self._board.version, words, until, today)
            self._around.work.do(contacts.write, *asked, then=self._saved, failed=self.wrong)

    def remove(self) -> None:
        """Take the contact away."""
        if self._board:
            do = self._around.work.do
            do(contacts.remove, self._family_id, self._board.version, then=self._saved, failed=self.wrong)

    def wrong(self, refused: Refused) -> None:
        """Say what is wrong with what was typed."""
        self._view.show_wrong(_FIELDS.get(refused.reason, ""), self._sentence(refused))

    def _show(self, board: ContactBoard) -> None:
        _ = self._around.words
        self._board = board
        contact = board.contact
        lead = _("Only for who asks you to keep it. It stands on no list, and is in no search.")
        self._view.show_contact(
            ContactShown(
                lead=_("{nickname}. {lead}", nickname=isolated_if_turned(board.nickname), lead=lead),
                words=contact.words if contact else "",
                until=contact.until if contact else board.usual_end,
                is_kept=contact is not None,
            )
        )

    def _saved(self, _changes: Changes) -> None:
        self._view.close_panel()

    def _lost(self, refused: Refused) -> None:
        self._view.close_panel()
        self._around.say(self._sentence(refused))

    def _sentence(self, refused: Refused) -> str:
        return sentence(self._around.words, refused, self._around.formats)
