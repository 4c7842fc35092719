"""The five faces: one set of drawings, which Qt draws on the screen and this floor on paper."""

from __future__ import annotations

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from meetingplace import paths
from meetingplace.documents.face_drawings import draw_face
from meetingplace.documents.moods import Mood, palette
from meetingplace.documents.paper import Format, Sheet
from meetingplace.domain.faces import Face

_SIDE = 120  # px


def on_screen(face: Face) -> Image.Image:
    """Draw a face as Qt does."""
    image = QImage(_SIDE, _SIDE, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawn = QSvgRenderer(str(paths.resource("faces", f"{face.value}.svg")))
    assert drawn.isValid()
    drawn.render(painter)
    painter.end()
    return Image.frombytes("RGB", (_SIDE, _SIDE), bytes(image.constBits()), "raw", "RGB", image.bytesPerLine())


def on_paper(face: Face, *, is_right_to_left: bool = False) -> Image.Image:
    """Draw a face on a paper that is just as large."""
    paper = Format(100, 100, 0, 0)
    sheet = Sheet(paper, palette(Mood.CHERRY), title="", language="nl", is_right_to_left=is_right_to_left)
    draw_face(sheet, face, 0, 0, 100)
    [page] = pypdfium2.PdfDocument(sheet.finished())
    return page.render(scale=_SIDE / page.get_width()).to_pil().convert("RGB").resize((_SIDE, _SIDE))


def difference(one: Image.Image, other: Image.Image) -> float:
    """Give how far two pictures are apart on the average, of 255."""
    pairs = zip(one.tobytes(), other.tobytes(), strict=True)
    return sum(abs(left - right) for left, right in pairs) / (_SIDE * _SIDE * 3)


@pytest.mark.parametrize("face", Face)
def test_paper_and_screen_show_the_same_face(face: Face) -> None:
    assert difference(on_paper(face), on_screen(face)) < 2
    assert difference(on_paper(face, is_right_to_left=True), on_screen(face)) < 2


def test_no_two_faces_look_alike_without_colour() -> None:
    """In grey they still differ, also where the ground is as light: in eyes, mouth, brows or tear."""
    grey = [on_screen(face).convert("L").convert("RGB") for face in Face]
    for number, one in enumerate(grey):
        for other in grey[number + 1 :]:
            assert difference(one, other) > 3
