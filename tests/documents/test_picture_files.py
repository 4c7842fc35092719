"""Pictures and drawings that somebody chose: made ready, or refused for a reason; nothing outside the file is read."""

from __future__ import annotations

import base64
import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from meetingplace.documents.picture_files import MOST_BYTES, made_ready
from meetingplace.domain.refusals import Reason, Refused

RED, BLUE = (255, 0, 0), (0, 0, 255)
ORIENTATION, GPS = 0x112, 0x8825  # of EXIF
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 300 200">{}</svg>'
)


def photo(width: int, height: int, kind: str = "JPEG", mode: str = "RGB", **how: object) -> bytes:
    """Make a photo, its left half red, its right half blue."""
    picture = Image.new("RGB", (width, height), BLUE)
    picture.paste(RED, (0, 0, width // 2, height))
    made = io.BytesIO()
    picture.convert(mode).save(made, kind, **how)
    return made.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def is_near(dot: object, colour: tuple[int, int, int]) -> bool:
    return isinstance(dot, tuple) and all(abs(one - other) < 12 for one, other in zip(dot, colour, strict=True))


def refused(content: bytes) -> Refused:
    with pytest.raises(Refused) as why:
        made_ready(content, 300)
    return why.value


def test_a_photo_is_set_upright_and_says_nothing_of_who_took_it_where() -> None:
    taken = Image.Exif()
    taken[ORIENTATION] = 6  # the camera was held a quarter turn: what was left is above
    taken[GPS] = {1: "N", 2: (50.0, 52.0, 0.0)}
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    ready = made_ready(photo(600, 400, exif=taken, comment=b"Nele", icc_profile=profile), 300)
    assert (ready.width, ready.height) == (200, 300)
    upright = opened(ready.content)
    assert upright.size == (200, 300)
    assert is_near(upright.getpixel((100, 20)), RED)
    assert is_near(upright.getpixel((100, 280)), BLUE)
    assert not set(upright.info) & {"exif", "icc_profile", "comment"}
    assert b"Nele" not in ready.content
    assert opened(ready.small).size == (160, 240)


def test_a_photo_is_never_made_larger() -> None:
    assert made_ready(photo(60, 40), 300).width == 60


def test_a_photo_of_sixty_million_dots_is_read_coarser_and_anything_else_that_large_is_refused() -> None:
    ready = made_ready(photo(9_000, 6_700), 300)
    assert (ready.width, ready.height) == (300, 223)
    for other in (photo(9_000, 6_700, progressive=True), photo(9_000, 6_700, "PNG", "L")):
        assert refused(other).reason is Reason.PICTURE_TOO_FINE
    assert refused(other).facts == {"limit": 40}


def test_what_claims_to_be_endless_is_refused_before_it_is_read() -> None:
    def part(kind: bytes, said: bytes) -> bytes:
        return struct.pack(">I", len(said)) + kind + said + struct.pack(">I", zlib.crc32(kind + said))

    head = part(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0))
    endless = b"\x89PNG\r\n\x1a\n" + head + part(b"IDAT", zlib.compress(b"\0" * 100)) + part(b"IEND", b"")
    assert refused(endless).reason is Reason.PICTURE_TOO_FINE
    inside = SVG.format(f'<image href="data:image/png;base64,{base64.b64encode(endless).decode()}"/>')
    assert refused(inside.encode()).reason is Reason.PICTURE_TOO_FINE


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a", b"\xff\xd8\xff\xe0 nothing", photo(300, 200)[:900], b"<html></html>", b"<svg", b"\xff\xfe<\0s\0"],
    ids=["empty", "another kind", "only begun", "cut off", "a page of the web", "half a drawing", "half a letter"],
)
def test_a_broken_file_is_refused(content: bytes) -> None:
    assert refused(content).reason is Reason.PICTURE_UNREADABLE


def test_a_file_that_is_too_large_is_refused() -> None:
    assert refused(photo(300, 200) + bytes(MOST_BYTES)).facts == {"limit": 40}


def test_transparency_stays_and_glass_that_hides_nothing_goes() -> None:
    made = io.BytesIO()
    glass = Image.new("RGBA", (30, 20), (0, 0, 0, 0))
    glass.paste((*RED, 255), (0, 0, 15, 20))
    glass.save(made, "PNG")
    kept = opened(made_ready(made.getvalue(), 300).content)
    assert (kept.format, kept.getpixel((20, 5)), kept.getpixel((5, 5))) == ("PNG", (0, 0, 0, 0), (*RED, 255))
    assert opened(made_ready(photo(30, 20, "PNG", "RGBA"), 300).content).mode == "RGB"


@pytest.mark.parametrize("mode", ["CMYK", "L"])
def test_colours_of_magazines_and_grey_become_those_of_a_screen(mode: str) -> None:
    ready = opened(made_ready(photo(30, 20, mode=mode), 300).content)
    assert ready.mode == "RGB"


def test_sixteen_bits_stay_the_same_grey() -> None:
    made = io.BytesIO()
    Image.new("I;16", (30, 20), 50_000).save(made, "PNG")
    assert is_near(opened(made_ready(made.getvalue(), 300).content).getpixel((5, 5)), (195, 195, 195))


def test_a_drawing_is_drawn_as_large_as_asked() -> None:
    half = '<rect width="150" height="200" fill="#ff0000"/><rect x="150" width="150" height="200" fill="#0000ff"/>'
    ready = made_ready(SVG.format(half).encode(), 600)
    assert (ready.width, ready.height) == (600, 400)
    drawn = opened(ready.content)
    assert is_near(drawn.getpixel((100, 200)), RED)
    assert is_near(drawn.getpixel((500, 200)), BLUE)


def test_a_drawing_says_its_size_in_millimetres_too() -> None:
    page = b'<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm"><rect width="99" height="99"/></svg>'
    ready = made_ready(page, 297)
    assert (ready.width, ready.height) == (210, 297)


def test_letters_of_a_drawing_that_are_not_on_this_pc_are_drawn_in_ours() -> None:
    said = SVG.format('<text x="20" y="150" font-family="Nowhere Sans" font-size="90">Huis</text>')
    alpha = opened(made_ready(said.encode(), 300).content).getchannel("A")
    assert alpha.getextrema() == (0, 255)


def test_a_photo_inside_a_drawing_is_drawn() -> None:
    inside = base64.b64encode(photo(30, 20, "PNG")).decode()
    drawing = SVG.format(f'<image href="data:image/png;base64,{inside}" width="300" height="200"/>')
    assert is_near(opened(made_ready(drawing.encode(), 300).content).getpixel((50, 100)), RED)


def test_a_drawing_with_a_doctype_and_a_link_is_plain() -> None:
    kind = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    link = '<a href="https://kersenhof.example"><rect width="300" height="200" fill="#ff0000"/></a>'
    assert is_near(opened(made_ready((kind + SVG.format(link)).encode(), 300).content).getpixel((9, 9)), RED)


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="{file}"/>',
        '<image xlink:href="{file}"/>',
        '<image href="http://kersenhof.example/a.png"/>',
        '<use href="other.svg#a"/>',
        '<rect fill="url(http://kersenhof.example/a#b)"/>',
        "<rect style=\"fill: url( 'a.svg#b' )\"/>",
        "<style>@import 'a.css';</style>",
        "<style>@font-face { src: url(file:///a.ttf) }</style>",
    ],
)
def test_a_drawing_that_reaches_out_is_refused_and_what_it_names_is_not_read(inside: str, tmp_path: Path) -> None:
    beside = tmp_path / "beside.png"
    beside.write_bytes(photo(30, 20, "PNG"))
    said = SVG.format(inside.replace("{file}", str(beside)))
    assert refused(said.encode()).reason is Reason.DRAWING_REACHES_OUT


def test_a_sheet_of_styles_beside_a_drawing_is_refused() -> None:
    said = '<?xml-stylesheet href="a.css"?>' + SVG.format("<g/>")
    assert refused(said.encode()).reason is Reason.DRAWING_REACHES_OUT


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onload="alert(1)"/>',
        "<foreignObject/>",
        '<filter id="a"/>',
        '<rect filter="blur(9)"/>',
        '<rect style="fill:red;filter:blur(9)"/>',
        "<style>rect { filter: blur(9) }</style>",
        '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
        "<g>" * 60 + "</g>" * 60,
        "<g/>" * 60_000,
    ],
    ids=lambda said: said[:30],
)
def test_a_drawing_with_more_than_shapes_is_refused(inside: str) -> None:
    assert refused(SVG.format(inside).encode()).reason is Reason.DRAWING_NOT_PLAIN


def test_a_billion_laughs_are_not_laughed() -> None:
    laughs = "".join(
        f'<!ENTITY {name} "{10 * f"&{before};"}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    said = f'<!DOCTYPE svg [<!ENTITY a "ha">{laughs}]>' + SVG.format("<text>&i;</text>")
    assert refused(said.encode()).reason is Reason.DRAWING_NOT_PLAIN


@pytest.mark.parametrize("size", ['viewBox="0 0 1 100000"', "", 'viewBox="0 0 nan 1"', 'width="100%" height="100%"'])
def test_a_drawing_without_a_size_that_fits_a_frame_is_refused(size: str) -> None:
    said = f'<svg xmlns="http://www.w3.org/2000/svg" {size}/>'
    assert refused(said.encode()).reason is Reason.PICTURE_UNREADABLE


def test_parts_that_repeat_each_other_without_end_are_refused() -> None:
    again = '<use href="#g{}"/>'
    parts = "".join(f'<g id="g{step + 1}">{10 * again.format(step)}</g>' for step in range(8))
    said = SVG.format(f'<defs><g id="g0"><rect width="1" height="1"/></g>{parts}</defs><use href="#g8"/>')
    assert refused(said.encode()).reason is Reason.PICTURE_UNREADABLE
