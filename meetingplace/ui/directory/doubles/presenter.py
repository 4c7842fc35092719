"""Which families look alike and why, and what a host says of them. No Qt here."""

from __future__ import annotations

from typing import Protocol

from meetingplace.domain.families import Child, Family
from meetingplace.domain.likeness import Likeness, Sign
from meetingplace.i18n.catalog import Translator, isolated_if_turned
from meetingplace.i18n.formats import Formats
from meetingplace.services import merging
from meetingplace.services.changes import Topic
from meetingplace.services.merging import DoublesBoard
from meetingplace.ui.directory.doubles.shown import DoublesShown, PairShown, SideShown
from meetingplace.ui.directory.wording import Wording
from meetingplace.ui.kit.surroundings import Surroundings

FOLLOWS = frozenset({Topic.FAMILIES})


class View(Protocol):
    """What the presenter asks of the panel."""

    def show_pairs(self, shown: DoublesShown) -> None:
        """Show the pairs."""


class Presenter:
    """The list of look-alikes."""

    def __init__(self, around: Surroundings, view: View) -> None:
        """Take the surroundings; nothing is asked before `refresh`."""
        self._around, self._view = around, view
        self._wording = _Wording(around.words, around.formats)

    def refresh(self) -> None:
        """Ask who looks alike."""
        self._around.work.ask(merging.doubles_board, then=self._show, slot="doubles")

    def say_two(self, family_id: int, other_id: int) -> None:
        """Remember that two families are two."""
        self._around.work.do(merging.say_two, family_id, other_id)

    def _show(self, board: DoublesBoard) -> None:
        self._view.show_pairs(self._wording.doubles(board))


class _Wording:
    def __init__(self, words: Translator, formats: Formats) -> None:
        self._, self._formats, self._families = words, formats, Wording(words, formats)

    def doubles(self, board: DoublesBoard) -> DoublesShown:
        _, hidden = self._, board.number - len(board.pairs)
        line = _("Perhaps a family was written down twice. The program only points it out: you know them.")
        return DoublesShown(
            line=line if board.pairs else _("No two families look alike now."),
            pairs=tuple(self._pair(pair) for pair in board.pairs),
            more=_.plural("{n} more pair comes after these.", "{n} more pairs come after these.", hidden)
            if hidden
            else "",
        )

    def _pair(self, pair: Likeness) -> PairShown:
        _ = self._
        names = {"one": isolated_if_turned(pair.family.nickname), "other": isolated_if_turned(pair.other.nickname)}
        return PairShown(
            one=self._side(pair.family),
            other=self._side(pair.other),
            why=_("The same: {what}", what=self._formats.list_of(self._signs(pair))),
            look_name=_("See what is joined: {one} and {other}", **names),
            two_name=_("They are two: {one} and {other}", **names),
        )

    def _side(self, family: Family) -> SideShown:
        children = self._formats.list_of([self._child(child) for child in family.children])
        facts = [self._families.own_names(family.languages), children, family.postcode]
        return SideShown(
            family_id=family.id,
            nickname=family.nickname,
            line="\n".join(fact for fact in facts if fact),
            picture=family.picture,
            picture_name=self._families.picture(family.picture),
        )

    def _child(self, child: Child) -> str:
        _ = self._
        name = isolated_if_turned(child.nickname) or _("a child without a nickname")
        return _("{child} ({month})", child=name, month=self._families.month(child.born)) if child.born else name

    def _signs(self, pair: Likeness) -> list[str]:
        _ = self._
        called = {child.id: child.nickname for family in (pair.family, pair.other) for child in family.children}
        alike = iter([called[child] or called[like] for child, like in pair.child_pairs])
        words = {
            Sign.NICKNAME: _("how the nickname sounds"),
            Sign.LANGUAGES: _("the languages"),
            Sign.POSTCODE: _("the postcode"),
            Sign.BIRTH_MONTH: _("the birth month of a child"),
        }
        said = []
        for sign in pair.signs:
            name = isolated_if_turned(next(alike)) if sign in _OF_CHILDREN else ""
            if sign is Sign.CHILD:
                said.append(_("name and birth month of {child}", child=name))
            elif sign is Sign.CHILD_NICKNAME:
                said.append(_("a child called {child}", child=name))
            else:
                said.append(words[sign])
        return said


_OF_CHILDREN = (Sign.CHILD, Sign.CHILD_NICKNAME, Sign.BIRTH_MONTH)
