"""The panel for several flyers at once: a list to tick, how they look, and how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QProgressBar, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.flyers.several.presenter import Several, SeveralShown
from meetingplace.ui.kit.buttons import Segment, button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.fields import check_box
from meetingplace.ui.kit.files import folder_to_write
from meetingplace.ui.kit.layouts import column, row
from meetingplace.ui.kit.panel import Panel


class SeveralPanel(Panel):
    """Ticks what flyers are wanted of, then saves them one after the other; it may be stopped."""

    def __init__(self, shown: SeveralShown, presenter: Several, words: Translator, over: QWidget) -> None:
        _ = self._ = words
        super().__init__(_("Several flyers at once"), over, _("Close"))
        self._presenter = presenter
        self.add(label(_("Each looks like the flyer in view: {look}.", look=shown.look), "soft", self, is_wrapped=True))
        self.boxes = [check_box(f"{one.title}, {one.line}", False, self) for one in shown.subjects]
        for box in self.boxes:
            box.clicked.connect(self._ticked)
        self.every = button(_("All of them"), "text", "check-all", self._tick_all, self)
        self.add(row(self.every, None), column(*self.boxes, spacing=4))
        self.kind = Segment([("pdf", "PDF"), ("png", _("Picture"))], "pdf", _("Kind of file"), self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.said = label("", "", self, is_wrapped=True)
        self.add(self.bar, self.said)
        self.bar.hide()
        self.said.hide()
        self.save = button(_("Save in a folder"), "primary", "folder-outline", self._save, self)
        self.halt = button(_("Stop"), "quiet", "stop", presenter.stop, self)
        self.halt.hide()
        self.add_acts(self.kind, None, self.halt, self.save)
        self.closed.connect(presenter.stop)
        self._ticked()
        presenter.meet(self)

    @property
    def chosen(self) -> list[int]:
        """Give the places in the list that are ticked."""
        return [at for at, box in enumerate(self.boxes) if box.isChecked()]

    def choose_folder(self, title: str) -> Path | None:
        """Let somebody choose a folder; None when the dialog was closed."""
        return folder_to_write(self, title)

    def show_progress(self, done: int, of: int, said: str) -> None:
        """Show how far it is."""
        self._work(is_on=True)
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.said.setText(self._("{n} of {of}: {title}", n=done + 1, of=of, title=said))

    def show_end(self, said: str, problems: Sequence[str]) -> None:
        """Say what became of it."""
        self._work(is_on=False)
        self.said.setText("\n".join((said, *problems)))

    def _work(self, *, is_on: bool) -> None:
        self.bar.setVisible(is_on)
        self.halt.setVisible(is_on)
        self.said.show()
        for part in (self.save, self.kind, self.every, *self.boxes):
            part.setEnabled(not is_on)

    def _tick_all(self) -> None:
        is_on = len(self.chosen) < len(self.boxes)
        for box in self.boxes:
            box.setChecked(is_on)
        self._ticked()

    def _ticked(self, _is_on: bool = False) -> None:
        self.save.setEnabled(bool(self.chosen))

    def _save(self) -> None:
        self._presenter.save(self.chosen, self.kind.on)
