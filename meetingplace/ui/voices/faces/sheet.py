"""Counting the sheet of a session: how often each face was ticked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from meetingplace.domain.faces import Face
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.fields import LineEdit, combo
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.voices.counting import count_row
from meetingplace.ui.voices.faces.presenter import SheetsShown

Save = Callable[[int | None, Mapping[Face, str], "SheetForm"], object]


class SheetForm(FormPanel):
    """A session of late, and a count for each face."""

    def __init__(self, around: Surroundings, over: QWidget, shown: SheetsShown, save: Save) -> None:
        _ = around.words
        super().__init__(_("Count a sheet"), over, _, _("Save the count"), width=560)
        self._shown = shown
        self.session = combo([(sheet.session_id, sheet.title) for sheet in shown.sheets], parent=self)
        self.numbers: dict[Face, LineEdit] = {}
        self.form = Form(self)
        self.form.row("session", _("The sheet of which session?"), self.session)
        for face, glyph, word in shown.faces:
            self.numbers[face] = count_row(self.form, face.value, glyph, word, 0)
        if not shown.sheets:
            self.add(label(_("There was no session in the last three weeks."), "", self, is_wrapped=True))
        self.form.setVisible(bool(shown.sheets))
        self.verb.setEnabled(bool(shown.sheets))
        self.add(self.form)
        self.add_verb()
        self.session.activated.connect(self._fill)
        self.wanted.connect(lambda: save(self._session_id, self._typed, self))
        self._fill()

    def show_wrong(self, field: str, said: str) -> None:
        """Say what is wrong with a count."""
        self.release()
        self.form.show_wrong(field, said)

    @property
    def _typed(self) -> dict[Face, str]:
        return {face: one.text() for face, one in self.numbers.items()}

    @property
    def _session_id(self) -> int | None:
        chosen = self.session.currentData()
        return chosen if isinstance(chosen, int) else None

    def _fill(self) -> None:
        """Show what was counted before on the sheet of the session."""
        sheet = next((one for one in self._shown.sheets if one.session_id == self._session_id), None)
        for face, typed in self.numbers.items():
            number = sheet.numbers.get(face, 0) if sheet else 0
            typed.setText(str(number) if number else "")
