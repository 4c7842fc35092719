"""The sign-in as it stands in a guarded window: one page at a time, and none is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meetingplace.ui.guarded.pages import EndPage, LanguagesPage, Page
from meetingplace.ui.guarded.shown import EndShown, LanguagesShown
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.sign_in.pages import AskingPage, ColoursPage, FamilyPage, NicknamePage, ShapesPage
from meetingplace.ui.sign_in.presenter import Presenter
from meetingplace.ui.sign_in.shown import ColoursShown, FamilyShown, NicknameShown, ShapesShown

LAST = 8_000  # ms that the last page is there


class SignInScreen(QWidget):
    """`page` is what is in sight; the one before is gone, with everything that was typed."""

    def __init__(self, around: Surroundings, session_id: int | None = None) -> None:
        """Sign in for the session that a host chose, or for the one of now."""
        super().__init__()
        self.page: Page | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.presenter = Presenter(around, self, session_id)
        self.leaving = QTimer(self, singleShot=True, interval=LAST)
        self.leaving.timeout.connect(self.begin_anew)

    def begin_anew(self) -> None:
        """Go back to the wall of languages, with nothing of whoever was there."""
        self.presenter.begin()

    # --- what the presenter shows ---

    def turn(self, is_right_to_left: bool) -> None:
        """Read in this direction from now on."""
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_right_to_left else Qt.LayoutDirection.LeftToRight)

    def show_languages(self, shown: LanguagesShown) -> None:
        """Show the wall of languages."""
        self._show(LanguagesPage(shown, self.presenter.choose_language, self))

    def show_shapes(self, shown: ShapesShown) -> None:
        """Show the shapes of pictures."""
        self._show(ShapesPage(shown, self.presenter.choose_shape, self.presenter.back, self))

    def show_colours(self, shown: ColoursShown) -> None:
        """Show one shape in its colours."""
        self._show(ColoursPage(shown, self.presenter.choose_picture, self.presenter.back, self))

    def show_nickname(self, shown: NicknameShown) -> None:
        """Ask for the nickname."""
        self._show(NicknamePage(shown, self.presenter.say_nickname, self.presenter.back, self))

    def show_family(self, shown: FamilyShown) -> None:
        """Show a family to itself."""
        self._show(FamilyPage(shown, self.presenter.come_in, self.presenter.back, self))

    def show_wrong(self, says: str, seconds: int) -> None:
        """Say on this page what is wrong."""
        if isinstance(self.page, AskingPage):
            self.page.show_wrong(says, seconds)

    def show_end(self, shown: EndShown) -> None:
        """Show the last page for a moment."""
        self._show(EndPage(shown, self.begin_anew, self))
        self.leaving.start()

    def _show(self, page: Page) -> None:
        self.leaving.stop()
        before, self.page = self.page, page
        if before is not None:
            self._box.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._box.addWidget(page)
        page.show()  # at once: Tab goes on from here even before the window is painted
        if page.first is not None:
            page.first.setFocus(Qt.FocusReason.OtherFocusReason)
