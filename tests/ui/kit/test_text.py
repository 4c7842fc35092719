"""Words in lines: where they stand in the room that they have."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from meetingplace.ui.kit import theme
from meetingplace.ui.kit.text import Lines

ROOM = 400  # px


def ink(lines: Lines) -> list[int]:
    """Give the columns in which something is drawn."""
    image = QImage(ROOM, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    lines.draw(painter, 0, 10, QColor("black"))
    painter.end()
    return [x for x in range(ROOM) if any(image.pixelColor(x, y).lightness() < 128 for y in range(60))]


@pytest.mark.parametrize(("words", "is_right_to_left"), [("Samen spelen", False), ("نلعب معًا", True)])
def test_words_stand_at_the_reading_side_of_their_room(qapp: QApplication, words: str, is_right_to_left: bool) -> None:
    theme.apply(qapp, "light", 1.0)
    drawn = ink(Lines(words, theme.current().script_font(17, is_right_to_left), ROOM, is_right_to_left))
    before, after = drawn[0], ROOM - 1 - drawn[-1]
    assert (after if is_right_to_left else before) < 6
    assert (before if is_right_to_left else after) > ROOM / 2


def test_a_line_without_end_begins_where_it_is_drawn(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 1.0)
    lines = Lines("نلعب معًا", theme.current().script_font(17, True), is_right_to_left=True)
    assert ink(lines)[0] < 6
