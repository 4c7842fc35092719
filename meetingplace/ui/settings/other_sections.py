"""Other houses, among them the sample house; and what the program says about itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from meetingplace.domain.places import House
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, Notice, label
from meetingplace.ui.kit.layouts import Flow, clear, row
from meetingplace.ui.kit.rows import WaitingRow
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.settings.presenter import Presenter
from meetingplace.ui.settings.shown import OtherHouse


class HousesSection(QWidget):
    """The sample house, houses that were open before, and a new one."""

    def __init__(self, around: Surroundings, presenter: Presenter) -> None:
        """Begin empty, until the house is known."""
        super().__init__()
        self._, self._presenter = around.words, presenter
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(5, 5, 5, 5)
        self._whole.setSpacing(14)
        self.rows: list[WaitingRow] = []

    def show_others(self, house: House, others: tuple[OtherHouse, ...]) -> None:
        """Show where one can go from here."""
        _ = self._
        clear(self._whole)
        if house.is_sample:
            said = _("This is the sample house. Try whatever you like: nothing in it is real.")
            self._whole.addWidget(Notice(said, "info", "information-outline"))
        card = Card(self, padding=2, spacing=0)
        self.rows = [
            WaitingRow(
                each.name,
                each.line,
                "home-outline",
                "ready",
                partial(self._presenter.open_house, each.address),
                card,
                has_rule=number > 0,
            )
            for number, each in enumerate(others)
        ]
        if house.is_sample:
            words = _("Make the sample house anew"), _("As seen from today; what was changed in it is gone.")
            self.rows.append(WaitingRow(*words, "refresh", "plain", self._presenter.remake_sample, card))
        words = _("Set up another house"), _("Go through the first steps again. This house stays as it is.")
        self.rows.append(WaitingRow(*words, "home-plus-outline", "plain", self._presenter.begin_another, card))
        for each in self.rows:
            card.body.addWidget(each)
        self._whole.addWidget(card)
        self._whole.addStretch(1)


class AboutSection(QWidget):
    """The version, where the house lies, and whether it is whole."""

    def __init__(self, around: Surroundings, presenter: Presenter) -> None:
        """Show what is known at once."""
        super().__init__()
        _ = around.words
        self._presenter = presenter
        facts = presenter.facts()
        card = Card(self, padding=20, spacing=10)
        card.body.addWidget(label("Meetingplace", "section", card))
        about = _(
            "A free program for meeting places of parents and young children in Brussels. It works without internet."
        )
        card.body.addWidget(label(about, "soft", card, is_wrapped=True))
        for name, value in facts:
            line = row(label(name, "strong", card), label(value, "", card, is_wrapped=True), spacing=12)
            line.setStretch(1, 1)
            card.body.addLayout(line)
        self.check = button(_("Check the house"), "quiet", "shield-search", presenter.check)
        self.copy = button(_("Copy these facts"), "quiet", "content-copy", lambda: _copy(facts))
        acts = Flow(spacing=10)
        for act in (self.check, self.copy):
            acts.flow.addWidget(act)
        card.body.addWidget(acts)
        self.found = label("", "strong", card, is_wrapped=True)
        card.body.addWidget(self.found)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(5, 5, 5, 5)
        whole.addWidget(card)
        whole.addStretch(1)

    def show_checked(self, sentence: str, is_good: bool) -> None:
        """Say what the check found."""
        self.found.setText(sentence)
        self.found.setProperty("kind", "good" if is_good else "error")
        self.found.style().unpolish(self.found)
        self.found.style().polish(self.found)


def _copy(facts: list[tuple[str, str]]) -> None:
    QApplication.clipboard().setText("\n".join(f"{name}: {value}" for name, value in facts))
