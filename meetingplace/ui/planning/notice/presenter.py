"""What the notice of a session says: the text in each language, and whom to tell. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from meetingplace.domain.refusals import Refused
from meetingplace.i18n import refusals
from meetingplace.i18n.formats import own_name
from meetingplace.i18n.words import text_state_name
from meetingplace.services import notices
from meetingplace.services.changes import Changes, Topic
from meetingplace.services.notices import NoticeBoard, NoticeText
from meetingplace.ui.kit.surroundings import Surroundings

FOLLOWS = frozenset({Topic.SESSIONS, Topic.ENROLMENTS, Topic.FLYERS})


@dataclass(frozen=True)
class TextShown:
    """The notice in one language, with the state of its phrases when nobody who speaks it read them."""

    language: str
    name: str
    text: str
    state: str


@dataclass(frozen=True)
class TellShown:
    """Somebody to tell: who, and how or what is known of them."""

    who: str
    how: str


@dataclass(frozen=True)
class NoticeShown:
    """The whole notice."""

    line: str
    texts: tuple[TextShown, ...]
    tell: tuple[TellShown, ...]
    is_told: bool


class View(Protocol):
    """Shows a notice."""

    def show_notice(self, shown: NoticeShown) -> None:
        """Show it."""

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""

    def close_panel(self) -> None:
        """Close it: there is nothing to tell any more."""


class Presenter:
    """The notice of one session."""

    def __init__(self, around: Surroundings, view: View, session_id: int) -> None:
        """Take a session; `refresh` shows it."""
        self._around, self._view, self._session_id = around, view, session_id
        self._ = around.words
        self._board: NoticeBoard | None = None

    def refresh(self) -> None:
        """Ask the notice anew."""
        self._around.work.ask(
            notices.notice_board, self._session_id, then=self._show, failed=self._nothing, slot="notice"
        )

    def copy(self, language: str = "") -> None:
        """Copy the notice in one language, or in all of them under each other."""
        if self._board:
            wanted = [one.text for one in self._board.texts if language in ("", one.language)]
            self._view.copy("\n\n".join(wanted))
            self._around.say(self._("The notice was copied. Paste it where you like."))

    def told(self) -> None:
        """Note that everybody knows."""
        if self._board:
            self._around.work.do(notices.say_told, self._session_id, self._board.session.version, then=self._all_told)

    def _all_told(self, _changes: Changes) -> None:
        self._view.close_panel()

    def _nothing(self, refused: Refused) -> None:
        self._view.close_panel()
        self._around.say(refusals.sentence(self._, refused, self._around.formats))

    def _show(self, board: NoticeBoard) -> None:
        _, session = self._, board.session
        day = self._around.formats.day(session.day)
        self._board = board
        self._view.show_notice(
            NoticeShown(
                line=" · ".join((_("{title}, {day}", title=session.activity.title, day=day), *self._along(board))),
                texts=tuple(self._text(one) for one in board.texts),
                tell=tuple(self._tell(board)),
                is_told=board.is_told,
            )
        )

    def _along(self, board: NoticeBoard) -> tuple[str, ...]:
        """Say that the notice is of later sessions of the series as well; nothing when it is of this one only."""
        number = len(board.along)
        said = self._.plural("also for the {n} that follows", "also for the {n} that follow", number)
        return (said,) if number else ()

    def _text(self, text: NoticeText) -> TextShown:
        state = text_state_name(self._, text.state) if text.state == "machine" else ""
        return TextShown(text.language, own_name(text.language), text.text, state)

    def _tell(self, board: NoticeBoard) -> list[TellShown]:
        _, names = self._, self._around.formats.list_of
        found = []
        if board.team:
            found.append(TellShown(_("The team"), names(board.team)))
        if board.partners:
            found.append(TellShown(_("The partners"), names(board.partners)))
        if board.reachable:
            says = _("{names}: their contact is on the list.", names=names(board.reachable))
            found.append(TellShown(_("Who is enrolled"), says))
        if board.others_enrolled:
            says = _.plural("{n} child without a contact", "{n} children without a contact", board.others_enrolled)
            found.append(TellShown(_("Who is enrolled"), says))
        door = _("Hang the notice at the door.")
        flyer = _("The flyer no longer tells the truth: make it anew.")
        says = f"{door} {flyer}" if board.has_flyer else door
        found.append(TellShown(_("The parents"), says))
        return found
