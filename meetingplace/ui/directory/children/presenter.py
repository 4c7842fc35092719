"""What is done with a child of the family that is open. No Qt here."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from meetingplace.domain.families import BirthMonth, Child
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.catalog import isolated_if_turned
from meetingplace.i18n.refusals import sentence
from meetingplace.services import directory
from meetingplace.services.changes import Changes
from meetingplace.services.directory import ChildAge, FamilyBoard
from meetingplace.ui.directory.shown import ChildFormShown
from meetingplace.ui.directory.wording import Wording
from meetingplace.ui.kit.surroundings import Surroundings

_FIELDS = {Reason.BIRTH_IN_FUTURE: "born", Reason.NUMBER_IMPOSSIBLE: "born", Reason.TEXT_TOO_LONG: "nickname"}


class ChildView(Protocol):
    """What the presenter asks of the screen."""

    def show_child_form(self, shown: ChildFormShown) -> None:
        """Open the form of a child."""

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field of the form that is open; without a field, above all of them."""

    def close_panel(self) -> None:
        """Close the form that is open."""


class Presenter:
    """The children of `family`, which is the one whose page is open."""

    def __init__(self, around: Surroundings, view: ChildView, wording: Wording) -> None:
        self._around, self._view, self._wording = around, view, wording
        self.family: FamilyBoard | None = None
        self._child = Child(0)  # as it was when its form was opened

    def add(self) -> None:
        """Open the form of a new child."""
        self._show_form(None)

    def change(self, child_id: int) -> None:
        """Open the form of a child."""
        if self.family:
            self._show_form(next((one for one in self.family.children if one.child_id == child_id), None))

    def _show_form(self, child: ChildAge | None) -> None:
        self._child = Child(child.child_id, version=child.version) if child else Child(0)
        self._view.show_child_form(self._wording.child_form(child, self._around.clock().date()))

    def save(self, nickname: str, month: int | None, year: int | None) -> None:
        """Write the child of the form; month and year of birth go together."""
        if self.family is None:
            return
        if (month is None) != (year is None):
            self._view.show_wrong("born", self._around.words("Choose both the month and the year, or neither."))
            return
        typed = replace(self._child, nickname=nickname, born=BirthMonth(year, month) if year and month else None)
        verb = directory.change_child if typed.id else directory.add_child
        family_id, today = self.family.family.id, self._around.clock().date()
        self._around.work.do(verb, family_id, typed, today, then=self._saved, failed=self._say_wrong)

    def remove(self) -> None:
        """Take the child of the form out of the family."""
        if self.family:
            family_id = self.family.family.id
            self._around.work.do(
                directory.remove_child, family_id, self._child.id, then=self._saved, failed=self._say_wrong
            )

    def share(self, other_id: int) -> None:
        """Let the child of the form come with another family too."""
        if self.family:
            family_id, do = self.family.family.id, self._around.work.do
            do(
                directory.share_child,
                family_id,
                self._child.id,
                other_id,
                then=self._saved,
                failed=self._say_not_shared,
            )

    def _saved(self, _changes: Changes) -> None:
        self._view.close_panel()

    def _say_wrong(self, refused: Refused) -> None:
        self._view.show_wrong(_FIELDS.get(refused.reason, ""), self._sentence(refused))

    def _say_not_shared(self, refused: Refused) -> None:
        said = self._sentence(refused)
        if refused.reason is Reason.ALREADY_THERE:
            nickname = isolated_if_turned(str(refused.facts["nickname"]))
            said = self._around.words("This child already comes with {nickname}.", nickname=nickname)
        self._view.show_wrong("also_in", said)

    def _sentence(self, refused: Refused) -> str:
        return sentence(self._around.words, refused, self._around.formats)
