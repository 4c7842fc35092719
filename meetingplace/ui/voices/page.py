"""One voice: what the parent said, the answer and how it was told; beside it where it stands and what came from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QPushButton, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.cards import Card, Chip, label
from meetingplace.ui.kit.fields import Field, combo
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.layouts import Flow, column, row, rule
from meetingplace.ui.kit.marks import FunctionWord, icon_mark
from meetingplace.ui.kit.pick import Pick
from meetingplace.ui.kit.rows import WaitingRow
from meetingplace.ui.kit.text import breakable
from meetingplace.ui.kit.theme import current
from meetingplace.ui.voices.page_parts import HangingCard, JoinedCard, NotesCard, StandsWithCard, Wishes, named, signed
from meetingplace.ui.voices.picture_row import PictureRow
from meetingplace.ui.voices.said import said_label
from meetingplace.ui.voices.shown import PageShown

_SIDE_BY_SIDE = 860  # px at 100 %: narrower, the two halves stand under each other


class VoicePage(QWidget):
    """The page; built anew for each voice and after each change, the keyboard stays where it was."""

    def __init__(self, words: Translator, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._ = words
        self.wishes = Wishes(self)
        self.voice_id: int | None = None
        self._whole = column(spacing=0)
        self.setLayout(self._whole)
        self._inner: QWidget | None = None
        self._halves: QBoxLayout | None = None
        self._shown: PageShown | None = None
        self._notes: NotesCard | None = None

    def show_voice(self, shown: PageShown) -> None:
        """Show a voice."""
        before, self._shown = self._shown, shown
        is_another = shown.voice_id != self.voice_id
        if before is not None and not is_another and replace(before, notes=shown.notes) == shown:
            return  # only the note was saved: what is being pressed just then stays where it is
        had_keyboard = self._named_focus() if shown.voice_id == self.voice_id else ""
        typed = self._notes.unsaved if self._notes and not is_another else None
        self.voice_id = shown.voice_id
        if self._inner is not None:
            self._whole.removeWidget(self._inner)
            self._inner.hide()
            self._inner.deleteLater()
        self._inner = QWidget(self)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(16)
        self._halves.addLayout(column(*self._left(shown, self._inner), None, spacing=16), 3)
        self._halves.addLayout(column(*self._right(shown, self._inner), None, spacing=16), 2)
        back = self._button("back", self._("All voices"), "text", "arrow-left", self.wishes.back.emit)
        self._inner.setLayout(column(row(back, None, *self._acts(shown)), self._halves, None, spacing=12))
        if typed is not None and self._notes:
            self._notes.type_on(typed)
        self._whole.addWidget(self._inner)
        self._inner.show()  # at once, so that the keyboard can go there
        self._fit()
        wanted = self._inner.findChild(QWidget, had_keyboard) if had_keyboard else back if is_another else None
        if wanted is not None:
            wanted.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the board with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.wishes.back.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the halves side by side when there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._halves is not None:
            is_wide = self.width() >= current().px(_SIDE_BY_SIDE)
            side, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
            self._halves.setDirection(side if is_wide else under)

    def _named_focus(self) -> str:
        focused = self.window().focusWidget()
        return focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""

    def _acts(self, shown: PageShown) -> list[QWidget]:
        _, wishes = self._, self.wishes
        acts: list[QWidget] = []
        if shown.stands_with is None:
            acts.append(self._button("join", _("Says the same as…"), "quiet", "call-merge", wishes.join.emit))
        acts.append(self._button("change", _("Change"), "quiet", "pencil-outline", wishes.change.emit))
        acts.append(self._button("remove", _("Take away"), "quiet", "trash-can-outline", wishes.remove.emit))
        return acts

    def _left(self, shown: PageShown, inner: QWidget) -> list[QWidget]:
        _, wishes = self._, self.wishes
        parts: list[QWidget] = []
        if shown.stands_with:
            parts.append(StandsWithCard(_, shown.voice_id, shown.stands_with, wishes, inner))
        parts += [self._said(shown), self._answer(shown)]
        if shown.others:
            parts.append(JoinedCard(_, shown.others, shown.joined, wishes, inner))
        return parts

    def _right(self, shown: PageShown, inner: QWidget) -> list[QWidget]:
        self._notes = NotesCard(self._, shown.voice_id, shown.notes, self.wishes, inner)
        hanging = HangingCard(self._, shown.hanging, self.wishes, inner)
        return [self._standing(shown), hanging, self._sessions(shown), self._notes]

    # --- the left half ---

    def _said(self, shown: PageShown) -> Card:
        _ = self._
        card = Card(self, padding=20, spacing=10)
        mark = icon_mark(shown.channel_icon, "soft", current().icon_side(20), parent=card)
        copy = partial(self.wishes.copied.emit, shown.words.text)
        top = row(mark, label(shown.language, "soft", card), spacing=8)
        top.addWidget(self._button("copy", _("Copy the words"), "text", "content-copy", copy))
        top.addStretch(1)
        if shown.age:
            top.addLayout(signed(shown.age, card))
        card.body.addLayout(top)
        card.body.addWidget(said_label(shown.words, 24, 600, card))
        if shown.pictures:
            card.body.addWidget(PictureRow(shown.pictures, card))
        card.body.addWidget(label(shown.line, "small", card, is_wrapped=True))
        if shown.theme or shown.functions:
            about: list[QWidget] = [Chip(shown.theme, "plain", "tag-outline", card)] if shown.theme else []
            about += [FunctionWord(function, word, 24, card) for function, word in shown.functions]
            for part in about:
                part.setMinimumHeight(max(28, current().px(28)))  # one line, whatever stands in it
            flow = Flow(card, spacing=14)
            flow.replace(about)
            card.body.addWidget(flow)
        card.body.addWidget(rule(card))
        if shown.translation:
            card.body.addWidget(label(breakable(shown.translation), "lead", card, is_wrapped=True))
        if shown.note:
            state = row(signed(shown.note, card), None)
            if shown.may_read:
                says = self._("A speaker has read it")
                state.addWidget(self._button("read", says, "text", "account-check-outline", self.wishes.read.emit))
            card.body.addLayout(state)
        else:
            add = self._button("translate", _("Add a translation"), "text", "translate", self.wishes.change.emit)
            card.body.addLayout(row(add, None))
        return card

    def _answer(self, shown: PageShown) -> Card:
        _ = self._
        card = Card(self, padding=20, spacing=10)
        card.body.addWidget(label(shown.answer_heading, "name", card))
        if shown.answer:
            card.body.addWidget(label(breakable(shown.answer), "", card, is_wrapped=True))
        if shown.answer_in_language.text:
            card.body.addWidget(rule(card))
            card.body.addWidget(said_label(shown.answer_in_language, 17, 400, card))
        if shown.told:
            card.body.addLayout(row(signed(shown.told, card), None))
        kind = "primary" if shown.waits else "quiet"
        says = _("Change the answer") if shown.answer else _("Give an answer")
        acts: list[QWidget] = [self._button("answer", says, kind, "reply", self.wishes.answer.emit)]
        if shown.may_tell:
            says = _("Tell it back")
            acts.append(self._button("tell", says, "quiet", "comment-check-outline", self.wishes.tell.emit))
        flow = Flow(card, spacing=12)
        flow.replace(acts)
        card.body.addWidget(flow)
        return card

    # --- the right half ---

    def _standing(self, shown: PageShown) -> Card:
        _ = self._
        card = Card(self, padding=20, spacing=14)
        icons: dict[object, str] = {state: name for state, _word, name in shown.states}
        states = Pick(
            [(state, word) for state, word, _name in shown.states],
            shown.state,
            lambda state: icon(icons[state], current().tokens.ink, current().icon_side(20), gap=4),
            card,
        )
        for state, _word, _name in shown.states:
            states.button(state).setObjectName(f"state {state.value}")
        states.chosen.connect(self.wishes.state)
        # pressing only asks: where it stands is what the house says after that
        states.chosen.connect(lambda _wanted: states.choose(shown.state))
        card.body.addWidget(Field(_("Where it stands"), states, "", card))
        follower = combo(shown.followers, shown.follower, card)
        rung = combo(shown.rungs, shown.rung, card)
        self._follow(follower, "follower", self.wishes.follower.emit)
        self._follow(rung, "rung", self.wishes.rung.emit)
        card.body.addWidget(Field(_("Who follows it up"), follower, "", card))
        card.body.addWidget(Field(_("Parents take part by"), rung, "", card))
        return card

    def _sessions(self, shown: PageShown) -> Card:
        _ = self._
        card = Card(self, padding=20, spacing=8)
        card.body.addWidget(label(_("What came from it"), "name", card))
        if not shown.sessions:
            card.body.addWidget(label(_("No session yet."), "soft", card, is_wrapped=True))
        for session in shown.sessions:
            wanted = partial(self.wishes.session.emit, session.session_id)
            line = WaitingRow(session.title, session.line, "calendar-check-outline", "ready", wanted, card, False)
            line.setObjectName(f"session {session.session_id}")
            card.body.addWidget(line)
        if shown.more_sessions:
            card.body.addWidget(label(shown.more_sessions, "soft", card))
        plan = self._button("plan", _("Plan a session"), "quiet", "calendar-plus", self.wishes.plan.emit)
        card.body.addLayout(row(plan, None))
        return card

    # --- parts ---

    def _button(self, name: str, says: str, kind: str, icon_name: str, wish: Callable[[], object]) -> QPushButton:
        return named(name, says, kind, icon_name, wish, self._inner)

    @staticmethod
    def _follow(choice: QComboBox, name: str, wish: Callable[[object], None]) -> None:
        choice.setObjectName(name)
        choice.activated.connect(lambda _at: wish(choice.currentData()))
