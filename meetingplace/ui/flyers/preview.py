"""The real paper beside the choices: made anew when something changes, drawn page by page. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from meetingplace.domain.refusals import Refused
from meetingplace.i18n.refusals import sentence
from meetingplace.services import flyers, printing
from meetingplace.services.flyer_checks import Check, text_size_check
from meetingplace.services.flyers import Draft
from meetingplace.ui.flyers.shown import PageShown
from meetingplace.ui.flyers.wording import Wording
from meetingplace.ui.kit.surroundings import Surroundings


class PreviewView(Protocol):
    """What is asked of the screen when paper is shown."""

    @property
    def page_width(self) -> int:
        """Give how wide the page is shown, in dots."""

    def preview_soon(self) -> None:
        """Call `make` once nothing was changed for a moment."""

    def show_page(self, shown: PageShown) -> None:
        """Show a page of the real paper."""

    def show_problem(self, said: str) -> None:
        """Say why there is no page."""


class Preview:
    """The pages of the flyer in the making; `size_check` tells how small the words on them became."""

    def __init__(
        self, around: Surroundings, view: PreviewView, wording: Wording, checked: Callable[[], object]
    ) -> None:
        """Begin without paper; `checked` is called when `size_check` is known anew."""
        self._around, self._view, self._wording, self._checked = around, view, wording, checked
        self._wanted: Draft | None = None
        self._asked: Draft | None = None  # of which the paper is being made
        self._pdf = b""
        self._pages: tuple[tuple[str, ...], ...] = ()
        self._page = 0
        self._tall = 297 / 210
        self.size_check: Check | None = None

    def begin(self) -> None:
        """Begin with another flyer, at its first page."""
        self._wanted, self._pdf, self._page, self.size_check = None, b"", 0, None

    def soon(self, draft: Draft | None) -> None:
        """Make this paper once nothing was changed for a moment."""
        self._wanted = draft
        self._view.preview_soon()

    def make(self) -> None:
        """Make the real paper, beside the window."""
        self._asked = self._wanted
        if self._asked:
            self._around.work.ask(
                flyers.preview_made, self._asked, then=self._made, failed=self.refused, slot="preview", on_paper=True
            )

    def turn(self, step: int) -> None:
        """Leaf to another page."""
        self.turn_to(self._page + step)

    def turn_to(self, page: int) -> None:
        """Open a page, counted from 0."""
        self._page = max(0, min(page, len(self._pages) - 1))
        self.draw_page()

    def draw_page(self) -> None:
        """Draw the page again, as wide as it is shown now."""
        if self._pdf:
            ask, width = self._around.work.ask, self._view.page_width
            ask(printing.page_picture, self._pdf, self._page, width, then=self._show_page, slot="page", on_paper=True)

    def refused(self, refused: Refused) -> None:
        """Say why there is no paper."""
        self._pdf = b""
        self._view.show_problem(sentence(self._around.words, refused, self._around.formats))

    def _made(self, made: flyers.Made) -> None:
        if self._asked is None:
            return
        self._pdf = made.pdf
        self._pages = tuple(flyers.pages_of(self._asked, made.parts))
        width, height = self._asked.paper.size
        self._tall = height / width
        self.size_check = text_size_check(self._asked, made.smallest)
        self._checked()
        self.turn(0)

    def _show_page(self, picture: bytes) -> None:
        if self._pages:
            self._view.show_page(self._wording.page(picture, self._page, self._pages, self._tall))
