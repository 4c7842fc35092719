"""The pages of the sign-in: large words and pictures, at least 56 px to press, all by keyboard. They decide nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from meetingplace.domain.families import Relation
from meetingplace.domain.pictures import Picture
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.fields import line_edit
from meetingplace.ui.kit.icons import icon, icon_pixmap
from meetingplace.ui.kit.layouts import Flow, let_tab_read
from meetingplace.ui.kit.marks import family_picture, icon_mark, picture_icon, program_mark
from meetingplace.ui.kit.text import on_button
from meetingplace.ui.kit.theme import current
from meetingplace.ui.sign_in.shown import (
    ColoursShown,
    EndShown,
    FamilyShown,
    LanguagesShown,
    NicknameShown,
    ShapesShown,
)

_SIDE, _TOP, _GAP = 56, 28, 14  # px round the page and between what is pressed
_FOR_THE_CORNER = 80  # px that the corner of the host keeps free
_SHAPE, _COLOUR, _OWN, _SIGN = 64, 136, 120, 120  # px of the drawings
_TICK, _AFTER = 28, 8  # px of the sign on a tile, and of the gap after it
_WALL_COLUMNS, _SHAPE_COLUMNS, _COLOUR_COLUMNS = 5, 10, 4
_WIDEST = 760  # px of what is read or typed
_LARGE = 1.3  # text scale from which the names of languages are as large as other words
_LONGEST = 80  # letters of a nickname
_HINTS = (
    Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoAutoUppercase
)


class Page(QWidget):
    """A question at the top, with the way back before it; `first` has the keyboard when the page comes."""

    def __init__(self, question: str, back_word: str, go_back: Callable[[], object] | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.first: QWidget | None = None
        self.question = label(question, "question", self, is_wrapped=True)
        at_the_reading_side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        self.question.setAlignment(
            at_the_reading_side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        )  # a nickname has a direction of its own
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        self.body.setSpacing(18)
        self.head = QHBoxLayout()
        free = _FOR_THE_CORNER - _SIDE
        self.head.setContentsMargins(*((free, 0, 0, 0) if self.isRightToLeft() else (0, 0, free, 0)))
        self.head.setSpacing(18)
        if go_back:
            back = large(back_word, go_back, self, "arrow-right" if self.isRightToLeft() else "arrow-left")
            self.head.addWidget(back)
        self.head.addWidget(self.question, 1)
        self.body.addLayout(self.head)

    def finish(self) -> None:
        """Let Tab follow the order of reading; call it at the end of building."""
        let_tab_read(self)

    def grid(self, keys: Iterable[QWidget], columns: int) -> None:
        """Lay keys out in columns of the same width."""
        laid = QGridLayout()
        laid.setSpacing(_GAP)
        for at, key in enumerate(keys):
            laid.addWidget(key, at // columns, at % columns)
        self.body.addLayout(laid, 1)


def large(
    word: str, pressed: Callable[[], object], parent: QWidget, icon_name: str = "", kind: str = "quiet"
) -> QPushButton:
    """Make a large button with a word."""
    made = button(word, kind, icon_name, pressed, parent, is_big=True)
    made.setProperty("corner", True)
    return made


class LanguagesPage(Page):
    """The wall of languages, each in its own script."""

    def __init__(self, shown: LanguagesShown, choose: Callable[[str], object], parent: QWidget) -> None:
        super().__init__("  ·  ".join(shown.greetings), "", None, parent)
        self.head.insertWidget(0, program_mark(56, self))
        keys = [large(name, partial(choose, code), self) for code, name in shown.languages]
        for key in keys:
            key.setProperty("wall", current().scale < _LARGE)
            key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.first = next(iter(keys), None)
        self.grid(keys, _WALL_COLUMNS)
        self.body.addSpacing(_TOP)
        self.finish()


class ShapesPage(Page):
    """All shapes of pictures, in no colour."""

    def __init__(
        self, shown: ShapesShown, choose: Callable[[str], object], back: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(shown.question, shown.back, back, parent)
        keys = [_drawn(name, partial(choose, shape), self) for shape, name in shown.shapes]
        for key, (shape, _name) in zip(keys, shown.shapes, strict=True):
            key.setIcon(icon(shape, current().tokens.ink, _SHAPE))
            key.setIconSize(QSize(_SHAPE, _SHAPE))
        self.first = next(iter(keys), None)
        self.grid(keys, _SHAPE_COLUMNS)
        self.finish()


class ColoursPage(Page):
    """One shape in all its colours."""

    def __init__(
        self, shown: ColoursShown, choose: Callable[[Picture], object], back: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(shown.question, shown.back, back, parent)
        keys = [_drawn(name, partial(choose, picture), self) for picture, name in shown.pictures]
        for key, (picture, _name) in zip(keys, shown.pictures, strict=True):
            key.setIcon(picture_icon(picture, _COLOUR))
            key.setIconSize(QSize(_COLOUR, _COLOUR))
        self.first = next(iter(keys), None)
        self.grid(keys, _COLOUR_COLUMNS)
        self.finish()


def _drawn(name: str, pressed: Callable[[], object], parent: QWidget) -> QPushButton:
    made = button("", "quiet", "", pressed, parent)
    made.setProperty("square", None)
    made.setProperty("picture", True)
    made.setAccessibleName(name)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return made


class AskingPage(Page):
    """A page whose act may be refused: the sentence stands over it, and the act may have to wait."""

    def __init__(self, question: str, back_word: str, back: Callable[[], object], parent: QWidget) -> None:
        super().__init__(question, back_word, back, parent)
        self.sentence = label("", "said", self, is_wrapped=True)
        self.sentence.setMaximumWidth(_WIDEST)
        self.sentence.hide()
        self.act: QPushButton | None = None
        self.waiting = QTimer(self, singleShot=True)
        self.waiting.timeout.connect(self._go_on)

    def show_wrong(self, says: str, seconds: int) -> None:
        """Say what is wrong; the act waits so many seconds."""
        self.sentence.setText(says)
        self.sentence.setAccessibleName(says)
        self.sentence.show()
        if self.act is not None and seconds > 0:
            self.act.setEnabled(False)
            self.waiting.start(seconds * 1_000)

    def _go_on(self) -> None:
        self.sentence.hide()
        if self.act is not None:
            self.act.setEnabled(True)


class NicknamePage(AskingPage):
    """The picture that was chosen, and a field for the nickname; the system's keyboard remembers nothing of it."""

    def __init__(
        self, shown: NicknameShown, say: Callable[[str], object], back: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(shown.question, shown.back, back, parent)
        self.line = line_edit("")
        self.line.setProperty("corner", True)
        self.line.setMaxLength(_LONGEST)
        self.line.setMaximumWidth(_WIDEST)
        self.line.setInputMethodHints(_HINTS)
        self.line.setAccessibleName(shown.question)
        self.act = act = large(shown.go_on, self._press, self, "check", "primary")
        self.line.returnPressed.connect(self._press)
        self._say = say
        middle = QVBoxLayout()
        middle.setSpacing(18)
        middle.addWidget(self.line)
        middle.addWidget(self.sentence)
        middle.addWidget(act, 0, Qt.AlignmentFlag.AlignLeading)
        beside = QHBoxLayout()
        beside.setSpacing(28)
        picture = family_picture(shown.picture, shown.picture_name, _OWN, self)
        beside.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        beside.addLayout(middle, 1)
        beside.addStretch(1)
        self.body.addSpacing(_TOP)
        self.body.addLayout(beside)
        self.body.addStretch(1)
        self.first = self.line
        self.finish()

    def _press(self) -> None:
        if self.act is not None and self.act.isEnabled():
            self._say(self.line.text())


class FamilyPage(AskingPage):
    """One family: its children and adults to tick, and its act."""

    def __init__(
        self,
        shown: FamilyShown,
        act: Callable[[tuple[int, ...], tuple[Relation, ...]], object],
        back: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(shown.nickname, shown.back, back, parent)
        self.head.insertWidget(1, family_picture(shown.picture, shown.picture_name, 72, self))
        self.children_here = [(id, _tick(word, is_on, self)) for id, word, is_on in shown.children]
        self.adults_here = [(who, _tick(word, is_on, self)) for who, word, is_on in shown.adults]
        if shown.question:
            self.body.addWidget(_section(shown.question, self))
        for ticks in (self.children_here, self.adults_here):
            if ticks:
                self.body.addWidget(_flow([part for _value, part in ticks]))
        self._act = act
        sign = "exit-run" if shown.is_leaving else "check"
        self.act = made = large(shown.act, self._press, self, sign, "primary")
        made.setMinimumSize(current().px(300), current().height(72))
        self.body.addSpacing(_TOP)
        self.body.addWidget(self.sentence)
        self.body.addWidget(made, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch(1)
        self.first = next((part for _id, part in (*self.children_here, *self.adults_here)), made)
        self.finish()

    def _press(self) -> None:
        children = tuple(id for id, part in self.children_here if part.isChecked())
        self._act(children, tuple(who for who, part in self.adults_here if part.isChecked()))


def _section(words: str, parent: QWidget) -> QLabel:
    return label(words, "title", parent, is_wrapped=True)


def _flow(parts: Sequence[QWidget]) -> Flow:
    flow = Flow(spacing=_GAP)
    for part in parts:
        flow.flow.addWidget(part)
    return flow


def _tick(word: str, is_on: bool, parent: QWidget) -> QPushButton:
    """Make a tile that stays down, with a sign that says so without colour."""
    made = QPushButton(on_button(word), parent)
    made.setProperty("corner", True)
    made.setCheckable(True)
    made.setAccessibleName(word)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setMinimumHeight(current().height(72))
    made.setIconSize(QSize(_TICK + _AFTER, _TICK))

    def sign(checked: bool) -> None:
        token = current().tokens.ptext if checked else current().tokens.soft
        name = "check-circle" if checked else "circle-outline"
        made.setIcon(QIcon(icon_pixmap(name, token, _TICK, made.devicePixelRatioF(), _AFTER, made.isRightToLeft())))

    made.toggled.connect(sign)
    made.setChecked(is_on)
    sign(is_on)
    return made


class EndPage(Page):
    """A sign and a sentence; `to_the_start` is there for who does not want to wait."""

    def __init__(self, shown: EndShown, begin: Callable[[], object], parent: QWidget) -> None:
        super().__init__("", "", None, parent)
        says = label(shown.says, "question", self, is_wrapped=True)
        says.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        says.setAccessibleName(shown.says)
        again = large(shown.to_the_start, begin, self)
        self.body.addStretch(1)
        self.body.addWidget(icon_mark(shown.icon, "primary", _SIGN, parent=self), 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(says)
        self.body.addSpacing(_TOP)
        self.body.addWidget(again, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(2)
        self.first = again
        self.finish()
