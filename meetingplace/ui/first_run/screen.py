"""The first run on the screen: the steps at the left, one question at a time, and the ways on below it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from meetingplace.domain.refusals import Refused
from meetingplace.ui.first_run.draft import Step
from meetingplace.ui.first_run.pages import BeginPage, LanguagePage, Page, PassphrasePage, page_of
from meetingplace.ui.first_run.presenter import Presenter
from meetingplace.ui.first_run.steps_rail import StepsRail
from meetingplace.ui.help_panel import HelpPanel
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.focus import ROOM, FocusRing
from meetingplace.ui.kit.layouts import row
from meetingplace.ui.kit.panel import ask
from meetingplace.ui.kit.surroundings import SettingsDoor
from meetingplace.ui.kit.theme import current
from meetingplace.ui.kit.threads import ThreadedWork, work_without_house
from meetingplace.ui.kit.work import Work
from meetingplace.ui.recovery import SheetActs, sheet_view

_SIDE, _TOP, _COLUMN, _LEAST = 56, 56, 570, 480  # px
_LARGE = 1.6  # text scale from which a question needs more than its least width


class FirstRunScreen(QWidget):
    """The wizard; `finished` gives the address of the house that was made."""

    finished = Signal(str)

    def __init__(
        self,
        door: SettingsDoor,
        address: str,
        way_back: str = "",
        work: Work | None = None,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        """Begin at the language; nothing is made before the last step. `way_back` is the house that one came from."""
        super().__init__()
        self._door, self._way_back = door, way_back
        self.work = work or work_without_house()
        self.presenter = Presenter(door, address, self.work, self, clock)
        self.setProperty("ground", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Meetingplace")
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._inside: QWidget | None = None
        self._sheet_picture = b""
        self._ring = FocusRing(self, current().colour("focus"), current().ring)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self).activated.connect(self.toggle_help)
        self.show_step()

    def passphrase_of(self, address: str) -> str:
        """Give the passphrase that was chosen for the house at this address; empty when none was made there."""
        draft = self.presenter.draft
        return draft.chosen_passphrase if draft.is_made and address == draft.address else ""

    # --- building a step ---

    def show_step(self) -> None:
        """Show the step at which the presenter stands, in the language of now."""
        if self._inside is not None:
            self._inside.hide()
            self._whole.removeWidget(self._inside)
            self._inside.deleteLater()
        presenter = self.presenter
        _ = presenter.words
        self._inside = QWidget(self)
        self.rail = StepsRail(_, presenter.steps(), self._inside)
        self.page: Page = page_of(presenter.step, _, presenter.draft, self._door.current.language)
        self.page.setMaximumWidth(current().px(_COLUMN))
        self.page.setMinimumWidth(_LEAST)
        self.sheet = sheet_view(_)
        if self._sheet_picture:
            self.sheet.show_picture(self._sheet_picture)  # until the one of now is drawn
        self._sheet_acts = SheetActs(self, _, self.work, self._sheet_kept, self._sheet_refused)
        self.help = HelpPanel(_, 0, self._inside)
        self.help.closed.connect(self._fold)
        question = QWidget(self._inside)
        right = QVBoxLayout(question)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self._scrolling(), 1)
        right.addLayout(self._footer())
        side_by_side = QHBoxLayout(self._inside)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(0)
        side_by_side.addWidget(self.rail)
        side_by_side.addWidget(question, 1)
        side_by_side.addWidget(self.help)
        self.help.stand_beside(question)
        self._whole.addWidget(self._inside)
        self._inside.show()
        self._wire_page()
        QTimer.singleShot(0, self.page.first.setFocus)

    def _scrolling(self) -> QScrollArea:
        content = QWidget()
        content.setProperty("ground", True)
        self._beside = beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        beside.setContentsMargins(_SIDE - ROOM, _TOP, _SIDE, 16)
        beside.setSpacing(56 if current().scale < 1.3 else 32)
        beside.addWidget(self.page)
        beside.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignTop)
        beside.addStretch(0 if self._is_at(Step.PASSPHRASE) else 1)
        self.sheet.setVisible(self._is_at(Step.PASSPHRASE))
        self._fold()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        return area

    def _fold(self) -> None:
        """Lay the sheet under the question where there is no room for both beside each other."""
        beside = self._beside
        help_width = 0 if self.help.isHidden() else self.help.width()
        room = self.width() - self.rail.width() - help_width - 2 * _SIDE
        least = _LEAST if current().scale < _LARGE else current().px(_LEAST)
        is_wide = room >= least + beside.spacing() + self.sheet.width()
        directions = QBoxLayout.Direction
        beside.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        beside.setStretch(0, 10 if is_wide else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width of the window."""
        super().resizeEvent(event)
        self._fold()

    def _footer(self) -> QHBoxLayout:
        _ = self.presenter.words
        prints = self._is_at(Step.PASSPHRASE) and not self.presenter.draft.is_sheet_kept
        word = _("Print and go on") if prints else _("Begin") if self._is_at(Step.BEGIN) else _("Go on")
        self.back = button(_("Back"), "quiet", "chevron-left", self._go_back, self._inside, is_big=True)
        self.help_button = button("", "quiet", "help", self.toggle_help, self._inside, is_big=True, tip=_("Help (F1)"))
        self.skip = button(_("Skip"), "text", "", self.presenter.skip, self._inside, is_big=True)
        self.on = button(word, "primary", "printer" if prints else "", self._on, self._inside, is_big=True)
        self.back.setVisible(not self._is_at(Step.LANGUAGE) or bool(self._way_back))
        self.skip.setVisible(not self._is_at(Step.LANGUAGE) and not self._is_at(Step.BEGIN))
        return row(self.back, self.help_button, None, self.skip, self.on, spacing=12, margins=(_SIDE, 12, _SIDE, 44))

    def _is_at(self, step: Step) -> bool:
        return self.presenter.step is step

    def _wire_page(self) -> None:
        page = self.page
        if isinstance(page, LanguagePage):
            page.chosen.connect(self._choose_language)
        elif isinstance(page, PassphrasePage):
            page.other_words_wanted.connect(self._other_words)
            page.save_wanted.connect(self._save_sheet)
            page.without_wanted.connect(self.presenter.forward)
        elif isinstance(page, BeginPage):
            page.folder_chosen.connect(self.presenter.choose_folder)

    # --- what is pressed ---

    def _go_back(self) -> None:
        if self._is_at(Step.LANGUAGE):
            self.finish(self._way_back)
        else:
            self.presenter.back()

    def _choose_language(self, language: str) -> None:
        self.presenter.choose_language(language)
        self.show_step()

    def _other_words(self) -> None:
        self.presenter.other_words()
        if isinstance(self.page, PassphrasePage):
            self.page.card.show_words(self.presenter.draft.suggested)

    def _on(self) -> None:
        if not self._is_at(Step.PASSPHRASE) or self.presenter.draft.is_sheet_kept:
            self.presenter.forward()
        elif self.presenter.may_print():
            self._sheet_acts.print_sheet(self.presenter.sheet(), self._door.current.printer)

    def _save_sheet(self) -> None:
        if self.presenter.may_print():
            self._sheet_acts.save_sheet(self.presenter.sheet())

    def _sheet_kept(self, printer: str) -> None:
        self.presenter.sheet_kept(is_file=not printer)
        if printer:
            self._door.change(printer=printer)
            self.presenter.forward()
        else:
            self.presenter.stay()

    def _sheet_refused(self, refused: Refused) -> None:
        self.show_wrong("sheet", self.presenter.sentence(refused))

    # --- what the presenter asks ---

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say under a field what is wrong."""
        self.page.show_wrong(field, sentence)

    def show_busy(self, sentence: str) -> None:
        """Say that the house is being made; nothing else can be pressed meanwhile."""
        if isinstance(self.page, BeginPage):
            self.page.show_busy(sentence)
        for part in (self.page, self.back, self.skip, self.on):
            part.setEnabled(not sentence)

    def show_sheet(self, picture: bytes) -> None:
        """Show the recovery sheet as it prints."""
        self._sheet_picture = picture
        self.sheet.show_picture(picture)

    def warn(self, title: str, sentence: str, verb: str, agreed: Callable[[], None]) -> None:
        """Ask before going on without something important."""
        ask(self, title, sentence, verb, agreed, self.presenter.words("Back"))

    def finish(self, address: str) -> None:
        """Tell the program which house to open."""
        QTimer.singleShot(0, partial(self._finish, address))

    def _finish(self, address: str) -> None:
        self._close_work()
        self.finished.emit(address)

    def _close_work(self) -> None:
        if isinstance(self.work, ThreadedWork):
            self.work.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, as everybody expects of one question at a time."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.on.isEnabled():
            self.on.click()
        else:
            super().keyPressEvent(event)

    def toggle_help(self) -> None:
        """Open the help, or close it."""
        if self.help.isVisible():
            self.help.close_help()
        else:
            self.help.open_page("first_run")
            self._fold()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the threads go; what was not made is not kept."""
        self._close_work()
        super().closeEvent(event)
