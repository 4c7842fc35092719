"""Photos and logos made ready for paper: upright, cropped, no more dots than a printer shows.

Pillow (of reportlab) lives here.
"""

from __future__ import annotations

import io
import warnings
from functools import lru_cache

from PIL import Image, ImageOps, UnidentifiedImageError

from meetingplace.domain.refusals import Reason, Refused

_DOTS = 250 / 25.4  # in a millimetre: what office printers and eyes still tell apart
_MOST_PIXELS = 80_000_000
_FACES = 0.36  # of what is cut away above and below: so much above


@lru_cache(maxsize=8)
def photo(content: bytes, width: float, height: float, *, is_grey: bool = False) -> bytes:
    """Crop a photo to a frame in mm and give it as JPEG: in the middle, and of what is high rather the upper part.

    Faces are there. Refuses PICTURE_UNREADABLE.
    """
    image = _opened(content)
    if image.mode in ("RGBA", "LA", "P", "PA"):
        seen = image.convert("RGBA")
        paper = Image.new("RGBA", seen.size, "white")
        image = Image.alpha_composite(paper, seen)
    scale = max(width / image.width, height / image.height)
    across = min(round(width * _DOTS), max(1, round(width / scale)))
    size = (across, max(1, round(across * height / width)))
    seen = image.convert("L" if is_grey else "RGB")
    cropped = ImageOps.fit(seen, size, Image.Resampling.LANCZOS, centering=(0.5, _FACES))
    made = io.BytesIO()
    cropped.save(made, "JPEG", quality=88)
    return made.getvalue()


@lru_cache(maxsize=16)
def logo(content: bytes, height: float, *, is_grey: bool = False) -> tuple[bytes, float]:
    """Make a logo no finer than paper of a height in mm shows; gives PNG and width ÷ height.

    Refuses PICTURE_UNREADABLE.
    """
    image = _opened(content).convert("RGBA")
    if is_grey:
        image = image.convert("LA")
    image.thumbnail((4 * round(height * _DOTS * 2), round(height * _DOTS * 2)), Image.Resampling.LANCZOS)
    made = io.BytesIO()
    image.save(made, "PNG")
    return made.getvalue(), image.width / image.height


def _opened(content: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(content))
            if image.width * image.height > _MOST_PIXELS:
                raise Refused(Reason.PICTURE_UNREADABLE)
            return ImageOps.exif_transpose(image)
    except (
        OSError, ValueError, SyntaxError, TypeError, UnidentifiedImageError, Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:  # fmt: skip
        raise Refused(Reason.PICTURE_UNREADABLE) from error
