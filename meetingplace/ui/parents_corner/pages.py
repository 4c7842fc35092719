"""The pages of the corner but the board and the choice: doors, faces, idea. They decide nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from meetingplace.domain.faces import Face, Subject
from meetingplace.domain.pictograms import SUBJECTS, glyph
from meetingplace.ui.guarded.pages import Page, flowing, large, tick
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.layouts import clear
from meetingplace.ui.kit.theme import current
from meetingplace.ui.parents_corner.drawings import face_picture, glyph_picture
from meetingplace.ui.parents_corner.keys import PictureKey
from meetingplace.ui.parents_corner.shown import DoorsShown, FacesShown, HeadShown, IdeaPageShown, SubjectsShown

Pressed = Callable[[], object]
_DOOR, _FACE, _PICTURE = 88, 128, 52  # px of the drawings
_SMALLER_FACE, LARGE = 92, 1.3  # beside large letters, so that everything is in sight
_FIELD = 150  # px
_FEW_LETTERS = 100  # from here on it is said how many are left
_GAP = 16


@dataclass(frozen=True)
class Ways:
    """The keys that every page has: back, another language, and to be read aloud where a voice can."""

    back: Pressed
    language: Pressed
    listen: Pressed | None = None


class CornerPage(Page):
    """A page with the way back before, the language after, and the question in the middle."""

    def __init__(self, head: HeadShown, ways: Ways, parent: QWidget, is_flat: bool = False) -> None:
        """Put the question below the keys; in a flat head it stands between them."""
        super().__init__(head.question, head.back, ways.back, parent)
        if not is_flat:
            self.head.removeWidget(self.question)
            self.head.addStretch(1)
        if ways.listen:
            listen = large("", ways.listen, self, "volume-high")
            listen.setAccessibleName(head.listen)
            self.head.addWidget(listen)
        language = large(head.language, ways.language, self, "translate")
        language.setAccessibleName(f"{head.change_language}: {head.language}")
        self.head.addWidget(language)
        self.question.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.setSpacing(12)
        if not is_flat:
            self.body.addWidget(self.question)
        self.trouble = label("", "said", self, is_wrapped=True)
        self.trouble.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.trouble.hide()

    def show_trouble(self, says: str) -> None:
        """Say what did not work."""
        self.trouble.setText(says)
        self.trouble.setAccessibleName(says)
        self.trouble.show()

    @property
    def texts(self) -> str:
        """Give everything that stands here, to be read aloud."""
        said = [part.text() for part in self.findChildren(QLabel) if part.isVisibleTo(self)]
        return ". ".join(text for text in said if text)


class DoorsPage(CornerPage):
    """Three doors, or four."""

    def __init__(self, shown: DoorsShown, open_door: Callable[[str], object], ways: Ways, parent: QWidget) -> None:
        super().__init__(shown.head, ways, parent)
        doors = QHBoxLayout()
        doors.setSpacing(24)
        for key, name, words in shown.doors:
            door = PictureKey(glyph_picture(name, _DOOR), words, self, kind="way", is_tall=True)
            door.setProperty("wide", True)
            door.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            door.clicked.connect(partial(open_door, key))
            doors.addWidget(door, 1)
            self.first = self.first or door
        self.body.addSpacing(_GAP)
        self.body.addLayout(doors, 1)
        self.body.addWidget(self.trouble)
        self.body.addSpacing(_GAP)
        self.finish()


class FacesPage(CornerPage):
    """Five faces, the best one at the reading start; what it was about comes after a face."""

    def __init__(
        self, shown: FacesShown, choose: Callable[[Face], object], done: Callable[[tuple[Subject, ...]], object],
        ways: Ways, parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(shown.head, ways, parent)
        self.faces: dict[Face, PictureKey] = {}
        side = _FACE if current().scale < LARGE else _SMALLER_FACE
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        for face, words in shown.faces:
            key = PictureKey(face_picture(face, side), words, self, stays=True, kind="face")
            key.clicked.connect(partial(self._choose, face, choose))
            row.addWidget(key, 1)
            self.faces[face] = key
        self.asks = label("", "title", self, is_wrapped=True)
        self.asks.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.subjects: dict[Subject, PictureKey] = {}
        self._row = QHBoxLayout()
        self._row.setSpacing(_GAP)
        self.done = large(shown.done, lambda: done(self.chosen), self, "check", "primary")
        self.done.setMinimumSize(current().px(320), current().height(64))
        self.done.hide()
        self.body.addLayout(row)
        self.body.addWidget(self.asks)
        self.body.addLayout(self._row)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.done, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(1)
        self.first = self.faces[shown.faces[0][0]]
        self.finish()

    @property
    def chosen(self) -> tuple[Subject, ...]:
        """Give what it was about."""
        return tuple(subject for subject, key in self.subjects.items() if key.isChecked())

    def _choose(self, face: Face, choose: Callable[[Face], object]) -> None:
        for one, key in self.faces.items():
            key.setChecked(one is face)
        choose(face)

    def show_subjects(self, shown: SubjectsShown) -> None:
        """Ask what it was about; what was picked for another face stays picked."""
        kept = self.chosen
        clear(self._row)
        self.asks.setText(shown.question)
        for subject, words in shown.subjects:
            key = PictureKey(glyph_picture(SUBJECTS[subject], _PICTURE), words, self, stays=True)
            key.setChecked(subject in kept)
            self.subjects[subject] = key
            self._row.addWidget(key, 1)
        self.done.show()
        self.finish()


class IdeaPage(CornerPage):
    """Pictures to pick, a field for words of any language, and somebody to tell it to."""

    def __init__(
        self, shown: IdeaPageShown, send: Callable[[str, tuple[str, ...], bool], object], call: Pressed,
        is_right_to_left: bool, ways: Ways, parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(shown.head, ways, parent)
        self._send, self._most, self._say_left = send, shown.most, shown.letters_left
        self.left = label("", "soft", self)
        self.pictures: dict[str, PictureKey] = {}
        row = QHBoxLayout()
        row.setSpacing(8)
        for key, words in shown.pictures:
            picture = PictureKey(glyph_picture(glyph(key), _PICTURE), words, self, stays=True)
            row.addWidget(picture, 1)
            self.pictures[key] = picture
        self.field = QPlainTextEdit(self)
        self.field.setProperty("corner", True)
        self.field.setPlaceholderText(shown.field)
        self.field.setAccessibleName(shown.field)
        self.field.setTabChangesFocus(True)
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.field.setFixedHeight(_FIELD)
        option = self.field.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_right_to_left else Qt.LayoutDirection.LeftToRight)
        self.field.document().setDefaultTextOption(option)
        self.field.textChanged.connect(self._keep_within)
        self.helps = tick(shown.help, False, self)
        self.send = large(shown.send, self._press, self, "send", "primary")
        self.call = large(shown.rather_tell, call, self, "account-voice")
        acts = QHBoxLayout()
        acts.setSpacing(_GAP)
        acts.addWidget(flowing([self.call, self.helps]), 1)
        acts.addWidget(self.send, 0, Qt.AlignmentFlag.AlignBottom)
        how = label(shown.how, "lead", self, is_wrapped=True)
        how.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(how)
        self.body.addLayout(row)
        self.body.addLayout(self._writing(shown))
        self.body.addWidget(self.trouble)
        self.body.addLayout(acts)
        self.body.addStretch(1)
        self.first = next(iter(self.pictures.values()))
        self.finish()

    def _writing(self, shown: IdeaPageShown) -> QHBoxLayout:
        """Lay the field out, and beside it what to leave out and who reads it first."""
        beside = QVBoxLayout()
        beside.setSpacing(8)
        for words, kind in ((shown.no_names, "name"), (shown.read_first, "lead")):
            beside.addWidget(label(words, kind, self, is_wrapped=True))
        beside.addStretch(1)
        beside.addWidget(self.left)
        writing = QHBoxLayout()
        writing.setSpacing(_GAP)
        writing.addWidget(self.field, 3)
        writing.addLayout(beside, 2)
        return writing

    def _keep_within(self) -> None:
        """Take no more letters than fit, and say when few are left: what a cat types ends somewhere."""
        text = self.field.toPlainText()
        if len(text) > self._most:
            self.field.setPlainText(text[: self._most])
            self.field.moveCursor(self.field.textCursor().MoveOperation.End)
            return
        left = self._most - len(text)
        self.left.setText(self._say_left(left) if left <= _FEW_LETTERS else "")

    def _press(self) -> None:
        picked = tuple(key for key, picture in self.pictures.items() if picture.isChecked())
        self._send(self.field.toPlainText(), picked, self.helps.isChecked())
