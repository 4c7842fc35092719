"""The form of a choice: its question, its cards with picture and words, and both in other languages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from meetingplace.ui.kit.cards import Notice
from meetingplace.ui.kit.fields import combo, line_edit
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.voices.polls.cards import CardsField
from meetingplace.ui.voices.polls.shown import FormShown, PollDraft
from meetingplace.ui.voices.polls.texts import TextsField


class PollForm(FormPanel):
    """A choice to write or to change; what refuses it is said at its field."""

    def __init__(
        self, around: Surroundings, over: QWidget, shown: FormShown, save: Callable[[PollDraft, PollForm], object]
    ) -> None:
        _ = around.words
        super().__init__(shown.title, over, _, _("Save"), width=760)
        draft = shown.draft
        self.question = line_edit(draft.question, _("For instance: What shall we do together in spring?"), parent=self)
        self.place = combo(shown.places, draft.place_id, self)
        self.cards = CardsField(_, shown.pictures, draft.cards, is_fixed=bool(shown.keeps_cards), parent=self)
        self.texts = TextsField(_, shown, self)
        self.form = Form(self)
        self.form.row("question", _("What do you ask, in Dutch?"), self.question)
        self.form.row("place", _("Where?"), self.place)
        if shown.keeps_cards:
            self.form.add(Notice(shown.keeps_cards, "info", parent=self))
        self.form.row("cards", _("The cards, in Dutch"), self.cards)
        if shown.languages:
            self.form.row("texts", _("In other languages"), self.texts, _("What is empty stands there in Dutch."))
        else:
            self.texts.hide()
        self.cards.taken_out.connect(self.texts.take_out)
        self.cards.changed.connect(self._name_texts)
        self.question.textChanged.connect(self._name_texts)
        self._name_texts()
        self.add(self.form)
        self.add_verb()
        self.wanted.connect(lambda: save(self.draft, self))

    @property
    def draft(self) -> PollDraft:
        """Give what is typed and chosen."""
        place = self.place.currentData()
        return PollDraft(
            self.question.text(), place if isinstance(place, int) else None, self.cards.drafts, self.texts.drafts
        )

    def show_wrong(self, field: str, said: str) -> None:
        """Say what is wrong at a field; a language that is not shown has none, so it is said at the cards."""
        self.release()
        self.form.show_wrong(field if self.form.has(field) else "cards", said)

    def _name_texts(self) -> None:
        self.texts.follow(self.question.text(), [card.words for card in self.cards.drafts])
