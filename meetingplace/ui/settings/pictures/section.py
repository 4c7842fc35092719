"""The part of the House screen with the pictures for flyers and the logos of the house and its partners."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meetingplace.services.flyer_pictures import FlyerPicture, Logo
from meetingplace.ui.kit.cards import EmptyState, PressableCard, label
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import clear, column, row
from meetingplace.ui.kit.marks import icon_mark
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.thumbnail import Thumbnail
from meetingplace.ui.settings.pictures.panel import LogoPanel, PicturePanel
from meetingplace.ui.settings.pictures.presenter import FOLLOWS, PicturesShown, Presenter, RowShown

_SMALL = (84, 56)  # px


class PicturesSection(QWidget):
    """Pictures by name, and below them the logos; a press opens one."""

    def __init__(self, around: Surroundings) -> None:
        """Ask the pictures at once."""
        super().__init__()
        self._, self._around = around.words, around
        self.presenter = Presenter(around, self)
        self.panel: PicturePanel | LogoPanel | None = None
        self.pictures: list[PressableCard] = []
        self.logos: list[PressableCard] = []
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        self._list.setSpacing(10)
        self._end = around.bulletin.follow(FOLLOWS, self.presenter.refresh)
        self.destroyed.connect(partial(_call, self._end))
        self.presenter.refresh()

    def show_pictures(self, shown: PicturesShown) -> None:
        """Show the pictures and logos instead of those that were there."""
        _ = self._
        at = next((number for number, card in enumerate(self._cards) if card.hasFocus()), None)
        clear(self._list)
        self._title(_("Pictures for flyers"), _("You choose one when you make a flyer; beside it comes the pattern."))
        self.pictures = [self._card(line, partial(self.open_picture, one)) for line, one in shown.pictures]
        if not self.pictures:
            says = _("A photo or drawing of your own makes a flyer yours.")
            self._list.addWidget(EmptyState(_("No picture yet"), says, _("First picture"), self.open_new))
        self._list.addSpacing(14)
        self._title(_("Logos"), _("They stand in the foot of your flyers, of those who take part."))
        self.logos = [self._card(line, partial(self.open_logo, one)) for line, one in shown.logos]
        self._list.addStretch(1)
        if at is not None and self._cards:
            self._cards[min(at, len(self._cards) - 1)].setFocus()

    @property
    def _cards(self) -> list[PressableCard]:
        return self.pictures + self.logos

    def _title(self, title: str, says: str) -> None:
        self._list.addLayout(
            column(label(title, "section", self), label(says, "soft", self, is_wrapped=True), spacing=2)
        )

    def _card(self, shown: RowShown, opened: Callable[[], object]) -> PressableCard:
        says = ", ".join(part for part in (shown.title, shown.line) if part)
        card = PressableCard(says, opened, self, padding=12)
        small = Thumbnail(*_SMALL, "image-outline", parent=card)
        small.show_picture(shown.small)
        line = label(shown.line, "soft", card, is_wrapped=True)
        line.setVisible(bool(shown.line))
        words = column(None, label(shown.title, "name", card, is_wrapped=True), line, None, spacing=2)
        parts = row(small, words, icon_mark("chevron-right", "soft", 22, parent=card), spacing=14)
        parts.setStretch(1, 1)
        card.body.addLayout(parts)
        self._list.addWidget(card)
        return card

    def open_new(self) -> None:
        """Ask for a new picture."""
        self.open_picture(FlyerPicture(0, ""))

    def open_picture(self, picture: FlyerPicture) -> None:
        """Open a picture."""
        self.panel = PicturePanel(self._around, self, picture)
        self.panel.start()

    def open_logo(self, logo: Logo) -> None:
        """Open a logo."""
        self.panel = LogoPanel(self._around, self, logo)
        self.panel.start()


def _call(stop: object) -> None:
    if callable(stop):
        stop()
