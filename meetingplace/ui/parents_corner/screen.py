"""The corner as it stands in a guarded window: one page at a time, none is kept, and the frieze below them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meetingplace.ui.guarded.pages import EndPage, LanguagesPage, Page
from meetingplace.ui.guarded.shown import EndShown, LanguagesShown
from meetingplace.ui.kit.layouts import clear, scrolling
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current
from meetingplace.ui.parents_corner.aloud import voice
from meetingplace.ui.parents_corner.board import BoardPage
from meetingplace.ui.parents_corner.choice import ChoicePage
from meetingplace.ui.parents_corner.drawings import Frieze
from meetingplace.ui.parents_corner.pages import LARGE, CornerPage, DoorsPage, FacesPage, IdeaPage, Ways
from meetingplace.ui.parents_corner.presenter import Presenter
from meetingplace.ui.parents_corner.shown import (
    BoardShown,
    DoorsShown,
    FacesShown,
    IdeaPageShown,
    PollShown,
    SubjectsShown,
)

LAST = 8_000  # ms that the last page is there


class CornerScreen(QWidget):
    """`page` is what is in sight; the one before is gone, with everything that was typed."""

    def __init__(self, around: Surroundings) -> None:
        """Begin with `begin_anew`."""
        super().__init__()
        self.page: Page | None = None
        self._language = "nl"
        self.aloud = voice(self)
        self._pages = QVBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._pages, 1)
        if current().scale < LARGE:  # large letters need the room
            whole.addWidget(Frieze(self))
        self.presenter = Presenter(around, self)
        self.leaving = QTimer(self, singleShot=True, interval=LAST)
        self.leaving.timeout.connect(self.begin_anew)

    def begin_anew(self) -> None:
        """Go back to the wall of languages, with nothing of whoever was there."""
        self.presenter.begin()

    # --- what the presenter shows ---

    def turn(self, language: str, is_right_to_left: bool) -> None:
        """Read in this language and direction from now on."""
        self._language = language
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_right_to_left else Qt.LayoutDirection.LeftToRight)

    def show_languages(self, shown: LanguagesShown) -> None:
        """Show the wall of languages."""
        self._show(LanguagesPage(shown, self.presenter.choose_language, self))

    def show_doors(self, shown: DoorsShown) -> None:
        """Show the doors."""
        self._show(DoorsPage(shown, self.presenter.open_door, self._ways(), self))

    def show_faces(self, shown: FacesShown) -> None:
        """Show the faces."""
        presenter = self.presenter
        self._show(FacesPage(shown, presenter.choose_face, presenter.give_face, self._ways(), self))

    def show_subjects(self, shown: SubjectsShown) -> None:
        """Ask, below the faces, what it was about."""
        if isinstance(self.page, FacesPage):
            self.page.show_subjects(shown)

    def show_idea(self, shown: IdeaPageShown) -> None:
        """Show the page of an idea."""
        acts = self.presenter.leave_idea, self.presenter.call_host
        self._show(IdeaPage(shown, *acts, self.isRightToLeft(), self._ways(), self))

    def show_board(self, shown: BoardShown) -> None:
        """Show the board, or another page of it."""
        presenter = self.presenter
        acts = presenter.agree, lambda: presenter.open_door("idea"), presenter.turn_page
        self._show(BoardPage(shown, *acts, self._ways(), self))

    def show_poll(self, shown: PollShown) -> None:
        """Show the cards, or their dots anew."""
        presenter = self.presenter
        page, cards = self.page, {card.id for card in shown.cards}
        if isinstance(page, ChoicePage) and set(page.cards) == cards and page.is_open is shown.is_open:
            page.show_dots(shown)
            return
        acts = presenter.drop_dot, presenter.take_dot_back, presenter.give_dots
        self._show(ChoicePage(shown, *acts, self._ways(), self))

    def show_trouble(self, says: str) -> None:
        """Say on this page what did not work."""
        if isinstance(self.page, CornerPage):
            self.page.show_trouble(says)

    def show_end(self, shown: EndShown) -> None:
        """Show the last page for a moment."""
        self._show(EndPage(shown, self.begin_anew, self))
        self.leaving.start()

    # --- pages ---

    def _ways(self) -> Ways:
        listen = self._listen if self.aloud.speaks(self._language) else None
        return Ways(self.presenter.back, self.begin_anew, listen)

    def _listen(self) -> None:
        if isinstance(self.page, CornerPage):
            self.aloud.say(self.page.texts, self._language)

    def _show(self, page: Page) -> None:
        self.leaving.stop()
        self.aloud.stop()
        self.page = page
        clear(self._pages)
        self._pages.addWidget(scrolling(page, self))  # with large letters a page may be higher than the screen
        if page.first is not None:
            page.first.setFocus(Qt.FocusReason.OtherFocusReason)
