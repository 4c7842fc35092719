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

from meetingplace.documents import fonts, photos
from meetingplace.documents.moods import Colour, Palette
from meetingplace.documents.operators import Ink, digits, text_line
from meetingplace.documents.shapes import (
    A3_WIDE as A3_WIDE,
    A4 as A4,
    A4_WIDE as A4_WIDE,
    A5 as A5,
    MM as MM,
    Format as Format,
    Shapes,
)
from meetingplace.documents.structure import FIGURE, PARAGRAPH, TITLE, Structure
from meetingplace.documents.typeset import Line, Setting

# reportlab's faces are shared by all documents of the process: one paper is written at a time
_pen = threading.RLock()


class Sheet(Shapes):
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

    @contextmanager
    def part(self, x: float, y: float, format_: Format) -> Iterator[None]:
        """Draw on a part of the page as if it were a page of its own, read by itself, its top left corner at (x, y)."""
        self._structure.next_part()
        with super().part(x, y, format_):
            yield

    @contextmanager
    def reading(self, language: str) -> Iterator[None]:
        """Have what is written within read in one go, with all else of the page in its language, wherever it stands."""
        with self._structure.section(language):
            yield

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

    # --- pictures

    def picture(self, content: bytes, x: float, y: float, width: float, height: float, *, described: str = "") -> None:
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
        is_title: bool = False,
    ) -> float:
        """Write a setting with the top of its first line at y, aligned in a column; gives the y under its last line.

        `accent` is the colour of what is accented in it. It is read as a title where it is set or said to be one.
        """
        ink = Ink(colour, accent or colour)
        if setting.is_empty:
            return y + setting.height / MM
        self._begin_text(language, is_title=is_title or setting.is_title)
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
        self._begin_text(language, is_title=setting.is_title)
        self._canvas.saveState()
        self._canvas.translate(self.left(x, 0), self.bottom(y))
        self._canvas.rotate(-turn)
        for number, line in enumerate(setting.lines):
            middle = (len(setting.lines) / 2 - number - 0.5) * setting.leading
            left, foot = -line.width * setting.size / 2, middle - 0.26 * setting.size
            self._line(line, setting, left, foot, Ink(colour, colour), language)
        self._canvas.restoreState()
        self._write("EMC")

    def _begin_text(self, language: str, *, is_title: bool) -> None:
        """Begin a piece of text in the structure of the document."""
        self._write(self._structure.begin(TITLE if is_title else PARAGRAPH, language))

    def _line(self, line: Line, setting: Setting, left: float, baseline: float, ink: Ink, language: str) -> None:
        if line.text.strip():
            self._write(text_line(line, setting, left, baseline, ink, language, self._canvas._doc))

    def _begin_page(self) -> None:
        self._write = self._canvas._code.append
        if self._enlarged != 1.0:
            self._write(f"{digits(self._enlarged)} 0 0 {digits(self._enlarged)} 0 0 cm")


@contextmanager
def one_paper_at_a_time() -> Iterator[None]:
    """Hold the pen: documents of two threads are written one after the other."""
    with _pen:
        yield
