"""The form of a contact: what was given, and until which day it is kept. Closed, it is out of sight again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from meetingplace.domain.refusals import Refused
from meetingplace.ui.directory.contact.presenter import ContactShown, Presenter
from meetingplace.ui.directory.forms import RowsPanel
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.fields import line_edit
from meetingplace.ui.kit.moments import DateField
from meetingplace.ui.kit.surroundings import Surroundings


class ContactPanel(RowsPanel):
    """Without words there is no contact."""

    def __init__(self, around: Surroundings, over: QWidget, family_id: int) -> None:
        super().__init__(around, over, around.words("Contact"), around.words("Save"))
        _ = self._
        self._lead = label("", "", self, is_wrapped=True)
        self.body.insertWidget(0, self._lead)
        self.words = line_edit("", parent=self)
        until, today = _("Keep until"), around.clock().date()
        self.until = DateField(None, today, until, _("Choose a day"), around.formats.language, self)
        self.form.row("words", _("Phone or e-mail"), self.words, _("As the parent gives it to you."))
        self.form.row("until", until, self.until, _("It is forgotten by itself after this day."))
        self.presenter = Presenter(around, self, family_id)
        self.removal = button(_("Take away"), "danger", "trash-can-outline", self.presenter.remove, self)
        self.removal.hide()
        self.verb.setEnabled(False)
        self.add_verb(self.removal)

    def begin(self) -> None:
        """Show it, and ask for the contact."""
        self.open(self.words)
        self.presenter.refresh()

    def show_contact(self, shown: ContactShown) -> None:
        """Show the contact."""
        self._lead.setText(shown.lead)
        self.words.setText(shown.words)
        self.until.show_day(shown.until)
        self.removal.setVisible(shown.is_kept)
        self.begin_anew()

    def save(self) -> None:
        """Hand on what was typed."""
        try:
            until = self.until.day if self.until.typed.text().strip() else None
        except Refused as refused:
            self.presenter.wrong(refused)
            return
        self.presenter.save(self.words.text(), until)
