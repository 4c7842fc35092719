"""The parts of a voice on the board, measured and drawn under each other: the parent's own words first and largest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from meetingplace.ui.kit.icons import draw_icon
from meetingplace.ui.kit.text import Lines
from meetingplace.ui.kit.theme import current
from meetingplace.ui.voices.picture_row import paint_square
from meetingplace.ui.voices.shown import CardShown, Strip, Tint

PADDING = 11  # px inside the edge of a card
TINTS = {
    Tint.INFO: ("ptint", "ptext"),
    Tint.GOOD: ("gtint", "gtext"),
    Tint.WAIT: ("wtint", "wtext"),
    Tint.PLAIN: ("sand", "ink"),
}
_ICON = 18  # px before the words of a strip
_SQUARE = 28  # px of a picture at 100 %
_INSET = 10  # px between the edge of a strip and what stands in it


@dataclass(frozen=True)
class Piece:
    """One part of the card: how high it is, and how it is drawn from a top."""

    height: float
    draw: Callable[[QPainter, float], None]


def arrange(shown: CardShown, width: int) -> list[Piece]:
    """Arrange the parts of a card of so many px, from top to bottom."""
    theme = current()
    room = max(60, width - 2 * PADDING)
    is_mirrored = shown.words.is_right_to_left
    words = Lines(shown.words.text, theme.script_font(17, is_mirrored, 600), room, is_mirrored)
    pieces = [_head(shown, room)]
    if shown.pictures:
        pieces.append(_pictures(shown, room))
    pieces.append(_lines(words, "ink", 4))
    if shown.translation:
        pieces += [_rule(room), _lines(Lines(shown.translation, theme.font(14), room), "soft", 4)]
    if shown.note:
        pieces.append(_sign(shown.note.icon, shown.note.text, _note_token(shown.note), room))
    pieces.append(_foot(shown, room))
    if shown.hangs:
        pieces.append(_sign("bulletin-board", shown.hangs, "gtext", room))
    return [*pieces, *(_strip(strip, room) for strip in shown.strips)]


def _pictures(shown: CardShown, room: float) -> Piece:
    """Set the squares of what was picked in the corner beside each other, as many on a line as fit."""
    side = current().icon_side(_SQUARE)
    a_line = max(1, int((room + 6) / (side + 6)))
    glyphs = [picture.icon for picture in shown.pictures]

    def draw(painter: QPainter, top: float) -> None:
        for number, glyph in enumerate(glyphs):
            left = PADDING + number % a_line * (side + 6)
            paint_square(painter, QRectF(left, top + number // a_line * (side + 6), side, side), glyph)

    return Piece(-(-len(glyphs) // a_line) * (side + 6) + 2, draw)


def _foot(shown: CardShown, room: float) -> Piece:
    """Say what it is, and at the end how many say the same."""
    theme = current()
    icon = theme.icon_side(16)
    others = Lines(shown.others, theme.font(13, 600))
    kind = _sign(shown.kind_icon, shown.kind, "soft", room - (others.width + icon + 8 if shown.others else 0))

    def draw(painter: QPainter, top: float) -> None:
        kind.draw(painter, top)
        if shown.others:
            left = PADDING + room - others.width
            others.draw(painter, left, top, theme.colour("ptext"))
            mark = QRectF(left - icon - 4, top + (others.height - icon) / 2, icon, icon)
            draw_icon(painter, mark, "account-multiple-outline", theme.colour("ptext"))

    return Piece(kind.height, draw)


def _head(shown: CardShown, room: float) -> Piece:
    """Set the language at the start, the age at the end; under each other when they do not fit side by side."""
    theme = current()
    icon = theme.icon_side(16)
    language = Lines(shown.language, theme.font(13))
    age = Lines(shown.age, theme.font(13, 600 if shown.is_too_long else 400))
    token = "wtext" if shown.is_too_long else "soft"
    clock = icon + 3 if shown.is_too_long else 0
    fits = icon + 5 + language.width + 6 + clock + age.width <= room
    line = max(language.height, icon)
    drop = 0 if fits else line + 2

    def draw(painter: QPainter, top: float) -> None:
        place = QRectF(PADDING, top + (line - icon) / 2, icon, icon)
        draw_icon(painter, place, shown.channel_icon, theme.colour("soft"))
        language.draw(painter, PADDING + icon + 5, top + (line - language.height) / 2, theme.colour("soft"))
        left = PADDING + (room - age.width if fits else clock)
        middle = top + drop + (line - age.height) / 2
        if shown.is_too_long:
            sign = QRectF(left - clock, top + drop + (line - icon) / 2, icon, icon)
            draw_icon(painter, sign, "clock-alert-outline", theme.colour(token))
        age.draw(painter, left, middle, theme.colour(token))

    return Piece(line + drop + 4, draw)


def _lines(lines: Lines, token: str, below: float) -> Piece:
    colour = current().colour(token)
    return Piece(lines.height + below, lambda painter, top: lines.draw(painter, PADDING, top, colour))


def _rule(room: float) -> Piece:
    colour = current().colour("line")
    return Piece(9, lambda painter, top: painter.fillRect(QRectF(PADDING, top + 2, room, 1), colour))


def _sign(icon_name: str, text: str, token: str, room: float) -> Piece:
    theme = current()
    icon = theme.icon_side(16)
    lines = Lines(text, theme.font(13), room - icon - 6)

    def draw(painter: QPainter, top: float) -> None:
        beside = QRectF(PADDING, top + (lines.line_height - icon) / 2, icon, icon)
        draw_icon(painter, beside, icon_name, theme.colour(token))
        lines.draw(painter, PADDING + icon + 6, top, theme.colour(token))

    return Piece(lines.height + 2, draw)


def _strip(strip: Strip, room: float) -> Piece:
    theme = current()
    icon = theme.icon_side(_ICON)
    tint, token = TINTS[strip.tint]
    lines = Lines(strip.text, theme.font(14), room - icon - 2 * _INSET - 8)
    height = lines.height + 14

    def draw(painter: QPainter, top: float) -> None:
        box = QRectF(PADDING, top + 6, room, height)
        painter.setPen(QPen(theme.colour(token), 2) if theme.name == "contrast" else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(tint))
        painter.drawRoundedRect(box, 8, 8)
        beside = QRectF(box.x() + _INSET, box.y() + 7 + (lines.line_height - icon) / 2, icon, icon)
        draw_icon(painter, beside, strip.icon, theme.colour(token))
        lines.draw(painter, box.x() + _INSET + icon + 8, box.y() + 7, theme.colour(token))

    return Piece(height + 6, draw)


def _note_token(note: Strip) -> str:
    return {Tint.WAIT: "wtext", Tint.GOOD: "gtext"}.get(note.tint, "soft")
