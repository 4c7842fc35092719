"""What becomes of two families that are one, and the act itself. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from meetingplace.domain.families import Child, Family
from meetingplace.domain.refusals import Refused
from meetingplace.i18n.catalog import Translator, isolated_if_turned
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.refusals import sentence
from meetingplace.services import merging
from meetingplace.services.changes import Changes, Topic
from meetingplace.services.merging import MergeBoard
from meetingplace.ui.directory.merging.shown import MergeShown, SameChildShown
from meetingplace.ui.directory.wording import Wording
from meetingplace.ui.kit.surroundings import Surroundings

FOLLOWS = frozenset({Topic.FAMILIES, Topic.VISITS})


class View(Protocol):
    """What the presenter asks of the panel."""

    def show_merge(self, shown: MergeShown) -> None:
        """Show what becomes of the two."""

    def show_problem(self, said: str) -> None:
        """Say why nothing was done."""

    def close_panel(self) -> None:
        """Close the preview."""


class Presenter:
    """Two families that may be one; the first stays until the other is chosen."""

    def __init__(
        self, around: Surroundings, view: View, families: tuple[int, int], merged: Callable[[int], object]
    ) -> None:
        """Take the two; `merged` is given the one that they became. Nothing is asked before `refresh`."""
        self._around, self._view, self._merged = around, view, merged
        self._stays, self._goes = families
        self._board: MergeBoard | None = None
        self._apart: set[frozenset[int]] = set()  # children of whom a host said that they are two
        self._is_merging = False  # then one of the two goes, as it should
        self._wording = _Wording(around.words, around.formats)

    def refresh(self) -> None:
        """Ask what becomes of the two."""
        if self._is_merging:
            return
        today = self._around.clock().date()
        ask = self._around.work.ask
        ask(merging.merge_board, self._stays, self._goes, today, then=self._show, failed=self._lost, slot="merge")

    def let_stay(self, family_id: int) -> None:
        """Let a family give its nickname and picture."""
        if family_id != self._stays:
            self._stays, self._goes = self._goes, self._stays
            self.refresh()

    def say_child(self, stays_id: int, goes_id: int, is_one: bool) -> None:
        """Say whether two children are one."""
        pair = {frozenset((stays_id, goes_id))}
        self._apart = self._apart - pair if is_one else self._apart | pair
        self._show_board()

    def merge(self) -> None:
        """Make one family of the two, as it was shown."""
        board = self._board
        if board is None or self._is_merging:
            return
        versions = (board.stays.family.version, board.goes.family.version)
        same = {goes.id: stays.id for stays, goes in self._same(board)}
        ids = (board.stays.family.id, board.goes.family.id)
        self._is_merging = True
        self._around.work.do(merging.merge, *ids, versions, same, then=self._done, failed=self._refused)

    def say_two(self) -> None:
        """Remember that they are two."""
        done = self._close
        self._around.work.do(merging.say_two, self._stays, self._goes, then=done, failed=self._refused)

    def _show(self, board: MergeBoard) -> None:
        self._board = board
        self._show_board()

    def _show_board(self) -> None:
        if self._board:
            self._view.show_merge(self._wording.merge(self._board, self._same(self._board)))

    def _same(self, board: MergeBoard) -> tuple[tuple[Child, Child], ...]:
        return tuple(pair for pair in board.same_children if frozenset(each.id for each in pair) not in self._apart)

    def _done(self, changes: Changes) -> None:
        self._view.close_panel()
        if changes.made:
            self._merged(changes.made)

    def _close(self, _changes: Changes) -> None:
        self._view.close_panel()

    def _lost(self, refused: Refused) -> None:
        """One of the two is not there any more."""
        self._view.close_panel()
        self._around.say(sentence(self._around.words, refused, self._around.formats))

    def _refused(self, refused: Refused) -> None:
        self._is_merging = False
        self._view.show_problem(sentence(self._around.words, refused, self._around.formats))
        self.refresh()


class _Wording:
    def __init__(self, words: Translator, formats: Formats) -> None:
        self._, self._formats, self._families = words, formats, Wording(words, formats)

    def merge(self, board: MergeBoard, same: tuple[tuple[Child, Child], ...]) -> MergeShown:
        stays, goes = board.stays.family, board.goes.family
        both = sorted((stays, goes), key=lambda family: family.id)  # the choices keep their places
        return MergeShown(
            stays=tuple((family.id, family.nickname, family.picture) for family in both),
            stays_id=stays.id,
            nickname=stays.nickname,
            picture=stays.picture,
            picture_name=self._families.picture(stays.picture),
            same_children=tuple(self._question(board, pair, pair in same) for pair in board.same_children),
            facts=self._facts(board, same),
        )

    def _question(self, board: MergeBoard, pair: tuple[Child, Child], is_one: bool) -> SameChildShown:
        stays, goes = pair
        homes = board.stays.family, board.goes.family
        one, other = (self._child(child, home) for child, home in zip(pair, homes, strict=True))
        return SameChildShown(
            stays.id, goes.id, self._("{one} and {other} are one child", one=one, other=other), is_one
        )

    def _child(self, child: Child, home: Family) -> str:
        name = isolated_if_turned(child.nickname) or self._("a child without a nickname")
        return self._("{child} of {family}", child=name, family=isolated_if_turned(home.nickname))

    def _facts(self, board: MergeBoard, same: tuple[tuple[Child, Child], ...]) -> tuple[tuple[str, str], ...]:
        _, united = self._, board.united
        gone = {goes.id: stays.id for stays, goes in same}
        children = {child.id: child for child in board.stays.family.children}
        children |= {child.id: child for child in board.goes.family.children if child.id not in gone}
        facts = (
            (_("Visits"), self._visits(board)),
            (_("Children"), self._formats.list_of([self._known(child, same) for child in children.values()])),
            (_("Languages at home"), self._families.own_names(united.languages)),
            *self._families.facts(united),
            (_("Contact"), self._contact(board)),
        )
        return tuple((word, text) for word, text in facts if text)

    def _known(self, child: Child, same: tuple[tuple[Child, Child], ...]) -> str:
        """Name a child, with what the one that goes knew of it."""
        _ = self._
        goes = next((goes for stays, goes in same if stays.id == child.id), child)
        name = isolated_if_turned(child.nickname or goes.nickname) or _("a child without a nickname")
        born = child.born or goes.born
        return _("{child} ({month})", child=name, month=self._families.month(born)) if born else name

    def _visits(self, board: MergeBoard) -> str:
        _ = self._
        names = [isolated_if_turned(side.family.nickname) for side in (board.stays, board.goes)]
        said = _(
            "{all} in all: {n} of {one}, {m} of {other}.",
            all=board.all_visits, n=board.stays.visits, one=names[0], m=board.goes.visits, other=names[1],
        )  # fmt: skip
        if not board.both_came:
            return said
        twice = _.plural(
            "At {n} session both were written down: that becomes one visit.",
            "At {n} sessions both were written down: each becomes one visit.",
            board.both_came,
        )
        return f"{said} {twice}"

    def _contact(self, board: MergeBoard) -> str:
        _ = self._
        with_one = [side.family for side in (board.stays, board.goes) if side.has_contact]
        if not with_one:
            return ""
        if len(with_one) == 1:
            return _("That of {family} goes along.", family=isolated_if_turned(with_one[0].nickname))
        return _("Only that of {family} is kept.", family=isolated_if_turned(with_one[0].nickname))
