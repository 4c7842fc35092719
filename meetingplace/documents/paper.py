"""A page to draw on.

Millimetres from the top and from the start side, mirrored for right-to-left paper, written with reportlab.

Knows shapes, settings of text, pictograms and pictures; knows nothing of flyers or lists. Shapes are artifacts in the
PDF, each line of text carries its real text (ActualText), so that what is copied or read aloud is what was set.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from meetingplace.documents import fonts, photos
from meetingplace.documents.moods import WHITE, Colour, Palette
from meetingplace.documents.operators import Ink, artifact, digits, filled, frame_path, outlined, text_line
from meetingplace.documents.structure import FIGURE, PARAGRAPH, TITLE, Structure
from meetingplace.documents.typeset import Line, Setting

MM = 72 / 25.4  # pt in a millimetre

# reportlab's faces are shared by all documents of the process: one paper is written at a time
_pen = threading.RLock()


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


class Sheet:
    """One document being written: pages of one format.

    All x are mm from the start side of the content, all y mm from the page's top.
    """

    def __init__(
        self,
        format_: Format,
        palette: Palette,
        *,
        title: str,
        language: str,
        is_right_to_left: bool = False,
        enlarged: float = 1.0,
    ) -> None:
        """Begin a document; `title` and `language` tell a reader what is open and how to read it aloud.

        Enlarged, paper and all that stands on it are so many times as large: lengths and sizes of type stay as said.
        """
        from reportlab import rl_config  # noqa: PLC0415 (so heavy that only paper itself loads it)
        from reportlab.pdfbase.pdfdoc import PDFString  # noqa: PLC0415
        from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

        # its text armour of streams is slow and makes files a quarter larger; no printer has needed it for decades
        rl_config.useA85 = 0
        self.format = format_
        self.palette = palette
        self.is_right_to_left = is_right_to_left
        self.smallest = float("inf")  # pt: of the words to read, as far as whoever draws notes them
        self._file = io.BytesIO()
        size = (format_.width * MM * enlarged, format_.height * MM * enlarged)
        self._enlarged = enlarged
        self._canvas = Canvas(
            self._file,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=fonts.first_name(),
        )
        self._canvas.setTitle(title)
        self._canvas.setCreator("Meetingplace")
        self._canvas.setProducer("Meetingplace")
        self._canvas._doc.Catalog.Lang = PDFString(language)
        self._structure = Structure(title, language)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._begin_page()

    # --- the document

    def next_page(self, *, is_right_to_left: bool | None = None) -> None:
        """Finish this page and begin another, read in the given direction."""
        self._canvas.showPage()
        self._structure.next_page()
        self._begin_page()
        if is_right_to_left is not None:
            self.is_right_to_left = is_right_to_left

    def finished(self) -> bytes:
        """Finish the last page and give the PDF."""
        self._canvas.showPage()
        self._structure.attach(self._canvas._doc)
        self._canvas.save()
        return self._file.getvalue()

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

    def picture(
        self, content: bytes, x: float, y: float, width: float, height: float, *, described: str = ""
    ) -> None:
        """Fill a frame with a photo or drawing, cropped in the middle, never mirrored; refuses PICTURE_UNREADABLE.

        `described` says in Dutch what is to be seen, for who cannot see it; without it the picture is decoration.
        """
        from reportlab.lib.utils import ImageReader  # noqa: PLC0415

        image = ImageReader(io.BytesIO(photos.photo(content, width, height, is_grey=self.palette.is_grey)))
        begin = self._structure.begin(FIGURE, "nl", described) if described else "/Artifact BMC"
        self._write(f"{begin} q")
        self._canvas.drawImage(image, self.left(x, width), self.bottom(y, height), width * MM, height * MM)
        self._write("Q EMC")

    def logo(self, content: bytes, x: float, y: float, width: float, height: float) -> None:
        """Fit a logo whole into a frame, at its start side, never mirrored; refuses PICTURE_UNREADABLE."""
        from reportlab.lib.utils import ImageReader  # noqa: PLC0415

        drawn, ratio = photos.logo(content, height, is_grey=self.palette.is_grey)
        across = min(width, height * ratio)
        down = across / ratio
        self._write("/Artifact BMC q")
        self._canvas.drawImage(
            ImageReader(io.BytesIO(drawn)),
            self.left(x, across),
            self.bottom(y + (height - down) / 2, down),
            across * MM,
            down * MM,
            mask="auto",
        )
        self._write("Q EMC")

    # --- text

    def text(
        self,
        setting: Setting,
        x: float,
        y: float,
        width: float,
        colour: Colour,
        *,
        align: str = "start",
        language: str = "",
        accent: Colour | None = None,
    ) -> float:
        """Write a setting with the top of its first line at y, aligned in a column; gives the y under its last line.

        `accent` is the colour of what is accented in it.
        """
        ink = Ink(colour, accent or colour)
        if setting.is_empty:
            return y + setting.height / MM
        self._begin_text(setting, language)
        for number, line in enumerate(setting.lines):
            across = line.width * setting.size / MM
            offset = {"start": 0.0, "middle": (width - across) / 2, "end": width - across}[align]
            baseline = self.bottom(y) - number * setting.leading - setting.baseline
            self._line(line, setting, self.left(x + offset, across), baseline, ink, language)
        self._write("EMC")
        return y + setting.height / MM

    def turned_text(
        self, setting: Setting, x: float, y: float, degrees: float, colour: Colour, *, language: str = ""
    ) -> None:
        """Write a setting around the point (x, y), turned; the turn is mirrored on right-to-left paper."""
        if setting.is_empty:
            return
        turn = -degrees if self.is_right_to_left else degrees
        self._begin_text(setting, language)
        self._canvas.saveState()
        self._canvas.translate(self.left(x, 0), self.bottom(y))
        self._canvas.rotate(-turn)
        for number, line in enumerate(setting.lines):
            middle = (len(setting.lines) / 2 - number - 0.5) * setting.leading
            left, foot = -line.width * setting.size / 2, middle - 0.26 * setting.size
            self._line(line, setting, left, foot, Ink(colour, colour), language)
        self._canvas.restoreState()
        self._write("EMC")

    def _begin_text(self, setting: Setting, language: str) -> None:
        """Begin a piece of text in the structure of the document."""
        self._write(self._structure.begin(TITLE if setting.is_title else PARAGRAPH, language))

    def _line(self, line: Line, setting: Setting, left: float, baseline: float, ink: Ink, language: str) -> None:
        if line.text.strip():
            self._write(text_line(line, setting, left, baseline, ink, language, self._canvas._doc))

    # --- pieces of PDF

    def _begin_page(self) -> None:
        self._write = self._canvas._code.append
        if self._enlarged != 1.0:
            self._write(f"{digits(self._enlarged)} 0 0 {digits(self._enlarged)} 0 0 cm")

    def _mark(self, drawing: str) -> None:
        self._write(artifact(drawing))

    def _stroke(self, x: float, y: float, to_x: float, to_y: float, colour: Colour, thickness: float) -> None:
        path = f"{digits(x)} {digits(y)} m {digits(to_x)} {digits(to_y)} l"
        self._mark(f"{outlined(colour)} {digits(thickness * MM)} w {path} S")

    def _rounded(self, x: float, y: float, width: float, height: float, radius: float) -> str:
        return frame_path(self.left(x, width), self.bottom(y, height), width * MM, height * MM, radius * MM)


@contextmanager
def one_paper_at_a_time() -> Iterator[None]:
    """Hold the pen: documents of two threads are written one after the other."""
    with _pen:
        yield
