"""What the panels of the desk share: questions by name, and the place where a refusal is said."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from meetingplace.domain.refusals import Reason
from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form


class DeskPanel(FormPanel):
    """A panel with questions; `about` says which question a refusal is about."""

    about: Mapping[Reason, str] = {}

    def __init__(self, title: str, words: Translator, over: QWidget, verb: str) -> None:
        super().__init__(title, over, words, verb, width=720)
        self.form = Form(self)
        self._wrong = label("", "error", self, is_wrapped=True)
        self._wrong.hide()
        self.add(self.form, self._wrong)

    def show_wrong(self, sentence: str, reason: Reason) -> None:
        """Say under its question why something was refused, or at the end; what was typed stays."""
        self.release()
        name = self.about.get(reason, "")
        self.form.show_wrong(name, sentence)
        self._wrong.setText("" if name else sentence)
        self._wrong.setVisible(not name)
