"""A plan file against what is planned, in words, and taking it over. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from meetingplace.domain.refusals import Refused
from meetingplace.i18n import refusals
from meetingplace.services import plan_import, planning
from meetingplace.services.changes import Changes
from meetingplace.services.plan_files.comparing import Kind, Preview, PreviewRow
from meetingplace.services.plan_files.imported import Unclear
from meetingplace.services.plan_files.words import hint_word, plan_facts, unclear_word
from meetingplace.services.plan_import import PlanFile
from meetingplace.ui.kit.surroundings import Surroundings

PAGE = 50  # rows that are listed at once


@dataclass(frozen=True)
class RowShown:
    """A row of the file: what would be done with it, and whether one may leave it out."""

    line: int
    tone: Kind
    kind: str
    day: str
    hours: str
    title: str
    place: str
    says: str  # what changes, or why it is unclear
    hint: str  # what is passed over
    may_be_left_out: bool
    is_left_out: bool


@dataclass(frozen=True)
class PreviewShown:
    """A page of a file: what it would do, row by row; `page` says which rows of how many, when there are more."""

    summary: str
    rows: tuple[RowShown, ...]
    page: str
    is_first: bool
    is_last: bool
    asks_place: bool  # a row names no place that is known, or a place was chosen for such rows


class View(Protocol):
    """The panel of a plan file."""

    def show_preview(self, shown: PreviewShown) -> None:
        """Show what the file would do."""

    def let_read(self, can_be_read: bool) -> None:
        """Let the file be taken over, when something is left to do."""

    def show_places(self, places: tuple[tuple[object, str], ...]) -> None:
        """Offer places for sessions that name none that is known."""

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong."""

    def close_panel(self) -> None:
        """Close."""


class Presenter:
    """Reads one file."""

    def __init__(self, around: Surroundings, view: View, path: Path) -> None:
        """Begin with a chosen file."""
        self._around, self._view, self._path = around, view, path
        self._ = around.words
        self._file: PlanFile | None = None
        self._place_id: int | None = None
        self._preview = Preview(())
        self._listed: list[PreviewRow] = []
        self._first = 0  # row of the page
        self._left_out: set[int] = set()

    @property
    def is_changed(self) -> bool:
        """Tell whether a row was left out."""
        return bool(self._left_out)

    def refresh(self) -> None:
        """Read the file and compare it."""
        self._around.work.ask(planning.used_places, then=self._show_places, slot="import_places")
        self._around.work.ask(
            plan_import.open_plan,
            self._path,
            self._place_id,
            then=self._opened,
            failed=self._refuse,
            slot="import_file",
        )

    def choose_place(self, place_id: int | None) -> None:
        """Say where sessions are whose place is not known."""
        self._place_id = place_id
        self.refresh()

    def _show_places(self, places: list[tuple[int, str]]) -> None:
        none: tuple[tuple[object, str], ...] = ((None, self._("Leave them out")),)
        self._view.show_places(none + tuple(places))

    def _opened(self, file: PlanFile) -> None:
        self._file = file
        today = self._around.clock().date()
        self._around.work.ask(
            plan_import.preview_plan, file, today, then=self._show, failed=self._refuse, slot="import_preview"
        )

    def _show(self, preview: Preview) -> None:
        self._preview = preview
        self._listed = sorted(preview.rows, key=_urgency)
        self._first = min(self._first, max(0, len(self._listed) - 1) // PAGE * PAGE)
        self._show_page()

    def _show_page(self) -> None:
        _, first, number = self._, self._first, len(self._listed)
        last = min(first + PAGE, number)
        numbers = {kind.value: self._preview.number(kind) for kind in Kind}
        page = _("{first}–{last} of {number}", first=first + 1, last=last, number=number) if number > PAGE else ""
        self._view.show_preview(
            PreviewShown(
                summary=_("{new} new, {changed} changed, {same} the same, {unclear} unclear.", **numbers),
                rows=tuple(self._row(one) for one in self._listed[first:last]),
                page=page,
                is_first=first == 0,
                is_last=last == number,
                asks_place=self._place_id is not None or any(one.why is Unclear.NO_PLACE for one in self._listed),
            )
        )
        self._let_read()

    def turn(self, pages: int) -> None:
        """Show the page after this one, or before it."""
        first = self._first + pages * PAGE
        if 0 <= first < len(self._listed):
            self._first = first
            self._show_page()

    def leave_out(self, line: int, is_left_out: bool) -> None:
        """Leave a row out, or take it over after all."""
        (self._left_out.add if is_left_out else self._left_out.discard)(line)
        self._let_read()

    def _let_read(self) -> None:
        self._view.let_read(any(_is_news(one) and one.row.line not in self._left_out for one in self._listed))

    def _row(self, one: PreviewRow) -> RowShown:
        _, formats, read = self._, self._around.formats, one.row
        words = plan_facts(_)
        changed = formats.list_of([words[name] for name in one.changes])
        says = unclear_word(_, one.why, one.words) if one.why else changed
        return RowShown(
            line=read.line,
            tone=one.kind,
            kind=self._kinds[one.kind],
            day=formats.short_day(read.day, self._around.clock().date()) if read.day else "",
            hours=formats.hours(read.start, read.end) if read.start and read.end else "",
            title=read.title,
            place=one.place_name,
            says=says,
            hint="; ".join(hint_word(_, hint) for hint in one.hints),
            may_be_left_out=_is_news(one),
            is_left_out=read.line in self._left_out,
        )

    @property
    def _kinds(self) -> dict[Kind, str]:
        _ = self._
        return {
            Kind.NEW: _("New"),
            Kind.CHANGED: _("Changes"),
            Kind.SAME: _("The same"),
            Kind.UNCLEAR: _("Unclear"),
        }

    def read(self) -> None:
        """Take the file over, without the rows that are left out."""
        if self._file is not None:
            today = self._around.clock().date()
            self._around.work.do(
                plan_import.import_plan, self._file, today, frozenset(self._left_out), then=self._done,
                failed=self._refuse,
            )  # fmt: skip

    def _done(self, _changes: Changes) -> None:
        self._view.close_panel()

    def _refuse(self, refused: Refused) -> None:
        self._view.show_wrong("", refusals.sentence(self._, refused, self._around.formats))
        self._let_read()


_ORDER = (Kind.UNCLEAR, Kind.CHANGED, Kind.NEW, Kind.SAME)  # what asks for a look comes first


def _urgency(one: PreviewRow) -> tuple[bool, bool, int, int]:
    return one.kind is not Kind.UNCLEAR, not one.hints, _ORDER.index(one.kind), one.row.line


def _is_news(one: PreviewRow) -> bool:
    return one.kind in (Kind.NEW, Kind.CHANGED)
