"""All parts of the kit on one sheet, in every state: `meetingplace screenshots --screens parts`.

Its words are Dutch, as on the design's own sheet; no person who uses the program sees it.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QStyle, QStyleOptionButton, QVBoxLayout, QWidget

from meetingplace.domain.pictures import PICTURE_COLOURS, PICTURE_SHAPES, Picture
from meetingplace.domain.sessions import Function
from meetingplace.ui.kit.buttons import Segment, Stepper
from meetingplace.ui.kit.cards import Card, Chip, EmptyState, label
from meetingplace.ui.kit.fields import Field, SearchField, line_edit
from meetingplace.ui.kit.focus import draw_ring
from meetingplace.ui.kit.layouts import Flow, column, row
from meetingplace.ui.kit.marks import CapacityBlocks, FunctionWord, family_picture, program_mark
from meetingplace.ui.kit.theme import Theme
from meetingplace.ui.kit.tiles import LEAST_WIDTH, TileLook, TileState, paint_tile, tile_height
from meetingplace.ui.kit.toast import Toast

_STATES = {
    "gewoon": QStyle.StateFlag.State_Enabled,
    "wijs aan": QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_MouseOver,
    "ingedrukt": QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Sunken,
    "uit": QStyle.StateFlag.State_None,
    "focus": QStyle.StateFlag.State_Enabled,
}


class PosedButton(QWidget):
    """A button that is drawn in a state without being in it."""

    def __init__(self, text: str, kind: str, state: str, theme: Theme) -> None:
        """Pose one button."""
        super().__init__()
        self._theme, self._state = theme, state
        self._model = QPushButton(text, self)
        self._model.setProperty("kind", kind)
        self._model.setAccessibleName(f"{text}, {state}")
        self._model.setEnabled(state != "uit")
        self._model.hide()
        self.setFixedSize(theme.px(104) + 10, theme.height(44) + 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button in its state, with the ring when that is the focus."""
        option = QStyleOptionButton()
        self._model.ensurePolished()
        self._model.initStyleOption(option)
        option.rect = self.rect().adjusted(5, 5, -5, -5)
        option.state = _STATES[self._state]
        if self._state != "ingedrukt":
            option.state |= QStyle.StateFlag.State_Raised
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self._model)
        if self._state == "focus":
            draw_ring(painter, QRectF(option.rect), 10, self._theme.colour("focus"), self._theme.ring)
        painter.end()


class PosedTile(QWidget):
    """One tile in a state."""

    def __init__(self, look: TileLook, has_ring: bool) -> None:
        """Pose one tile, with room for its ring."""
        super().__init__()
        self._look, self._has_ring = look, has_ring
        self.setMinimumSize(LEAST_WIDTH + 10, tile_height(look, LEAST_WIDTH) + 10)
        self.setAccessibleName(look.name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_tile(painter, QRectF(self.rect()).adjusted(5, 5, -5, -5), self._look, has_ring=self._has_ring)
        painter.end()


class PartsSheet(QWidget):
    """The sheet; it is dressed like the program."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the two columns of the design's sheet."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("ground", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left = column(
            self._section("Knoppen"), self._buttons(), self._section("Veld, keuze, teller"), self._fields(),
            self._counters(), self._section("Tegel"), self._tiles(), None, spacing=8,
        )  # fmt: skip
        right = column(
            self._section("Prenten: 40 vormen"), self._pictures(), self._section("… in 8 kleuren"), self._colours(),
            self._section("Merkjes"), self._chips(), self._section("Kaart"), self._cards(), None, spacing=8,
        )  # fmt: skip
        sides = row(left, right, spacing=40)
        sides.setStretch(0, 690)
        sides.setStretch(1, 572)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(32, 26, 32, 24)
        whole.setSpacing(10)
        head = row(
            program_mark(40, self), label("Meetingplace", "title"), label("onderdelen en hun toestanden", "lead"), None
        )
        whole.addLayout(head)
        whole.addLayout(sides, 1)
        self._toast = toast = Toast("Maak ongedaan", "Sluit", self)
        toast.lie_over(lambda: QRect(32, 0, round((self.width() - 104) * 0.547), self.height() - 50))
        toast.say("Maan is binnen: mama en 2 kinderen", lambda: None, "Pas aan", lambda: None, strong="Maan")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the toast in its lane."""
        super().resizeEvent(event)
        self._toast.place()

    def _section(self, text: str) -> QLabel:
        return label(text, "section")

    def _buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(4)
        for at, state in enumerate(_STATES, 1):
            grid.addWidget(label(state, "small"), 0, at)
        rows = (("hoofd", "primary", "Druk af"), ("rustig", "quiet", "Wijzig"), ("gevaar", "danger", "Vergeet…"))
        for line, (word, kind, text) in enumerate(rows, 1):
            grid.addWidget(label(word, "strong"), line, 0)
            grid.setColumnMinimumWidth(0, 88)
            for at, state in enumerate(_STATES, 1):
                grid.addWidget(PosedButton(text, kind, state, self._theme), line, at)
        grid.setColumnStretch(6, 1)
        return grid

    def _fields(self) -> QFrame:
        frame = QFrame()
        wrong = Field("", line_edit("25:00"))
        wrong.show_wrong("Kies een uur tot 23:59")
        full = SearchField("Zoek")
        full.setText("sl")
        fields = row()
        for field in (Field("", SearchField("Zoek"), "leeg"), Field("", full, "gevuld"), wrong):
            fields.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        frame.setLayout(fields)
        return frame

    def _counters(self) -> QFrame:
        frame = QFrame()
        empty, filled = Stepper("", "min", "plus"), Stepper("", "min", "plus")
        filled.show_number(3)
        blocks = CapacityBlocks("kinderen")
        blocks.show_filled(6, 10)
        blocks.setMinimumWidth(140)
        number = label("14", "counter")
        segment = Segment((("m", "Maand"), ("w", "Week"), ("l", "Lijst")), "w", "Weergave")
        frame.setLayout(
            row(segment, 12, empty, 4, filled, 8, number, column(label("kinderen", "strong"), blocks, spacing=2), None)
        )
        return frame

    def _tiles(self) -> QWidget:
        snail = Picture("snail", 3)
        looks = [TileLook("Slak", "Türkçe", snail, state) for state in TileState]
        posed = [
            ("nog niet hier", looks[0], False),
            ("binnen", looks[1], False),
            ("focus", looks[0], True),
            ("vertrokken", looks[2], False),
        ]
        frame = QWidget()
        parts = [column(PosedTile(look, has_ring), label(word, "small"), spacing=0) for word, look, has_ring in posed]
        frame.setLayout(row(*parts, spacing=1))
        return frame

    def _pictures(self) -> QWidget:
        grid = QGridLayout()
        grid.setSpacing(8)
        for at, shape in enumerate(PICTURE_SHAPES):
            grid.addWidget(family_picture(Picture(shape, (at * 3) % 8), shape, 46), at // 10, at % 10)
        frame = QWidget()
        frame.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        return frame

    def _colours(self) -> QWidget:
        frame = QWidget()
        parts = [family_picture(Picture("snail", at), colour, 46) for at, colour in enumerate(PICTURE_COLOURS)]
        frame.setLayout(row(*parts, None, spacing=11))
        return frame

    def _chips(self) -> Flow:
        flow = Flow(spacing=9)
        chips: list[QWidget] = [
            Chip("9 gezinnen", "good"), Chip("16 dagen", "wait"), Chip("Gaat niet door", "stop"),
            Chip("over 20 minuten", "warm"),
        ]  # fmt: skip
        flow.replace(chips)
        return flow

    def _cards(self) -> QWidget:
        card = Card()
        for part in (
            label("Papa’s en blokken", "name"),
            label("14:00 tot 16:00", "soft"),
            FunctionWord(Function.PRACTICAL, "Praktisch"),
        ):
            card.body.addWidget(part)
        empty = EmptyState("Nog geen stemmen", "Hier komt wat ouders vertellen.", "Eerste stem", lambda: None)
        frame = QWidget()
        sides = row(card, empty)
        sides.setStretch(0, 1)
        sides.setStretch(1, 1)
        frame.setLayout(sides)
        return frame
