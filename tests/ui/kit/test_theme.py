"""The colours of the three themes, held against the rule for contrast (WCAG 2), and sizes at every text scale."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontInfo

from meetingplace.domain.sessions import Function
from meetingplace.ui.kit import theme
from meetingplace.ui.kit.theme import TOKENS, Theme

TEXT_PAIRS = [
    ("ink", "ground"), ("ink", "card"), ("ink", "rail"), ("ink", "column"), ("ink", "sand"), ("ink", "shade"),
    ("soft", "ground"), ("soft", "card"), ("on_primary", "primary"), ("on_primary", "primary_hover"),
    ("on_primary", "primary_press"), ("ptext", "ptint"), ("ptext", "card"), ("ptext", "ground"), ("watext", "watint"),
    ("gtext", "gtint"), ("gtext", "ground"), ("wtext", "wtint"), ("stext", "stint"), ("stext", "card"),
    ("stext", "ground"), ("card", "stop"), ("off", "card"), ("on_toast", "toast"), ("toast_act", "toast"),
]  # fmt: skip


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    channels = []
    for at in (1, 3, 5):
        share = int(colour[at : at + 2], 16) / 255
        channels.append(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
    red, green, blue = channels
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself_gives_the_known_extremes():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)  # the textbook near miss


@pytest.mark.parametrize(("name", "least"), [("light", 4.5), ("dark", 4.5), ("contrast", 7.0)])
@pytest.mark.parametrize(("text", "behind"), TEXT_PAIRS)
def test_text_stands_out_from_what_lies_behind_it(name: str, least: float, text: str, behind: str):
    tokens = TOKENS[name]
    assert contrast(getattr(tokens, text), getattr(tokens, behind)) >= least


@pytest.mark.parametrize("name", list(TOKENS))
@pytest.mark.parametrize("behind", ["card", "ground"])
@pytest.mark.parametrize("line", ["edge", "focus"])
def test_the_border_of_what_can_be_pressed_and_the_ring_are_seen(name: str, behind: str, line: str):
    assert contrast(getattr(TOKENS[name], line), getattr(TOKENS[name], behind)) >= 3


@pytest.mark.parametrize("name", list(TOKENS))
@pytest.mark.parametrize("function", list(Function))
def test_a_pictogram_stands_out_from_its_square(name: str, function: Function):
    dress = Theme(name, TOKENS[name], 1.0)
    assert contrast(dress.on_hue.name(), dress.hue(function).square) >= 3


def test_words_are_set_in_the_fonts_that_the_program_brings(dressed: Theme):
    assert QFontInfo(dressed.font(15)).family() == "Source Sans 3"
    assert dressed.font(15).families() == ["Source Sans 3", "Kurinto Sans", "Kurinto Sans SC"]


@pytest.mark.parametrize(("scale", "px"), [(0.8, 12), (1.0, 15), (1.5, 22), (2.0, 30)])
def test_words_grow_with_the_text_scale(qapp, scale: float, px: int):
    assert theme.apply(qapp, "light", scale).font(15).pixelSize() == px
    assert qapp.font().pixelSize() == px


def test_arabic_is_set_one_step_larger(dressed: Theme):
    assert dressed.script_font(15, is_right_to_left=True).pixelSize() == 17
    assert dressed.script_font(15, is_right_to_left=False).pixelSize() == 15


def test_an_unknown_theme_is_light(qapp):
    assert theme.apply(qapp, "purple", 1.0).tokens is TOKENS["light"]
