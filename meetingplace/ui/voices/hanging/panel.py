"""The panel in which a host looks at a voice before it hangs on the board, and writes it in the readers' languages."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from meetingplace.domain.language import LANGUAGES
from meetingplace.domain.voices import VoiceText
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, Notice, label
from meetingplace.ui.kit.fields import TextArea, set_direction
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.layouts import clear, column, row
from meetingplace.ui.kit.pick import Pick
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.voices.hanging.presenter import Presenter, TextShown, said
from meetingplace.ui.voices.picture_row import PictureRow
from meetingplace.ui.voices.said import said_label


class HangingPanel(FormPanel):
    """A language to choose, its words and answer, and under them the card as it will hang."""

    def __init__(self, around: Surroundings, over: QWidget, voice_id: int, hangs: bool) -> None:
        """Take the voice; `hangs` says whether it is on the board already."""
        _ = around.words
        verb = _("Save the text") if hangs else _("Hang on the board")
        super().__init__(_("On the board of the corner"), over, _, verb, width=820)
        self._around, self._shown = around, TextShown(hangs, (), "nl", VoiceText("nl"), (), (), "", "")
        self.presenter = Presenter(around, self, voice_id)
        self.only_save = button(_("Only save the text"), "text", "content-save-outline", self._save, self)
        self.only_save.setVisible(not hangs)
        says = _("Everybody can read it there: leave out who it is. What the parent said stays as it is with the team.")
        self.add(Notice(says, "info", "eye-outline", self))
        self.warning = Notice("", "wait", "account-alert-outline", self)
        self.form = Form(self)
        self._languages = column()
        self.words, self.answer = TextArea(lines=2, parent=self), TextArea(lines=2, parent=self)
        for area in (self.words, self.answer):
            area.setMaximumHeight(area.minimumHeight())  # so that the card under them is in sight
        self._states = column()
        self._card = Card(self, padding=16, spacing=8)
        self._build()
        self.add_verb(self.only_save)
        self.wanted.connect(self._hang)
        for area in (self.words, self.answer):
            area.textChanged.connect(self._preview)

    def _build(self) -> None:
        _ = self._
        self.languages, self.states = Pick([("nl", "")], "nl", parent=self), Pick([("human", "")], "human", parent=self)
        self._languages.addWidget(self.languages)
        self._states.addWidget(self.states)
        self.add(
            column(label(_("For whom reads"), "strong", self), self._languages, spacing=4), self.warning, self.form
        )
        self._words = self.form.row("words", _("What stands there as told"), self.words)
        self._answer = self.form.row("answer", _("What stands there as our answer"), self.answer)
        self.add(column(label(_("Who wrote this text?"), "strong", self), self._states, spacing=4))
        self.add(column(label(_("So it hangs there"), "strong", self), self._card, spacing=4))

    def begin(self) -> None:
        """Show it."""
        self.presenter.refresh()
        self.open(self.words)

    @property
    def draft(self) -> VoiceText:
        """Give what is typed for the language that is open."""
        shown = self._shown
        return VoiceText(
            shown.language, self.words.toPlainText().strip(), self.answer.toPlainText().strip(), str(self.states.on)
        )

    # --- what the presenter asks ---

    def show_text(self, shown: TextShown) -> None:
        """Show the text of a language."""
        self._shown = shown
        self._replace_picks(shown)
        self.form.clear_errors()
        self._words.show_help(shown.lacking)
        for area, text in ((self.words, shown.draft.words), (self.answer, shown.draft.answer)):
            set_direction(area, shown.language)
            area.setPlainText(text)
        self._preview()
        self.begin_anew()

    def show_wrong(self, field: str, said_so: str) -> None:
        """Show what is wrong under a field."""
        self.release()
        self.form.show_wrong(field, said_so)

    # --- the parts ---

    def _replace_picks(self, shown: TextShown) -> None:
        focused = self.window().focusWidget()
        has_keyboard = focused is not None and self.languages.isAncestorOf(focused)
        clear(self._languages)
        clear(self._states)
        self.languages = Pick(shown.languages, shown.language, parent=self)
        for code, _name in shown.languages:
            self.languages.button(code).setAccessibleName(LANGUAGES[code].own_name)
        self.languages.chosen.connect(lambda code: self.presenter.choose(str(code), self.draft))
        self.states = Pick(shown.states, shown.draft.state, parent=self)
        self._languages.addWidget(self.languages)
        self._states.addWidget(self.states)
        if has_keyboard:
            self.languages.setFocus()

    def _preview(self) -> None:
        """Show the card as it will hang, while somebody types."""
        clear(self._card.body)
        draft, shown = self.draft, self._shown
        words, answer = said(draft)
        if shown.pictures:
            self._card.body.addWidget(PictureRow(shown.pictures, self._card))
        if words.text:
            self._card.body.addWidget(said_label(words, 20, 600, self._card))
        if answer.text:
            self._card.body.addWidget(said_label(answer, 17, 400, self._card))
        if not (words.text or answer.text or shown.pictures):
            self._card.body.addLayout(row(label(self._("Nothing yet in this language."), "soft", self._card), None))
        warning = self.presenter.warn(draft)
        self.warning.sentence.setText(warning)
        self.warning.setVisible(bool(warning))

    def _hang(self) -> None:
        if self._shown.hangs:
            self.presenter.save(self.draft)
        else:
            self.presenter.hang(self.draft)

    def _save(self) -> None:
        self.presenter.save(self.draft)
