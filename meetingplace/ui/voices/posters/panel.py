"""The room for paper of participation: what is chosen on one side, the very paper on the other, and its two acts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QComboBox, QWidget

from meetingplace.domain.refusals import Refused
from meetingplace.i18n.poster_words import poster_names
from meetingplace.i18n.refusals import sentence
from meetingplace.services.posters import PosterKind, PosterPaper
from meetingplace.ui.kit.buttons import Segment, button
from meetingplace.ui.kit.cards import Notice
from meetingplace.ui.kit.fields import Field, combo
from meetingplace.ui.kit.files import file_to_write, offer_pdf
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.languages import LanguagesField
from meetingplace.ui.kit.layouts import column, row
from meetingplace.ui.kit.moments import DateField
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.paper_out import PageShown, Printer
from meetingplace.ui.kit.paper_table import TALL, Leaf, SheetTable
from meetingplace.ui.kit.printing import printer_for
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current
from meetingplace.ui.voices.posters.presenter import FOLLOWS, ChoicesShown, Presenter

_WIDE, _CHOICES = 1000, 460  # px at 100 %
_AROUND, _LEAST_PAGE, _MOST_PAGE = 212, 320, 640  # px over and under the paper; across it, so that all of it is seen
_PAUSE = 120  # ms after the last change of size before the page is drawn anew
_SIZES = {PosterPaper.A4: QPageSize.PageSizeId.A4, PosterPaper.A3: QPageSize.PageSizeId.A3}


class PostersPanel(Panel):
    """A poster, a sheet or slips: chosen, looked at, printed or saved."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        """Open over the voices."""
        _ = self._ = around.words
        super().__init__(_("Posters and slips"), over, _("Close"), width=_WIDE)
        self._around = around
        self._choices = QWidget(self)
        self.presenter = presenter = Presenter(around, self)
        self.kinds = combo(list(poster_names(_).items()), parent=self._choices)
        self.papers = Segment([(paper.name, paper.name) for paper in PosterPaper], "A4", _("Paper"), self._choices)
        self.languages: LanguagesField | None = None
        self.since = DateField(
            None, around.clock().date(), _("Told since"), _("Choose a day"), around.formats.language, self._choices
        )
        self.polls, self.sessions = combo([], parent=self._choices), combo([], parent=self._choices)
        self.check = Notice("", "wait", "text-box-search-outline", self._choices)
        self.to_tell = Notice("", "info", "bullhorn-outline", self._choices)
        self.tell = button(_("Note as told back"), "quiet", "check", presenter.tell_back, self._choices)
        seen = round((over.window().height() - _AROUND) / TALL)
        self.table = SheetTable(_, self, TALL, max(_LEAST_PAGE, min(seen, _MOST_PAGE)))
        self.leaf = Leaf(_, self)
        self.save = button(_("Save as PDF"), "quiet", "file-pdf-box", presenter.save_pdf, self)
        self.print_button = button(_("Print"), "primary", "printer", presenter.print_poster, self)
        self._redraw = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build()
        self._wire()

    def _build(self) -> None:
        _, choices = self._, self._choices
        self._of_kind = {
            PosterKind.SAID_DID: Field(_("Told since"), self.since, "", choices),
            PosterKind.DOTS: Field(_("Choice"), self.polls, "", choices),
            PosterKind.FACES: Field(_("Session"), self.sessions, "", choices),
        }
        self._size = Field(_("Paper"), self.papers, "", choices)
        self._spoken = column()
        for part in (self.check, self.to_tell, self.tell):
            part.hide()
        fields = (*self._of_kind.values(), self._size)
        parts = (Field(_("Kind of paper"), self.kinds, "", choices), *fields)
        offer = self.to_tell, self.tell  # on top: there it is seen, however large the letters
        after = self._spoken, self.check, None
        choices.setLayout(column(*offer, *parts, *after, spacing=12, margins=(ROOM, ROOM, ROOM, ROOM)))
        choices.setMinimumWidth(current().px(_CHOICES))
        self.table.setFixedWidth(self.table.sizeHint().width())
        both = row(choices, self.table, spacing=16)
        both.setStretch(0, 1)
        self.add(both)
        self.add_acts(self.leaf, None, self.save, self.print_button)

    def _wire(self) -> None:
        presenter = self.presenter
        self.kinds.activated.connect(lambda _at: presenter.choose_kind(PosterKind(self.kinds.currentData())))
        self.papers.chosen.connect(lambda key: presenter.choose_paper(PosterPaper[key]))
        self.polls.activated.connect(lambda _at: presenter.choose_poll(self.polls.currentData()))
        self.sessions.activated.connect(lambda _at: presenter.choose_session(self.sessions.currentData()))
        self.since.changed.connect(self._choose_since)
        self.leaf.turned.connect(presenter.turn)
        self.table.resized.connect(self._redraw.start)
        self._redraw.timeout.connect(presenter.draw_page)
        self.closed.connect(self._around.bulletin.follow(FOLLOWS, presenter.refresh))

    def _choose_since(self) -> None:
        field = self._of_kind[PosterKind.SAID_DID]
        try:
            since = self.since.day
        except Refused as refused:
            field.show_wrong(sentence(self._, refused, self._around.formats))
            return
        field.show_wrong("")
        self.presenter.choose_since(since)

    # --- the view of the presenter ---

    @property
    def page_width(self) -> int:
        """Give how wide the page is shown, in dots."""
        return self.table.page_width

    def show_choices(self, shown: ChoicesShown) -> None:
        """Show what is chosen."""
        asked = shown.asked
        self.kinds.setCurrentIndex(self.kinds.findData(asked.kind.value))
        self.papers.choose(asked.paper.name)
        for kind, field in self._of_kind.items():
            field.setVisible(kind is asked.kind)
        self._size.setVisible(asked.kind is not PosterKind.SLIPS)
        self.since.show_day(shown.since)
        _fill(self.polls, shown.polls, asked.poll_id)
        _fill(self.sessions, shown.sessions, asked.session_id)
        self._show_languages(shown)

    def _show_languages(self, shown: ChoicesShown) -> None:
        if self.languages is None:
            _ = self._
            self.languages = LanguagesField(
                shown.asked.languages, shown.at_hand, _("Another language…"), self._choices, shown.languages
            )
            self._of_languages = Field(_("Languages"), self.languages, "", self._choices)
            self._spoken.addWidget(self._of_languages)
            self.languages.changed.connect(self._choose_languages)
        elif set(self.languages.codes) != set(shown.asked.languages):
            self.languages.choose(shown.asked.languages)
        is_alone = shown.asked.kind is PosterKind.SLIPS
        self._of_languages.show_help("" if is_alone else self._("On a poster Dutch always stands first."))

    def _choose_languages(self) -> None:
        if self.languages is not None:
            self.presenter.choose_languages(self.languages.codes)

    def show_page(self, shown: PageShown) -> None:
        """Show a page of the real paper."""
        self._let_act(True)
        self.table.show_page(shown)
        self.leaf.show_page(shown)

    def show_check(self, lines: Sequence[str]) -> None:
        """Say what to look at before it hangs."""
        self.check.sentence.setText("\n".join(lines))
        self.check.setVisible(bool(lines))

    def show_problem(self, said: str) -> None:
        """Say why there is no page."""
        self._let_act(False)
        self.leaf.hide()
        self.table.show_problem(said)

    def offer_to_tell(self, said: str) -> None:
        """Offer to note that the poster told answers back."""
        self.to_tell.sentence.setText(said)
        for part in (self.to_tell, self.tell):
            part.setVisible(bool(said))

    def _let_act(self, is_paper: bool) -> None:
        self.save.setEnabled(is_paper)
        self.print_button.setEnabled(is_paper)

    def choose_printer(self, paper: PosterPaper) -> Printer | None:
        """Let somebody choose a printer; None when the dialog was closed. Refuses NO_PRINTER."""
        return printer_for(self, self._around.settings, _SIZES[paper])

    def offer_pdf(self, said: str) -> None:
        """Say that there is no printer, and offer to save a PDF."""
        offer_pdf(self, self._, said, self.presenter.save_pdf)

    def choose_file(self, title: str, suggested: str) -> Path | None:
        """Let somebody choose a file to write; None when the dialog was closed."""
        return file_to_write(self, title, suggested)


def _fill(of: QComboBox, choices: Sequence[tuple[int | None, str]], on: int | None) -> None:
    """Offer these choices in a list, with one on."""
    of.clear()
    for value, text in choices:
        of.addItem(text, value)
    of.setCurrentIndex(next((at for at, (value, _text) in enumerate(choices) if value == on), 0))


def open_room(around: Surroundings, over: QWidget) -> None:
    """Open the room over the voices."""
    panel = PostersPanel(around, over)
    panel.open(panel.kinds)
    panel.presenter.refresh()
