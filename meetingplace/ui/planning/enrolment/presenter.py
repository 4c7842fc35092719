"""What the list of a session or series says and does. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from meetingplace.domain.enrolments import Enrolled
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import SessionState
from meetingplace.i18n import refusals
from meetingplace.i18n.catalog import isolated_if_turned
from meetingplace.services import enrolments
from meetingplace.services.changes import Changes, Topic
from meetingplace.services.enrolments import EnrolmentBoard, Listing
from meetingplace.ui.kit.surroundings import Surroundings

FOLLOWS = frozenset({Topic.ENROLMENTS, Topic.SESSIONS, Topic.PLACES})
OWN, WHOLE = "own", "whole"
_FIELDS = {
    Reason.CONTACT_END_MISSING: "until",
    Reason.DAY_OUTSIDE: "until",
    Reason.DATE_IMPOSSIBLE: "until",
    Reason.CONTACT_NOT_KEPT: "contact",
}


@dataclass(frozen=True)
class NameShown:
    """A first name on the list, with what is said beside it."""

    enrolment_id: int
    first_name: str
    note: str


@dataclass(frozen=True)
class ListShown:
    """One list in words; what is empty is not shown."""

    line: str
    choices: tuple[tuple[str, str], ...]  # the whole series or only this session
    on: str
    numbers: str
    enrolled: tuple[NameShown, ...]
    waiting: tuple[NameShown, ...]
    of_series: str
    notice: str  # why nobody can be enrolled
    contact_help: str  # why no contact can be kept; empty: it can
    until: date  # until when a contact is usually kept


@dataclass(frozen=True)
class ChangeShown:
    """What the form about one first name begins with."""

    enrolled: Enrolled
    keeps_contacts: bool
    until: date


class View(Protocol):
    """Shows one list."""

    def show_list(self, shown: ListShown) -> None:
        """Show the list; what is being typed stays."""

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field: name, contact or until; what was typed stays."""

    def clear_entry(self) -> None:
        """Be ready for the next first name."""


class FormView(Protocol):
    """The form about one first name."""

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field; what was typed stays."""

    def close_panel(self) -> None:
        """Close it: it is done."""


class Presenter:
    """The lists of one session; which of the two is shown is chosen."""

    def __init__(self, around: Surroundings, view: View, session_id: int) -> None:
        """Take a session; `refresh` shows it."""
        self._around, self._view, self._session_id = around, view, session_id
        self._ = around.words
        self._board: EnrolmentBoard | None = None
        self._chosen = ""

    def refresh(self) -> None:
        """Ask the lists anew."""
        self._around.work.ask(enrolments.enrolment_board, self._session_id, then=self._show, slot="enrolments")

    def choose(self, which: str) -> None:
        """Show the list of the whole series, or of this session only."""
        self._chosen = which
        if self._board:
            self._show(self._board)

    def enrol(self, typed_name: str, typed_contact: str, until: date | None) -> None:
        """Put a first name on the list that is shown."""
        listing = self._listing()
        if listing is None:
            return

        def failed(refused: Refused) -> None:
            self._view.show_wrong(_FIELDS.get(refused.reason, "name"), self.say(refused))

        def enrolled(_changes: Changes) -> None:
            self._view.clear_entry()

        now = self._around.clock()
        self._around.work.do(
            enrolments.enrol, listing.on, typed_name, typed_contact, until, now, then=enrolled, failed=failed
        )

    def take_off(self, enrolment_id: int) -> None:
        """Take a first name off the list; who waits moves up by itself."""
        enrolled = self._find(enrolment_id)
        if enrolled:
            self._around.work.do(enrolments.take_off, enrolment_id, enrolled.version)

    def form(self, enrolment_id: int) -> ChangeShown | None:
        """Say what the form about a first name begins with; None when it was taken off meanwhile."""
        enrolled = self._find(enrolment_id)
        if self._board is None or enrolled is None:
            return None
        return ChangeShown(enrolled, self._board.keeps_contacts, enrolled.contact_until or self._board.last_day)

    def save(self, enrolled: Enrolled, typed_name: str, typed_contact: str, until: date | None, form: FormView) -> None:
        """Write a first name and its contact."""

        def failed(refused: Refused) -> None:
            form.show_wrong(_FIELDS.get(refused.reason, "name"), self.say(refused))

        def saved(_changes: Changes) -> None:
            form.close_panel()

        self._around.work.do(
            enrolments.change, enrolled.id, enrolled.version, typed_name, typed_contact, until, self._around.clock(),
            then=saved, failed=failed,
        )  # fmt: skip

    def print_list(self) -> None:
        """Go to the paper lists of this session: there the first-name sheet is seen and printed."""
        self._around.go("flyers", session_id=self._session_id, lists=True)

    def say(self, refused: Refused) -> str:
        """Say a refusal."""
        return refusals.sentence(self._, refused, self._around.formats)

    # --- in words ---

    def _show(self, board: EnrolmentBoard) -> None:
        _, formats = self._, self._around.formats
        self._board = board
        self._chosen = self._chosen or self._usual(board)
        session, listing = board.session, self._listing() or board.own
        place = board.place.name
        contact_help = _("At {place} no contacts are kept.", place=place) if not board.keeps_contacts else ""
        names = [one.first_name for one in board.whole.enrolled] if board.whole and self._chosen == OWN else []
        series = _("On the list of the whole series: {names}", names=formats.list_of(names)) if names else ""
        whole, own = (WHOLE, _("The whole series")), (OWN, _("Only this session"))
        day, hours = formats.day(session.day), formats.hours(session.activity.start, session.activity.end)
        self._view.show_list(
            ListShown(
                line=", ".join((session.activity.title, day, hours)),
                choices=(whole, own) if board.whole else (),
                on=self._chosen,
                numbers=self._numbers(listing, len(names)),
                enrolled=tuple(self._name(one) for one in listing.enrolled),
                waiting=tuple(self._name(one) for one in listing.waiting),
                of_series=series,
                notice=self._notice(board),
                contact_help=contact_help,
                until=board.last_day,
            )
        )

    @staticmethod
    def _usual(board: EnrolmentBoard) -> str:
        """Begin with the list of the series, unless this session has a list of its own and the series none."""
        has_own = bool(board.own.enrolled or board.own.waiting)
        is_whole = board.whole is not None and (bool(board.whole.enrolled or board.whole.waiting) or not has_own)
        return WHOLE if is_whole else OWN

    def _listing(self) -> Listing | None:
        if self._board is None:
            return None
        return self._board.whole if self._chosen == WHOLE else self._board.own

    def _find(self, enrolment_id: int) -> Enrolled | None:
        listing = self._listing()
        both = (*listing.enrolled, *listing.waiting) if listing else ()
        return next((one for one in both if one.id == enrolment_id), None)

    def _numbers(self, listing: Listing, of_series: int) -> str:
        _, taken = self._, len(listing.enrolled) + of_series
        if listing.capacity:
            said = _.plural("{taken} of {n} place taken", "{taken} of {n} places taken", listing.capacity, taken=taken)
        else:
            said = _.plural("{n} child enrolled, no limit", "{n} children enrolled, no limit", taken)
        waiting = len(listing.waiting)
        waits = _.plural("{n} waits", "{n} wait", waiting)
        return f"{said} · {waits}" if waiting else said

    def _name(self, enrolled: Enrolled) -> NameShown:
        until = enrolled.contact_until
        note = self._("contact until {day}", day=self._around.formats.day_of_month(until)) if until else ""
        return NameShown(enrolled.id, isolated_if_turned(enrolled.first_name), note)

    def _notice(self, board: EnrolmentBoard) -> str:
        if not board.place.level.knows_families:
            return self.say(Refused(Reason.ONLY_TALLIES_HERE, place=board.place.name))
        closed = {SessionState.CANCELLED: Reason.SESSION_CANCELLED, SessionState.HELD: Reason.SESSION_CLOSED}
        reason = closed.get(board.session.state) if self._chosen == OWN else None
        return self.say(Refused(reason)) if reason else ""
