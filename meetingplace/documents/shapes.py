"""Shapes on a page, in millimetres from its top and from the start side; mirrored on right-to-left paper.

All of them are decoration in the PDF: never read aloud.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from meetingplace.documents import fonts
from meetingplace.documents.moods import WHITE, Colour
from meetingplace.documents.operators import artifact, digits, filled, frame_path, outlined

MM = 72 / 25.4  # pt in a millimetre


@dataclass(frozen=True)
class Format:
    """A size of paper in mm, with its white margins at the sides and at the top."""

    width: float
    height: float
    side: float
    top: float

    @property
    def content(self) -> float:
        """Width between the margins in mm."""
        return self.width - 2 * self.side


A4 = Format(210, 297, 12, 11)
A5 = Format(148, 210, 9, 8)
A4_WIDE = Format(297, 210, 10, 7)
A3_WIDE = Format(420, 297, 14, 10)


class Shapes:
    """What can be drawn on a page of a format: all x are mm from the start side of the content, all y from the top."""

    format: Format
    is_right_to_left: bool
    _write: Callable[[str], object]

    # --- places

    def left(self, x: float, width: float) -> float:
        """Give the left edge in pt of something that begins `x` mm from the start side and is `width` mm wide."""
        from_left = self.format.content - x - width if self.is_right_to_left else x
        return (self.format.side + from_left) * MM

    def bottom(self, y: float, height: float = 0.0) -> float:
        """Give the lower edge in pt of something `height` mm high whose top is `y` mm from the top of the page."""
        return (self.format.height - y - height) * MM

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float, radius: float) -> Iterator[None]:
        """Draw only within a rounded frame."""
        self._write(f"q {self._rounded(x, y, width, height, radius)} W n")
        yield
        self._write("Q")

    @contextmanager
    def part(self, x: float, y: float, format_: Format) -> Iterator[None]:
        """Draw on a part of the page as if it were a page of its own, its top left corner at (x, y) mm."""
        page, self.format = self.format, format_
        up = page.height - y - format_.height
        self._write(f"q 1 0 0 1 {digits(x * MM)} {digits(up * MM)} cm")
        yield
        self._write("Q")
        self.format = page

    # --- shapes

    def panel(self, x: float, y: float, width: float, height: float, fill: Colour, radius: float = 0.0) -> None:
        """Fill a (rounded) rectangle."""
        self._mark(f"{filled(fill)} {self._rounded(x, y, width, height, radius)} f")

    def frame(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        stroke: Colour,
        radius: float = 0.0,
        thickness: float = 0.3,
    ) -> None:
        """Outline a (rounded) rectangle, white inside."""
        path = self._rounded(x, y, width, height, radius)
        self._mark(f"{filled(WHITE)} {outlined(stroke)} {digits(thickness * MM)} w {path} B")

    def disc(self, x: float, y: float, diameter: float, fill: Colour) -> None:
        """Fill a circle in the square at (x, y)."""
        self.panel(x, y, diameter, diameter, fill, diameter / 2)

    def dashed_frame(
        self, x: float, y: float, width: float, height: float, stroke: Colour, radius: float, thickness: float = 0.25
    ) -> None:
        """Outline a rounded rectangle by dashes: a place for something that is still to come."""
        path = self._rounded(x, y, width, height, radius)
        self._mark(f"q {outlined(stroke)} {digits(thickness * MM)} w [2 1.4] 0 d {path} S Q")

    def dashed_circle(self, x: float, y: float, diameter: float, stroke: Colour, thickness: float = 0.25) -> None:
        """Outline a circle by dashes: a place for a picture or a dot that is still to be chosen."""
        self.dashed_frame(x, y, diameter, diameter, stroke, diameter / 2, thickness)

    def rule(self, x: float, y: float, width: float, stroke: Colour, thickness: float = 0.3) -> None:
        """Draw a horizontal hairline."""
        left, height = self.left(x, width), self.bottom(y)
        end = left + width * MM
        self._stroke(left, height, end, height, stroke, thickness)

    def divider(self, x: float, y: float, height: float, stroke: Colour, thickness: float = 0.3) -> None:
        """Draw a vertical hairline."""
        left, top, foot = self.left(x, 0), self.bottom(y), self.bottom(y, height)
        self._stroke(left, top, left, foot, stroke, thickness)

    def shape(self, x: float, y: float, width: float, height: float, fill: Colour, path: str) -> None:
        """Fill a path given in a box of 1 x 1 with y upwards; right-to-left paper shows its mirror image."""
        left, foot = self.left(x, width), self.bottom(y, height)
        across = f"{digits(width * MM)} 0 0"
        if self.is_right_to_left:
            left, across = left + width * MM, f"{digits(-width * MM)} 0 0"
        self._mark(f"q {filled(fill)} {across} {digits(height * MM)} {digits(left)} {digits(foot)} cm {path} f Q")

    def pictogram(self, name: str, x: float, y: float, size: float, fill: Colour) -> None:
        """Draw a pictogram in a square of `size` mm; its glyph is never mirrored."""
        drawn = fonts.outline(name)
        # the icon font leaves its own air around each glyph: stand in the middle by what is seen
        side = size * MM
        left = self.left(x, size) + side * (0.5 - drawn.left - drawn.width / 2)
        foot = self.bottom(y, size) + side * (0.5 - drawn.bottom - drawn.height / 2)
        place = f"{digits(side)} 0 0 {digits(side)} {digits(left)} {digits(foot)} cm"
        self._mark(f"q {filled(fill)} {place} {drawn.path} f Q")

    def drawing(self, shapes: str, x: float, y: float, size: float) -> None:
        """Draw ready shapes of a box of 1 x 1 with y upwards, in their own colours and never mirrored."""
        side, left, foot = digits(size * MM), digits(self.left(x, size)), digits(self.bottom(y, size))
        self._mark(f"q {side} 0 0 {side} {left} {foot} cm {shapes} Q")

    # --- pieces of PDF

    def _mark(self, drawing: str) -> None:
        self._write(artifact(drawing))

    def _stroke(self, x: float, y: float, to_x: float, to_y: float, colour: Colour, thickness: float) -> None:
        path = f"{digits(x)} {digits(y)} m {digits(to_x)} {digits(to_y)} l"
        self._mark(f"{outlined(colour)} {digits(thickness * MM)} w {path} S")

    def _rounded(self, x: float, y: float, width: float, height: float, radius: float) -> str:
        return frame_path(self.left(x, width), self.bottom(y, height), width * MM, height * MM, radius * MM)
