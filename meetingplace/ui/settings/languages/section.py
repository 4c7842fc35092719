"""The part of the House screen that lists the phrases for parents."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from meetingplace.services.own_phrases import PhrasesFile
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, label
from meetingplace.ui.kit.fields import SearchField, combo
from meetingplace.ui.kit.files import file_to_write
from meetingplace.ui.kit.layouts import Flow
from meetingplace.ui.kit.panel import ask
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.tables import Column, Table
from meetingplace.ui.kit.theme import current
from meetingplace.ui.settings.languages.panel import PhrasePanel, ReaderPanel
from meetingplace.ui.settings.languages.presenter import FOLLOWS, ListShown, PhraseShown, Presenter, RowShown

_TABLE, _SEARCH = 420, 300  # px


class LanguagesSection(QWidget):
    """A language, a search, a state; below them the phrases, and what is done with all of them."""

    def __init__(self, around: Surroundings) -> None:
        """Ask the phrases at once."""
        super().__init__()
        self._, self._around = around.words, around
        _ = self._
        self.presenter = Presenter(around, self)
        self.panel: PhrasePanel | ReaderPanel | None = None
        self.language = combo([], parent=self)
        self.language.setAccessibleName(_("Language"))
        self.language.activated.connect(lambda at: self.presenter.choose_language(self.language.itemData(at)))
        self.state = combo([], parent=self)
        self.state.setAccessibleName(_("State"))
        self.state.activated.connect(lambda at: self.presenter.choose_state(self.state.itemData(at)))
        for choice in (self.language, self.state):  # they are filled later
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.search = SearchField(_("Search a phrase"), self)
        self.search.setMinimumWidth(current().px(_SEARCH))
        self.search.searched.connect(self.presenter.search)
        self.says = label("", "soft", self, is_wrapped=True)
        columns = [
            Column[RowShown](_("In Dutch"), lambda row: row.dutch, stretches=True),
            Column[RowShown](_("What parents read"), lambda row: row.said, stretches=True),
            Column[RowShown](_("Read by"), lambda row: row.state),
        ]
        self.table = Table(_("Phrases"), columns, self)
        self.table.setMinimumHeight(current().px(_TABLE))
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.table.opened.connect(lambda row: self.presenter.open_phrase(row.key))
        self._lay_out()
        self._end = around.bulletin.follow(FOLLOWS, self.presenter.refresh)
        self.destroyed.connect(partial(_end, self._end))
        self.presenter.refresh()

    def _lay_out(self) -> None:
        _ = self._
        explained = _(
            "What stands on flyers, lists and in the parents’ corner. Correct a phrase, and your words win over those "
            "of the program. Ask a parent or colleague who speaks the language to read them."
        )
        choosing = Flow(spacing=12)
        for choice in (self.language, self.state, self.search):
            choosing.flow.addWidget(choice)
        acts = Flow(spacing=12)
        self.read_all = button(_("These were read by a speaker"), "quiet", "check", self._ask_reader, self)
        self.hand_out = button(_("Hand out as .po"), "quiet", "export-variant", self._hand_out, self)
        self.read_back = button(_("Read a .po"), "quiet", "file-import-outline", self._read, self)
        for act in (self.read_all, self.hand_out, self.read_back):
            acts.flow.addWidget(act)
        card = Card(self, padding=20, spacing=12)
        for part in (label(explained, "", card, is_wrapped=True), choosing, self.says, self.table, acts):
            card.body.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(5, 5, 5, 5)
        whole.addWidget(card)

    # --- what the presenter shows ---

    def show_phrases(self, shown: ListShown) -> None:
        """Show the phrases; the choices are filled once."""
        if not self.language.count():
            for code, name in shown.languages:
                self.language.addItem(name, code)
            for state, name in shown.states:
                self.state.addItem(name, state)
        self.language.setCurrentIndex(self.language.findData(shown.language))
        self.says.setText(shown.says)
        self.table.show_rows(shown.rows)
        self.read_all.setEnabled(bool(shown.rows))

    def open_phrase(self, shown: PhraseShown) -> None:
        """Open a phrase to correct it."""
        self.panel = PhrasePanel(self._, self, self.presenter, shown)
        self.panel.open(self.panel.forms[0])

    def close_phrase(self) -> None:
        """Close it."""
        panel, self.panel = self.panel, None
        if panel is not None and panel.is_open:
            panel.close_panel()

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field of what is open."""
        if self.panel is not None and self.panel.is_open:
            self.panel.show_wrong(field, sentence)

    def ask_about_file(self, says: str, read: PhrasesFile) -> None:
        """Ask whether what a file brings is to be taken over."""
        _ = self._
        if not read.wanted:
            self._around.say(says)
            return
        act = partial(self.presenter.take_over, read)
        ask(self, read.name, says, _("Take over"), act, _("Leave it"), kind="primary")

    # --- acts ---

    def _ask_reader(self) -> None:
        self.panel = ReaderPanel(self._, self, self.presenter)
        self.panel.open(self.panel.name)

    def _hand_out(self) -> None:
        _ = self._
        code = self.language.currentData()
        file = file_to_write(self, _("Hand out the phrases"), f"meetingplace {code}.po", "po")
        if file:
            self.presenter.save_file(file)

    def _read(self) -> None:
        _ = self._
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Read a .po"), str(Path.home()), _("Phrases (*.po)"))
        if chosen:
            self.presenter.open_file(Path(chosen))

    def focus(self, _name: str) -> None:
        """Take the keyboard: the search has it."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)


def _end(stop: object) -> None:
    if callable(stop):
        stop()
