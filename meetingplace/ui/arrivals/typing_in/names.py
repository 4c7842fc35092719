"""Typing in a first-name sheet: which rows there are, what was typed, when a row is saved. No Qt here."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from itertools import islice
from typing import Protocol

from meetingplace.domain.families import HowHeard, Relation
from meetingplace.domain.language import LANGUAGES, MOST_SPOKEN
from meetingplace.domain.paper_lists import TICKED, NameColumn, PaperKind, PaperRow
from meetingplace.domain.refusals import Refused
from meetingplace.domain.typed_text import folded
from meetingplace.i18n.refusals import sentence
from meetingplace.i18n.words import column_words, how_heard_name, relation_name
from meetingplace.services import arrivals, typing_in
from meetingplace.services.changes import Changes
from meetingplace.services.typing_in import NamesBoard
from meetingplace.ui.arrivals.typing_in.finishing import EndView, Finishing
from meetingplace.ui.arrivals.typing_in.lines import AGES, HEARD, LANGUAGE, LEFT, NAME, Cells, Line
from meetingplace.ui.arrivals.typing_in.shown import ColumnKind, ColumnShown, RowShown, RowState
from meetingplace.ui.kit.surroundings import Surroundings

_MOST_OFFERED = 20
_FOLLOWING = "\U0010ffff"


class View(EndView, Protocol):
    """What is asked of the grid and its panel."""

    def show_rows(self, rows: tuple[RowShown, ...]) -> None:
        """Show these rows; those that were there stay where they are."""


class NamesPresenter:
    """One first-name sheet."""

    first_open = 0  # the column in which a row begins

    def __init__(self, around: Surroundings, view: View, session_id: int) -> None:
        """Take the session; `refresh` asks."""
        self._around, self._view, self._session_id = around, view, session_id
        self._ = around.words
        self._cells = Cells(around.words, around.formats)
        self._lines: list[Line] = []
        self._known: list[tuple[str, str]] = []  # folded and written nicknames, sorted
        self.end = Finishing(around, view, PaperKind.NAMES)
        self.columns = self._columns()

    def refresh(self) -> None:
        """Ask for the sheet again; while a row is being saved not yet: when it is, it asks."""
        if any(line.is_saving for line in self._lines):
            return
        ask = self._around.work.ask
        ask(typing_in.names_board, self._session_id, then=self._take, failed=self._refused, slot="typing in")

    # --- what the keys do ---

    def type(self, number: int, column: int, text: str) -> None:
        """Take what was typed into a cell; it is saved when its row is left."""
        line, key = self._lines[number], self.columns[column].key
        tidy = self._cells.tidy(key, text)
        if key == NAME and line.is_known:
            return
        if tidy == self._cells.text(line, key):
            return
        line.typed[key], line.is_wrong = tidy, False
        if not tidy and not self._cells.text(Line(line.row), key):
            del line.typed[key]
        if key == NAME and tidy:
            self._say_who(tidy)
        if number == len(self._lines) - 1 and line.is_changed:
            self._lines.append(Line())
        self._show()

    def space(self, number: int, column: int) -> None:
        """Tick: on the name, that all came as last time (or, of who is in, that nobody came); else one adult."""
        line, shown = self._lines[number], self.columns[column]
        if shown.kind is ColumnKind.TICKS:
            self.type(number, column, "" if self._cells.text(line, shown.key) else "1")
        elif shown.key == NAME and line.row.visit_id is not None:
            self._around.work.do(arrivals.remove_visit, line.row.visit_id, failed=self._refused)
        elif shown.key == NAME and line.is_known:
            line.is_ticked = not line.is_changed
            line.typed.clear()
            self._show()

    def leave(self, number: int) -> None:
        """Save a row that was changed."""
        line = self._lines[number]
        if not line.is_changed or line.is_saving:
            return
        try:
            row = self._cells.read(line)
        except Refused as refused:
            self._not_saved(line, refused)
            return
        line.is_saving = True
        self._show()
        sent = dict(line.typed)
        self._around.work.do(
            typing_in.write_row,
            self._session_id,
            row,
            self._around.host(),
            then=partial(self._saved, line, sent, row),
            failed=partial(self._not_saved, line),
            quietly=True,
        )

    def complete(self, column: int, text: str) -> tuple[str, ...]:
        """Say which words begin as what was typed: nicknames, languages, ways to hear of us."""
        key, begun = self.columns[column].key, folded(text)
        if not begun:
            return ()
        if key == NAME:
            first = bisect_left(self._known, (begun, ""))
            until = bisect_left(self._known, (begun + _FOLLOWING, ""))
            return tuple(name for _folded, name in islice(self._known, first, min(until, first + _MOST_OFFERED)))
        return tuple(word for word in self._words(key) if folded(word).startswith(begun))

    @property
    def has_wrong(self) -> bool:
        """Tell whether a row could not be saved."""
        return any(line.is_wrong for line in self._lines)

    def is_end(self, number: int) -> bool:
        """Tell whether a row is the blank one at the end."""
        return number == len(self._lines) - 1 and not self._lines[number].is_changed

    # --- what follows ---

    def _saved(self, line: Line, sent: dict[str, str], row: PaperRow, changes: Changes) -> None:
        line.saved(sent, row, changes.made)
        self._show()
        self.refresh()

    def _not_saved(self, line: Line, refused: Refused) -> None:
        line.is_saving, line.is_wrong = False, True
        number = self._lines.index(line) + 1
        _ = self._
        says = sentence(_, refused, self._around.formats)
        self.refresh()
        self._show()
        self._view.say(_("Row {n}: {why}", n=number, why=says), is_wrong=True)

    def _refused(self, refused: Refused) -> None:
        self._view.say(sentence(self._, refused, self._around.formats), is_wrong=True)

    def _take(self, board: NamesBoard) -> None:
        if any(line.is_saving for line in self._lines):
            return  # the last one that is saved asks again
        left = list(board.rows)
        for line in self._lines:
            found = next((row for row in left if line.is_same(row)), None)
            if found is not None:
                left.remove(found)
                line.row = found
            else:
                line.lose_visit()
        self._lines += [Line(row) for row in left]  # under what stands there: no row moves under the keyboard
        if not self._lines or self._lines[-1].is_known or self._lines[-1].is_changed:
            self._lines.append(Line())
        self._known = sorted((folded(name), name) for _id, name in board.known)
        self._show()
        self.end.take(board.sheet, board.totals)

    def _show(self) -> None:
        self._view.show_rows(tuple(self._shown(line) for line in self._lines))

    def _shown(self, line: Line) -> RowShown:
        _ = self._
        says = {
            RowState.NOT_HERE: "",
            RowState.TYPING: _("not saved yet"),
            RowState.SAVING: _("not saved yet"),
            RowState.SAVED: _("saved"),
            RowState.WRONG: _("not saved"),
        }
        cells = [self._cells.text(line, column.key) for column in self.columns[:-1]]
        return RowShown((*cells, says[line.state]), line.state, line.is_known)

    def _say_who(self, name: str) -> None:
        _ = self._
        same = [known for word, known in self._known if word == folded(name)]
        if same:
            self._view.say(_("{name} is known here.", name=same[0]))
        else:
            self._view.say(_("{name} will be a new family.", name=name))

    def _words(self, key: str) -> list[str]:
        if key == LANGUAGE:
            return [self._around.formats.language_name(code) for code in dict.fromkeys([*MOST_SPOKEN, *LANGUAGES])]
        return [how_heard_name(self._, how) for how in HowHeard] if key == HEARD else []

    def _columns(self) -> tuple[ColumnShown, ...]:
        _, words = self._, column_words(self._)
        called = {who: relation_name(_, who) for who in TICKED} | {Relation.OTHER_FAMILY: _("other")}
        adults = [ColumnShown(who.value, called[who], ColumnKind.TICKS, 92) for who in TICKED]
        return (
            ColumnShown(NAME, _("First name"), ColumnKind.COMPLETED, 176),
            ColumnShown(AGES, words[NameColumn.AGES], ColumnKind.WORDS, 112),
            *adults,
            ColumnShown(LANGUAGE, words[NameColumn.LANGUAGE], ColumnKind.COMPLETED, 140),
            ColumnShown(HEARD, words[NameColumn.HEARD], ColumnKind.COMPLETED, 150),
            ColumnShown(LEFT, words[NameColumn.LEFT], ColumnKind.WORDS, 80),
            ColumnShown("state", "", ColumnKind.STATE, 100),
        )
