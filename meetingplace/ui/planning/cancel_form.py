"""Why a session does not go on: a reason is always asked, those that are often given are one tap away."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.fields import check_box, line_edit
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.layouts import Flow
from meetingplace.ui.planning.shown import CancelShown


class CancelForm(QWidget):
    """A sentence, a reason, and in a series the choice to stop the rest as well."""

    def __init__(self, words: Translator, shown: CancelShown) -> None:
        super().__init__()
        _ = words
        self.reason = line_edit(parent=self)
        self._form = form = Form(self)
        form.add(label(shown.sentence, "", self, is_wrapped=True))
        form.row("reason", _("Why does it not go on?"), self.reason, _("Parents may read this."))
        often = Flow(self)
        for reason in shown.reasons:
            often.flow.addWidget(button(reason, "quiet", pressed=partial(self.reason.setText, reason), parent=often))
        form.add(often)
        self.rest = check_box(shown.rest, False, self)
        self.rest.setVisible(bool(shown.rest))
        form.add(self.rest)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(form)

    def show_wrong(self, name: str, sentence: str) -> None:
        """Say what is wrong; what was typed stays."""
        self._form.show_wrong("reason", sentence)
