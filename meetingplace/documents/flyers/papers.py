"""The papers that flyers come on.

ISO papers are similar to each other: a layout is drawn once, in the mm of its design paper, and enlarged. Only type is
chosen for each paper (`roles_on`): what is read in the hand need not grow as the paper does.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from meetingplace.documents.paper import Format


class Paper(Enum):
    """What comes out of the printer: its name, and its width and height in mm."""

    A4 = "a4"
    A5 = "a5"
    A3 = "a3"
    A6X4 = "a6x4"  # four cards on an A4
    A4_LANDSCAPE = "a4-landscape"
    A3_LANDSCAPE = "a3-landscape"

    @property
    def size(self) -> tuple[float, float]:
        """Give width and height in mm."""
        return _SIZES[self]

    @property
    def is_wide(self) -> bool:
        """Tell whether it lies on its side."""
        return self.size[0] > self.size[1]


_SIZES = {
    Paper.A4: (210.0, 297.0),
    Paper.A5: (148.0, 210.0),
    Paper.A3: (297.0, 420.0),
    Paper.A6X4: (210.0, 297.0),
    Paper.A4_LANDSCAPE: (297.0, 210.0),
    Paper.A3_LANDSCAPE: (420.0, 297.0),
}


@dataclass(frozen=True)
class Design:
    """What a layout is drawn on: the paper of its lengths, and its half module in mm, the side of a tile."""

    format: Format
    half: float
    parts: int = 1  # how often it stands on a page

    def on(self, paper: Paper) -> tuple[Format, float]:
        """Give the page in the mm of the design, and how many times as large the paper is."""
        if self.parts > 1:
            return self.format, 1.0
        width, height = paper.size
        enlarged = width / self.format.width
        return Format(self.format.width, height / enlarged, self.format.side, self.format.top), enlarged


DESIGNS = {
    "a4": Design(Format(210, 297, 12, 11), 15.5),
    "a4-landscape": Design(Format(297, 210, 12, 11), 15.167),
    "a6": Design(Format(105, 148.5, 8, 8), 14.833, parts=4),
}
