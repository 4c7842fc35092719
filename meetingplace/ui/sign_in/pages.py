"""The pages of the sign-in: large words and pictures, at least 56 px to press, all by keyboard. They decide nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from meetingplace.domain.families import Relation
from meetingplace.domain.pictures import Picture
from meetingplace.ui.guarded.pages import Page, drawn, flowing, large, section, tick
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.fields import line_edit
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.marks import family_picture, picture_icon
from meetingplace.ui.kit.theme import current
from meetingplace.ui.sign_in.shown import ColoursShown, FamilyShown, NicknameShown, ShapesShown

_TOP = 28  # px above what stands apart
_SHAPE, _COLOUR, _OWN = 64, 136, 120  # px of the drawings
_SHAPE_COLUMNS, _COLOUR_COLUMNS = 10, 4
_WIDEST = 760  # px of what is read or typed
_LONGEST = 80  # letters of a nickname
_HINTS = (
    Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoAutoUppercase
)


class ShapesPage(Page):
    """All shapes of pictures, in no colour."""

    def __init__(
        self, shown: ShapesShown, choose: Callable[[str], object], back: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(shown.question, shown.back, back, parent)
        keys = [drawn(name, partial(choose, shape), self) for shape, name in shown.shapes]
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
        keys = [drawn(name, partial(choose, picture), self) for picture, name in shown.pictures]
        for key, (picture, _name) in zip(keys, shown.pictures, strict=True):
            key.setIcon(picture_icon(picture, _COLOUR))
            key.setIconSize(QSize(_COLOUR, _COLOUR))
        self.first = next(iter(keys), None)
        self.grid(keys, _COLOUR_COLUMNS)
        self.finish()


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
        if self.isRightToLeft():  # the page is read from the right, whatever script a nickname has
            self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
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
        self.children_here = [(id, tick(word, is_on, self)) for id, word, is_on in shown.children]
        self.adults_here = [(who, tick(word, is_on, self)) for who, word, is_on in shown.adults]
        if shown.question:
            self.body.addWidget(section(shown.question, self))
        for ticks in (self.children_here, self.adults_here):
            if ticks:
                self.body.addWidget(flowing([part for _value, part in ticks]))
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
