"""The faces that paper is set in: files, letters, weights by script, pictogram outlines.

Text layout is `typeset`'s work.

Source Sans 3 for display where every letter exists in it, Kurinto Sans for everything else, its SC sister for Chinese;
pictograms from the Material Design icon font that the screen uses too. QtGui measures with these files and reportlab
embeds them; no font of the system is ever used. All of it is loaded at the first paper act and kept.
"""

from __future__ import annotations

import json
import os
import threading
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPainterPath, QRawFont

from meetingplace import paths
from meetingplace.documents.embedding import Embedded
from meetingplace.domain.refusals import Reason, Refused

MEASURE = 1000  # px of a face while text is measured; shapes are kept in em

_lock = threading.RLock()
_of_this_thread = threading.local()
_application: QGuiApplication | None = None


class Cut(Enum):
    """Weight and voice of a text: display cuts are Source Sans where they can be, text cuts always Kurinto."""

    BLACK = "black"
    BOLD = "bold"
    SEMIBOLD = "semibold"
    PLAIN = "plain"  # Source Sans Regular: captions of the sender and of the sheets
    TEXT = "text"
    TEXT_BOLD = "text_bold"


@dataclass(frozen=True)
class Face:
    """One font file: its name in the PDF, family and style in Qt, and where it lies."""

    name: str
    family: str
    style: str
    file: str


_SOURCE = "source-sans/ttf/SourceSans3-{}.ttf"
_KURINTO = "kurinto/ttf/KurintoSans{}.ttf"
_SOURCE_FACES = {
    Cut.BLACK: Face("SourceSans3-Black", "Source Sans 3", "Black", _SOURCE.format("Black")),
    Cut.BOLD: Face("SourceSans3-Bold", "Source Sans 3", "Bold", _SOURCE.format("Bold")),
    Cut.SEMIBOLD: Face("SourceSans3-Semibold", "Source Sans 3", "Semibold", _SOURCE.format("Semibold")),
    Cut.PLAIN: Face("SourceSans3-Regular", "Source Sans 3", "Regular", _SOURCE.format("Regular")),
}
_REGULAR = Face("KurintoSans-Rg", "Kurinto Sans", "Regular", _KURINTO.format("-Rg"))
_HEAVY = Face("KurintoSans-Bd", "Kurinto Sans", "Bold", _KURINTO.format("-Bd"))
_CHINESE_REGULAR = Face("KurintoSansSC-Rg", "Kurinto Sans SC", "Regular", _KURINTO.format("SC-Rg"))
_CHINESE_HEAVY = Face("KurintoSansSC-Bd", "Kurinto Sans SC", "Bold", _KURINTO.format("SC-Bd"))

# Of some letters a face holds other forms for a language. Qt asks for those of the PC's language, whatever the text
# speaks; so that is switched off, and the features that hold the same forms are asked for by the language of the text.
# Features and letters, the first that has a letter wins; no letters are all.
_OWN_FORMS = {
    ("Source Sans 3", "bg"): ((("cv15",), "д"), (("cv12", "cv14", "cv15"), "")),  # Cyrillic as Bulgarian hands write it
    ("Kurinto Sans", "ro"): ((("aalt",), "ŞşŢţ"),),  # the comma beneath, also where a cedilla was typed
    ("Kurinto Sans", "ur"): ((("aalt",), "۰۱۲۳۴۵۶۷۸۹"),),  # of four, six and seven; the whole number stays one run
}

# in no font: they steer the line and leave no mark
_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))  # of skin, after a small picture
_SILENT = frozenset(
    map(chr, (0x200B, 0x200C, 0x200D, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xAD, 10, 13, 9))
)


def candidates(cut: Cut) -> tuple[Face, ...]:
    """Give the faces for a cut, the preferred one first."""
    is_heavy = cut in (Cut.BLACK, Cut.BOLD, Cut.SEMIBOLD, Cut.TEXT_BOLD)
    wide = (_HEAVY, _CHINESE_HEAVY) if is_heavy else (_REGULAR, _CHINESE_REGULAR)
    return (_SOURCE_FACES[cut], *wide) if cut in _SOURCE_FACES else wide


@lru_cache(maxsize=4096)
def face_for(text: str, cut: Cut) -> Face:
    """Choose the first face that has every letter of the text: the whole run changes face, never one letter.

    Refuses LETTERS_MISSING with the letters that no face of ours has.
    """
    missing: set[str] = set()
    for face in candidates(cut):
        lacking = _lacking(text, face)
        if not lacking:
            return face
        missing = missing & lacking if missing else lacking
    raise Refused(Reason.LETTERS_MISSING, letters="".join(sorted(missing)))


def printable(text: str, cut: Cut) -> str:
    """Leave out what no single face can print: a list of many is not stopped by one small picture in a nickname.

    Tones of skin too: without colours they would stand there as boxes.
    """
    lacking = _lacking(text, candidates(cut)[0])
    for face in candidates(cut)[1:]:  # a large face is only loaded for letters that the ones before it lack
        lacking = min(lacking, _lacking(text, face), key=len) if lacking else lacking
    left_out = lacking | _TONES
    return "".join(letter for letter in text if letter not in left_out).strip()


def _lacking(text: str, face: Face) -> set[str]:
    has = loaded(face).embed.has
    return {letter for letter in text if letter not in _SILENT and not has(ord(letter))}


@dataclass(frozen=True, eq=False)
class Loaded:
    """A face ready for use: Qt's font to measure with, reportlab's to embed."""

    face: Face
    measure: QFont
    embed: Embedded


_loaded: dict[str, Loaded] = {}


@lru_cache(maxsize=1024)
def measure_of(letter: str, face: Face, language: str) -> QFont:
    """Give Qt's font for a letter: with the forms of the language where the face has any."""
    for features, letters in _OWN_FORMS.get((face.family, language), ()):
        if not letters or letter in letters:
            return _with_features(face, features)
    return loaded(face).measure


@lru_cache(maxsize=16)
def _with_features(face: Face, features: tuple[str, ...]) -> QFont:
    measure = QFont(loaded(face).measure)
    for feature in features:
        measure.setFeature(QFont.Tag(feature), 1)
    return measure


def has_own_forms(language: str) -> bool:
    """Tell whether any face has forms for a language."""
    return any(language == known for _family, known in _OWN_FORMS)


def loaded(face: Face) -> Loaded:
    """Load a face once for Qt and for reportlab; refuses FONTS_MISSING."""
    known = _loaded.get(face.name)
    if known is not None:
        return known
    with _lock:
        if face.name not in _loaded:
            _loaded[face.name] = _load(face)
        return _loaded[face.name]


def _load(face: Face) -> Loaded:
    _be_ready()
    file = file_of(face)
    if not file.is_file() or QFontDatabase.addApplicationFont(str(file)) < 0:
        raise Refused(Reason.FONTS_MISSING, file=face.file)
    measure = QFont()
    measure.setFamilies([face.family])
    measure.setStyleName(face.style)
    measure.setPixelSize(MEASURE)
    measure.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    measure.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    measure.setFeature(QFont.Tag("locl"), 0)
    # a face of the same name on this PC may have other glyph numbers: one would be measured and another one written
    embed = Embedded(face.name, file)
    if QRawFont.fromFont(measure).fontTable("head").data() != embed.face.get_table("head"):
        raise Refused(Reason.FONTS_MISSING, file=face.file)
    return Loaded(face, measure, embed)


def _be_ready() -> None:
    """Have a Qt application for fonts: the window's own, or a bare one when paper is made from the command line."""
    global _application
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _application = QGuiApplication(["meetingplace"])


def file_of(face: Face) -> Path:
    """Tell where the file of a face lies."""
    return _folder() / face.file


def _folder() -> Path:
    return paths.files_of("weblate_fonts") / "static" / "weblate_fonts"


def first_name() -> str:
    """Give a face of ours for a new document to begin with, so that reportlab does not put Helvetica in."""
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415

    face = loaded(_REGULAR)
    pdfmetrics.registerFont(face.embed.font)
    return face.face.name


# --- pictograms


@dataclass(frozen=True)
class Outline:
    """A pictogram as a PDF path in a box of 1 x 1 with y upwards, and its real extent in that box."""

    path: str
    left: float
    bottom: float
    width: float
    height: float


@lru_cache(maxsize=512)
def outline(name: str) -> Outline:
    """Draw a pictogram of the icon font as a path, so that copied text holds no private characters.

    Refuses FONTS_MISSING.
    """
    with _lock:
        glyph = _icon_font().glyphIndexesForString(chr(_icon_codes()[name]))[0]
        path = _icon_font().pathForGlyph(glyph)
    box = path.boundingRect()
    return Outline(
        _pdf_path(path),
        box.left() / MEASURE,
        -box.bottom() / MEASURE,
        box.width() / MEASURE,
        box.height() / MEASURE,
    )


def has_pictogram(name: str) -> bool:
    """Tell whether the icon font knows this pictogram."""
    return name in _icon_codes()


def _icon_font() -> QRawFont:
    """Give the icon font; a raw font belongs to its thread, and touching it after that thread's end is a crash."""
    known = getattr(_of_this_thread, "icon_font", None)
    if isinstance(known, QRawFont):
        return known
    _be_ready()
    font = QRawFont(
        str(_icon_folder() / "materialdesignicons6-webfont-6.9.96.ttf"),
        MEASURE,
        QFont.HintingPreference.PreferNoHinting,
    )
    if not font.isValid():
        raise Refused(Reason.FONTS_MISSING, file="materialdesignicons6")
    _of_this_thread.icon_font = font
    return font


@lru_cache(maxsize=1)
def _icon_codes() -> dict[str, int]:
    chart = json.loads(
        (_icon_folder() / "materialdesignicons6-webfont-charmap-6.9.96.json").read_text(encoding="utf-8")
    )
    return {name: int(code, 16) for name, code in chart.items()}


def _icon_folder() -> Path:
    return paths.files_of("qtawesome") / "fonts"


def _pdf_path(path: QPainterPath) -> str:
    """Write a Qt path as PDF operators, in em with y upwards."""
    words: list[str] = []
    number = 0
    while number < path.elementCount():
        element = path.elementAt(number)
        if element.isMoveTo():
            words.append(f"{_em(element.x)} {_em(-element.y)} m")
        elif element.isLineTo():
            words.append(f"{_em(element.x)} {_em(-element.y)} l")
        else:
            points = [path.elementAt(number + step) for step in range(3)]
            words.append(" ".join(f"{_em(point.x)} {_em(-point.y)}" for point in points) + " c")
            number += 2
        number += 1
    return "\n".join(words)


def _em(length: float) -> str:
    return f"{length / MEASURE:.4f}".rstrip("0").rstrip(".")
