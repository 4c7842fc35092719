"""Doing what a form of the planning asks: it closes when that is done, else it says what is wrong. No Qt here."""

from __future__ import annotations

from collections.abc import Callable

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services.changes import Changes
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.view import View
from meetingplace.ui.planning.wording import Wording

_FIELD = {
    Reason.NAME_MISSING: "title",
    Reason.DATE_IMPOSSIBLE: "day",
    Reason.END_BEFORE_START: "end",
    Reason.AGE_RANGE_TURNED: "ages",
    Reason.SESSION_HAS_VISITS: "day",
    Reason.NO_DATES: "until",
    Reason.FEWER_DATES: "until",
    Reason.PERIOD_TOO_LONG: "until",
    Reason.REASON_MISSING: "reason",
}

Then = Callable[[Changes], None]


def _nothing(_changes: Changes) -> None:
    """Follow an act with nothing more."""


class Saving:
    """Does the acts of the forms."""

    def __init__(self, around: Surroundings, view: View, wording: Wording) -> None:
        """Close the forms of a view, and say in these words what is wrong."""
        self._around, self._view, self._wording = around, view, wording
        self._ = around.words

    def do(self, verb: Callable[..., Changes], *args: object, then: Then = _nothing, quietly: bool = False) -> None:
        """Do an act, close the form and go on with `then`; `quietly` leaves the toast to that."""

        def done(changes: Changes) -> None:
            self._view.close_form()
            then(changes)

        self._around.work.do(verb, *args, then=done, failed=self._wrong, quietly=quietly)

    def _wrong(self, refused: Refused) -> None:
        is_title_missing = refused.reason is Reason.NAME_MISSING
        says = self._("A title is still missing. Type one.") if is_title_missing else self._wording.refusal(refused)
        self._view.show_wrong(_FIELD.get(refused.reason, ""), says)
