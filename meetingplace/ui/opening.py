"""The page before a house is open: the passphrase, or why it cannot be opened and what to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from meetingplace import startup
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import refusals
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import days_off
from meetingplace.startup import OpenHouse, State
from meetingplace.ui.kit import hyphens
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, label
from meetingplace.ui.kit.fields import Field
from meetingplace.ui.kit.focus import FocusRing
from meetingplace.ui.kit.hidden import hidden_line, show_typed
from meetingplace.ui.kit.layouts import Flow, row
from meetingplace.ui.kit.marks import program_mark
from meetingplace.ui.kit.theme import current
from meetingplace.ui.kit.threads import ThreadedWork, work_without_house
from meetingplace.ui.kit.work import Work
from meetingplace.ui.restoring import RestorePanel

_ABOUT_TYPING = (Reason.PASSPHRASE_WRONG, Reason.PASSPHRASE_NEEDED)
_A_BACKUP_HELPS = (Reason.FILE_BROKEN, Reason.KEY_FILE_MISSING, Reason.KEY_FILE_BROKEN, Reason.FILE_MISSING)
_PATIENCE = 300  # ms before a page is shown that has nothing to ask


class Opening(QWidget):
    """Opens the house at an address; `opened` gives the house, `given_up` ends the program.

    `sight_wanted` says that there is something to read or to type; a house that opens at once needs no page.
    """

    opened = Signal(object)
    given_up = Signal()
    elsewhere_wanted = Signal()
    first_run_wanted = Signal()
    sight_wanted = Signal()

    def __init__(
        self, address: str, words: Translator, formats: Formats, work: Work | None = None, just_chosen: str = ""
    ) -> None:
        """Build the page; `begin` tries to open. A passphrase that was `just_chosen` can be read once more."""
        super().__init__()
        self._address, self._, self._formats = address, words, formats
        self._just_chosen = just_chosen
        self._work = work or work_without_house()
        self._meanwhile: Callable[[], object] | None = None
        _ = words
        self.setProperty("ground", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Meetingplace")
        self.title = label(_("Open the house"), "title", self, is_wrapped=True)
        self.typed = hidden_line()
        self.field = Field(_("Passphrase"), self.typed, _("The words of the recovery sheet open the house too."))
        self.sentence = label("", "", self, is_wrapped=True)
        self.open_button = button(_("Open"), "primary", "door-open", self._open, self)
        self.shows = show_typed(_("Show what I type"), self.typed)
        self.words_button = button(_("Show the passphrase"), "quiet", "eye-outline", self._show_words, self)
        self.retry_button = button(_("Try again"), "primary", "refresh", self._retry, self)
        self.break_button = button(_("Open here anyway"), "danger", "", self._open_anyway, self)
        self.restore_button = button(_("Put a back-up back"), "quiet", "backup-restore", self._restore, self)
        self.set_up_button = button(_("Set up the house"), "quiet", "home-outline", self.first_run_wanted.emit, self)
        self.elsewhere_button = button(_("Begin elsewhere"), "quiet", "", self.elsewhere_wanted.emit, self)
        self.leave_button = button(_("Close"), "quiet", "", self.given_up.emit, self)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self.sight_wanted)
        self.typed.returnPressed.connect(self._open)
        self._lay_out()
        self._ring = FocusRing(self, current().colour("focus"), current().ring)
        self._show_step()

    def _lay_out(self) -> None:
        card = Card(self, padding=24, spacing=16)
        card.setFixedWidth(min(720, current().px(520)))
        acts = Flow(card, spacing=12)
        for act in self._acts:
            acts.flow.addWidget(act)
        head = row(program_mark(44, card), self.title)
        head.setStretch(1, 1)
        card.body.addLayout(head)
        for part in (self.sentence, self.field):
            card.body.addWidget(part)
        card.body.addLayout(row(self.shows, None))
        card.body.addWidget(acts)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addLayout(row(None, card, None))  # an alignment would not let the card grow with its sentences
        whole.addStretch(1)

    @property
    def _acts(self) -> tuple[QPushButton, ...]:
        first = (self.open_button, self.words_button, self.retry_button, self.break_button)
        return (*first, self.set_up_button, self.restore_button, self.elsewhere_button, self.leave_button)

    # --- opening ---

    def begin(self, meanwhile: Callable[[], object] | None = None) -> None:
        """Do something to the files of the house first, perhaps; then open it, or say what it needs."""
        self._patience.start()
        if meanwhile is None:
            self._look()
            return
        self._meanwhile = meanwhile
        self._show_step(self._("One moment…"))
        self._work.ask(meanwhile, then=self._did, failed=self._refuse)

    def _did(self, _answer: object) -> None:
        self._meanwhile = None
        self._look()

    def _look(self) -> None:
        try:
            is_locked = startup.state_of(self._address) is State.ENCRYPTED
        except Refused as refused:
            self._refuse(refused)
            return
        if is_locked:
            self._show_step(self._why_asked(), asks=True)
            self.sight_wanted.emit()
            self._load_beside()
        else:
            self._show_step(self._("One moment…"))
            self._open()

    def _load_beside(self) -> None:
        """Load while somebody types what the first screens will need."""
        today, language = datetime.now().date(), self._formats.language
        for load in (partial(days_off.load, today, language), hyphens.load):
            self._work.ask(load, then=lambda _loaded: None, on_paper=True)

    def _why_asked(self) -> str:
        if not self._just_chosen:
            return ""
        return self._("Type your passphrase once. Then you know it is right, while the house is still empty.")

    def _show_words(self) -> None:
        written = self._("Your passphrase: {words}", words=self._just_chosen)
        self.sentence.setText(f"{self._why_asked()}\n{written}")

    def _open(self) -> None:
        self._try(breaks_lock=False)

    def _open_anyway(self) -> None:
        self._try(breaks_lock=True)

    def _retry(self) -> None:
        """Open the house as it is; what went wrong with its files before is not tried again."""
        self._did(None)

    def _try(self, breaks_lock: bool) -> None:
        self.field.show_wrong("")
        self._show_busy(is_busy=True)
        asked = partial(_opened, self._address, self.typed.text(), breaks_lock)
        self._work.ask(asked, then=self._let_in, failed=self._refuse)

    def _let_in(self, house: OpenHouse) -> None:
        self._patience.stop()
        self.typed.clear()
        self.shows.setChecked(False)
        self._just_chosen = ""
        self.close_work()
        self.opened.emit(house)

    def close_work(self) -> None:
        """Let the threads go."""
        if isinstance(self._work, ThreadedWork):
            self._work.close()

    def _restore(self) -> None:
        panel = RestorePanel(self, self._, self._formats, self._work, Path(self._address))
        panel.agreed.connect(self._put_back)
        panel.open(panel.choose)

    def _put_back(self, file: Path) -> None:
        self.begin(partial(startup.restore, file, Path(self._address), datetime.now()))

    # --- what is shown ---

    def _refuse(self, refused: Refused) -> None:
        self._show_busy(is_busy=False)
        sentence = refusals.sentence(self._, refused, self._formats)
        if refused.reason in _ABOUT_TYPING:
            self._show_step(self._why_asked(), asks=True)
            self.field.show_wrong(sentence)
            self.typed.selectAll()
        else:
            is_open = refused.reason is Reason.HOUSE_OPEN_ELSEWHERE
            if is_open:
                sentence += " " + self._("Was that PC switched off in the middle? Then open the house here.")
            self._show_step(sentence, is_stuck=True)
            is_file = startup.is_folder(self._address)
            self.break_button.setVisible(is_open)
            self.restore_button.setVisible(is_file and refused.reason in _A_BACKUP_HELPS)
            self.elsewhere_button.setVisible(refused.reason is Reason.FILE_MISSING)
            self.set_up_button.setVisible(refused.reason is Reason.NO_HOUSE_YET)
        self.sight_wanted.emit()

    def _show_step(self, sentence: str = "", asks: bool = False, is_stuck: bool = False) -> None:
        for act in self._acts:
            act.hide()
        self.field.setVisible(asks)
        self.shows.setVisible(asks and not self._just_chosen)
        self.open_button.setVisible(asks)
        self.words_button.setVisible(asks and bool(self._just_chosen))
        self.retry_button.setVisible(is_stuck)
        self.leave_button.setVisible(asks or is_stuck)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        if asks:
            self.typed.setFocus()

    def _show_busy(self, is_busy: bool) -> None:
        for act in self._acts:
            act.setEnabled(not is_busy)
        self.open_button.setText(self._("One moment…") if is_busy else self._("Open"))


def _opened(address: str, typed_passphrase: str, breaks_lock: bool) -> OpenHouse:
    """Open beside the window; the connection of that thread is not needed any more."""
    house = startup.open_house(address, lambda: typed_passphrase, breaks_lock=breaks_lock, now=datetime.now())
    house.hang_up()
    return house
