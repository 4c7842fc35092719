"""The words of what is counted at the desk: totals, counters, places, who waits at the door. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

from meetingplace.domain.families import AgeBand, Relation
from meetingplace.domain.visits import Tallied, Totals
from meetingplace.i18n.catalog import Translator, isolated_if_turned
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import band_name, relation_name, warning_sentence
from meetingplace.services.desk import DeskBoard
from meetingplace.ui.arrivals.shown import AttentionShown, CounterShown, TotalsShown

_FEW_ADULTS = (Relation.MOTHER, Relation.FATHER, Relation.GRANDPARENT)


class Counting:
    """The words of the counting panel in one language."""

    def __init__(self, words: Translator, formats: Formats) -> None:
        """Take the language."""
        self._, self._formats = words, formats

    def counted(self, facts: Mapping[str, object]) -> str:
        """Say what was counted without a name: "1 year, without a name: 2"."""
        _ = self._
        key, number = str(facts["key"]), str(facts["number"])
        match facts["what"]:
            case Tallied.WAITING:
                return _("Families that wait: {number}.", number=number)
            case Tallied.FAMILIES:
                return _("{word}: {number}", word=_("families") if key == "all" else _("new families"), number=number)
            case Tallied.CHILDREN:
                word = band_name(_, AgeBand(int(key)))
            case _kind:
                word = relation_name(_, Relation(key))
        return _("{word}, without a name: {number}", word=word, number=number)

    def totals(self, board: DeskBoard, all_adults: bool) -> TotalsShown:
        """Say who is there; `all_adults` gives a counter for every relation."""
        _ = self._
        totals, capacity = board.totals, board.capacity
        return TotalsShown(
            children=totals.all_children,
            children_word=_.plural("child", "children", totals.all_children),
            places=self._places(capacity - board.children_inside) if capacity else "",
            adults=totals.all_adults,
            adults_word=_.plural("adult", "adults", totals.all_adults),
            families=self._families(board),
            inside=board.children_inside,
            capacity=capacity,
            child_rows=tuple(
                CounterShown(Tallied.CHILDREN, str(band.value), band_name(_, band), totals.children[band], unnamed)
                for band, unnamed in totals.unnamed_children.items()
                if band is not AgeBand.OLDER or totals.children[band] or not board.level.knows_families
            ),
            adult_rows=self._adults(totals, all_adults or not board.level.knows_families),
            family_rows=() if board.level.knows_families else self._family_rows(totals),
            is_open=board.refusal is None,
        )

    def _families(self, board: DeskBoard) -> str:
        """Say how many families came, and how many children are still in when some have left."""
        _, totals = self._, board.totals
        said = [_.plural("{n} family", "{n} families", totals.families)]
        if totals.new_families:
            said.append(_.plural("{n} new", "{n} new", totals.new_families))
        if board.children_inside != totals.all_children:
            said.insert(0, _.plural("{n} child inside", "{n} children inside", board.children_inside))
        return " · ".join(said)

    def _family_rows(self, totals: Totals) -> tuple[CounterShown, ...]:
        _ = self._
        return (
            CounterShown(Tallied.FAMILIES, "all", _("families"), totals.families, totals.unnamed_families),
            CounterShown(Tallied.FAMILIES, "new", _("of whom new"), totals.new_families, totals.unnamed_new_families),
        )

    def attention(self, board: DeskBoard) -> AttentionShown:
        """Say what to look at; a full room has a door where people wait."""
        _ = self._
        is_full = 0 < board.capacity <= board.children_inside
        said = [warning_sentence(_, warning) for warning in board.warnings]
        if board.without_adult:
            names = self._formats.list_of([isolated_if_turned(name) for name in board.without_adult])
            said.append(_("A child without an adult: {names}.", names=names))
        if is_full and board.capacity == board.children_inside:
            said.insert(0, _("Every place is taken."))
        has_door = is_full or board.waiting > 0 or board.turned_away > 0
        return AttentionShown(tuple(said), has_door, board.waiting, board.turned_away, board.refusal is None)

    def _places(self, free: int) -> str:
        _ = self._
        if free > 0:
            return _.plural("{n} place left", "{n} places left", free)
        return _("full") if free == 0 else _.plural("{n} too many", "{n} too many", -free)

    def _adults(self, totals: Totals, with_all: bool) -> tuple[CounterShown, ...]:
        """Show the relations that come most; the others in one row, until somebody asks for them."""
        _ = self._
        shown = list(Relation) if with_all else list(_FEW_ADULTS)
        rows = [
            CounterShown(
                Tallied.ADULTS,
                relation.value,
                relation_name(_, relation),
                totals.adults[relation],
                totals.unnamed_adults[relation],
            )
            for relation in shown
        ]
        if not with_all:
            others = [relation for relation in Relation if relation not in _FEW_ADULTS]
            number = sum(totals.adults[relation] for relation in others)
            rows.append(CounterShown(Tallied.ADULTS, "", _("someone else"), number, 0))
        return tuple(rows)
