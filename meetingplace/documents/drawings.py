"""Drawings (SVG) made pictures by resvg: plain ones only, and nothing outside the file is ever read.

resvg is one library without others behind it. It opens no address of the internet, but it would open files of this PC
and take any size that a file claims: so a drawing is looked through before, and its size is set here.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as Svg
from xml.parsers import expat

from meetingplace.documents import fonts
from meetingplace.domain.refusals import Reason, Refused

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 5_000_000
_MOST_PARTS, _DEEPEST = 50_000, 40  # elements, and how many of them inside each other
_LONGEST = 10  # times as long as high, or as high as long
_MOST_DOTS = 40_000_000  # of a photo inside a drawing
_NAMESPACE = "{http://www.w3.org/2000/svg}"
# what runs, what holds pages of the web, and effects that can take minutes
_NOT_PLAIN = frozenset(
    "script handler foreignObject iframe object embed audio video canvas filter animate animateMotion "
    "animateTransform set".split()
)
_PHOTO = re.compile(r"data:image/(?:png|jpe?g);base64,(.*)", re.DOTALL | re.IGNORECASE)
_ADDRESS = re.compile(r"url\(\s*[\"']?\s*([^)\"']*)", re.IGNORECASE)
_EFFECT = re.compile(r"(?:^|[;{\s])filter\s*:(?!\s*none)", re.IGNORECASE)
_NUMBER = re.compile(r"\s*\+?([0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?)\s*(px|pt|pc|mm|cm|in|)\s*")
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


def is_drawing(content: bytes) -> bool:
    """Tell whether a file is no photo but text with tags."""
    return content.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] == b"<"


def drawn(content: bytes, longest: int) -> Image.Image:
    """Draw an SVG, `longest` pixels on its long side, transparent where nothing is drawn.

    Refuses PICTURE_UNREADABLE, PICTURE_FILE_TOO_LARGE (limit in MB), DRAWING_REACHES_OUT and DRAWING_NOT_PLAIN.
    """
    import resvg_py  # noqa: PLC0415 (only a new drawing loads them)
    from PIL import Image  # noqa: PLC0415

    if len(content) > MOST_BYTES:
        raise Refused(Reason.PICTURE_FILE_TOO_LARGE, limit=MOST_BYTES // 1_000_000)
    try:
        _LookingThrough(content).must_be_plain()
        sized = _sized(Svg.fromstring(content), longest)  # noqa: S314 (looked through: it declares nothing)
        faces = {str(fonts.file_of(face)) for cut in fonts.Cut for face in fonts.candidates(cut)}
        drawing = resvg_py.svg_to_bytes(
            svg_string=Svg.tostring(sized, encoding="unicode"),
            font_files=sorted(faces),
            font_family="Source Sans 3",
            serif_family="Source Sans 3",  # where the letters of a drawing are not on this PC
            sans_serif_family="Source Sans 3",
        )
    except (ValueError, expat.ExpatError, Svg.ParseError) as error:
        raise Refused(Reason.PICTURE_UNREADABLE) from error
    picture = Image.open(io.BytesIO(drawing))
    picture.load()
    return picture


def _sized(root: Svg.Element, longest: int) -> Svg.Element:
    """Set how large a drawing is drawn; refuses PICTURE_UNREADABLE without a size, or with one that is all length."""
    if root.tag != f"{_NAMESPACE}svg":
        raise Refused(Reason.PICTURE_UNREADABLE)
    box = [float(part) for part in root.get("viewBox", "").replace(",", " ").split()]
    if len(box) != 4:
        box = [0.0, 0.0, _pixels(root.get("width", "")), _pixels(root.get("height", ""))]
        root.set("viewBox", " ".join(map(str, box)))
    width, height = box[2:]
    if not (width > 0 and height > 0 and 1 / _LONGEST <= width / height <= _LONGEST):
        raise Refused(Reason.PICTURE_UNREADABLE)
    scale = longest / max(width, height)
    root.set("width", str(round(width * scale)))
    root.set("height", str(round(height * scale)))
    return root


def _pixels(said: str) -> float:
    found = _NUMBER.fullmatch(said)
    return float(found[1]) * _PIXELS[found[2]] if found else 0.0


class _LookingThrough:
    """Goes through a drawing tag by tag before anything of it is drawn."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._parts = self._depth = 0
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.EntityDeclHandler = self._declared
        self._parser.ProcessingInstructionHandler = self._instructed
        self._parser.StartElementHandler = self._begun
        self._parser.EndElementHandler = self._ended
        self._parser.CharacterDataHandler = self._written
        self._style: list[str] | None = None

    def must_be_plain(self) -> None:
        """Refuse DRAWING_REACHES_OUT and DRAWING_NOT_PLAIN."""
        self._parser.Parse(self._content, True)

    def _declared(self, *_said: object) -> None:
        raise Refused(Reason.DRAWING_NOT_PLAIN)

    def _instructed(self, target: str, _said: str) -> None:
        if target == "xml-stylesheet":
            raise Refused(Reason.DRAWING_REACHES_OUT)

    def _begun(self, tag: str, said: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        self._parts, self._depth = self._parts + 1, self._depth + 1
        if name in _NOT_PLAIN or self._parts > _MOST_PARTS or self._depth > _DEEPEST:
            raise Refused(Reason.DRAWING_NOT_PLAIN)
        for attribute, value in said.items():
            short = attribute.rpartition("}")[2]
            if short.startswith("on") or (short == "filter" and value.strip() != "none"):
                raise Refused(Reason.DRAWING_NOT_PLAIN)
            if short == "href" and name != "a":  # a link that nobody can press on paper
                _must_stay_inside(value)
            _must_keep_to_itself(value)
        if name == "style":
            self._style = []

    def _written(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _ended(self, tag: str) -> None:
        self._depth -= 1
        if self._style is not None and tag.rpartition("}")[2] == "style":
            rules, self._style = "".join(self._style), None
            if "@import" in rules.lower():
                raise Refused(Reason.DRAWING_REACHES_OUT)
            _must_keep_to_itself(rules)


def _must_stay_inside(address: str) -> None:
    """Refuse an address that is not a part of the drawing or a photo in it."""
    address = address.strip()
    photo = _PHOTO.fullmatch(address)
    if photo:
        _must_be_small(photo[1])
    elif address.lower().startswith("data:"):
        raise Refused(Reason.DRAWING_NOT_PLAIN)
    elif address and not address.startswith("#"):
        raise Refused(Reason.DRAWING_REACHES_OUT)


def _must_keep_to_itself(rules: str) -> None:
    """Refuse rules of style that name something outside the drawing, or an effect."""
    if _EFFECT.search(rules):
        raise Refused(Reason.DRAWING_NOT_PLAIN)
    for address in _ADDRESS.findall(rules):
        if not address.startswith("#"):
            raise Refused(Reason.DRAWING_REACHES_OUT)


def _must_be_small(encoded: str) -> None:
    from PIL import Image  # noqa: PLC0415

    try:
        with Image.open(io.BytesIO(base64.b64decode(encoded)), formats=("JPEG", "PNG")) as photo:
            is_small = photo.width * photo.height <= _MOST_DOTS
    except Image.DecompressionBombError:
        is_small = False
    except (OSError, SyntaxError, binascii.Error) as error:
        raise Refused(Reason.PICTURE_UNREADABLE) from error
    if not is_small:
        raise Refused(Reason.PICTURE_TOO_FINE, limit=_MOST_DOTS // 1_000_000)
