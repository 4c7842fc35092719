"""The tile of a family, for delegates: a card when not here; tint, border and check when in; a door when left."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from meetingplace.domain.pictures import Picture
from meetingplace.ui.kit.focus import draw_ring
from meetingplace.ui.kit.icons import draw_icon
from meetingplace.ui.kit.marks import paint_picture
from meetingplace.ui.kit.theme import current

LEAST_WIDTH, LEAST_HEIGHT, GAP = 164, 96, 12  # px at 100 %
_PICTURE, _PICTURE_AT, _TEXT_AT, _AFTER = 56, 13, 77, 12  # px from the edge of the tile
_SIGN, _UNDER_SIGN = 22, 34  # px: side of the check in the corner, and where words may stand under it
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)


class TileState(Enum):
    """Whether the family is there."""

    NOT_HERE = "not_here"
    IN = "in"
    LEFT = "left"


_DRESS = {
    TileState.NOT_HERE: ("card", "line"),
    TileState.IN: ("ptint", "primary"),
    TileState.LEFT: ("column", "line"),
}


@dataclass(frozen=True)
class TileLook:
    """What a tile shows."""

    name: str
    languages: str
    picture: Picture
    state: TileState = TileState.NOT_HERE


def tile_height(look: TileLook, width: int) -> int:
    """Give the height that a tile of a width needs: names wrap, they are never cut."""
    name, languages = _text_heights(look, width)
    over = _UNDER_SIGN if _meets_sign(look, width) else 14
    return max(LEAST_HEIGHT, round(name + languages) + over + 14)


def paint_tile(
    painter: QPainter, box: QRectF, look: TileLook, is_pointed_at: bool = False, has_ring: bool = False
) -> None:
    """Paint a tile; with the keyboard on it, the ring needs 5 px outside of the box."""
    theme = current()
    fill, edge = _DRESS[look.state]
    if is_pointed_at and look.state is TileState.NOT_HERE:
        fill = "column"
    width = 2 if look.state is TileState.IN else theme.hairline
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour(fill))
    painter.setPen(QPen(theme.colour(edge), width))
    painter.drawRoundedRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2), 10, 10)
    picture = QRectF(box.left() + _PICTURE_AT, box.center().y() - _PICTURE / 2, _PICTURE, _PICTURE)
    paint_picture(painter, picture, look.picture)
    _paint_words(painter, box, look)
    _paint_sign(painter, box, look.state)
    painter.restore()
    if has_ring:
        draw_ring(painter, box, 10, theme.colour("focus"), theme.ring)


def _meets_sign(look: TileLook, width: float) -> bool:
    """Tell whether the name is so wide that it must stand under the sign; it does so in every state, not to move."""
    room = max(60, round(width) - _TEXT_AT - _AFTER)
    name = current().metrics(17, 600).boundingRect(0, 0, room, 10_000, _WRAP, look.name)
    return name.width() > room - _SIGN


def _text_heights(look: TileLook, width: float) -> tuple[float, float]:
    theme = current()
    room = max(60, round(width) - _TEXT_AT - _AFTER)
    name = theme.metrics(17, 600).boundingRect(0, 0, room, 10_000, _WRAP, look.name).height()
    if not look.languages:
        return name, 0
    return name, theme.metrics(14).boundingRect(0, 0, room, 10_000, _WRAP, look.languages).height()


def _paint_words(painter: QPainter, box: QRectF, look: TileLook) -> None:
    theme = current()
    name, languages = _text_heights(look, box.width())
    left, room = box.left() + _TEXT_AT, max(60.0, box.width() - _TEXT_AT - _AFTER)
    top = box.center().y() - (name + languages) / 2
    if _meets_sign(look, box.width()):
        top = max(top, box.top() + _UNDER_SIGN)
    painter.setFont(theme.font(17, 600))
    painter.setPen(theme.colour("ink"))
    painter.drawText(QRectF(left, top, room, name), _WRAP, look.name)
    painter.setFont(theme.font(14))
    painter.setPen(theme.colour("soft" if look.state is not TileState.LEFT else "ink"))
    painter.drawText(QRectF(left, top + name, room, languages), _WRAP, look.languages)


def _paint_sign(painter: QPainter, box: QRectF, state: TileState) -> None:
    theme = current()
    corner = QRectF(box.right() - 10 - _SIGN, box.top() + 10, _SIGN, _SIGN)
    if state is TileState.IN:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary"))
        painter.drawEllipse(corner)
        draw_icon(painter, corner.adjusted(3, 3, -3, -3), "check", theme.colour("on_primary"))
    elif state is TileState.LEFT:
        draw_icon(painter, corner, "exit-run", theme.colour("soft"))
