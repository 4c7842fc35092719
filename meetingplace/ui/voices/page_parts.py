"""Parts of the page of a voice: the board of the corner, who says the same, the notes of the team alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLayout, QPushButton, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, Chip, label
from meetingplace.ui.kit.fields import TextArea
from meetingplace.ui.kit.layouts import Flow, row, rule
from meetingplace.ui.kit.marks import icon_mark
from meetingplace.ui.kit.theme import current
from meetingplace.ui.voices.said import said_label
from meetingplace.ui.voices.shown import HangingShown, JoinedShown, Strip, Tint

_TOKENS = {Tint.INFO: "ptext", Tint.GOOD: "gtext", Tint.WAIT: "wtext", Tint.PLAIN: "soft"}
_NOTE_LINES = 3


class Wishes(QObject):
    """What somebody wants of the voice on the page."""

    back = Signal()
    copied = Signal(str)  # words, to be translated elsewhere
    change = Signal()
    answer = Signal()
    tell = Signal()
    read = Signal()
    plan = Signal()
    remove = Signal()
    state = Signal(object)
    follower = Signal(object)
    rung = Signal(object)
    session = Signal(int)
    hang = Signal()  # look at what hangs, or will hang, on the board of the corner
    take_down = Signal()
    join = Signal()
    separate = Signal(int)
    tell_joined = Signal(int)
    look = Signal(int)  # at another voice
    noted = Signal(int, str)  # the voice, and the note of the team


class HangingCard(Card):
    """Whether it hangs on the board of the corner, with the ways to hang it there and to take it down."""

    def __init__(self, words: Translator, shown: HangingShown, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(parent, padding=20, spacing=8)
        _ = words
        self.body.addWidget(label(_("Board of the corner"), "name", self))
        if shown.hangs:
            self.body.addLayout(row(Chip(_("Hangs on the board"), "good", parent=self), None))
        for said in filter(None, (shown.line, shown.languages)):
            self.body.addWidget(label(said, "soft", self, is_wrapped=True))
        acts: list[QWidget] = []
        if shown.may_hang:
            says = _("Texts for the board") if shown.hangs else _("Hang on the board")
            acts.append(named("hang", says, "quiet", "bulletin-board", wishes.hang.emit, self))
        if shown.hangs:
            acts.append(
                named("down", _("Take it from the board"), "text", "eye-off-outline", wishes.take_down.emit, self)
            )
        if acts:
            self.body.addWidget(flowing(acts, self))


class JoinedCard(Card):
    """The voices that say the same: each parent is told back, and each voice may stand alone again."""

    def __init__(
        self, words: Translator, heading: str, joined: Sequence[JoinedShown], wishes: Wishes, parent: QWidget
    ) -> None:
        super().__init__(parent, padding=20, spacing=8)
        self._, self._wishes = words, wishes
        self.body.addWidget(label(heading, "name", self, is_wrapped=True))
        for number, one in enumerate(joined):
            if number:
                self.body.addWidget(rule(self))
            self._add(one)

    def _add(self, shown: JoinedShown) -> None:
        _, wishes, about = self._, self._wishes, shown.words.text
        self.body.addWidget(said_label(shown.words, 17, 600, self))
        self.body.addWidget(label(shown.line, "small", self, is_wrapped=True))
        if shown.told:
            self.body.addLayout(row(signed(shown.told, self), None))
        acts: list[QWidget] = []
        for name, says, icon_name, wish in (
            ("tell", _("Tell it back"), "comment-check-outline", wishes.tell_joined),
            ("alone", _("Stand alone again"), "call-split", wishes.separate),
            ("look", _("Look at it"), "arrow-right", wishes.look),
        ):
            if name != "tell" or shown.may_tell:
                pressed = partial(wish.emit, shown.voice_id)
                made = named(f"{name} {shown.voice_id}", says, "text", icon_name, pressed, self)
                made.setAccessibleName(f"{says}: {about}")
                acts.append(made)
        self.body.addWidget(flowing(acts, self))


class StandsWithCard(Card):
    """Says which voice stands for this one."""

    def __init__(self, words: Translator, voice_id: int, shown: JoinedShown, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(parent, padding=20, spacing=8)
        _ = words
        self.body.addWidget(label(_("Says the same as"), "name", self))
        self.body.addWidget(said_label(shown.words, 17, 600, self))
        self.body.addWidget(label(shown.line, "small", self, is_wrapped=True))
        look = named("look", _("Look at it"), "quiet", "arrow-right", partial(wishes.look.emit, shown.voice_id), self)
        says = _("Stand alone again")
        alone = named("alone", says, "text", "call-split", partial(wishes.separate.emit, voice_id), self)
        self.body.addWidget(flowing([look, alone], self))


class NotesCard(Card):
    """What the team notes for itself; saved as soon as one leaves the field."""

    def __init__(self, words: Translator, voice_id: int, notes: str, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(parent, padding=20, spacing=8)
        _ = words
        head = row(icon_mark("lock-outline", "soft", current().icon_side(20), parent=self), spacing=8)
        head.addWidget(label(_("Notes of the team"), "name", self))
        head.addStretch(1)
        self.body.addLayout(head)
        says = _("For the team alone: this never hangs on the board, nor on a poster.")
        self.body.addWidget(label(says, "small", self, is_wrapped=True))
        self.area = TextArea(notes, lines=_NOTE_LINES, parent=self)
        self.area.setObjectName("notes")
        self.area.setAccessibleName(_("Notes of the team"))
        self.area.setAccessibleDescription(says)
        self.area.left.connect(lambda: wishes.noted.emit(voice_id, self.area.toPlainText()))
        self.body.addWidget(self.area)

    @property
    def unsaved(self) -> str | None:
        """Give what is typed and not yet saved; None when all is."""
        return self.area.toPlainText() if self.area.document().isModified() else None

    def type_on(self, typed: str) -> None:
        """Go on with what was typed before the page was built anew."""
        self.area.setPlainText(typed)
        self.area.document().setModified(True)
        self.area.moveCursor(self.area.textCursor().MoveOperation.End)


def named(
    name: str, says: str, kind: str, icon_name: str, wish: Callable[[], object], parent: QWidget | None
) -> QPushButton:
    """Make a button that is found by its name when the page is built anew."""
    made = button(says, kind, icon_name, wish, parent)
    made.setObjectName(name)
    return made


def flowing(parts: Sequence[QWidget], parent: QWidget) -> Flow:
    """Let buttons flow over lines."""
    flow = Flow(parent, spacing=12)
    flow.replace(list(parts))
    return flow


def signed(strip: Strip, parent: QWidget) -> QLayout:
    """Make a fact with its sign."""
    token = _TOKENS[strip.tint]
    words = label(strip.text, "", parent)
    words.setStyleSheet(f"color: {getattr(current().tokens, token)};")
    return row(icon_mark(strip.icon, token, current().icon_side(20), parent=parent), words, spacing=6)
