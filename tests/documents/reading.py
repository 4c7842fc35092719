"""Reading a PDF back without the code that made it: the text of each line, where it stands, the faces in the file."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

import pypdfium2

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_LINE = re.compile(rb"/Span <</ActualText <FEFF([0-9A-F]*)>(?: /Lang \((\w+)\))?>> BDC BT (.*?) ET EMC", re.DOTALL)
_PLACE = re.compile(rb"(/\S+) ([\d.]+) Tf 1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm")


@dataclass(frozen=True)
class Line:
    """A line as a reader copies it, its language, where it begins on the left (pt) and its size (pt)."""

    text: str
    language: str
    x: float
    y: float
    size: float


def pages(pdf: bytes) -> list[list[Line]]:
    """Give the lines of each page in the order in which they were written."""
    return [[_line(match) for match in _LINE.finditer(content)] for content in contents(pdf)]


def contents(pdf: bytes) -> list[bytes]:
    """Give the drawing of each page."""
    found = []
    for packed in _STREAM.findall(pdf):
        try:
            content = zlib.decompressobj().decompress(packed)
        except zlib.error:
            continue
        if b" BDC BT " in content:
            found.append(content)
    return found


def lines(pdf: bytes) -> list[Line]:
    """Give the lines of all pages."""
    return [line for page in pages(pdf) for line in page]


def words(pdf: bytes) -> str:
    """Give everything that is read, with single spaces, so that line breaks do not matter."""
    return tidy(" ".join(line.text for line in lines(pdf)))


def tidy(text: str) -> str:
    """Take out what only steers the setting: unbreakable spaces, isolates, line breaks."""
    plain = re.sub("[\u2066-\u2069\u200e\u200f]", "", text)
    return " ".join(plain.split())


def packed(text: str) -> str:
    """Take all spaces out too: a line may break after a hyphen."""
    return tidy(text).replace(" ", "")


def colours(content: bytes) -> set[tuple[float, ...]]:
    """Give the colours that a page is filled and outlined with."""
    return {tuple(map(float, match.split()[:3])) for match in re.findall(rb"[\d.]+ [\d.]+ [\d.]+ (?:rg|RG)\b", content)}


def faces(pdf: bytes) -> set[str]:
    """Give the names of all faces in the file."""
    return {name.decode().partition("+")[2] or name.decode() for name in re.findall(rb"/BaseFont /([\w+-]+)", pdf)}


def seen(pdf: bytes, page: int = 0) -> str:
    """Give the text of a page as PDFium reads it: for languages from left to right."""
    document = pypdfium2.PdfDocument(pdf)
    text = document[page].get_textpage().get_text_range()
    document.close()
    return tidy(text)


def _line(match: re.Match[bytes]) -> Line:
    text = bytes.fromhex(match[1].decode()).decode("utf-16-be")
    place = _PLACE.search(match[3])
    assert place, text
    return Line(text, (match[2] or b"").decode(), float(place[3]), float(place[4]), float(place[2]))
