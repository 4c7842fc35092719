"""Counting the dots of a poster, card by card."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.fields import LineEdit
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.voices.counting import count_row
from meetingplace.ui.voices.polls.shown import PosterShown


class PosterForm(FormPanel):
    """A count for each card; what was counted before stands there already."""

    def __init__(
        self, around: Surroundings, over: QWidget, shown: PosterShown,
        save: Callable[[Mapping[int, str], PosterForm], object],
    ) -> None:  # fmt: skip
        _ = around.words
        super().__init__(_("Count the poster"), over, _, _("Save the count"), width=520)
        self.numbers: dict[int, LineEdit] = {}
        self.form = Form(self)
        for card_id, glyph, word, counted in shown.cards:
            self.numbers[card_id] = count_row(self.form, str(card_id), glyph, word, counted)
        self.add(label(shown.question, "name", self, is_wrapped=True))
        says = _("How many dots does each card have? A new count takes the place of the one before.")
        self.add(label(says, "soft", self, is_wrapped=True), self.form)
        self.add_verb()
        self.wanted.connect(lambda: save({card_id: one.text() for card_id, one in self.numbers.items()}, self))

    @property
    def first(self) -> LineEdit:
        """Give the first field."""
        return next(iter(self.numbers.values()))

    def show_wrong(self, field: str, said: str) -> None:
        """Say what is wrong with a count."""
        self.release()
        self.form.show_wrong(field, said)
