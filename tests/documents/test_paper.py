"""The page: places in mm from the start side, mirrored; pictures read or refused; PDF to PNG."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image

from meetingplace.documents import photos, pictures
from meetingplace.documents.moods import WHITE, Mood, palette
from meetingplace.documents.paper import A4, MM, Sheet
from meetingplace.domain.refusals import Reason, Refused

from .examples import picture


def sheet(*, is_right_to_left: bool = False) -> Sheet:
    return Sheet(A4, palette(Mood.PARK), title="Proef", language="nl", is_right_to_left=is_right_to_left)


def test_places_are_mirrored_from_the_start_side() -> None:
    # A4 is 210 wide with margins of 12: content from 12 to 198
    assert sheet().left(0, 10) == pytest.approx(12 * MM)
    assert sheet(is_right_to_left=True).left(0, 10) == pytest.approx(188 * MM)
    assert sheet(is_right_to_left=True).left(176, 10) == pytest.approx(12 * MM)


def test_title_and_language_stand_in_the_file() -> None:
    pdf = sheet().finished()
    assert b"/Title (Proef)" in pdf
    assert b"/Lang (nl)" in pdf
    assert b"Helvetica" not in pdf


def pixel(pdf: bytes, x: float, y: float) -> tuple[int, int, int]:
    """Give the colour of a page at a point in mm from its left and top edge."""
    image = Image.open(io.BytesIO(pictures.png(pdf, 420)))
    return image.getpixel((round(x * 2), round(y * 2)))


def test_shapes_stand_where_they_were_asked_for() -> None:
    page = sheet(is_right_to_left=True)
    page.panel(0, 20, 30, 10, page.palette.deep)
    pdf = page.finished()
    assert pixel(pdf, 190, 25) == (0x0B, 0x5A, 0x4C)
    assert pixel(pdf, 160, 25) == (255, 255, 255)


def test_pictograms_are_not_mirrored() -> None:
    drawn = []
    for is_right_to_left in (False, True):
        page = sheet(is_right_to_left=is_right_to_left)
        page.pictogram("phone", 88, 100, 10, page.palette.ink)
        drawn.append(pictures.png(page.finished(), 420))
    assert drawn[0] == drawn[1]


def test_a_picture_is_cropped_in_its_middle() -> None:
    wide = Image.new("RGB", (300, 100), "#FF0000")
    wide.paste("#0000FF", (100, 0, 200, 100))
    made = io.BytesIO()
    wide.save(made, "PNG")
    page = sheet()
    page.picture(made.getvalue(), 0, 20, 40, 40)
    red, _green, blue = pixel(page.finished(), 14, 40)
    assert blue > 200
    assert red < 60


@pytest.mark.parametrize("content", [b"", b"no picture", picture()[:200], b"%PDF-1.4"])
def test_a_broken_picture_is_refused(content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        photos.photo(content, 100, 50)
    assert refused.value.reason is Reason.PICTURE_UNREADABLE
    with pytest.raises(Refused):
        photos.logo(content, 11.5)


def test_a_photo_from_a_phone_is_made_no_finer_than_paper_shows() -> None:
    made = Image.open(io.BytesIO(photos.photo(picture(size=(6000, 4000)), 124, 77.5)))
    assert made.width == round(124 * 250 / 25.4)


def test_a_photo_is_turned_upright() -> None:
    lying = Image.new("RGB", (40, 20), "#FF0000")
    lying.paste("#0000FF", (0, 0, 20, 20))
    turned = Image.Exif()
    turned[0x0112] = 6  # the camera was held upright: turn by a quarter to the right
    made = io.BytesIO()
    lying.save(made, "JPEG", exif=turned, quality=95)
    seen = Image.open(io.BytesIO(photos.photo(made.getvalue(), 20, 40)))
    assert seen.getpixel((seen.width // 2, 2))[2] > 200


def test_png_has_the_asked_width_and_pages_are_counted() -> None:
    page = sheet()
    page.next_page()
    page.panel(0, 0, 10, 10, WHITE)
    pdf = page.finished()
    image = Image.open(io.BytesIO(pictures.png(pdf, 1080)))
    assert (image.size, image.mode) == ((1080, 1527), "RGB")
    assert pictures.page_count(pdf) == 2


def test_qpdf_finds_nothing_to_complain_about() -> None:
    page = sheet()
    page.pictogram("duck", 0, 30, 10, page.palette.deep)
    with pikepdf.open(io.BytesIO(page.finished())) as document:  # qpdf, as a library
        assert document.check_pdf_syntax() == []
