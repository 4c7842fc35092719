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
from meetingplace.services.plan_files.words import hint_word, plan_facts, unclear_word
from meetingplace.services.plan_import import PlanFile
from meetingplace.ui.kit.surroundings import Surroundings

_MOST = 400  # rows that are listed; the rest is counted


@dataclass(frozen=True)
class RowShown:
    """A row of the file: what would be done with it, and whether one may leave it out."""

    line: int
    kind: str
    day: str
    hours: str
    title: str
    place: str
    says: str  # what changes, or why it is unclear
    may_be_left_out: bool


@dataclass(frozen=True)
class PreviewShown:
    """A file: what it would do, row by row, and the places to choose for those without one."""

    summary: str
    rows: tuple[RowShown, ...]
    more: str
    can_be_read: bool


class View(Protocol):
    """The panel of a plan file."""

    def show_preview(self, shown: PreviewShown) -> None:
        """Show what the file would do."""

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
        _ = self._
        numbers = {kind.value: preview.number(kind) for kind in Kind}
        listed = sorted(preview.rows, key=lambda one: (_ORDER.index(one.kind), one.row.line))
        left = len(listed) - _MOST
        self._view.show_preview(
            PreviewShown(
                summary=_("{new} new, {changed} changed, {same} the same, {unclear} unclear.", **numbers),
                rows=tuple(self._row(one) for one in listed[:_MOST]),
                more=_.plural("and {n} more row", "and {n} more rows", left) if left > 0 else "",
                can_be_read=bool(numbers["new"] or numbers["changed"]),
            )
        )

    def _row(self, one: PreviewRow) -> RowShown:
        _, formats, read = self._, self._around.formats, one.row
        words = plan_facts(_)
        changed = formats.list_of([words[name] for name in one.changes])
        says = unclear_word(_, one.why, one.words) if one.why else changed
        return RowShown(
            line=read.line,
            kind=self._kinds[one.kind],
            day=formats.short_day(read.day) if read.day else "",
            hours=formats.hours(read.start, read.end) if read.start and read.end else "",
            title=read.title,
            place=one.place_name,
            says=". ".join(filter(None, (says, *(hint_word(_, hint) for hint in one.hints)))),
            may_be_left_out=one.kind in (Kind.NEW, Kind.CHANGED),
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

    def read(self, left_out: frozenset[int]) -> None:
        """Take the file over, without the rows that are left out."""
        if self._file is not None:
            today = self._around.clock().date()
            self._around.work.do(
                plan_import.import_plan, self._file, today, left_out, then=self._done, failed=self._refuse
            )

    def _done(self, _changes: Changes) -> None:
        self._view.close_panel()

    def _refuse(self, refused: Refused) -> None:
        self._view.show_wrong("", refusals.sentence(self._, refused, self._around.formats))


_ORDER = (Kind.UNCLEAR, Kind.CHANGED, Kind.NEW, Kind.SAME)  # what asks for a look comes first
