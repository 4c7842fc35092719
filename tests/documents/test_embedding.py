"""Faces as they are embedded, held against what reportlab reads in the whole file."""

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from meetingplace.documents import fonts
from meetingplace.documents.embedding import Embedded
from meetingplace.documents.fonts import Cut


@pytest.mark.parametrize("cut", [Cut.BOLD, Cut.TEXT])
def test_outlines_and_measures_of_every_glyph_lie_where_reportlab_finds_them(cut: Cut) -> None:
    face = fonts.candidates(cut)[0]
    theirs, ours = TTFontFace(str(fonts.file_of(face))), Embedded(face.name, fonts.file_of(face)).face
    assert list(ours.glyphPos) == list(theirs.glyphPos)
    assert ours.defaultWidth == theirs.defaultWidth
    for glyph, (advance, bearing) in enumerate(theirs.hmetrics):
        if isinstance(advance, float):  # reportlab repeats the last advance in thousandths of an em
            advance = advance * ours.unitsPerEm / 1000
        assert ours.hmetrics[glyph] == (advance, bearing)


def test_letters_and_their_widths_are_those_that_reportlab_knows() -> None:
    face = fonts.candidates(Cut.TEXT)[0]
    theirs, ours = TTFontFace(str(fonts.file_of(face))), Embedded(face.name, fonts.file_of(face))
    for letter in "aé€йΩبټपቀⴰ가ក":
        code = ord(letter)
        assert ours.has(code) == (code in theirs.charToGlyph)
        if ours.has(code):
            assert ours.face.charToGlyph[code] == theirs.charToGlyph[code]
            assert ours.face.charWidths[code] == pytest.approx(theirs.charWidths[code])
