"""The form of an offer: what, when, in which languages; a contact only for who wants to be reached."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from meetingplace.domain.language import MOST_SPOKEN
from meetingplace.domain.refusals import Refused
from meetingplace.ui.kit.fields import line_edit
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.languages import LanguagesField
from meetingplace.ui.kit.moments import DateField
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.voices.offers.presenter import FormShown, Presenter


class OfferForm(FormPanel):
    """An offer to write or to change; what refuses it is said at its field."""

    def __init__(self, around: Surroundings, over: QWidget, shown: FormShown, presenter: Presenter) -> None:
        """Begin with what is known of the offer."""
        _ = around.words
        super().__init__(_("Change the offer") if shown.offer.id else _("New offer"), over, _, _("Save"))
        self._presenter, self._offer = presenter, shown.offer
        self.what = line_edit(shown.offer.what, _("For instance: interpreting Arabic"), parent=self)
        self.free = line_edit(shown.offer.free, _("For instance: on Tuesdays, in the holidays"), parent=self)
        self.languages = LanguagesField(shown.offer.languages, MOST_SPOKEN, _("Another language…"), self)
        self.contact = line_edit(shown.offer.contact, parent=self)
        until = _("Keep until")
        today = around.clock().date()
        self.until = DateField(shown.until, today, until, _("Choose a day"), around.formats.language, self)
        self.form = Form(self)
        self.form.row("what", _("What would the parent like to do?"), self.what)
        self.form.row("free", _("When?"), self.free)
        self.form.row("languages", _("In which languages?"), self.languages)
        if shown.asks_contact:
            only = _("Only when the parent wants to be reached.")
            self.form.row("contact", _("Phone or e-mail"), self.contact, only)
            self.form.row("until", until, self.until, _("It is forgotten by itself after this day."))
        else:
            self.contact.hide()
            self.until.hide()
        self.add(self.form)
        self.add_verb()
        self.wanted.connect(self._save)

    def show_wrong(self, field: str, said: str) -> None:
        """Say what is wrong; what was typed stays."""
        self.form.show_wrong(field if self.form.has(field) else "what", said)
        self.release()

    def _save(self) -> None:
        try:
            until = self.until.day if self.until.typed.text().strip() else None
        except Refused as refused:
            self._presenter.wrong(self, refused)
            return
        typed = replace(
            self._offer, what=self.what.text(), free=self.free.text(), languages=tuple(self.languages.codes),
            contact=self.contact.text(), contact_until=until,
        )  # fmt: skip
        self._presenter.save(typed, self)
