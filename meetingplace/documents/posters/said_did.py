"""The poster "you said – we did": what parents told us, and beside it what became of it, in each language.

A voice that does not fit on the page goes to the next one; nothing is cut.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from meetingplace.documents import mosaic
from meetingplace.documents.mosaic import Kind, Tile
from meetingplace.documents.paper import one_paper_at_a_time
from meetingplace.documents.posters.poster import (
    BESIDE,
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
    rows_height,
)
from meetingplace.documents.posters.quotes import quoted
from meetingplace.documents.typeset import plain
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.voices import VoiceState
from meetingplace.i18n import corner
from meetingplace.i18n.catalog import Translator

_MODULE, _TOP = 15.5, 11.0
_SIGN_AT = WIDE - 3 * _MODULE
_TITLE_WIDTH = _SIGN_AT - 7.0
_SAID, _DID_AT = 79.3, 90.0  # mm: how wide the panel of the words is, and where that of the answer begins
_DID = WIDE - _DID_AT
_WORDS_AT, _ANSWER_PAD, _DISC = 19.5, 5.0, 11.4
_WORDS, _ANSWER = _SAID - _WORDS_AT - 4.0, _DID - 2 * _ANSWER_PAD - _DISC - 4.0
_PAD, _GAP = 5.0, 3.7  # within a panel, above and below; between two rows
_LEAST, _MOST = 22.0, 56.0  # the height of a row, as its words ask and as the page has room
_FOOT_DISC, _COUNTS = 17.0, 82.0
_CALL = WIDE - _FOOT_DISC - 4.0 - _COUNTS - 4.0
_TICK = "check-bold"
_ICONS = {
    VoiceState.HEARD: "ear-hearing",
    VoiceState.DISCUSSED: "forum",
    VoiceState.PLANNED: "calendar-month",
    VoiceState.DONE: _TICK,
    VoiceState.NOT_POSSIBLE: "minus-thick",
}
_SIGN = (  # a big and a small figure, talk and heart
    Tile(0, 0, 2, Kind.BIG_AND_SMALL, "sun", "mid", "deep", 0),
    Tile(2, 0, 1, Kind.PICTOGRAM, "deep", "soft", "sun", 0, "forum"),
    Tile(2, 1, 1, Kind.PICTOGRAM, "mid", "ink", "deep", 0, "heart"),
    Tile(0, 2, 1, Kind.ARCH, "deep", "sun", "mid", 2),
    Tile(1, 2, 1, Kind.DOTS, "soft", "deep", "mid", 0),
    Tile(2, 2, 1, Kind.QUARTER, "deep", "soft", "mid", 3),
)


@dataclass(frozen=True)
class VoiceShown:
    """A voice: its pictogram, its words and its answer, Dutch first, where it stands and how many say so."""

    picture: str
    words: tuple[Text, ...]
    answer: tuple[Text, ...]
    state: VoiceState
    people: int = 1


@dataclass(frozen=True)
class SaidDid:
    """What the poster is made of: voices, and how many there were and were answered since a day."""

    sender: Sender
    languages: tuple[str, ...]
    voices: tuple[VoiceShown, ...]
    since: date
    heard: int
    answered: int


def said_did(content: SaidDid, paper: PosterPaper, translators: Mapping[str, Translator]) -> bytes:
    """Make the poster, of as many pages as its voices need.

    Refuses TEXT_TOO_LONG for a text that is longer than a page, and LETTERS_MISSING.
    """
    with one_paper_at_a_time():
        said = [translators[language] for language in content.languages]
        page = _SaidDid(content, paper, said)
        pages = page.divided()
        for number, rows in enumerate(pages):
            if number:
                page.next_page()
            page.draw(rows, f"{number + 1}/{len(pages)}" if len(pages) > 1 else "")
        return page.finished()


@dataclass(frozen=True)
class _Row:
    """A voice that is set: words, answer, how many say so."""

    voice: VoiceShown
    words: tuple[Piece, ...]
    answer: tuple[Piece, ...]
    people: Piece | None

    @property
    def least(self) -> float:
        words = height(self.words, 0.6) + (self.people.height + 1.4 if self.people else 0.0)
        return max(_LEAST, max(words, height(self.answer, 0.6)) + 2 * _PAD)


class _SaidDid(Poster):
    def __init__(self, content: SaidDid, paper: PosterPaper, said: Sequence[Translator]) -> None:
        # a dash ends a line, it does not begin one
        titles = [Text(_.language, corner.posters(_)["said_did"].replace(" –", "\u00a0–")) for _ in said]
        super().__init__(content.sender, paper, plain(titles[0].words))
        self._content, self._said = content, said
        self._title = piece(titles[0], "poster_title", _TITLE_WIDTH, lines=2)
        self._titles = [piece(title, "poster_beside", WIDE, lines=2) for title in titles[1:]]
        calls = [Text(_.language, corner.posters(_)["tell_us"]) for _ in said]
        counts = [Text(_.language, _counts(_, content)) for _ in said]
        self._foot = [
            (piece(call, "poster_small" if number else "poster_call", _CALL), piece(count, "poster_small", _COUNTS))
            for number, (call, count) in enumerate(zip(calls, counts, strict=True))
        ]

    # --- which voice stands on which page

    @property
    def _begin(self) -> float:
        """Give the y of the first row."""
        under = max(_TOP + 16.0 + self._title.height + 4.0, _TOP + 3 * _MODULE + 4.0)
        return under + rows_height(self._titles, WIDE, BESIDE) + 4.0

    @property
    def _end(self) -> float:
        """Give the y that no row may pass."""
        return FOOT - self._foot_height - 9.0

    def divided(self) -> list[list[_Row]]:
        """Divide the voices over pages: as large as can be, but closer when that saves a page."""
        usual, close = self._divided(""), self._divided("_close")
        return close if len(close) < len(usual) else usual

    def _divided(self, manner: str) -> list[list[_Row]]:
        pages: list[list[_Row]] = [[]]
        left = room = self._end - self._begin
        for row in (row for voice in self._content.voices for row in self._rows(voice, manner, room)):
            if row.least > left and pages[-1]:
                pages.append([])
                left = room
            pages[-1].append(row)
            left -= row.least + _GAP
        return pages

    def _rows(self, voice: VoiceShown, manner: str, room: float, *, goes_on: bool = False) -> list[_Row]:
        """Set a voice; in so many languages that it is taller than a page it goes on in a further row."""
        row = self._row(voice, manner, goes_on)
        if row.least <= room:
            return [row]
        languages = tuple(dict.fromkeys(text.language for text in (*voice.words, *voice.answer)))
        if len(languages) < 2:
            tallest = max((*row.words, *row.answer), key=lambda one: one.height)
            lines = [line.text for line in tallest.setting.lines][:12]
            raise Refused(Reason.TEXT_TOO_LONG, language=tallest.language, lines=lines)
        half = languages[: (len(languages) + 1) // 2]
        rest = replace(_only(voice, languages[len(half) :]), people=1)
        begun = self._rows(_only(voice, half), manner, room, goes_on=goes_on)
        return [*begun, *self._rows(rest, manner, room, goes_on=True)]

    def _row(self, voice: VoiceShown, manner: str, goes_on: bool) -> _Row:
        said = [replace(text, words=quoted(text.words, text.language)) for text in voice.words]
        dutch = Text("nl", corner.people(self._said[0], voice.people))
        return _Row(
            voice,
            _pieces(said, manner, _WORDS, goes_on),
            _pieces([self._answered(voice, text) for text in voice.answer], manner, _ANSWER, goes_on),
            piece(dutch, "poster_small", _WORDS - 6.0) if voice.people > 1 else None,
        )

    def _answered(self, voice: VoiceShown, text: Text) -> Text:
        """Say where a voice stands before the answer, unless it is done: the tick says so."""
        spoken = next((_ for _ in self._said if _.language == text.language), self._said[0])
        state = corner.states(spoken)[voice.state]
        if not text.words:
            return replace(text, words=state)
        return text if voice.state is VoiceState.DONE else replace(text, words=f"{state} – {text.words}")

    # --- drawing

    def draw(self, rows: Sequence[_Row], pages: str) -> None:
        """Draw a page with these voices."""
        self.sender(_TOP, _TITLE_WIDTH, pages)
        with self.clipped(_SIGN_AT, _TOP, 3 * _MODULE, 3 * _MODULE, RADIUS):
            mosaic.draw(self, _SIGN, _SIGN_AT, _TOP, _MODULE)
        self.put(self._title, 0, _TOP + 16.0, _TITLE_WIDTH, tone="deep")
        self.beside(self._titles, 0, self._begin - 4.0 - rows_height(self._titles, WIDE, BESIDE), WIDE)
        y = self._begin
        for row, tall in zip(rows, _heights([row.least for row in rows], self._end - y), strict=True):
            self._draw_row(row, y, tall)
            y += tall + _GAP
        self._draw_foot()

    def _draw_row(self, row: _Row, y: float, tall: float) -> None:
        tone, middle = self.palette, y + tall / 2
        self.panel(0, y, _SAID, tall, tone.soft, RADIUS)
        self.shape(_SAID - 0.2, middle - 7.0, 7.0, 14.0, tone.soft, "0 0 m 1 0.5 l 0 1 l h")
        self.pictogram(row.voice.picture, 4.2, middle - 6.0, 12.0, tone.deep)
        used = height(row.words, 0.6) + (row.people.height + 1.4 if row.people else 0.0)
        under = self.stack(row.words, _WORDS_AT, middle - used / 2, _WORDS, gap=0.6)
        if row.people:
            self.pictogram("account-multiple", _WORDS_AT, under + 1.2, 4.4, tone.deep)
            self.put(row.people, _WORDS_AT + 6.0, under + 1.4, _WORDS - 6.0)
        is_done = row.voice.state is VoiceState.DONE
        if is_done:
            self.panel(_DID_AT, y, _DID, tall, tone.deep, RADIUS)
        else:
            self.frame(_DID_AT + 0.3, y + 0.3, _DID - 0.6, tall - 0.6, tone.deep, RADIUS - 0.3, 0.6)
        answer = middle - height(row.answer, 0.6) / 2
        at, ink = _DID_AT + _ANSWER_PAD, "white" if is_done else "ink"
        self.stack(row.answer, at, answer, _ANSWER, tone=ink, gap=0.6)
        disc = WIDE - _ANSWER_PAD - _DISC
        self.disc(disc, middle - _DISC / 2, _DISC, tone.sun)
        self.pictogram(_ICONS[row.voice.state], disc + 2.4, middle - 3.3, 6.6, tone.ink)

    def _draw_foot(self) -> None:
        top = FOOT - self._foot_height
        self.rule(0, top - 4.5, WIDE, self.palette.line)
        middle = top + self._foot_height / 2
        self.disc(0, middle - _FOOT_DISC / 2, _FOOT_DISC, self.palette.sun)
        self.pictogram("forum", _FOOT_DISC / 2 - 4.9, middle - 4.9, 9.8, self.palette.ink)
        y = middle - sum(max(call.height, count.height) for call, count in self._foot) / 2
        for call, count in self._foot:
            tall = max(call.height, count.height)
            self.put(call, _FOOT_DISC + 4.0, y + (tall - call.height) / 2, _CALL)
            self.put(count, WIDE - _COUNTS, y + (tall - count.height) / 2, _COUNTS, tone="mute")
            y += tall

    @property
    def _foot_height(self) -> float:
        return max(_FOOT_DISC, sum(max(call.height, count.height) for call, count in self._foot))


def _counts(_: Translator, content: SaidDid) -> str:
    return f"{corner.voices_since(_, content.heard, content.since)} · {corner.answered(_, content.answered)}"


def _pieces(texts: Sequence[Text], manner: str, width: float, goes_on: bool) -> tuple[Piece, ...]:
    """Set the first language large and the others under it; where a voice goes on, none is the first."""
    roles = [f"poster_{'word' if number or goes_on else 'own'}{manner}" for number in range(len(texts))]
    return tuple(piece(text, role, width) for text, role in zip(texts, roles, strict=True))


def _only(voice: VoiceShown, languages: Sequence[str]) -> VoiceShown:
    """Give a voice in some of its languages."""
    words = tuple(text for text in voice.words if text.language in languages)
    return replace(voice, words=words, answer=tuple(text for text in voice.answer if text.language in languages))


def _heights(least: Sequence[float], room: float) -> list[float]:
    """Make low rows taller while there is room for all."""
    free = room - _GAP * max(0, len(least) - 1)
    wanted = _MOST
    while wanted > _LEAST and sum(max(one, wanted) for one in least) > free:
        wanted -= 0.25
    return [max(one, wanted) for one in least]
