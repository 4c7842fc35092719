"""What the Families screen does with a gesture: which page, which family, which form, which verb. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from meetingplace.domain.families import Family, Order
from meetingplace.domain.pictures import Picture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import refusals
from meetingplace.services import directory
from meetingplace.services.changes import Changes, Topic
from meetingplace.services.directory import LATEST_VISITS, FamilyBoard, FormBoard, ListBoard
from meetingplace.ui.directory.children.presenter import ChildView, Presenter as Children
from meetingplace.ui.directory.shown import FamilyShown, FormShown, ListShown, PictureShown
from meetingplace.ui.directory.wording import Wording
from meetingplace.ui.kit.surroundings import Surroundings

FOLLOWS = frozenset({Topic.FAMILIES, Topic.VISITS, Topic.SESSIONS, Topic.PLACES})
_ALL_VISITS = 100_000
_FIELDS = {
    Reason.NAME_MISSING: "nickname",
    Reason.LANGUAGE_UNKNOWN: "languages",
    Reason.NUMBER_IMPOSSIBLE: "postcode",
    Reason.DATE_IN_FUTURE: "first_seen",
    Reason.DATE_IMPOSSIBLE: "first_seen",
    Reason.PICTURE_TAKEN: "picture",
}


class View(ChildView, Protocol):
    """What the presenter asks of the screen."""

    def show_list(self, shown: ListShown) -> None:
        """Show a page of the list."""

    def show_family(self, shown: FamilyShown) -> None:
        """Show the page of a family."""

    def show_no_family(self) -> None:
        """Show that no family is chosen."""

    def show_form(self, shown: FormShown) -> None:
        """Open the form of a family."""

    def show_pictures(self, shown: tuple[PictureShown, ...], chosen: Callable[[Picture], None]) -> None:
        """Open the pictures to choose from; what is chosen goes to `chosen`."""

    def show_form_picture(self, picture: Picture, name: str) -> None:
        """Show another picture in the form that is open."""


class Presenter:
    """The list, and the family that is open."""

    def __init__(self, around: Surroundings, view: View) -> None:
        """Take the surroundings; nothing is asked before `open`."""
        self._around = around
        self._view = view
        self._wording = Wording(around.words, around.formats)
        self.children = Children(around, view, self._wording)
        self._words = ""
        self._order = Order.NICKNAME
        self._page = 0
        self._list: ListBoard | None = None
        self._family_id: int | None = None
        self._family: FamilyBoard | None = None
        self._form: FormBoard | None = None
        self._latest = LATEST_VISITS

    # --- the list ---

    def open(self, family_id: int | None = None) -> None:
        """Come to the list, perhaps for one family."""
        if family_id is not None:
            self._look_at(family_id)
        self.refresh()

    def refresh(self) -> None:
        """Ask everything again."""
        self._ask_list()
        if self._family_id is not None:
            self._ask_family()

    def typed(self, words: str) -> None:
        """Search while somebody types."""
        self._words, self._page = words.strip(), 0
        self._ask_list()

    def sort(self, order: Order) -> None:
        """Sort the list, from its beginning."""
        self._order, self._page = order, 0
        self._ask_list()

    def turn(self, pages: int) -> None:
        """Turn so many pages of the list."""
        self._page += pages
        self._ask_list()

    def enter(self) -> None:
        """Open the one family that is found; with several nothing is guessed."""
        if self._words:
            self._ask_list(self._enter_found)

    def _ask_list(self, then: Callable[[ListBoard], None] | None = None) -> None:
        today = self._around.clock().date()
        self._around.work.ask(
            directory.list_board, self._words, self._order, self._page, today,
            then=then or self._show_list, slot="list",
        )  # fmt: skip

    def _show_list(self, board: ListBoard) -> None:
        self._list, self._page = board, board.page
        self._view.show_list(self._wording.listing(board, self._words, self._around.clock().date()))

    def _enter_found(self, board: ListBoard) -> None:
        self._show_list(board)
        if board.found == 1:
            self.choose(board.entries[0].family_id)

    # --- the page of a family ---

    def choose(self, family_id: int) -> None:
        """Open the page of a family."""
        self._look_at(family_id)
        self._ask_family()

    def close_family(self) -> None:
        """Go back to the list alone."""
        self._family_id = self._family = self.children.family = None
        self._view.show_no_family()

    def show_all_visits(self) -> None:
        """Show every visit of the family."""
        self._latest = _ALL_VISITS
        self._ask_family()

    def _look_at(self, family_id: int) -> None:
        self._family_id, self._latest = family_id, LATEST_VISITS

    def _ask_family(self) -> None:
        today = self._around.clock().date()
        self._around.work.ask(
            directory.family_board,
            self._family_id,
            today,
            self._latest,
            then=self._show_family,
            failed=self._lost,
            slot="family",
        )

    def _show_family(self, board: FamilyBoard) -> None:
        if board.family.id == self._family_id:
            self._family = self.children.family = board
            self._view.show_family(self._wording.family(board, self._around.clock().date()))

    def _lost(self, refused: Refused) -> None:
        """Let go of a family that is not there any more: removed, or its adding was undone."""
        self.close_family()
        if refused.reason is not Reason.NOT_FOUND:
            self._around.say(self._sentence(refused))

    # --- its form ---

    def add_family(self) -> None:
        """Open the form of a new family; a name that was searched in vain is its nickname."""
        self._around.work.ask(directory.form_board, then=self._show_new_form, slot="form")

    def change_family(self) -> None:
        """Open the form of the family."""
        if self._family:
            self._around.work.ask(directory.form_board, then=self._show_form, slot="form")

    def _show_new_form(self, board: FormBoard) -> None:
        self._form = board
        nickname = self._words if self._list and not self._list.found else ""
        self._view.show_form(self._wording.form(board, None, nickname, self._around.clock().date()))

    def _show_form(self, board: FormBoard) -> None:
        self._form = board
        if self._family:
            self._view.show_form(self._wording.form(board, self._family.family, "", self._around.clock().date()))

    def save(self, typed: Family) -> None:
        """Write what was typed in the form of a family."""
        today = self._around.clock().date()
        failed = partial(self._say_wrong, typed)
        if typed.id:
            self._around.work.do(directory.change_family, typed, today, then=self._saved, failed=failed)
        else:
            self._around.work.do(directory.add_family, typed, today, then=self._added, failed=failed)

    def _saved(self, _changes: Changes) -> None:
        self._view.close_panel()

    def _added(self, changes: Changes) -> None:
        self._view.close_panel()
        if changes.made:
            self.choose(changes.made)

    def wrong(self, refused: Refused) -> None:
        """Say what the form itself could not read."""
        self._view.show_wrong(_FIELDS.get(refused.reason, ""), self._sentence(refused))

    def _say_wrong(self, typed: Family, refused: Refused) -> None:
        field = _FIELDS.get(refused.reason, "")
        if refused.reason is Reason.TEXT_TOO_LONG:
            lengths = {name: len(getattr(typed, name)) for name in ("nickname", "municipality", "brought_by")}
            field = max(lengths, key=lambda name: lengths[name])
        is_postcode = refused.reason is Reason.NUMBER_IMPOSSIBLE
        sentence = self._around.words("A postcode has four digits, like 1070.") if is_postcode else None
        self._view.show_wrong(field, sentence or self._sentence(refused))

    # --- its picture ---

    def choose_picture(self) -> None:
        """Open the pictures for the family of the page."""
        self._around.work.ask(directory.form_board, then=self._show_pictures, slot="form")

    def _show_pictures(self, board: FormBoard) -> None:
        if self._family:
            shown = self._wording.pictures(board.taken, self._family.family.picture)
            self._view.show_pictures(shown, self._take_picture)

    def _take_picture(self, picture: Picture) -> None:
        if self._family and picture != self._family.family.picture:
            family = self._family.family
            self._around.work.do(directory.choose_picture, family.id, family.version, picture)

    def choose_form_picture(self, now: Picture) -> None:
        """Open the pictures for the form of a new family."""
        if self._form:
            self._view.show_pictures(self._wording.pictures(self._form.taken, now), self._take_form_picture)

    def _take_form_picture(self, picture: Picture) -> None:
        self._view.show_form_picture(picture, self._wording.picture(picture))

    # --- removing ---

    def remove_family(self) -> None:
        """Remove the family, which never came."""
        if self._family:
            family = self._family.family
            self._around.work.do(directory.remove_family, family.id, family.version, failed=self._say_stays)

    def _say_stays(self, refused: Refused) -> None:
        visits = refused.facts.get("number")
        if refused.reason is Reason.IN_USE and isinstance(visits, int):
            self._around.say(self._wording.stays(visits))
        else:
            self._around.say(self._sentence(refused))

    def _sentence(self, refused: Refused) -> str:
        return refusals.sentence(self._around.words, refused, self._around.formats)
