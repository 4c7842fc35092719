"""Which paper of participation is made, of what, and what is done with it. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from meetingplace.domain.refusals import Refused
from meetingplace.domain.sessions import Session
from meetingplace.i18n.poster_words import offer_to_tell, poster_check, poster_names
from meetingplace.i18n.refusals import sentence
from meetingplace.services import board_texts, posters, printing
from meetingplace.services.changes import Topic
from meetingplace.services.posters import PosterAsked, PosterChoices, PosterKind, PosterMade, PosterPaper
from meetingplace.ui.kit.paper_out import PageShown, Printer, save, send
from meetingplace.ui.kit.surroundings import Surroundings

FOLLOWS = frozenset({Topic.HOUSE, Topic.PLACES, Topic.VOICES, Topic.POLLS, Topic.SESSIONS})


@dataclass(frozen=True)
class ChoicesShown:
    """What is chosen, and what else can be: ready-made texts by what they stand for."""

    asked: PosterAsked
    since: date
    languages: tuple[str, ...]
    at_hand: tuple[str, ...]
    polls: tuple[tuple[int, str], ...]
    sessions: tuple[tuple[int | None, str], ...]


class View(Protocol):
    """What the presenter asks of the panel."""

    @property
    def page_width(self) -> int:
        """Give how wide the page is shown, in dots."""

    def show_choices(self, shown: ChoicesShown) -> None:
        """Show what is chosen."""

    def show_page(self, shown: PageShown) -> None:
        """Show a page of the real paper."""

    def show_check(self, lines: Sequence[str]) -> None:
        """Say what to look at before it hangs; no lines: nothing."""

    def show_problem(self, said: str) -> None:
        """Say why there is no page."""

    def offer_to_tell(self, said: str) -> None:
        """Offer to note that the poster told answers back; no sentence: there is nothing to note."""

    def choose_printer(self, paper: PosterPaper) -> Printer | None:
        """Let somebody choose a printer; None when the dialog was closed. Refuses NO_PRINTER."""

    def offer_pdf(self, said: str) -> None:
        """Say that there is no printer, and offer to save a PDF."""

    def choose_file(self, title: str, suggested: str) -> Path | None:
        """Let somebody choose a file to write; None when it was closed."""


class Presenter:
    """The paper in the making: it begins with what was said and done, in the languages of the house."""

    def __init__(self, around: Surroundings, view: View) -> None:
        """Take the surroundings; nothing is asked before `refresh`."""
        self._around, self._view, self._ = around, view, around.words
        self.asked = PosterAsked(PosterKind.SAID_DID, (), place_id=around.place.id)
        self._choices: PosterChoices | None = None
        self._pdf = b""
        self._page = self._count = 0
        self._to_tell: tuple[int, ...] = ()
        self._has_left = False  # the poster, to a printer or into a file

    def refresh(self) -> None:
        """Ask again what can be chosen, and make the paper."""
        today = self._around.clock().date()
        ask, place_id = self._around.work.ask, self._around.place.id
        ask(posters.poster_choices, today, place_id, then=self._show_choices, slot="poster choices")

    # --- choosing ---

    def choose_kind(self, kind: PosterKind) -> None:
        """Make another paper."""
        self._choose(replace(self.asked, kind=kind))

    def choose_paper(self, paper: PosterPaper) -> None:
        """Make it on another size of paper."""
        self._choose(replace(self.asked, paper=paper))

    def choose_languages(self, codes: Sequence[str]) -> None:
        """Make it in these languages; on a poster Dutch stays."""
        self._choose(replace(self.asked, languages=tuple(codes)))

    def choose_since(self, since: date) -> None:
        """Make it of what was told since a day."""
        self._choose(replace(self.asked, since=since))

    def choose_poll(self, poll_id: int) -> None:
        """Make it of another choice."""
        self._choose(replace(self.asked, poll_id=poll_id))

    def choose_session(self, session_id: int | None) -> None:
        """Make it for a session, or with a line for the day."""
        self._choose(replace(self.asked, session_id=session_id))

    def _choose(self, asked: PosterAsked) -> None:
        self._page, self._has_left = 0, False
        self.asked = asked
        self._make()

    def _show_choices(self, choices: PosterChoices) -> None:
        if self._choices is None:
            nearest = choices.sessions[0].id if choices.sessions else None
            self.asked = replace(self.asked, languages=choices.of_house, session_id=nearest)
        self._choices = choices
        polls = [poll_id for poll_id, _question in choices.polls]
        if self.asked.poll_id not in polls:  # it was taken away, or none was chosen yet
            self.asked = replace(self.asked, poll_id=polls[0] if polls else None)
        if self.asked.session_id not in [one.id for one in choices.sessions]:
            self.asked = replace(self.asked, session_id=None)
        self._make()

    # --- the preview ---

    def _make(self) -> None:
        choices, kind = self._choices, self.asked.kind
        if choices is None:
            return
        if kind is not PosterKind.SLIPS and "nl" not in self.asked.languages:
            self.asked = replace(self.asked, languages=("nl", *self.asked.languages))
        if kind is PosterKind.SLIPS and not self.asked.languages:
            self.asked = replace(self.asked, languages=("nl",))
        self._view.show_choices(
            ChoicesShown(
                self.asked,
                self.asked.since or choices.since,
                choices.languages,
                choices.of_house,
                choices.polls,
                ((None, self._("No session: a line for the day")), *map(self._session, choices.sessions)),
            )
        )
        asked, today = self.asked, self._around.clock().date()
        ask = self._around.work.ask
        ask(posters.poster, asked, today, then=self._made, failed=self._refused, slot="poster", on_paper=True)

    def _session(self, session: Session) -> tuple[int, str]:
        formats, today = self._around.formats, self._around.clock().date()
        day = self._("today") if session.day == today else formats.short_day(session.day, today)
        return session.id, f"{day} · {session.activity.title}"

    def turn(self, step: int) -> None:
        """Leaf to another page."""
        self._page = max(0, min(self._page + step, self._count - 1))
        self.draw_page()

    def draw_page(self) -> None:
        """Draw the page again, as wide as it is shown now."""
        if self._pdf:
            ask, width = self._around.work.ask, self._view.page_width
            ask(printing.page_picture, self._pdf, self._page, width, then=self._show, slot="poster page", on_paper=True)

    def _made(self, made: PosterMade) -> None:
        self._pdf = made.pdf
        self._count = printing.page_count(made.pdf)
        self._view.show_check(poster_check(self._, made.missing, made.unanswered))
        self._to_tell = made.to_tell
        self._offer_to_tell()
        self.turn(0)

    def _show(self, picture: bytes) -> None:
        place = self._("page {n} of {m}", n=self._page + 1, m=self._count)
        self._view.show_page(PageShown(picture, place, self._page > 0, self._page < self._count - 1))

    def _refused(self, refused: Refused) -> None:
        self._pdf, self._to_tell = b"", ()
        self._view.show_check(())
        self._offer_to_tell()
        self._view.show_problem(sentence(self._, refused, self._around.formats))

    # --- paper that leaves the screen ---

    def print_poster(self) -> None:
        """Print it on a printer that somebody chooses."""
        if not self._pdf:
            return
        size = PosterPaper.A4 if self.asked.kind is PosterKind.SLIPS else self.asked.paper
        try:
            printer = self._view.choose_printer(size)
        except Refused as refused:
            self._view.offer_pdf(sentence(self._, refused, self._around.formats))
            return
        if printer:
            send(self._around, printer, self._pdf)
            self._leave()

    def save_pdf(self) -> None:
        """Save it as PDF."""
        if not self._pdf:
            return
        name = poster_names(self._)[self.asked.kind.value]
        suggested = f"{name} {self._around.clock():%Y-%m-%d}.pdf"
        file = self._view.choose_file(self._("Save as PDF"), suggested)
        if file:
            save(self._around, file, self._pdf)
            self._leave()

    # --- once it hangs ---

    def tell_back(self) -> None:
        """Note that the poster told its answers back."""
        told_on = self._around.clock().date()
        self._around.work.do(board_texts.tell_by_poster, self._to_tell, told_on)

    def _leave(self) -> None:
        self._has_left = True
        self._offer_to_tell()

    def _offer_to_tell(self) -> None:
        self._view.offer_to_tell(offer_to_tell(self._, len(self._to_tell) if self._has_left else 0))
