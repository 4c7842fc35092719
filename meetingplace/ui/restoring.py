"""Putting a back-up back: choose the file, see what is inside, and only then let it take the place of the house."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from meetingplace import startup
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import refusals
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats
from meetingplace.services.upkeep import backup_folder
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, Notice, label
from meetingplace.ui.kit.fields import Field
from meetingplace.ui.kit.hidden import hidden_line, show_typed
from meetingplace.ui.kit.layouts import row
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.work import Work

_ABOUT_TYPING = (Reason.PASSPHRASE_NEEDED, Reason.PASSPHRASE_WRONG)


class RestorePanel(Panel):
    """Looks into a back-up first; `agreed` gives the file that is to take the place of the house in its folder."""

    agreed = Signal(object)

    def __init__(self, over: QWidget, words: Translator, formats: Formats, work: Work, folder: Path) -> None:
        """Begin with no file."""
        _ = words
        super().__init__(_("Put a back-up back"), over, _("Close"), width=600)
        self._, self._formats, self._work, self._folder = words, formats, work, folder
        self.file: Path | None = None
        self.typed = hidden_line()
        self.typed.returnPressed.connect(self._look)
        self.field = Field(
            _("Passphrase of the back-up"), self.typed, _("The words of the recovery sheet open it too.")
        )
        self.choose = button(_("Choose the file"), "quiet", "folder-open-outline", self._choose)
        self.shows = show_typed(_("Show what I type"), self.typed)
        self.look = button(_("Look inside"), "quiet", "eye-outline", self._look)
        self.name = label("", "strong", is_wrapped=True)
        self.wrong = label("", "error", is_wrapped=True)
        self.inside = Card(padding=16, spacing=4)
        self.house, self.made, self.counts = label("", "name", is_wrapped=True), label("", "soft"), label("", "soft")
        for part in (self.house, self.made, self.counts):
            part.setWordWrap(True)
            self.inside.body.addWidget(part)
        self.kept = Notice(
            _(
                "It takes the place of the house on this PC. What is here now is not thrown away: it is kept beside "
                "it, in a folder whose name begins with “replaced”."
            ),
            "wait",
            "archive-outline",
        )
        self.put_back = button(_("Put this back-up back"), "danger", pressed=self._agree)
        self.add(
            label(_("A back-up is a file that ends in .mpbackup."), "soft", is_wrapped=True),
            row(self.choose, None), self.name, self.field, row(self.look, self.shows, None),
            self.wrong, self.inside, self.kept,
        )  # fmt: skip
        self.add_acts(None, button(_("Cancel"), "quiet", pressed=self.close_panel), self.put_back)
        self._show_step(asks=False, is_seen=False)

    def _show_step(self, asks: bool, is_seen: bool, sentence: str = "") -> None:
        for part, is_shown in (
            (self.field, asks), (self.look, asks), (self.shows, asks), (self.name, self.file is not None),
            (self.inside, is_seen), (self.kept, is_seen), (self.wrong, bool(sentence)),
        ):  # fmt: skip
            part.setVisible(is_shown)
        self.wrong.setText(sentence)
        self.put_back.setEnabled(is_seen)

    def _choose(self) -> None:
        _ = self._
        usual = backup_folder(self._folder)
        begin = str(usual if usual.is_dir() else Path.home())
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Choose the file"), begin, _("Back-ups (*.mpbackup)"))
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, file: Path) -> None:
        """Look into a file; one that is locked asks its passphrase first."""
        self.file = file
        self.name.setText(file.name)
        self.typed.clear()
        self.field.show_wrong("")
        self._ask(_nobody_typed)

    def _look(self) -> None:
        typed = self.typed.text()
        self._ask(lambda: typed)

    def _ask(self, passphrase: Callable[[], str]) -> None:
        if self.file is not None:
            self._work.ask(startup.preview_restore, self.file, passphrase, then=self._show, failed=self._refuse)

    def _show(self, found: startup.Preview) -> None:
        _ = self._
        made = _(
            "made on {day} at {time}", day=self._formats.full_day(found.made_at), time=self._formats.time(found.made_at)
        )
        counts = (
            _.plural("{n} session", "{n} sessions", found.sessions),
            _.plural("{n} family", "{n} families", found.families),
            _.plural("{n} visit", "{n} visits", found.visits),
        )
        self.house.setText(found.house_name)
        self.made.setText(made)
        self.counts.setText(self._formats.list_of(counts))
        self._show_step(asks=False, is_seen=True)
        self.put_back.setFocus()

    def _refuse(self, refused: Refused) -> None:
        sentence = refusals.sentence(self._, refused, self._formats)
        is_about_typing = refused.reason in _ABOUT_TYPING
        self._show_step(asks=is_about_typing, is_seen=False, sentence="" if is_about_typing else sentence)
        if refused.reason is Reason.PASSPHRASE_WRONG:
            self.field.show_wrong(sentence)
        elif is_about_typing:
            self.typed.setFocus()

    def _agree(self) -> None:
        self.close_panel()
        self.agreed.emit(self.file)


def _nobody_typed() -> str:
    raise Refused(Reason.PASSPHRASE_NEEDED)
