"""A table of visits held against the house, in words, and taking it over. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from meetingplace.domain.refusals import Refused
from meetingplace.i18n import refusals
from meetingplace.services import visit_import
from meetingplace.services.changes import Changes
from meetingplace.services.visit_import import Kind, VisitFile, VisitPreview, VisitRow
from meetingplace.ui.kit.surroundings import Surroundings


@dataclass(frozen=True)
class RowShown:
    """A row of the file: its number, what it would do, who it is about, and where or why not."""

    number: str
    kind: str
    who: str
    says: str


class View(Protocol):
    """The panel of a file."""

    def show_preview(self, summary: str, rows: tuple[RowShown, ...], can_be_read: bool) -> None:
        """Show what the file would do; what is unclear stands first."""

    def show_wrong(self, sentence: str) -> None:
        """Say why the file cannot be read."""

    def close_panel(self) -> None:
        """Close: the file is taken over."""


class Presenter:
    """One file."""

    def __init__(self, around: Surroundings, view: View, path: Path) -> None:
        """Take the file that was chosen; `refresh` reads it."""
        self._around, self._view, self._path = around, view, path
        self._ = around.words
        self._file: VisitFile | None = None

    def refresh(self) -> None:
        """Read the file, and hold it against the house."""
        self._around.work.ask(visit_import.open_file, self._path, then=self._opened, failed=self._refused)

    def read(self) -> None:
        """Take the file over."""
        if self._file:
            of = (self._file, self._around.clock().date(), self._.language, self._around.host())
            self._around.work.do(visit_import.import_visits, *of, then=self._done, failed=self._refused)

    def _opened(self, file: VisitFile) -> None:
        self._file = file
        of = (file, self._around.clock().date(), self._.language)
        self._around.work.ask(visit_import.preview_visits, *of, then=self._show, failed=self._refused, slot="preview")

    def _show(self, preview: VisitPreview) -> None:
        _ = self._
        numbers = {kind.value: preview.number(kind) for kind in Kind}
        says = _("{new} of new families, {known} known, {here} registered already, {unclear} unclear.", **numbers)
        if preview.number(Kind.UNCLEAR):
            says += " " + _("Mend the unclear rows in the file and choose it again: it is read whole, or not at all.")
        rows = sorted(preview.rows, key=lambda row: (row.kind is not Kind.UNCLEAR, row.number))
        can_be_read = not preview.number(Kind.UNCLEAR) and preview.number(Kind.NEW) + preview.number(Kind.KNOWN) > 0
        self._view.show_preview(says, tuple(self._row(row) for row in rows), can_be_read)

    def _row(self, one: VisitRow) -> RowShown:
        _, formats = self._, self._around.formats
        kinds = {
            Kind.NEW: _("new family"),
            Kind.KNOWN: _("known"),
            Kind.HERE: _("registered already"),
            Kind.UNCLEAR: _("unclear"),
        }
        session = one.session
        says = f"{formats.short_day(session.day)} · {session.activity.title}" if session else ""
        if one.why is not None:
            says = refusals.sentence(_, one.why, formats)
        return RowShown(str(one.number), kinds[one.kind], one.row.name or one.row.group or _("without a name"), says)

    def _done(self, _changes: Changes) -> None:
        self._view.close_panel()

    def _refused(self, refused: Refused) -> None:
        self._view.show_wrong(refusals.sentence(self._, refused, self._around.formats))
