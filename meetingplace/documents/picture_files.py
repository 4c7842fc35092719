"""A picture that somebody chose, made ready once: upright, no finer than paper shows, without metadata."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from typing import TYPE_CHECKING

from meetingplace.documents import drawings
from meetingplace.domain.flyer_pictures import ReadyPicture
from meetingplace.domain.refusals import Reason, Refused

if TYPE_CHECKING:
    from PIL import Image

PICTURE, LOGO = (
    2_400,
    1_200,
)  # px of the long side: a photo over the whole of an A4, a logo as large as any paper has it
MOST_BYTES = 40_000_000
_SMALL = 240  # px of the long side
_MOST_DOTS = 40_000_000  # of what must be read whole: 160 MB
_MOST_DOTS_COARSE = 150_000_000  # of a JPEG that can be read coarser, strip by strip
_BROKEN = (OSError, ValueError, SyntaxError, TypeError, EOFError, struct.error, zlib.error)


def made_ready(content: bytes, longest: int) -> ReadyPicture:
    """Make a JPEG, PNG or SVG ready, at most so many pixels on its long side.

    Refuses PICTURE_UNREADABLE, PICTURE_FILE_TOO_LARGE (limit in MB), PICTURE_TOO_FINE (limit in millions of dots), and
    of a drawing DRAWING_REACHES_OUT and DRAWING_NOT_PLAIN.
    """
    if len(content) > MOST_BYTES:
        raise Refused(Reason.PICTURE_FILE_TOO_LARGE, limit=MOST_BYTES // 1_000_000)
    from PIL.Image import Resampling  # noqa: PLC0415 (only a new picture loads it)

    is_drawing = drawings.is_drawing(content)
    picture = drawings.drawn(content, longest) if is_drawing else _photo(content, longest)
    picture = _without_empty_glass(picture)
    picture.thumbnail((longest, longest), Resampling.LANCZOS)
    small = picture.copy()
    small.thumbnail((_SMALL, _SMALL), Resampling.LANCZOS)
    is_flat = is_drawing or content.startswith(b"\x89PNG")
    return ReadyPicture(_packed(picture, is_flat), _packed_small(small), *picture.size)


def _photo(content: bytes, longest: int) -> Image.Image:
    """Open a photo, upright and in the colours of a screen; a large JPEG is read coarser."""
    from PIL import Image, ImageOps  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limits here are stricter
            photo = Image.open(io.BytesIO(content), formats=("JPEG", "PNG"))
        _must_fit(photo)
        photo.draft(None, (longest, longest))
        return _in_usual_colours(ImageOps.exif_transpose(photo))
    except Image.DecompressionBombError as error:
        raise Refused(Reason.PICTURE_TOO_FINE, limit=_MOST_DOTS // 1_000_000) from error
    except _BROKEN as error:
        raise Refused(Reason.PICTURE_UNREADABLE) from error


def _must_fit(photo: Image.Image) -> None:
    """Refuse PICTURE_TOO_FINE; a progressive JPEG keeps all of itself in memory, however coarse it is read."""
    is_coarse = photo.format in ("JPEG", "MPO") and not photo.info.get("progressive")
    if photo.width * photo.height > (_MOST_DOTS_COARSE if is_coarse else _MOST_DOTS):
        raise Refused(Reason.PICTURE_TOO_FINE, limit=_MOST_DOTS // 1_000_000)


def _in_usual_colours(photo: Image.Image) -> Image.Image:
    """Give the photo in sRGB: phones write wider colours, printers of magazines cyan, magenta, yellow and black."""
    from PIL import ImageCms  # noqa: PLC0415

    if photo.mode.startswith("I;16"):
        photo = photo.point(lambda value: value / 256).convert("L")
    profile = photo.info.get("icc_profile")
    if profile and photo.mode in ("RGB", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            seen = ImageCms.profileToProfile(photo, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
            return seen or photo
        except (ImageCms.PyCMSError, OSError):
            pass  # a profile that says nothing: the colours as they are
    is_glass = photo.mode in ("RGBA", "LA", "PA") or "transparency" in photo.info
    return photo.convert("RGBA" if is_glass else "RGB")


def _without_empty_glass(picture: Image.Image) -> Image.Image:
    """Leave out a transparency that nothing is seen through, and everything that is no dot."""
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema() == (255, 255):
        picture = picture.convert("RGB")
    picture.info.clear()
    return picture


def _packed(picture: Image.Image, is_flat: bool) -> bytes:
    """Pack as PNG what has transparency, or few colours so that it is the smaller one; everything else as JPEG."""
    packed = [_saved(picture, "PNG")] if is_flat or picture.mode == "RGBA" else []
    if picture.mode != "RGBA":
        packed.append(_saved(picture, "JPEG", quality=90, optimize=True))
    return min(packed, key=len)


def _packed_small(small: Image.Image) -> bytes:
    from PIL.Image import Quantize  # noqa: PLC0415

    return _saved(small.quantize(128, Quantize.FASTOCTREE), "PNG")


def _saved(picture: Image.Image, kind: str, **how: int | bool) -> bytes:
    made = io.BytesIO()
    picture.save(made, kind, **how)
    return made.getvalue()
