"""Panels for the passphrase and its recovery sheet: choose one, change it, make a new sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from meetingplace.domain.places import House
from meetingplace.domain.refusals import Refused
from meetingplace.services import passphrase, recovery_sheet
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Notice, label
from meetingplace.ui.kit.layouts import Flow, column, row
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.passphrase_card import PassphraseCard
from meetingplace.ui.recovery import SheetActs, kept_sentence, sheet_view
from meetingplace.ui.settings.presenter import Presenter


class PassphrasePanel(Panel):
    """A passphrase for the house: suggested words, or one's own typed twice."""

    def __init__(self, over: QWidget, presenter: Presenter, around: Surroundings, title: str, verb: str) -> None:
        """Begin with a suggestion."""
        self._ = _ = around.words
        super().__init__(title, over, _("Close"), width=640)
        self._presenter, self._around = presenter, around
        self.card = PassphraseCard(_, self)
        self.card.other_words_wanted.connect(self._suggest)
        self.wrong = label("", "error", self, is_wrapped=True)
        self.wrong.hide()
        self.agree = button(verb, "primary", pressed=self._agree)
        for editor in (self.card.typed, self.card.again):
            editor.returnPressed.connect(self.agree.click)
        self._suggest()
        self.add(
            label(
                _("You type these words each time the program starts. Write them down now."), "soft", is_wrapped=True
            ),
            self.card,
            self.wrong,
        )
        self.add_acts(None, button(_("Cancel"), "quiet", pressed=self.close_panel), self.agree)

    def _suggest(self) -> None:
        self._words = passphrase.suggestion(self._around.formats.language)
        self.card.show_words(self._words)

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with the passphrase."""
        is_at_field = self.card.is_own and field in ("passphrase", "passphrase_again")
        self.card.show_wrong(field if is_at_field else "", sentence)
        self.wrong.setText("" if is_at_field else sentence)
        self.wrong.setVisible(not is_at_field and bool(sentence))

    def _agree(self) -> None:
        if self.card.is_own and self.card.typed.text() != self.card.again.text():
            self.show_wrong("passphrase_again", self._("This is not the same as above. Type it once more."))
            return
        self.use(self.card.typed.text() if self.card.is_own else " ".join(self._words))

    def use(self, typed: str) -> None:
        """Change the passphrase of a house that has one."""
        self._presenter.change_passphrase(typed, self)


class SheetPart(QWidget):
    """The recovery sheet as it prints, beside what to do with it."""

    def __init__(self, over: QWidget, presenter: Presenter, around: Surroundings, house: House) -> None:
        """Draw new words; they open nothing yet."""
        super().__init__()
        _ = around.words
        self.words = passphrase.recovery_words(around.formats.language)
        self._around, self._presenter = around, presenter
        self._sheet = presenter.sheet(house, self.words)
        self._view = sheet_view(_)
        self._acts = SheetActs(over, _, around.work, self._kept, self._refused)
        self.print = button(_("Print"), "quiet", "printer", self._print)
        self.save = button(_("Save as PDF"), "quiet", "file-pdf-box", self._save)
        self.state = Notice(
            _("Print the sheet and keep it in an envelope, not with the PC. Its words are shown only now."),
            "wait",
            "printer-outline",
        )
        self.good = Notice("", "good", "shield-check")
        self.good.hide()
        self.wrong = label("", "error", is_wrapped=True)
        buttons = Flow(spacing=8)
        for act in (self.print, self.save):
            buttons.flow.addWidget(act)
        beside = column(self.state, self.good, buttons, self.wrong, None, spacing=12)
        whole = row(self._view, beside, spacing=24, margins=(5, 5, 5, 14))
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.on_kept = lambda: None
        around.work.ask(
            recovery_sheet.picture, self._sheet,
            then=self._view.show_picture, failed=self._refused, slot="sheet", on_paper=True,
        )  # fmt: skip

    def _print(self) -> None:
        self._acts.print_sheet(self._sheet, self._around.settings.current.printer)

    def _save(self) -> None:
        self._acts.save_sheet(self._sheet)

    def _kept(self, printer: str) -> None:
        self.state.hide()
        self.good.sentence.setText(kept_sentence(self._around.words, is_file=not printer))
        self.good.show()
        self.wrong.setText("")
        self.on_kept()

    def _refused(self, refused: Refused) -> None:
        self.wrong.setText(self._presenter.sentence(refused))


class SheetPanel(Panel):
    """A new recovery sheet: it counts only once it was printed or saved, and somebody says so."""

    def __init__(self, over: QWidget, presenter: Presenter, around: Surroundings, house: House) -> None:
        """Begin with a sheet that opens nothing yet."""
        _ = around.words
        super().__init__(_("New recovery sheet"), over, _("Close"), width=760)
        self._presenter = presenter
        self.part = SheetPart(self, presenter, around, house)
        self.part.on_kept = self._kept
        self.agree = button(_("Let this sheet count"), "primary", pressed=self._agree)
        self.agree.setEnabled(False)
        self.add(label(_("From then on the old sheet opens nothing any more."), "soft", is_wrapped=True), self.part)
        self.add_acts(None, button(_("Cancel"), "quiet", pressed=self.close_panel), self.agree)

    def _kept(self) -> None:
        self.agree.setEnabled(True)
        self.agree.setFocus()

    def _agree(self) -> None:
        self._presenter.use_sheet(self.part.words, self)

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what was in the way."""
        self.part.wrong.setText(sentence)


class FirstPassphrasePanel(PassphrasePanel):
    """The first passphrase of a house that has none, with its recovery sheet; then the house opens anew."""

    def __init__(self, over: QWidget, presenter: Presenter, around: Surroundings, house: House) -> None:
        """Begin with a suggestion and a new sheet."""
        _ = around.words
        super().__init__(over, presenter, around, _("A passphrase for your house"), _("Lock the house"))
        self.part = SheetPart(self, presenter, around, house)
        self.part.on_kept = self._kept
        self.agree.setEnabled(False)
        self.add(
            self.part,
            Notice(
                _(
                    "The house closes for a moment and asks your passphrase. The back-ups in its folder are locked as "
                    "well; those on a stick or elsewhere are not: throw them away once a new one is made. Traces of "
                    "the old, unlocked file can stay on the disk for a while: whoever knows how could still read them."
                ),
                "info",
            ),
        )

    def _kept(self) -> None:
        self.agree.setEnabled(True)

    def use(self, typed: str) -> None:
        """Lock the house."""
        self._presenter.encrypt(typed, self.part.words, self)
