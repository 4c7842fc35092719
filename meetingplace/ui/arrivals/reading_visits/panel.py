"""The panel of a table of visits: its rows, and the verb that takes it over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from meetingplace.ui.arrivals.reading_visits.presenter import Presenter, RowShown
from meetingplace.ui.kit.cards import Notice, label
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.tables import Column, Table
from meetingplace.ui.kit.theme import current

_WIDE, _LEAST, _MOST = 1000, 200, 480  # px at 100 %: of the panel, and of the table in it


class VisitFilePanel(FormPanel):
    """A file before it is taken over."""

    def __init__(self, around: Surroundings, over: QWidget, path: Path) -> None:
        _ = around.words
        super().__init__(_("Read visits: {file}", file=path.name), over, _, _("Take it over"), width=_WIDE)
        self.presenter = Presenter(around, self, path)
        self._summary = label("", "strong", self, is_wrapped=True)
        self._wrong = Notice("", "stop", parent=self)
        self._wrong.hide()
        self.table = Table(
            _("Rows of the file"),
            [
                Column(_("Row"), lambda row: row.number, is_figure=True),
                Column("", lambda row: row.kind),
                Column(_("Nickname"), lambda row: row.who, stretches=True),
                Column(_("Session, or what is unclear"), lambda row: row.says, stretches=True),
            ],
            self,
        )
        self.add(self._wrong, self._summary, self.table)
        self.fill_with(self.table, current().px(_LEAST), current().px(_MOST))
        self.add_verb()
        self.verb.setEnabled(False)
        self.wanted.connect(self.presenter.read)
        self.open(self.cancel)
        self.presenter.refresh()

    def show_preview(self, summary: str, rows: tuple[RowShown, ...], can_be_read: bool) -> None:
        """Show what the file would do."""
        self._summary.setText(summary)
        self.table.show_rows(rows)
        self.verb.setEnabled(can_be_read)

    def show_wrong(self, sentence: str) -> None:
        """Say why the file cannot be read, over everything."""
        self._wrong.sentence.setText(sentence)
        self._wrong.show()


def choose_file(around: Surroundings, over: QWidget) -> None:
    """Let somebody choose a file, and show what it would do."""
    _ = around.words
    chosen, _kind = QFileDialog.getOpenFileName(over, _("Read visits"), str(Path.home()), _("Tables (*.xlsx *.csv)"))
    if chosen:
        VisitFilePanel(around, over, Path(chosen))
