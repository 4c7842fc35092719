"""The page before a house is open: the passphrase, or why it cannot be opened and what to do."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from meetingplace import startup
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import refusals
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats
from meetingplace.startup import OpenHouse, State
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, label
from meetingplace.ui.kit.fields import Field, line_edit
from meetingplace.ui.kit.layouts import row
from meetingplace.ui.kit.marks import program_mark
from meetingplace.ui.kit.theme import current

_ABOUT_TYPING = (Reason.PASSPHRASE_WRONG, Reason.PASSPHRASE_NEEDED)


class Opening(QWidget):
    """Opens the house at an address; `opened` gives the house, `given_up` ends the program."""

    opened = Signal(object)
    given_up = Signal()

    def __init__(self, address: str, words: Translator, formats: Formats) -> None:
        """Build the page; `begin` tries to open."""
        super().__init__()
        self._address, self._, self._formats = address, words, formats
        _ = words
        self.setProperty("ground", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Meetingplace")
        self.title = label(_("Open the house"), "title", self)
        self.typed = line_edit("")
        self.typed.setEchoMode(QLineEdit.EchoMode.Password)
        self.field = Field(_("Passphrase"), self.typed, _("The words of the recovery sheet open the house too."))
        self.sentence = label("", "", self, is_wrapped=True)
        self.open_button = button(_("Open"), "primary", "door-open", self._open, self, is_big=True)
        self.retry_button = button(_("Try again"), "primary", "refresh", self._open, self)
        self.break_button = button(_("Open here anyway"), "danger", "", self._open_anyway, self)
        self.leave_button = button(_("Close"), "quiet", "", self.given_up.emit, self)
        card = Card(self, padding=24, spacing=16)
        card.setFixedWidth(current().px(520))
        card.body.addLayout(row(program_mark(44, card), self.title, None))
        card.body.addWidget(self.sentence)
        card.body.addWidget(self.field)
        card.body.addLayout(row(self.leave_button, None, self.break_button, self.retry_button, self.open_button))
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(1)
        self.typed.returnPressed.connect(self._open)
        self._show_step(asks=False, sentence="", can_break=False)

    def begin(self) -> bool:
        """Open at once when no passphrase is needed, and tell whether the house is open; else ask or say why not."""
        try:
            is_locked = startup.state_of(self._address) is State.ENCRYPTED
        except Refused as refused:
            self._refuse(refused)
            return False
        if is_locked:
            self._show_step(asks=True, sentence="", can_break=False)
            return False
        return self._try()

    def _open(self) -> None:
        self.field.show_wrong("")
        self.open_button.setEnabled(False)
        self.open_button.setText(self._("One moment…"))
        QTimer.singleShot(20, self._try)  # the words are painted before the key is derived

    def _open_anyway(self) -> None:
        self._try(breaks_lock=True)

    def _try(self, breaks_lock: bool = False) -> bool:
        house: OpenHouse | None = None
        try:
            house = startup.open_house(self._address, self.typed.text, breaks_lock=breaks_lock, now=datetime.now())
        except Refused as refused:
            self._refuse(refused)
        finally:
            self.open_button.setEnabled(True)
            self.open_button.setText(self._("Open"))
        if house is None:
            return False
        self.typed.clear()
        self.opened.emit(house)
        return True

    def _refuse(self, refused: Refused) -> None:
        sentence = refusals.sentence(self._, refused, self._formats)
        if refused.reason in _ABOUT_TYPING:
            self._show_step(asks=True, sentence="", can_break=False)
            self.field.show_wrong(sentence)
            self.typed.selectAll()
            return
        can_break = refused.reason is Reason.HOUSE_OPEN_ELSEWHERE
        if can_break:
            sentence += " " + self._("Was that PC switched off in the middle? Then open the house here.")
        self._show_step(asks=False, sentence=sentence, can_break=can_break)

    def _show_step(self, asks: bool, sentence: str, can_break: bool) -> None:
        self.field.setVisible(asks)
        self.open_button.setVisible(asks)
        self.retry_button.setVisible(not asks)
        self.break_button.setVisible(can_break)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        if asks:
            self.typed.setFocus()
