"""Faces as reportlab embeds them, with what is known of each letter filled in when it is first set.

reportlab reads the whole character table of a face before its first use. Of faces for many scripts that costs a tenth
of a second and some twenty megabytes each, for letters that no flyer says; HarfBuzz answers for one letter at once.
"""

from __future__ import annotations

import mmap
import struct
import unicodedata
from array import array
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

_PRIVATE_USE = range(0xE000, 0xF900)
_JOINED = (range(0xFB50, 0xFE00), range(0xFE70, 0xFF00))  # forms of Arabic letters, for readers without ActualText
_SPACES = {0xA0}  # reportlab turns U+00A0 into a space, so its glyph must not be reached by way of it


class Embedded:
    """A face that reportlab embeds: which letters it has, and under which character each of its glyphs goes."""

    def __init__(self, name: str, file: Path) -> None:
        """Open a face; no letter is looked at yet."""
        import uharfbuzz  # noqa: PLC0415 (heavy, as reportlab is: only paper itself loads them)
        from reportlab.pdfbase.ttfonts import TTEncoding, TTFont  # noqa: PLC0415

        self.face = _face(file)
        self.font = TTFont.__new__(TTFont)  # its own beginning reads every letter
        vars(self.font).update(
            fontName=name,
            face=self.face,
            encoding=TTEncoding(),
            state=WeakKeyDictionary(),
            _asciiReadable=False,
            shapable=True,
        )
        self._shaper = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file))))
        self._units = float(self._shaper.face.upem)
        self._known: dict[int, bool] = {}
        self._depths: dict[int, float] = {}
        self._characters: dict[int, str] = {}
        self._private = iter(_PRIVATE_USE)

    def has(self, code: int) -> bool:
        """Tell whether the face has a letter, and learn its glyph."""
        known = self._known.get(code)
        return self._learn(code) if known is None else known

    def character(self, glyph: int) -> str:
        """Give a character under which this glyph is embedded; one without any gets a private character."""
        known = self._characters.get(glyph)
        if known is None:
            known = self._characters[glyph] = self._new_character(glyph)
        return known

    def width(self, glyph: int) -> float:
        """Give the advance of a glyph as the PDF will know it, in thousandths of an em."""
        return float(self.face.charWidths.get(ord(self.character(glyph)), self.face.defaultWidth))

    def depth(self, glyph: int) -> float:
        """Give how far a glyph reaches below the baseline, in em; less than nothing for one that floats above it."""
        known = self._depths.get(glyph)
        if known is None:
            extents = self._shaper.get_glyph_extents(glyph)
            reach = 0.0 if extents is None else -(extents.y_bearing + extents.height)
            known = self._depths[glyph] = reach / self._units
        return known

    def _learn(self, code: int) -> bool:
        glyph = self._shaper.get_nominal_glyph(code) if code not in _PRIVATE_USE else None
        self._known[code] = glyph is not None
        if glyph is None:
            return False
        self.face.charToGlyph[code] = glyph
        if code not in _SPACES:
            self.face.glyphToChar.setdefault(glyph, []).append(code)
        self.face.charWidths[code] = self._advance(glyph)
        letter = chr(code)
        if unicodedata.mirrored(letter):
            for other in _MIRRORED.get(letter, ""):
                self.has(ord(other))
        if 0x0600 <= code <= 0x06FF and self._known.setdefault(0xFE8D, False) is False:
            for forms in _JOINED:
                for form in forms:
                    if form not in self._known or form == 0xFE8D:
                        self._learn(form)
        return True

    def _new_character(self, glyph: int) -> str:
        codes = self.face.glyphToChar.get(glyph)
        if codes:
            return chr(codes[0])
        code = next(self._private)
        self.face.charToGlyph[code] = glyph
        self.face.charWidths[code] = self._advance(glyph)
        return chr(code)

    def _advance(self, glyph: int) -> float:
        return float(self._shaper.get_glyph_h_advance(glyph)) * 1000 / self._units


_MIRRORED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))


def _face(file: Path) -> Any:
    """Open reportlab's side of a face: its tables of letters are empty, places and widths of glyphs read in one go."""
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415
    from reportlab.pdfbase.ttfonts import TTFontFace, TTFontParser  # noqa: PLC0415

    face = TTFontFace.__new__(TTFontFace)
    pdfmetrics.TypeFace.__init__(face, None)
    with file.open("rb") as opened:  # what is never set is never read
        face._ttf_data = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
    face.filename = str(file)
    TTFontParser.__init__(face, face.filename, validate=0, subfontIndex=0)
    face.extractInfo(charInfo=0)
    face.charToGlyph, face.glyphToChar, face.charWidths = {}, {}, {}
    [metrics] = struct.unpack_from(">H", face.get_table("hhea"), 34)
    face.hmetrics = _Metrics(face.get_table("hmtx"), metrics)
    face.defaultWidth = face.hmetrics[0][0] * 1000 / face.unitsPerEm
    [is_long] = struct.unpack_from(">H", face.get_table("head"), 50)
    places = struct.unpack_from(f">{face.numGlyphs + 1}{'I' if is_long else 'H'}", face.get_table("loca"))
    face.glyphPos = array("L", places if is_long else (place << 1 for place in places))
    return face


class _Metrics:
    """Advance and left bearing of each glyph, read when they are asked: all at once are megabytes a face."""

    def __init__(self, table: bytes, longs: int) -> None:
        self._table, self._longs = table, longs

    def __getitem__(self, glyph: int) -> tuple[int, int]:
        if glyph < self._longs:
            advance, bearing = struct.unpack_from(">HH", self._table, 4 * glyph)
            return advance, bearing
        [advance] = struct.unpack_from(">H", self._table, 4 * (self._longs - 1))
        [bearing] = struct.unpack_from(">H", self._table, 4 * self._longs + 2 * (glyph - self._longs))
        return advance, bearing
