"""Setting text: Qt lays out (joining, right to left, line breaks), reportlab writes. No page and no colour here.

A text becomes a `Setting`: lines of glyphs in em, with the real text of each line in logical order. Sizes are in pt,
widths in pt.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextOption

from meetingplace.documents import fonts
from meetingplace.documents.breaks import BREAK_HERE, STAY, at_pause, has_address, kept_together, with_open_addresses
from meetingplace.documents.fonts import Cut, Face
from meetingplace.domain.refusals import Reason, Refused

_WITH_LETTERS = QTextLayout.GlyphRunRetrievalFlag(
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)
# What stands between them has another colour, and perhaps another weight; no direction depends on them.
ACCENT, NO_ACCENT = "\u2061", "\u2062"
_STEERS = f"\u2066\u2067\u2068\u2069\u200e\u200f{BREAK_HERE}{STAY}{ACCENT}{NO_ACCENT}"
_SILENT, ISOLATES = frozenset(_STEERS), str.maketrans("", "", _STEERS)
_UNLIMITED = 1_000_000.0
_BULLET = re.compile(r"^[-•] +")
_NOT_SHORT = 0.5  # of the other line: what is broken at a pause may be uneven, but not that much
_HANGING = 0.9  # em that a text stands in from its bullet
_WIDEST_SPACE = 1.3  # of justified text, in spaces as they are: wider ones make rivers, and break Arabic apart


@dataclass(frozen=True)
class Script:
    """How a script stands beside Latin (print.md, script balance).

    Factors for text and display, leading of each, bold by stroke.
    """

    text: float
    display: float
    text_leading: float
    display_leading: float
    bold_stroke: float = 0.0  # em


_LATIN = Script(1.00, 1.00, 1.34, 0.96)
_KURINTO_DISPLAY = Script(1.00, 0.93, 1.34, 1.10)
_SCRIPTS: tuple[tuple[tuple[tuple[int, int], ...], Script], ...] = (
    (
        ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)),
        Script(1.12, 1.05, 1.40, 1.26),
    ),
    (((0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F)), Script(1.06, 1.06, 1.40, 1.25, 0.028)),
    (((0x2D30, 0x2D7F),), Script(0.95, 0.92, 1.40, 1.10, 0.028)),
    (((0x0900, 0x097F), (0x0A00, 0x0A7F)), Script(1.08, 1.08, 1.45, 1.25, 0.018)),
    (((0x4E00, 0x9FFF), (0x3400, 0x4DBF)), Script(1.00, 0.96, 1.45, 1.15)),
)


@dataclass(frozen=True)
class Glyph:
    """A glyph and where it stands on its line, in em; y upwards from the baseline."""

    number: int
    x: float
    y: float
    is_accent: bool = False


@dataclass(frozen=True)
class Line:
    """A line of a setting: the text in logical order, its width in em, its glyphs from left to right.

    `depth` is how far its letters reach below the baseline, in em.
    """

    text: str
    width: float
    glyphs: tuple[Glyph, ...]
    depth: float = 0.0


@dataclass(frozen=True)
class Setting:
    """A text ready to be written: its face, the real size in pt after script balance, leading in pt, and its lines."""

    face: Face
    size: float
    leading: float
    lines: tuple[Line, ...]
    tracking: float  # em between glyphs
    stroke: float  # em; a bold that the face does not have
    is_right_to_left: bool
    is_title: bool = False
    accent: Face | None = None  # the face of what is accented; none: the same

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to read."""
        return not any(line.text.strip() for line in self.lines)

    @property
    def width(self) -> float:
        """Width of the widest line in pt."""
        return max((line.width for line in self.lines), default=0.0) * self.size

    @property
    def height(self) -> float:
        """Height of all lines in pt."""
        return self.leading * len(self.lines)

    @property
    def baseline(self) -> float:
        """Distance in pt from the top of a line to its baseline: capitals stand in the middle of the line."""
        return self.leading / 2 + 0.345 * self.size

    @property
    def overhang(self) -> float:
        """How far in pt the letters of the last line reach below it, as the dots of Pashto do."""
        depth = self.lines[-1].depth if self.lines else 0.0
        return max(0.0, depth * self.size - (self.leading - self.baseline))


@dataclass(frozen=True)
class Manner:
    """How a role is set: cut, tracking in em, leading as a factor of the size (of Latin; other scripts keep their own).

    In a role of digits, as hours are, the digits of every script stand as high as those of Latin beside them. What is
    accented (see `accented`) may have a cut of its own. Justified lines go from side to side, as far as spaces allow.
    """

    cut: Cut
    leading: float
    tracking: float = 0.0
    is_of_digits: bool = False
    accent: Cut | None = None
    is_justified: bool = False

    @property
    def is_display(self) -> bool:
        """Tell whether the script balance of display faces applies."""
        return self.cut not in (Cut.TEXT, Cut.TEXT_BOLD)


def plain(text: str) -> str:
    """Give a text as it is copied: without the invisible marks that steer its direction."""
    return text.translate(ISOLATES)


def accented(text: str) -> str:
    """Mark a text, or a part of one, to be set in the accent of its role and its row."""
    return f"{ACCENT}{text}{NO_ACCENT}" if text else ""


@lru_cache(maxsize=4096)
def script_of(text: str) -> Script:
    """Find the script of a text: the first one that is not Latin wins, because its letters are the taller ones."""
    for letter in text:
        code = ord(letter)
        if code < 0x0600:
            continue
        for ranges, script in _SCRIPTS:
            if any(first <= code <= last for first, last in ranges):
                return script
    return _LATIN


def lay(
    typed_text: str,
    manner: Manner,
    size: float,
    *,
    width: float | None = None,
    is_right_to_left: bool = False,
    is_balanced: bool = False,
    is_title: bool = False,
    first_width: float | None = None,
    language: str = "",
) -> Setting:
    """Set a text at a size of Latin in pt, in lines of at most `width` pt (none: one line each paragraph).

    `first_width` narrows the first line, to keep clear of something; `language` has its own forms of some letters.
    Refuses LETTERS_MISSING.
    """
    text = kept_together(typed_text, is_title=is_title)
    face = fonts.face_for(text, manner.cut)
    script = script_of(text)
    if script is _LATIN and manner.is_display and not face.name.startswith("SourceSans"):
        script = _KURINTO_DISPLAY
    balance = script.display if manner.is_display else script.text
    if manner.is_of_digits and not face.name.startswith("SourceSans"):
        balance = _KURINTO_DISPLAY.display  # Kurinto's digits are the same for every script
    real = size * balance
    usual = (_LATIN.display_leading if manner.is_display else _LATIN.text_leading) if script is not _LATIN else 0
    own = script.display_leading if manner.is_display else script.text_leading
    leading = real * (max(manner.leading, own) if usual else _clear_of_accents(manner.leading, text))
    is_tracked = script in (_LATIN, _KURINTO_DISPLAY)
    tracking = manner.tracking if is_tracked else 0.0
    stroke = script.bold_stroke if manner.cut in (Cut.BLACK, Cut.BOLD, Cut.SEMIBOLD, Cut.TEXT_BOLD) else 0.0
    limit = None if width is None else round(width / real, 4)
    first = None if first_width is None else round(first_width / real, 4)
    accent = fonts.face_for(text, manner.accent) if manner.accent and ACCENT in text else face
    known = language if fonts.has_own_forms(language) else ""
    voice = _Voice(face, accent, tracking, is_right_to_left, manner.is_justified, known)
    lines = _shaped(text, voice, limit, first, is_balanced)
    return Setting(face, real, leading, lines, tracking, stroke, is_right_to_left, is_title, accent)


def _clear_of_accents(leading: float, text: str) -> float:
    """Open tight lines a little where a capital carries an accent, as in "Été"."""
    is_accented = any(letter.isupper() and unicodedata.decomposition(letter) for letter in text)
    return max(leading, 1.02) if is_accented and leading < 1 else leading


@dataclass(frozen=True)
class _Voice:
    """What all lines of a text share while it is shaped."""

    face: Face
    accent: Face
    tracking: float
    is_rtl: bool
    is_justified: bool
    language: str  # where it has forms of its own


@lru_cache(maxsize=8192)
def _shaped(text: str, voice: _Voice, limit: float | None, first: float | None, is_balanced: bool) -> tuple[Line, ...]:
    lines = _broken(text, voice, limit, first)
    if limit is not None and has_address(text) and max(line.width for line in lines) > limit:
        text = with_open_addresses(text)
        lines = _broken(text, voice, limit, first)
    if limit is None or not is_balanced or len(lines) < 2:
        return lines
    if len(lines) == 2 and (paused := at_pause(text)):
        tried = _broken(paused, voice, limit, first)
        wide = [line.width for line in tried]
        if len(wide) == 2 and wide[0] <= (first or limit) and wide[1] <= limit and min(wide) > _NOT_SHORT * max(wide):
            return tried
    # the narrowest column that needs no more lines makes them even
    low, high = max(line.width for line in lines) / len(lines), limit
    best = lines
    for _ in range(9):
        middle = (low + high) / 2
        tried = _broken(text, voice, middle, None if first is None else min(first, middle))
        if len(tried) <= len(lines) and max(line.width for line in tried) <= middle + 0.001:
            best, high = tried, middle
        else:
            low = middle
    return best


def _broken(text: str, voice: _Voice, limit: float | None, first: float | None) -> tuple[Line, ...]:
    lines: list[Line] = []
    for paragraph in text.split("\n"):
        begin = first if not lines else None
        if _BULLET.match(paragraph):
            lines.extend(_item(_BULLET.sub("", paragraph), voice, limit))
        else:
            lines.extend(_paragraph(paragraph, voice, limit, begin))
    return tuple(lines)


def _item(text: str, voice: _Voice, limit: float | None) -> list[Line]:
    """Set an item of a list: its bullet at the start side, its lines in from it."""
    [bullet] = _paragraph("•", voice, None, None)
    lines = []
    for number, line in enumerate(_paragraph(text, voice, None if limit is None else limit - _HANGING, None)):
        moved = [replace(glyph, x=glyph.x + (0 if voice.is_rtl else _HANGING)) for glyph in line.glyphs]
        across = line.width + _HANGING
        if not number:
            at = across - bullet.width if voice.is_rtl else 0.0
            moved = [*moved, *(replace(glyph, x=glyph.x + at) for glyph in bullet.glyphs)]
        lines.append(Line(line.text if number else f"• {line.text}", across, tuple(moved), line.depth))
    return lines


def _paragraph(text: str, voice: _Voice, limit: float | None, first: float | None) -> list[Line]:
    measure = fonts.loaded(voice.face).measure
    layout = QTextLayout(text, measure)
    option = QTextOption()
    option.setUseDesignMetrics(True)
    option.setWrapMode(QTextOption.WrapMode.NoWrap if limit is None else QTextOption.WrapMode.WordWrap)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if voice.is_rtl else Qt.LayoutDirection.LeftToRight)
    option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    letters = _as_qt_counts(text)
    if voice.accent != voice.face or voice.language:
        layout.setFormats(_formats(letters, voice))
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        width = limit if line.lineNumber() or first is None else first
        # tracking is put in afterwards: a tighter setting may hold a little more on a line
        line.setLineWidth(_UNLIMITED if width is None else width * fonts.MEASURE / (1 + voice.tracking * 1.6))
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    last = layout.lineCount() - 1
    return [
        _line(layout, number, letters, voice, limit if voice.is_justified and number < last else None)
        for number in range(last + 1)
    ]


def _accents(letters: Sequence[str]) -> list[tuple[int, int]]:
    """Give where what is accented begins and ends."""
    begins = [at for at, letter in enumerate(letters) if letter == ACCENT]
    ends = [at for at, letter in enumerate(letters) if letter == NO_ACCENT]
    return list(zip(begins, ends, strict=False))


def _formats(letters: Sequence[str], voice: _Voice) -> list[QTextLayout.FormatRange]:
    """Give the parts of a text that are not set as usual: accents, and letters with forms of their language."""
    accents = {at for begin, end in _accents(letters) for at in range(begin, end)}
    usual = fonts.loaded(voice.face).measure
    formats: list[QTextLayout.FormatRange] = []
    last = usual
    for at, letter in enumerate(letters):
        measure = fonts.measure_of(letter, voice.accent if at in accents else voice.face, voice.language)
        if measure is not usual and measure is not last:
            part = QTextLayout.FormatRange()
            part.start = at
            part.format.setFont(measure)
            formats.append(part)
        if measure is not usual:
            formats[-1].length = at + 1 - formats[-1].start
        last = measure
    return formats


def _as_qt_counts(text: str) -> Sequence[str]:
    """Give the letters of a text at the places that Qt counts: rare ones take two, of which the second is empty."""
    if text.isascii() or max(text) <= "\uffff":
        return text
    return [part for letter in text for part in ((letter,) if letter <= "\uffff" else (letter, ""))]


def _line(layout: QTextLayout, number: int, letters: Sequence[str], voice: _Voice, fill: float | None) -> Line:
    """Read a line that was laid out; `fill` is the width that it is stretched to by its spaces."""
    line = layout.lineAt(number)
    part = "".join(letters[line.textStart() : line.textStart() + line.textLength()]).rstrip(" ")
    found: list[tuple[float, float, int, int]] = []
    for run in line.glyphRuns(-1, -1, _WITH_LETTERS):
        if not run.rawFont().familyName().startswith((voice.face.family, voice.accent.family)):
            raise Refused(Reason.LETTERS_MISSING, letters=part)
        found.extend(
            (place.x(), place.y(), index, at)
            for index, place, at in zip(run.glyphIndexes(), run.positions(), run.stringIndexes(), strict=True)
            if letters[at] not in _SILENT  # Qt sets a space of no width for what only steers
        )
    if any(index == 0 for _, _, index, _ in found):
        raise Refused(Reason.LETTERS_MISSING, letters=part)
    found.sort(key=lambda item: item[0])
    ascent, left = line.ascent(), line.naturalTextRect().left()
    width = line.naturalTextWidth() / fonts.MEASURE + max(0, len(found) - 1) * voice.tracking
    wider = _wider_spaces(found, letters, width, fill, voice.face)
    ranges, glyphs, shift = _accents(letters) if ACCENT in part else [], [], 0.0
    for order, (x, y, index, at) in enumerate(found):
        is_accent = bool(ranges) and any(begin < at < end for begin, end in ranges)
        across = (x - left) / fonts.MEASURE + order * voice.tracking + shift
        glyphs.append(Glyph(index, across, (ascent - y) / fonts.MEASURE, is_accent))
        shift += wider if letters[at] == " " else 0.0
    depth = fonts.loaded(voice.face).embed.depth
    deepest = max((depth(glyph.number) - glyph.y for glyph in glyphs if not glyph.is_accent), default=0.0)
    return Line(plain(part), width + shift, tuple(glyphs), deepest)


def _wider_spaces(
    found: Sequence[tuple[float, float, int, int]], letters: Sequence[str], width: float, fill: float | None, face: Face
) -> float:
    """Give how much wider (em) each space becomes so that the line fills its width; nothing where that is too much."""
    spaces = sum(letters[at] == " " for *_place, at in found)
    if fill is None or not spaces:
        return 0.0
    space = next(index for _x, _y, index, at in found if letters[at] == " ")
    most = (_WIDEST_SPACE - 1) * fonts.loaded(face).embed.width(space) / 1_000
    return min(most, max(0.0, (fill - width) / spaces))


def first_strong_is_right_to_left(text: str, otherwise: bool) -> bool:
    """Tell whether a text reads from right to left by its first strong letter; without one, as its language does."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return otherwise
