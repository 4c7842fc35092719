"""The room of choices: each with its result, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, Chip, EmptyState, Notice, label
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import clear, column, row
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.text import breakable
from meetingplace.ui.voices.page_parts import flowing
from meetingplace.ui.voices.polls.form import PollForm
from meetingplace.ui.voices.polls.poster import PosterForm
from meetingplace.ui.voices.polls.presenter import FOLLOWS, Presenter
from meetingplace.ui.voices.polls.shown import FormShown, PollShown, PollsShown, PosterShown
from meetingplace.ui.voices.results import Result

_WIDE = 900  # px at 100 %


class PollsPanel(Panel):
    """All choices; it stays open while one is written, opened or counted."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        """Open over a screen."""
        _ = self._ = around.words
        super().__init__(_("Choices"), over, _("Close"), width=_WIDE)
        self._around = around
        self.presenter = Presenter(around, self)
        self.cards: dict[int, Card] = {}
        self._list = column(spacing=14, margins=(0, 0, 0, ROOM))
        says = _("Parents choose with three dots, in the corner or on a poster. Both are counted together.")
        self.add(label(says, "soft", self, is_wrapped=True), self._list)
        self.new = button(_("New choice"), "primary", "plus", self.presenter.new, self)
        self.add_acts(None, self.new)
        self.closed.connect(around.bulletin.follow(FOLLOWS, self.presenter.refresh))

    def show_polls(self, shown: PollsShown) -> None:
        """Show all choices instead of those that were there; the keyboard stays on what it was on."""
        focused = self.window().focusWidget()
        name = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        clear(self._list)
        self.cards = {poll.poll_id: self._card(poll) for poll in shown.polls}
        for card in self.cards.values():
            self._list.addWidget(card)
        if not shown.polls:
            _ = self._
            says = _("Ask what parents would like most: two to six cards, each with a picture and a few words.")
            empty = EmptyState(_("No choice yet"), says, _("Write a first one"), self.new.click, self)
            self._list.addWidget(empty)
        again = next((part for part in self.findChildren(QWidget, name) if part.isVisible()), None) if name else None
        if name:
            (again or self.new).setFocus()

    def open_form(self, shown: FormShown) -> None:
        """Open the form for a choice."""
        form = PollForm(self._around, self, shown, self.presenter.save)
        form.open(form.question)

    def open_poster(self, shown: PosterShown) -> None:
        """Open the form in which a poster is counted."""
        form = PosterForm(self._around, self, shown, self.presenter.save_poster)
        form.open(form.first)

    def _card(self, shown: PollShown) -> Card:
        card = Card(self, padding=20, spacing=10)
        card.setAccessibleName(f"{shown.question}, {shown.state}")
        card.body.addWidget(label(breakable(shown.question), "section", card, is_wrapped=True))
        under = row(Chip(shown.state, shown.kind, parent=card), spacing=12)
        under.addWidget(label(shown.line, "soft", card, is_wrapped=True), 1)
        card.body.addLayout(under)
        if shown.note:
            card.body.addWidget(Notice(shown.note, "wait", parent=card))
        card.body.addWidget(Result(shown.counts, card))
        card.body.addWidget(label(shown.people, "soft", card, is_wrapped=True))
        card.body.addWidget(flowing(self._buttons(shown, card), card))
        return card

    def _buttons(self, shown: PollShown, card: QWidget) -> list[QWidget]:
        _, presenter = self._, self.presenter
        switch = _("Close it") if shown.is_open else _("Open it in the corner")
        made: list[QWidget] = []
        for name, says, kind, icon_name, press in self._named(switch, shown.is_open, presenter):
            act = button(says, kind, icon_name, partial(press, shown.poll_id), card)
            act.setAccessibleName(f"{says}: {shown.question}")
            act.setObjectName(f"{name} {shown.poll_id}")
            made.append(act)
        return made

    def _named(
        self, switch: str, is_open: bool, presenter: Presenter
    ) -> tuple[tuple[str, str, str, str, Callable[[int], None]], ...]:
        _ = self._
        switch_icon = "lock-outline" if is_open else "door-open"
        return (
            ("switch", switch, "quiet", switch_icon, presenter.switch),
            ("count", _("Count the poster"), "quiet", "counter", presenter.count),
            ("change", _("Change"), "text", "pencil-outline", presenter.change),
            ("remove", _("Take away"), "text", "trash-can-outline", presenter.remove),
        )


def open_room(around: Surroundings, over: QWidget) -> None:
    """Open the choices over a screen."""
    panel = PollsPanel(around, over)
    panel.presenter.refresh()
    panel.open(panel.new)
