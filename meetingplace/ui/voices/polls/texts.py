"""The texts of a choice in other languages: one language at a time, each field under what it says in Dutch."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.fields import Field, LineEdit, line_edit, set_direction
from meetingplace.ui.kit.layouts import column
from meetingplace.ui.kit.pick import Pick
from meetingplace.ui.voices.polls.shown import FormShown, TextDraft


class TextsField(QWidget):
    """The languages of the house to choose from, and the fields of the one that is chosen."""

    def __init__(self, words: Translator, shown: FormShown, parent: QWidget) -> None:
        """Begin with the first language that has a text."""
        super().__init__(parent)
        self._ = words
        self._drafts = dict(shown.draft.texts)
        codes = [code for code, _name in shown.languages]
        self._on = next(iter(self._drafts), codes[0] if codes else "")
        self._titles: list[str] = []
        self.fields: list[LineEdit] = []
        self.languages = Pick(shown.languages or [("", "")], self._on, parent=self)
        self.states = Pick(shown.states, "human", parent=self)
        self._lines = column(spacing=8)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self.languages)
        box.addLayout(self._lines)
        box.addLayout(column(label(words("Who wrote this text?"), "strong", self), self.states, spacing=4))
        self.languages.chosen.connect(lambda code: self._open(str(code)))

    @property
    def drafts(self) -> dict[str, TextDraft]:
        """Give what is typed in every language; nothing for one in which nothing is typed."""
        self._keep()
        return {code: draft for code, draft in self._drafts.items() if not draft.is_empty}

    def setFocus(self) -> None:  # type: ignore[override]
        """Give the keyboard to the first field."""
        (self.fields[0] if self.fields else self.languages).setFocus()

    def follow(self, question: str, cards: Sequence[str]) -> None:
        """Name the fields by what they say in Dutch; a card more or less is a field more or less."""
        _ = self._
        named = (words or _("Card {n}", n=number) for number, words in enumerate(cards, 1))
        titles = [question or _("The question"), *named]
        if len(titles) != len(self.fields):
            self._keep()
            self._build(titles)
        for field, title in zip(self.findChildren(Field), titles, strict=False):
            field.show_title(title)

    def take_out(self, at: int) -> None:
        """Let the words of a card go in every language: the card was taken away."""
        self._keep()
        for code, draft in self._drafts.items():
            left = (*draft.cards[:at], *draft.cards[at + 1 :])
            self._drafts[code] = TextDraft(draft.question, left, draft.state)
        titles = [field.accessibleName() for field in self.fields]
        self._build([*titles[: 1 + at], *titles[2 + at :]])

    def _open(self, code: str) -> None:
        self._keep()
        self._on = code
        self._fill()

    def _keep(self) -> None:
        """Take what is typed in the language that is open."""
        if self.fields:
            question, *cards = (field.text() for field in self.fields)
            self._drafts[self._on] = TextDraft(question, tuple(cards), str(self.states.on))

    def _build(self, titles: Sequence[str]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget:
                widget.setParent(None)
                widget.deleteLater()
        self.fields = [line_edit(parent=self) for _title in titles]
        for field, title in zip(self.fields, titles, strict=True):
            self._lines.addWidget(Field(title, field, "", self))
        self._fill()

    def _fill(self) -> None:
        draft = self._drafts.get(self._on, TextDraft())
        said = [draft.question, *draft.cards]
        for at, field in enumerate(self.fields):
            set_direction(field, self._on)
            field.setText(said[at] if at < len(said) else "")
        self.states.choose(draft.state)
