"""The panels of the Flyers screen: choosing what it is of, writing words, the paper lists of a session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from meetingplace.domain.paper_lists import FEWEST_BLANKS, MOST_BLANKS, USUAL_COLUMNS, NameColumn
from meetingplace.i18n.catalog import Translator
from meetingplace.ui.flyers.paper import CARDS, NAMES, TALLY
from meetingplace.ui.flyers.shown import ListAsked, ListsShown, SubjectShown, WriterShown
from meetingplace.ui.kit.buttons import Stepper, button
from meetingplace.ui.kit.cards import Card, label
from meetingplace.ui.kit.fields import TextArea, Ticks, check_box, line_edit, set_direction
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.layouts import column, row
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.rows import WaitingRow


class SubjectPanel(Panel):
    """All sessions, series or months that a flyer may be of."""

    def __init__(
        self,
        subjects: Sequence[SubjectShown],
        words: Translator,
        over: QWidget,
        chosen: Callable[[int], object],
    ) -> None:
        super().__init__(words("What is the flyer of?"), over, words("Close"))
        self._chosen = chosen
        self.rows = [self._row(number, subject) for number, subject in enumerate(subjects)]
        self.body.setSpacing(0)
        self.add(*self.rows)

    def _row(self, number: int, subject: SubjectShown) -> WaitingRow:
        icon = "calendar-sync-outline" if subject.series_id is not None else "calendar-month-outline"

        def choose() -> None:
            self.close_panel()
            self._chosen(number)

        tint = "ready" if subject.is_chosen else "plain"
        return WaitingRow(subject.title, subject.line, icon, tint, choose, self, has_rule=bool(number))


class WriterPanel(FormPanel):
    """The own words in one language, with the Dutch above them."""

    saved = Signal(str, str, bool, bool)  # title, body, made by a machine, read by a speaker

    def __init__(self, shown: WriterShown, words: Translator, over: QWidget) -> None:
        _ = words
        super().__init__(shown.heading, over, _, _("Save"))
        if shown.dutch:
            source = Card(self, spacing=4)
            source.body.addWidget(label(_("In Dutch it says"), "small", source))
            source.body.addWidget(label(shown.dutch, "", source, is_wrapped=True))
            self.add(source)
        self.form = Form(self)
        self.title = line_edit(shown.title, parent=self)
        self.text = TextArea(shown.body, lines=4, parent=self)
        for editor in (self.title, self.text):
            set_direction(editor, shown.language)
        help_text = _("A few words: they stand large on the paper.")
        self.form.row("title", _("Title"), self.title, help_text)
        self.form.row("body", _("Text"), self.text, _("Two or three short sentences. It may stay empty."))
        self.machine = check_box(_("A translation program made these words"), shown.is_machine, self)
        self.checked = check_box(_("A speaker of the language read them"), shown.is_checked, self)
        self.add(self.form)
        if shown.dutch:
            self.add(column(self.machine, self.checked, spacing=0, margins=(5, 0, 5, 0)))
        else:
            self.machine.hide()
            self.checked.hide()
        self.add_verb()
        self.wanted.connect(self._save)
        self.title.textEdited.connect(lambda _typed: self.checked.setChecked(False))
        self.text.textChanged.connect(lambda: self.checked.setChecked(False))

    def _save(self) -> None:
        typed = (self.title.text(), self.text.toPlainText(), self.machine.isChecked(), self.checked.isChecked())
        self.saved.emit(*typed)

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field; what was typed stays."""
        self.release()
        self.form.show_wrong(field, sentence)


class ListsPanel(Panel):
    """The tally sheet, the first-name sheet with its columns, and the name cards of a session: save or print."""

    wanted = Signal(str, object)  # print or save, ListAsked

    def __init__(self, shown: ListsShown, words: Translator, over: QWidget) -> None:
        _ = words
        super().__init__(_("Lists for paper"), over, _("Close"))
        self._ = _
        self.first: QWidget | None = None  # the act that has the keyboard at the beginning
        self.columns = Ticks(shown.columns, USUAL_COLUMNS, parent=self)
        self.columns.setAccessibleName(_("Columns"))
        self.blanks = Stepper(_("Blank rows"), _("One blank row less"), _("One blank row more"), parent=self)
        self.blanks.show_number(FEWEST_BLANKS)
        self.blanks.stepped.connect(self._step)
        self.add(label(shown.heading, "name", self, is_wrapped=True), label(shown.line, "soft", self, is_wrapped=True))
        self.add(self._list(TALLY, _("Tally sheet"), _("To count children and adults, without names.")))
        if shown.no_names:
            self.columns.hide()
            self.blanks.hide()
            self.add(label(shown.no_names, "soft", self, is_wrapped=True))
        else:
            about = _("The families you may expect, by picture and nickname, and blank rows.")
            self.add(self._list(NAMES, _("First-name sheet"), about, self._choices()))
            about = _("Picture and nickname of who is expected, to cut out: eight on a sheet.")
            self.add(self._list(CARDS, _("Name cards"), about))

    @property
    def chosen_columns(self) -> tuple[NameColumn, ...]:
        """Give the columns that are ticked."""
        return tuple(one for one in self.columns.on if isinstance(one, NameColumn))

    def _choices(self) -> QVBoxLayout:
        blanks = row(label(self._("Blank rows, at least"), "", self), self.blanks, spacing=12)
        blanks.addStretch(1)
        choices = column(spacing=8)
        choices.addWidget(self.columns)
        choices.addLayout(blanks)
        return choices

    def _step(self, step: int) -> None:
        self.blanks.show_number(min(MOST_BLANKS, max(0, self.blanks.number + step)))

    def _list(self, kind: str, name: str, about: str, choices: QLayout | None = None) -> Card:
        _ = self._
        card = Card(self)
        card.body.addWidget(label(name, "name", card))
        card.body.addWidget(label(about, "soft", card, is_wrapped=True))
        if choices is not None:
            card.body.addLayout(choices)
        acts = row(spacing=12)
        for act, word, icon in (("print", _("Print"), "printer-outline"), ("save", _("Save as PDF"), "file-pdf-box")):
            made = button(word, "quiet", icon, partial(self._want, act, kind), card)
            made.setObjectName(f"{act}-{kind}")
            made.setAccessibleName(f"{word}: {name}")
            self.first = self.first or made
            acts.addWidget(made)
        acts.addStretch(1)
        card.body.addLayout(acts)
        return card

    def _want(self, act: str, kind: str) -> None:
        blanks = 0 if kind == CARDS else self.blanks.number
        self.wanted.emit(act, ListAsked(kind, self.chosen_columns, blanks))
