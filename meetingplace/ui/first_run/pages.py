"""The five steps of the first run as pages: each shows what the draft holds and writes into it while one types."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from meetingplace import startup
from meetingplace.domain.language import PROGRAM
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import own_name
from meetingplace.services.upkeep import LONGEST_PIN
from meetingplace.ui.first_run.draft import Draft, Kind, Step
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, Notice, label
from meetingplace.ui.kit.fields import Field, line_edit, radio_button
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.hidden import hidden_line
from meetingplace.ui.kit.layouts import Flow, column, row
from meetingplace.ui.kit.pick import Pick
from meetingplace.ui.kit.theme import current
from meetingplace.ui.passphrase_card import PassphraseCard
from meetingplace.ui.recovery import kept_sentence


class Page(QWidget):
    """A question: title, lead, and the parts below it."""

    def __init__(self, title: str, lead: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self.first: QWidget = self
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        self.body.setSpacing(22)
        words = column(label(title, "title", self, is_wrapped=True), spacing=8)
        words.addWidget(label(lead, "lead", self, is_wrapped=True))
        self.body.addLayout(words)

    def ask(
        self, name: str, title: str, editor: QLineEdit, told: Callable[[str], None], help_text: str = ""
    ) -> QLineEdit:
        """Add a field that writes what is typed at once."""
        editor.textChanged.connect(told)
        self.fields[name] = Field(title, editor, help_text, self)
        self.body.addWidget(self.fields[name])
        return editor

    def show_wrong(self, name: str, sentence: str) -> None:
        """Say what is wrong with a field, and take every other error away."""
        for other, field in self.fields.items():
            if other != name:
                field.show_wrong("")
        if name in self.fields:
            self.fields[name].show_wrong(sentence)


class LanguagePage(Page):
    """In which language the program speaks; it does so at once."""

    chosen = Signal(str)

    def __init__(self, _: Translator, language: str) -> None:
        super().__init__(_("Welcome"), _("In which language do you work? You can always change it."))
        self.pick = Pick([(code, own_name(code)) for code in PROGRAM], language)
        for code in PROGRAM:
            self.pick.button(code).setMinimumSize(current().px(166), current().height(56))
        self.pick.chosen.connect(lambda code: self.chosen.emit(str(code)))
        self.pick.setAccessibleName(_("Language"))
        self.body.addWidget(self.pick)
        self.body.addStretch(1)
        self.first = self.pick


class HousePage(Page):
    """How the house and its first place are called."""

    def __init__(self, _: Translator, draft: Draft) -> None:
        super().__init__(
            _("Your house"), _("A house is your organisation, with one or more places where parents come.")
        )
        self.first = self.ask(
            "name", _("Name of the house"), line_edit(draft.name), lambda text: setattr(draft, "name", text),
            _("It stands on every flyer. You can change it later."),
        )  # fmt: skip
        self.ask(
            "place", _("First place"), line_edit(draft.place), lambda text: setattr(draft, "place", text),
            _("For instance the name of the neighbourhood. More places can follow."),
        )  # fmt: skip
        self.body.addStretch(1)


class PassphrasePage(Page):
    """What locks the house, and the sheet that opens it when the passphrase is forgotten."""

    save_wanted = Signal()
    without_wanted = Signal()
    other_words_wanted = Signal()

    def __init__(self, _: Translator, draft: Draft) -> None:
        super().__init__(
            _("A passphrase for your house"),
            _("These words lock everything that you write down here. You type them each time the program starts."),
        )
        self._draft = draft
        self.card = PassphraseCard(_, self)
        self.card.show_words(draft.suggested)
        self.card.show_typed(draft.is_own_passphrase, draft.passphrase, draft.passphrase_again)
        self.card.changed.connect(self._write)
        self.card.other_words_wanted.connect(self.other_words_wanted)
        self.print_notice = Notice(
            _("Print the recovery sheet. Its eight words open the house too. Keep it in an envelope, not with the PC."),
            "wait", "printer-outline", self,
        )  # fmt: skip
        self.kept_notice = Notice(kept_sentence(_, draft.is_sheet_file), "good", "shield-check", self)
        self.save = button(_("Save as PDF"), "text", "file-pdf-box", self.save_wanted.emit, self)
        self.without = button(_("Go on without the sheet"), "text", "", self.without_wanted.emit, self)
        self._wrong = label("", "error", self, is_wrapped=True)
        for part in (self.card, self.print_notice, self.kept_notice, self._wrong):
            self.body.addWidget(part)
        acts = Flow(self, spacing=4)
        for act in (self.save, self.without):
            acts.flow.addWidget(act)
        self.body.addWidget(acts)
        self.body.addStretch(1)
        self.first = self.card.typed if draft.is_own_passphrase else self.card.own
        self.show_kept()

    def _write(self) -> None:
        draft, card = self._draft, self.card
        draft.is_own_passphrase = card.is_own
        draft.passphrase, draft.passphrase_again = card.typed.text(), card.again.text()

    def show_kept(self) -> None:
        """Show whether the sheet was printed or saved."""
        self.kept_notice.setVisible(self._draft.is_sheet_kept)
        for part in (self.print_notice, self.without):
            part.setVisible(not self._draft.is_sheet_kept)
        self._wrong.hide()

    def show_wrong(self, name: str, sentence: str) -> None:
        """Say what is wrong with the passphrase or with the sheet."""
        self.card.show_wrong(name, sentence)
        self._wrong.setText(sentence if name == "sheet" else "")
        self._wrong.setVisible(name == "sheet" and bool(sentence))


class PinPage(Page):
    """Who sits at this PC, and with which PIN they come back after a lock."""

    def __init__(self, _: Translator, draft: Draft) -> None:
        super().__init__(
            _("Who are you?"),
            _("You lock the screen with one key when you leave the desk. With your PIN you come back."),
        )
        name, pin, again = (
            line_edit(draft.host),
            hidden_line(draft.pin, LONGEST_PIN),
            hidden_line(draft.pin_again, LONGEST_PIN),
        )
        for editor in (pin, again):
            editor.setMaximumWidth(current().px(220))
        digits = _("At least 4 digits. Leave it empty if you want no PIN.")
        self.first = self.ask("host", _("Your name"), name, lambda text: setattr(draft, "host", text))
        self.ask("pin", _("PIN"), pin, lambda text: setattr(draft, "pin", text), digits)
        self.ask("pin_again", _("Once more"), again, lambda text: setattr(draft, "pin_again", text))
        self.body.addStretch(1)


class BeginPage(Page):
    """With what one begins, and in which folder the house lies."""

    folder_chosen = Signal(object)

    def __init__(self, _: Translator, draft: Draft) -> None:
        super().__init__(_("How do you begin?"), _("You can go from one to the other at any time, under House."))
        self._, self._draft = _, draft
        self.kinds: dict[Kind, QRadioButton] = {}
        texts = {
            Kind.EMPTY: (_("With an empty house"), _("Plan your first session and print its flyer.")),
            Kind.SAMPLE: (_("With the sample house"), _("Look round and try everything. Nothing in it is real.")),
        }
        cards = Card(self, padding=16, spacing=4)
        for kind, (title, text) in texts.items():
            self.kinds[kind] = choice = radio_button(title, draft.kind is kind, cards)
            choice.setFont(current().font(17, 600))
            choice.setAccessibleDescription(text)
            choice.clicked.connect(lambda _on=False, kind=kind: setattr(draft, "kind", kind))
            cards.body.addWidget(choice)
            cards.body.addLayout(row(36, label(text, "soft", cards, is_wrapped=True), spacing=0))
        self.body.addWidget(cards)
        where = line_edit(startup.shown_address(draft.address))
        where.setReadOnly(True)
        where_it_lies = _("Server of the house") if draft.server else _("Folder of the house")
        self.fields["folder"] = Field(where_it_lies, where, "", self)
        self.body.addWidget(self.fields["folder"])
        self.other_folder = button(_("Choose another folder"), "text", "folder-outline", self._choose_folder, self)
        self.other_folder.setVisible(not draft.server)
        self.body.addLayout(row(self.other_folder, None))
        self.busy = Notice("", "info", "timer-sand", self)
        self.busy.hide()
        self.body.addWidget(self.busy)
        self.body.addStretch(1)
        self.first = self.kinds[draft.kind]

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._("Folder of the house"), str(self._draft.folder.parent))
        if chosen:
            self.folder_chosen.emit(Path(chosen))

    def show_busy(self, sentence: str) -> None:
        """Say that the house is being made."""
        self.busy.sentence.setText(sentence)
        self.busy.setVisible(bool(sentence))


def page_of(step: Step, _: Translator, draft: Draft, language: str) -> Page:
    """Build the page of a step."""
    if step is Step.LANGUAGE:
        return LanguagePage(_, language)
    pages: dict[Step, Callable[[Translator, Draft], Page]] = {
        Step.HOUSE: HousePage,
        Step.PASSPHRASE: PassphrasePage,
        Step.PIN: PinPage,
        Step.BEGIN: BeginPage,
    }
    return pages[step](_, draft)
