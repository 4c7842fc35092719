"""What HarfBuzz itself makes of a line, in the order of another bidi algorithm: nothing of ours, nothing of Qt.

The other algorithm gives letters in the order in which they are shown, and no more. So it is asked about a line of the
same directions in which no letter stands twice: where each comes out tells where its letter would. A sign that has no
direction of its own is asked about twice over: read from right to left, the second comes out before the first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import uharfbuzz
from bidi import get_display

_STEERING = "\u2066\u2067\u2068\u2069\u200e\u200f\u200b\u2060"
_OPENING, _CLOSING = "([{", ")]}"
_PAIRS = ("⟦⟧", "⟨⟩", "⟪⟫", "⟬⟭", "⟮⟯", "❨❩", "❪❫", "❬❭", "❮❯", "❰❱", "❲❳", "❴❵")  # brackets keep their partners
_OF_EACH_DIRECTION = {
    "L": (0x4E00, 0x5000), "R": (0x05D0, 0x0816), "AL": (0x0620, 0x06D4), "EN": (0x1D7CE, 0x1D800),
    "AN": (0x0660, 0x066A), "ES": (0x207A, 0x208C), "ET": (0x20A0, 0x20BE), "CS": (0x002C, 0xFF1B),
    "ON": (0x2190, 0x2400), "WS": (0x2400, 0x2700), "NSM": (0x0300, 0x0370), "BN": (0x2061, 0x2065),
}  # fmt: skip


class Shaped(NamedTuple):
    """A glyph and where it stands, in em from the left end of its line and above the baseline."""

    number: int
    x: float
    y: float


class _Letter(NamedTuple):
    at: int
    is_back: bool
    script: str


def shaped(text: str, file: Path, language: str, *, is_rtl: bool) -> list[Shaped]:
    """Shape a line: its glyphs from left to right."""
    font = _font(file)
    em, pen, found = font.face.upem, 0.0, []
    for run in _runs(text, is_rtl=is_rtl):
        buffer = uharfbuzz.Buffer()
        buffer.add_str("".join(text[letter.at] for letter in sorted(run)))
        buffer.direction, buffer.script, buffer.language = "rtl" if run[0].is_back else "ltr", run[0].script, language
        uharfbuzz.shape(font, buffer)
        for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            found.append(Shaped(glyph.codepoint, (pen + place.x_offset) / em, place.y_offset / em))
            pen += place.x_advance
    return found


@cache
def _font(file: Path) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file))))


def _runs(text: str, *, is_rtl: bool) -> Iterator[list[_Letter]]:
    """Give the runs of a line from left to right: neighbours of one direction and one script."""
    run: list[_Letter] = []
    for letter in _as_shown(text, is_rtl=is_rtl):
        if run and (letter[1:] != run[-1][1:] or letter.at - run[-1].at != (-1 if letter.is_back else 1)):
            yield run
            run = []
        run.append(letter)
    if run:
        yield run


def _as_shown(text: str, *, is_rtl: bool) -> list[_Letter]:
    """Give the letters of a line from left to right, each with its direction and its script."""
    base, others, scripts = "R" if is_rtl else "L", _others(text), _scripts(text)
    shown = get_display("".join(once for once, _twice in others), base_dir=base)
    shown_twice = get_display("".join(twice for _once, twice in others), base_dir=base)
    letters: list[_Letter] = []
    is_back = is_rtl
    for at, (_once, twice) in enumerate(others):
        kind = unicodedata.bidirectional(text[at])
        if len(twice) == 2:
            is_back = shown_twice.index(twice[1]) < shown_twice.index(twice[0])
        elif kind not in ("NSM", "BN"):  # a mark goes with its letter
            is_back = kind in ("R", "AL")
        if text[at] not in _STEERING:
            letters.append(_Letter(at, is_back, scripts[at]))
    return sorted(letters, key=lambda letter: shown.index(others[letter.at][0]))


def _others(text: str) -> list[tuple[str, str]]:
    """Give for each letter another one of its direction, and the same written twice if it has none of its own."""
    pools = {kind: _pool(kind) for kind in _OF_EACH_DIRECTION}
    pairs, open_pairs = iter(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)), []
    found = []
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if letter in _STEERING:
            found.append((letter, letter))
        elif letter in _OPENING:
            outer, inner = next(pairs)
            open_pairs.append((outer, inner))
            found.append((outer[0], outer[0] + inner[0]))
        elif letter in _CLOSING and open_pairs:
            outer, inner = open_pairs.pop()
            found.append((outer[1], inner[1] + outer[1]))
        else:
            other = next(pools[kind])
            found.append((other, other + next(pools[kind]) if kind in ("ON", "WS", "ET") else other))
    return found


def _pool(kind: str) -> Iterator[str]:
    """Give letters of one direction, none twice and none that has a partner."""
    first, end = _OF_EACH_DIRECTION[kind]
    every = (chr(code) for code in range(first, end))
    same = "ON" if kind == "WS" else kind  # within a line, spaces take their direction as other signs do
    return (one for one in every if unicodedata.bidirectional(one) == same and not unicodedata.mirrored(one))


def _scripts(text: str) -> list[str]:
    """Give the script of each letter; what all scripts share goes with the letter before it."""
    found: list[str] = []
    for letter in text:
        found.append(_script(letter) or (found[-1] if found else ""))
    first = next((script for script in found if script), "Latn")
    return [script or first for script in found]


@cache
def _script(letter: str) -> str:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(letter)
    buffer.guess_segment_properties()
    return buffer.script if buffer.script and buffer.script not in ("Zyyy", "Zinh", "Zzzz") else ""
