"""The five faces on paper: the same drawings as on the screen (`resources/faces`), written as shapes of a page.

They are SVG files of the simplest kind, a box of 100 x 100 with circles and paths of absolute M, L, C and Z, so that
whoever draws on a screen can hand them to Qt as they are.
"""

from __future__ import annotations

import re
from functools import cache
from xml.etree import ElementTree as Svg

from meetingplace import paths
from meetingplace.documents.moods import Colour
from meetingplace.documents.operators import circle_path, digits, filled, outlined
from meetingplace.documents.paper import Sheet
from meetingplace.domain.faces import Face

_SIDE = 100  # of the box of the files
_STEP = re.compile("([MLCZ])([^MLCZ]*)")
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def draw_face(sheet: Sheet, face: Face, x: float, y: float, size: float) -> None:
    """Draw a face in a square of `size` mm; it is never mirrored."""
    sheet.drawing(_shapes(face), x, y, size)


@cache
def _shapes(face: Face) -> str:
    root = Svg.parse(paths.resource("faces", f"{face.value}.svg")).getroot()  # noqa: S314 (a file of ours)
    return " ".join(_shape(dict(element.attrib)) for element in root)


def _shape(said: dict[str, str]) -> str:
    path = _path(said["d"]) if "d" in said else _circle(said)
    fill, stroke = said.get("fill", "none"), said.get("stroke", "none")
    words = [filled(Colour.of(fill))] if fill != "none" else []
    if stroke != "none":
        words += [outlined(Colour.of(stroke)), f"{digits(float(said['stroke-width']) / _SIDE)} w"]
        words += ["1 J"] if said.get("stroke-linecap") == "round" else []
    paint = ("B" if stroke != "none" else "f") if fill != "none" else "S"
    return f"q {' '.join(words)} {path} {paint} Q"


def _circle(said: dict[str, str]) -> str:
    x, y, radius = (float(said[name]) / _SIDE for name in ("cx", "cy", "r"))
    return circle_path(x, 1 - y, radius)


def _path(drawn: str) -> str:
    """Write "M 1 2 L 3 4" with the numbers before each operator, in a box of 1 x 1 with y upwards."""
    steps = []
    for operator, numbers in _STEP.findall(drawn):
        parts = [float(number) / _SIDE for number in numbers.split()]
        turned = [1 - part if place % 2 else part for place, part in enumerate(parts)]
        steps.append(" ".join([*(f"{part:.4f}" for part in turned), _OPERATORS[operator]]))
    return " ".join(steps)
