"""One phrase to correct, and the question who has read the phrases that are listed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from meetingplace.domain.language import is_right_to_left
from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.fields import LineEdit, TextArea, line_edit, set_direction
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.theme import current
from meetingplace.ui.settings.languages.presenter import FORM, NAME, PhraseShown, Presenter

_LINE = 60  # letters that fit into one line
_HIGH = 52  # px at 100 % of a field of one line, marks over and under its letters included


class PhrasePanel(FormPanel):
    """The Dutch, the shipped words, and the words of the house; each form of a counted phrase apart."""

    def __init__(self, words: Translator, over: QWidget, presenter: Presenter, shown: PhraseShown) -> None:
        """Show a phrase."""
        _ = words
        super().__init__(shown.title, over, words, _("Save these words"))
        self._presenter, self._shown = presenter, shown
        self.form = Form(self)
        for title, text, code in (
            (_("In Dutch"), shown.dutch, "nl"),
            (_("The words of the program"), shown.shipped, shown.language),
        ):
            said = label(text, "lead", self, is_wrapped=True)
            set_direction(said, code)
            side = Qt.AlignmentFlag.AlignRight if is_right_to_left(code) else Qt.AlignmentFlag.AlignLeft
            said.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
            self.form.row(title, title, said)
        self.forms: list[LineEdit | TextArea] = []
        lines = 2 if any(len(text) > _LINE for _title, text in shown.forms) else 1
        is_area = lines > 1 or shown.is_right_to_left  # a line takes its side from its first letter: that of {n}
        for at, (title, text) in enumerate(shown.forms):
            field = TextArea(text, lines=lines, parent=self) if is_area else line_edit(text, parent=self)
            if lines == 1:
                field.setFixedHeight(current().px(_HIGH))
            set_direction(field, shown.language)
            self.form.row(f"{FORM}{at}" if at else FORM, title, field, shown.fields if not at else "")
            self.forms.append(field)
        self.name = line_edit("", _("First name of who reads the language"))
        says = _("Now: {state}", state=shown.says)
        self.form.row(NAME, _("Read by a speaker, just as it is said now"), self.name, says)
        self.was_read = button(_("It was read"), "quiet", "check", self._note_reader, self)
        self.form.add(self.was_read)
        self.add(self.form)
        self.restore = button(_("The program’s words again"), "text", "undo-variant", self._restore, self)
        self.restore.setVisible(shown.is_own)
        self.wanted.connect(self._save)
        self.add_verb(self.restore)

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong; what was typed stays."""
        self.form.show_wrong(field, sentence)
        self.release()

    def _save(self) -> None:
        typed = (field.text() if isinstance(field, LineEdit) else field.toPlainText() for field in self.forms)
        self._presenter.correct(self._shown.key, tuple(typed))

    def _restore(self) -> None:
        self._presenter.restore(self._shown.key)

    def _note_reader(self) -> None:
        self._presenter.was_read((self._shown.key,), self.name.text())


class ReaderPanel(FormPanel):
    """Who has read the phrases that are listed, just as they are said now."""

    def __init__(self, words: Translator, over: QWidget, presenter: Presenter) -> None:
        """Ask for a first name."""
        _ = words
        super().__init__(_("Read by a speaker"), over, words, _("They were read"), width=520)
        self._presenter, self._keys = presenter, presenter.listed
        self.form = Form(self)
        self.name = line_edit("", _("First name of who reads the language"))
        number = len(self._keys)
        says = _.plural("{n} phrase is marked as read.", "{n} phrases are marked as read.", number)
        self.form.row(NAME, _("Who read them?"), self.name, says)
        self.add(self.form)
        self.wanted.connect(lambda: presenter.was_read(self._keys, self.name.text()))
        self.add_verb()

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong; what was typed stays."""
        self.form.show_wrong(field, sentence)
        self.release()
