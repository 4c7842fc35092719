"""The sheet with faces of a session: how was it today? Everybody ticks one; the boxes are counted afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from meetingplace.documents.face_drawings import draw_face
from meetingplace.documents.fit import Wish, one_size
from meetingplace.documents.paper import one_paper_at_a_time
from meetingplace.documents.posters.poster import (
    FOOT,
    RADIUS,
    WIDE,
    Piece,
    Poster,
    PosterPaper,
    Sender,
    Text,
    height,
    piece,
)
from meetingplace.documents.typeset import plain
from meetingplace.domain.faces import Face
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import corner
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats

ACROSS = 5  # boxes of a face in a row; two rows are ten
FEWEST_ROWS, MOST_ROWS = 6, 20
_TOP, _GAP = 11.0, 3.0
_COLUMN = (WIDE - _GAP * (len(Face) - 1)) / len(Face)
_FACE, _PAD = 23.0, 3.0
_BOX, _PITCH, _TENS = 4.9, 6.0, 1.4
_ABOUT = 62.0  # of the session, at the end of the head


@dataclass(frozen=True)
class FacesSheet:
    """What the sheet is made of; without a session a line stands there to write on which day it was."""

    sender: Sender
    languages: tuple[str, ...]
    title: str = ""  # of the session
    day: date | None = None
    session_code: str = ""


def faces_sheet(content: FacesSheet, paper: PosterPaper, translators: Mapping[str, Translator]) -> bytes:
    """Make the sheet: one page. Refuses TEXT_TOO_LONG and LETTERS_MISSING."""
    with one_paper_at_a_time():
        page = _FacesSheet(content, paper, [translators[language] for language in content.languages])
        page.draw()
        return page.finished()


class _FacesSheet(Poster):
    def __init__(self, content: FacesSheet, paper: PosterPaper, said: Sequence[Translator]) -> None:
        questions = [Text(_.language, corner.question_of_the_day(_)) for _ in said]
        super().__init__(content.sender, paper, plain(questions[0].words))
        self._content, self._said = content, said
        self._question = piece(questions[0], "poster_question", WIDE, lines=2)
        self._questions = [piece(text, "poster_beside", WIDE, lines=2) for text in questions[1:]]
        ticks = [Text(_.language, corner.posters(_)["tick"]) for _ in said]
        self._ticks = [
            piece(text, "poster_small" if at else "poster_call", WIDE - 12.0) for at, text in enumerate(ticks)
        ]

    def draw(self) -> None:
        """Draw the page, with as many boxes as the words leave room for."""
        self.sender(_TOP, WIDE - _ABOUT - 4.0)
        under = max(_TOP + 17.0, self._draw_session() + 2.0)
        under = self.put(self._question, 0, under, WIDE, tone="deep")
        under = self.beside(self._questions, 0, under + 1.0, WIDE)
        self.pictogram("pencil", 0, under + 3.6, 8.0, self.palette.deep)
        under = self.beside(self._ticks, 12.0, under + 4.0, WIDE - 12.0)
        self._draw_faces(under + 4.0)

    def _draw_session(self) -> float:
        """Draw of which session it is, with the code that is typed in with the figures; gives the y under it."""
        content, at = self._content, WIDE - _ABOUT
        if content.day is None:
            self.pictogram("calendar-month", at, _TOP + 2.0, 7.0, self.palette.deep)
            self.rule(at + 10.0, _TOP + 9.0, _ABOUT - 10.0, self.palette.mute)
            return _TOP + 9.0
        day = Formats("nl").full_day(content.day)
        y = _TOP
        said = ((content.session_code, "sheet_code"), (content.title, "sender_line"), (day, "sender_line"))
        for words, role in said:
            one = piece(Text("nl", words), role, _ABOUT)
            y = self.text(one.setting, at, y, _ABOUT, self.palette.ink, align="end", language="nl")
        return y

    def _draw_faces(self, y: float) -> None:
        columns = [self._named(face) for face in Face]
        words = max(height(column) for column in columns)
        boxes = y + _PAD + _FACE + 2.0 + words + 3.0
        rows = _rows_in(FOOT - _PAD - boxes)
        if rows < FEWEST_ROWS:
            longest = max((one for column in columns for one in column), key=lambda one: one.height)
            lines = [line.text for line in longest.setting.lines]
            raise Refused(Reason.TEXT_TOO_LONG, language=longest.language, lines=lines)
        foot = boxes + rows * _PITCH + (rows // 2 - 1) * _TENS
        for number, (face, named) in enumerate(zip(Face, columns, strict=True)):
            x = number * (_COLUMN + _GAP)
            self.panel(x, y, _COLUMN, foot + _PAD - 1.0 - y, self.palette.tint, RADIUS)
            draw_face(self, face, x + (_COLUMN - _FACE) / 2, y + _PAD, _FACE)
            self._draw_words(named, x, y + _PAD + _FACE + 2.0)
            self._draw_boxes(x, boxes, rows)

    def _draw_words(self, named: Sequence[Piece], x: float, y: float) -> None:
        for one in named:
            y = self.text(
                one.setting, x + 1.5, y, _COLUMN - 3.0, self.palette.ink, align="middle", language=one.language
            )

    def _draw_boxes(self, x: float, y: float, rows: int) -> None:
        left = x + (_COLUMN - (ACROSS - 1) * _PITCH - _BOX) / 2
        for row in range(rows):
            top = y + row * _PITCH + (row // 2) * _TENS
            for place in range(ACROSS):
                self.frame(left + place * _PITCH, top, _BOX, _BOX, self.palette.mute, 0.9, 0.28)

    def _named(self, face: Face) -> list[Piece]:
        """Set the word of a face in each language, in one size for all faces of that language."""
        named = []
        for number, _ in enumerate(self._said):
            role = "face_word_beside" if number else "face_word"
            words = list(corner.faces(_).values())
            wishes = [Wish(word, role, _.language, _.is_right_to_left, lines=2) for word in words]
            setting = one_size(wishes, _COLUMN - 3.0)[list(Face).index(face)]
            named.append(Piece(setting, _.language))
        return named


def _rows_in(room: float) -> int:
    """Give how many rows of boxes there is room for: an even number, so that tens can be counted."""
    ten = 2 * _PITCH + _TENS
    return min(MOST_ROWS, 2 * int((room + _TENS + _PITCH - _BOX) // ten))
