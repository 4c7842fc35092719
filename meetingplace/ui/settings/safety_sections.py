"""Keeping the house safe: back-ups, and the passphrase with its recovery sheet."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from meetingplace.domain.places import House
from meetingplace.services.organisation import FEWEST_MONTHS, MOST_MONTHS
from meetingplace.ui.kit.buttons import Stepper, button
from meetingplace.ui.kit.cards import Card, Chip, label
from meetingplace.ui.kit.layouts import Flow
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.restoring import RestorePanel
from meetingplace.ui.settings.presenter import Presenter
from meetingplace.ui.settings.shown import KeepingShown


class Cards(QWidget):
    """Cards under each other."""

    def __init__(self, around: Surroundings, presenter: Presenter) -> None:
        super().__init__()
        self._, self._around, self._presenter = around.words, around, presenter
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(5, 5, 5, 5)
        self._whole.setSpacing(14)

    def card(self, title: str, *parts: QWidget) -> Card:
        """Add a card with a title."""
        card = Card(self, padding=20, spacing=10)
        card.body.addWidget(label(title, "section", card, is_wrapped=True))
        for part in parts:
            card.body.addWidget(part)
        self._whole.addWidget(card)
        return card

    @staticmethod
    def acts(*acts: QWidget) -> Flow:
        """Put buttons side by side, in lines when they must."""
        flow = Flow(spacing=10)
        for act in acts:
            flow.flow.addWidget(act)
        return flow


class BackupSection(Cards):
    """The last back-up, a new one, and putting one back."""

    def __init__(self, around: Surroundings, presenter: Presenter) -> None:
        """Begin empty, until it is known how the house is kept."""
        super().__init__(around, presenter)
        _ = self._
        self.last = label("", "name", is_wrapped=True)
        self.chip = Chip(_("Time for a new one"), "wait")
        self.folder = label("", "soft", is_wrapped=True)
        self.elsewhere = button(_("Save on a stick or elsewhere"), "quiet", "usb-flash-drive-outline", self._save_as)
        self.restore = button(_("Put a back-up back"), "quiet", "backup-restore", self._restore)
        self.card(
            _("Back-up"),
            self.last,
            self.chip,
            label(
                _("Each day the program makes one by itself, and opens it to see that it is good."),
                "soft",
                is_wrapped=True,
            ),
            self.folder,
            self.acts(self.elsewhere),
        )
        self.months = Stepper(
            _("Months that back-ups are kept"), _("A month less"), _("A month more"), FEWEST_MONTHS, self
        )
        self.months.stepped.connect(self._step)
        self._months_word = label("")
        says = _(
            "A back-up that is older is taken away. Until then it still holds a family that you forgot; "
            "the shorter, the sooner it is really gone."
        )
        self._rule = self.card(
            _("How long back-ups are kept"),
            self.acts(self.months, self._months_word),
            label(says, "soft", is_wrapped=True),
        )
        self._restoring = self.card(
            _("Something went wrong?"),
            label(
                _("Look into an older back-up first. Only then does it take the place of this house."),
                "soft",
                is_wrapped=True,
            ),
            self.acts(self.restore),
        )
        self._restoring.setVisible(around.folder is not None)
        self._whole.addStretch(1)

    def show_keeping(self, keeping: KeepingShown, house: House) -> None:
        """Show the last back-up, where they lie and how long; what is being changed just now stays."""
        self.last.setText(keeping.last)
        self.chip.setVisible(keeping.is_old)
        self.folder.setText(self._("They lie in {folder}.", folder=keeping.folder))
        self.folder.setVisible(bool(keeping.folder))
        self._rule.setVisible(bool(keeping.folder))
        if self._presenter.house.is_at_rest:
            self._show_months(house.backup_months)

    def _show_months(self, months: int) -> None:
        self.months.show_number(months)
        self._months_word.setText(self._.plural("month", "months", months))

    def _step(self, step: int) -> None:
        months = min(self.months.number + step, MOST_MONTHS)
        self._show_months(months)
        self._presenter.house.change(backup_months=months)

    def _save_as(self) -> None:
        _ = self._
        suggested = str(Path.home() / self._presenter.backup_name())
        kinds = _("Back-ups (*.mpbackup)")
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save the back-up"), suggested, kinds)
        if chosen:
            self._presenter.back_up(Path(chosen).with_suffix(".mpbackup"))

    def _restore(self) -> None:
        folder = self._around.folder
        if folder:
            panel = RestorePanel(self, self._, self._around.formats, self._around.work, folder)
            panel.agreed.connect(self._presenter.restore)
            panel.open(panel.choose)


class PassphraseSection(Cards):
    """The passphrase: choose one, change it, or make a new recovery sheet."""

    def __init__(self, around: Surroundings, presenter: Presenter) -> None:
        """Begin empty, until it is known how the house is kept."""
        super().__init__(around, presenter)
        _ = self._
        self._house: House | None = None
        self.choose = button(_("Choose a passphrase"), "quiet", "key-plus", self._choose)
        self.change = button(_("Change the passphrase"), "quiet", "key-change", self._change)
        self.sheet = button(_("New recovery sheet"), "quiet", "file-key-outline", self._new_sheet)
        self._plain = self.card(
            _("No passphrase"),
            label(
                _("Whoever gets hold of this PC, or of its disk, can read everything in this house."),
                "soft",
                is_wrapped=True,
            ),
            self.acts(self.choose),
        )
        self._locked = self.card(
            _("The house is locked with a passphrase"),
            label(
                _("Without it, or the recovery sheet, nobody reads what is in it. Not even the makers of the program."),
                "soft",
                is_wrapped=True,
            ),
            self.acts(self.change, self.sheet),
        )
        self._server = self.card(
            _("The house lies on a server"),
            label(_("Whoever looks after the server decides who may in."), "soft", is_wrapped=True),
        )
        self._whole.addStretch(1)

    def show_keeping(self, keeping: KeepingShown, house: House) -> None:
        """Show whether a passphrase locks the house."""
        self._house = house
        has_file = self._around.folder is not None
        self._plain.setVisible(has_file and not keeping.is_encrypted)
        self._locked.setVisible(has_file and keeping.is_encrypted)
        self._server.setVisible(not has_file)

    def _choose(self) -> None:
        if self._house:
            panel = _panels().FirstPassphrasePanel(self, self._presenter, self._around, self._house)
            panel.open(panel.card.own)

    def _change(self) -> None:
        _ = self._
        panel = _panels().PassphrasePanel(self, self._presenter, self._around, _("Another passphrase"), _("Change it"))
        panel.open(panel.card.own)

    def _new_sheet(self) -> None:
        if self._house:
            panel = _panels().SheetPanel(self, self._presenter, self._around, self._house)
            panel.open(panel.part.print)


def _panels() -> Any:
    """Load the panels with the recovery sheet when one is wanted: they bring the libraries of paper."""
    return importlib.import_module("meetingplace.ui.settings.key_panels")
