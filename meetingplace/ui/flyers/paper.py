"""Paper that leaves the screen: printing, saving, copying, and the paper lists of a session. No Qt here.

Each act on a flyer is noted, so that Today no longer asks for it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from meetingplace.domain.paper_lists import PaperKind
from meetingplace.domain.refusals import Refused
from meetingplace.i18n.refusals import sentence
from meetingplace.i18n.words import column_words
from meetingplace.services import files, flyers, paper_lists, sheets
from meetingplace.services.flyers import Draft, FlyerBoard, Paper
from meetingplace.ui.flyers.file_names import file_name
from meetingplace.ui.flyers.shown import ListAsked, ListsShown
from meetingplace.ui.flyers.wording import Wording
from meetingplace.ui.kit.paper_out import Printer, send
from meetingplace.ui.kit.surroundings import Surroundings

TALLY, NAMES, CARDS = PaperKind.TALLY.value, PaperKind.NAMES.value, "cards"


def _do_nothing() -> None:
    """Note nothing: cards are not asked for."""


class PaperView(Protocol):
    """What is asked of the screen when paper leaves it."""

    def choose_printer(self, paper: Paper) -> Printer | None:
        """Let somebody choose a printer for a paper; None when the dialog was closed. Refuses NO_PRINTER."""

    def offer_pdf(self, said: str, save: Callable[[], object]) -> None:
        """Say that there is no printer, and offer to save a PDF."""

    def choose_file(self, title: str, suggested: str, ending: str) -> Path | None:
        """Let somebody choose a file to write; None when it was closed."""

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""

    def open_lists(self, shown: ListsShown) -> None:
        """Open the panel with the paper lists."""


class PaperActs:
    """Prints, saves and copies the flyer in view, and the lists of its session."""

    def __init__(self, around: Surroundings, view: PaperView) -> None:
        """Take the surroundings; there is nothing to print before `take`."""
        self._around, self._view, self._ = around, view, around.words
        self._wording = Wording(around.words, around.formats)
        self._draft: Draft | None = None
        self._board: FlyerBoard | None = None

    def take(self, draft: Draft | None, board: FlyerBoard) -> None:
        """Act on this flyer from now on."""
        self._draft, self._board = draft, board

    # --- the flyer ---

    def print_flyer(self) -> None:
        """Print the flyer on a printer that somebody chooses."""
        if self._draft:
            noted = partial(self._note, self._draft)
            printed = partial(self._print, paper=self._draft.paper, save=self.save_pdf, noted=noted)
            self._around.work.ask(flyers.print_ready, self._draft, then=printed, on_paper=True)

    def save_pdf(self) -> None:
        """Save the flyer as PDF."""
        self._save(self._("Save the flyer as PDF"), "pdf", flyers.save_pdf)

    def save_pictures(self) -> None:
        """Save the flyer as pictures for phones."""
        self._save(self._("Save the flyer as a picture"), "png", flyers.save_pictures)

    def copy_text(self, language: str = "") -> None:
        """Copy the words of the flyer, of one language or of all, to paste into a message."""
        if self._draft:
            copied = partial(self._copied, self._draft)
            self._around.work.ask(flyers.plain_text, self._draft, language, then=copied, on_paper=True)

    def _save(self, title: str, ending: str, save: Callable[[Draft, Path], tuple[Path, ...]]) -> None:
        if self._draft is None or self._board is None:
            return
        file = self._view.choose_file(title, self._file_name(self._("Flyer"), ending), ending)
        if file:
            saved = partial(self._saved, noted=partial(self._note, self._draft))
            self._around.work.ask(save, self._draft, file, then=saved, on_paper=True)

    def _copied(self, draft: Draft, text: str) -> None:
        self._view.copy(text)
        self._note(draft)
        self._around.say(self._("The text is copied. Paste it into a message."))

    def _note(self, draft: Draft) -> None:
        self._around.work.do(flyers.note_made, draft, self._around.clock(), quietly=True)

    # --- the lists ---

    def open_lists(self) -> None:
        """Open the paper lists of the session, or of the next one of the series."""
        board = self._board
        if board is None or board.sheets_of is None:
            return
        _ = self._
        shown = self._wording.subject(board.sheets_of, with_place=True)
        no_names = "" if board.takes_names else _("This place only counts people, so there is no list of names.")
        columns = tuple(column_words(_).items())
        self._view.open_lists(ListsShown(shown.title, shown.line, no_names, columns))

    def print_list(self, asked: ListAsked) -> None:
        """Print a paper list; it then waits to be typed in."""
        save, noted = partial(self.save_list, asked), self._noting(asked)
        paper = Paper.A4 if asked.kind == CARDS else Paper.A4_LANDSCAPE
        self._make_list(asked, partial(self._print, paper=paper, save=save, noted=noted))

    def save_list(self, asked: ListAsked) -> None:
        """Save a paper list as PDF; it then waits to be typed in."""
        title = self._("Save the list as PDF")
        if self._board is None:
            return
        file = self._view.choose_file(title, self._file_name(self._list_name(asked.kind), "pdf"), "pdf")
        if file:
            self._make_list(asked, partial(self._write, file, self._noting(asked)))

    def _make_list(self, asked: ListAsked, then: Callable[[bytes], None]) -> None:
        session = self._board.sheets_of if self._board else None
        if session is None:
            return
        of = (session.session_id or 0, self._around.formats.language)
        make = {
            TALLY: partial(sheets.tally_sheet, *of),
            NAMES: partial(sheets.name_sheet, *of, asked.columns, asked.blanks),
            CARDS: partial(sheets.name_cards, *of, asked.blanks),
        }[asked.kind]
        self._around.work.ask(make, then=then, on_paper=True)

    def _noting(self, asked: ListAsked) -> Callable[[], object]:
        """Give what notes that a list of the session in view is out."""
        session = self._board.sheets_of if self._board else None
        if asked.kind == CARDS or session is None:
            return _do_nothing
        of = (session.session_id or 0, PaperKind(asked.kind), self._around.clock())
        return partial(self._around.work.do, paper_lists.note_printed, *of, quietly=True)

    def _write(self, file: Path, noted: Callable[[], object], pdf: bytes) -> None:
        self._around.work.ask(files.save, file, pdf, then=lambda _none: self._saved((file,), noted), on_paper=True)

    def _list_name(self, kind: str) -> str:
        _ = self._
        return {TALLY: _("Tally sheet"), NAMES: _("First-name sheet"), CARDS: _("Name cards")}[kind]

    # --- both ---

    def _print(
        self, pdf: bytes, paper: Paper, save: Callable[[], object], noted: Callable[[], object] = _do_nothing
    ) -> None:
        try:
            printer = self._view.choose_printer(paper)
        except Refused as refused:
            self._view.offer_pdf(sentence(self._, refused, self._around.formats), save)
            return
        if printer:
            send(self._around, printer, pdf, noted)

    def _saved(self, saved: tuple[Path, ...], noted: Callable[[], object] = _do_nothing) -> None:
        noted()
        names = self._around.formats.list_of([file.name for file in saved])
        self._around.say(self._("Saved: {files}", files=names))

    def _file_name(self, what: str, ending: str) -> str:
        """Suggest a name that every system takes: what it is, of which session or series, and its day."""
        about = self._board.sheets_of or self._board.subject if self._board else None
        return file_name(what, about.title if about else "", about.day if about else None, ending)
