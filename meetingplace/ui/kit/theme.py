"""Colours, letters and sizes of the screen: tokens per theme (`light`, `dark`, `contrast`) and the text scale.

Every token is named by what it is for. Widgets ask `current()`; nobody writes a colour by hand.
"""

from __future__ import annotations

import string
from dataclasses import dataclass, field, fields
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from meetingplace import paths
from meetingplace.domain.sessions import Function
from meetingplace.ui.kit.focus import FocusStyle

FAMILIES = ["Source Sans 3", "Kurinto Sans", "Kurinto Sans SC"]
_FONT_FILES = (
    "source-sans/ttf/SourceSans3-Regular.ttf",
    "source-sans/ttf/SourceSans3-Semibold.ttf",
    "source-sans/ttf/SourceSans3-Bold.ttf",
    "kurinto/ttf/KurintoSans-Rg.ttf",
    "kurinto/ttf/KurintoSans-Bd.ttf",
    "kurinto/ttf/KurintoSansSC-Rg.ttf",
)


@dataclass(frozen=True)
class Tokens:
    """The colours of one theme; what each is for stands in the order of the design's table."""

    ground: str
    rail: str
    card: str
    column: str
    sand: str
    shade: str
    line: str
    hatch: str
    edge: str
    ink: str
    soft: str
    off: str
    primary: str
    on_primary: str
    primary_hover: str
    primary_press: str
    ptint: str
    ptext: str
    warm: str
    watint: str
    watext: str
    good: str
    gtint: str
    gtext: str
    wait: str
    wtint: str
    wtext: str
    stop: str
    stint: str
    stext: str
    focus: str
    toast: str
    on_toast: str
    toast_act: str


@dataclass(frozen=True)
class Hue:
    """The colour of a function: its square, the tint of a block, the border of that tint."""

    square: str
    tint: str
    border: str


LIGHT = Tokens(
    "#FAF6F0", "#F4EDE3", "#FFFFFF", "#F4EDE3", "#F1E9DD", "#EFE7DA", "#E7DFD3", "#D9CCB8", "#8C8375", "#22303C",
    "#5B6B79", "#6F675B", "#0F6B6B", "#FFFFFF", "#0C5A5A", "#094848", "#E3F0EE", "#0B5656", "#E07A3F", "#FCEBDD",
    "#8F4313", "#2E7D32", "#E6F2E6", "#256B29", "#B26A00", "#FBF0DC", "#7E4B00", "#B3261E", "#FBE9E7", "#9C1F18",
    "#22303C", "#22303C", "#FFFFFF", "#FFC79E",
)  # fmt: skip
DARK = Tokens(
    "#161C21", "#11171B", "#20292F", "#1A2126", "#2C373F", "#1B2329", "#35424B", "#35424B", "#7F8C96", "#F3EDE4",
    "#AFBAC3", "#9AA6AF", "#5CC2BC", "#062C2B", "#74D1CB", "#46AAA4", "#173B3B", "#A6E3DE", "#F0985F", "#43301F",
    "#FFC79E", "#7CC682", "#1D3A22", "#A9DFAD", "#F0B04A", "#40331A", "#FAD08A", "#F2938B", "#472523", "#F8B9B3",
    "#F3EDE4", "#F3EDE4", "#22303C", "#8F4313",
)  # fmt: skip
CONTRAST = Tokens(
    "#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF", "#000000", "#000000", "#000000", "#000000",
    "#1A1A1A", "#1A1A1A", "#003B3B", "#FFFFFF", "#000000", "#000000", "#FFFFFF", "#003B3B", "#7A2E00", "#FFFFFF",
    "#7A2E00", "#00500A", "#FFFFFF", "#00500A", "#5A3500", "#FFFFFF", "#5A3500", "#8A0000", "#FFFFFF", "#8A0000",
    "#0000C8", "#000000", "#FFFFFF", "#FFE600",
)  # fmt: skip
TOKENS = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

_LIGHT_HUES = {
    Function.INFORMATION: Hue("#1F65B8", "#E0E9F5", "#9ABADF"),
    Function.PRACTICAL: Hue("#6B3A12", "#EAE3DE", "#BCA694"),
    Function.EMOTIONAL: Hue("#A7365C", "#F3E3E8", "#D7A5B6"),
    Function.COHESION: Hue("#7C8D13", "#EDEFDE", "#C4CC95"),
    Function.SIGNALLING: Hue("#402783", "#E4E1EE", "#A99EC7"),
    Function.ADVICE: Hue("#2C97A5", "#E1F0F2", "#A0D0D6"),
}
_DARK_HUES = {
    Function.INFORMATION: Hue("#6DB9FF", "#31495D", "#31495D"),
    Function.PRACTICAL: Hue("#AE7624", "#3F3A2D", "#3F3A2D"),
    Function.EMOTIONAL: Hue("#FF8E9C", "#513F47", "#513F47"),
    Function.COHESION: Hue("#D0D94A", "#475035", "#475035"),
    Function.SIGNALLING: Hue("#8A72F5", "#37395B", "#37395B"),
    Function.ADVICE: Hue("#7DF0E6", "#345557", "#345557"),
}
FUNCTION_ICONS = {
    Function.INFORMATION: "book-open-variant",
    Function.PRACTICAL: "toolbox",
    Function.EMOTIONAL: "heart",
    Function.COHESION: "account-group",
    Function.SIGNALLING: "lighthouse-on",
    Function.ADVICE: "compass",
}


@dataclass(frozen=True)
class Theme:
    """A theme at a text scale: what every part of the screen is drawn with."""

    name: str
    tokens: Tokens
    scale: float
    _measured: dict[tuple[float, int], QFontMetrics] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _made: dict[tuple[float, int], QFont] = field(default_factory=dict, init=False, repr=False, compare=False)

    def px(self, size: float) -> int:
        """Scale a size that holds text, in px at 100 %."""
        return round(size * self.scale)

    def colour(self, token: str) -> QColor:
        """Give the colour of a token."""
        return QColor(getattr(self.tokens, token))

    def font(self, size: float, weight: int = 400) -> QFont:
        """Give a font of a size in px at 100 %; weights are 400, 600 and 700."""
        made = self._made.get((size, weight))
        if made is None:
            made = self._made[size, weight] = QFont()
            made.setFamilies(FAMILIES)
            made.setPixelSize(self.px(size))
            made.setWeight(QFont.Weight(weight))
        return QFont(made)  # a copy: whoever asks may strike it out

    def script_font(self, size: float, is_right_to_left: bool, weight: int = 400) -> QFont:
        """Give a font for words in any script: Arabic letters are set one step larger, or they look small."""
        return self.font(size * 1.14 if is_right_to_left else size, weight)

    def metrics(self, size: float, weight: int = 400) -> QFontMetrics:
        """Measure text of a size; lists that draw themselves ask for it at every item."""
        known = self._measured.get((size, weight))
        if known is None:
            known = self._measured[size, weight] = QFontMetrics(self.font(size, weight))
        return known

    def hue(self, function: Function) -> Hue:
        """Give the colours of a function; without tints in the contrast theme."""
        if self.name == "dark":
            return _DARK_HUES[function]
        if self.name == "contrast":
            return Hue(_LIGHT_HUES[function].square, "#FFFFFF", "#000000")
        return _LIGHT_HUES[function]

    def height(self, least: int) -> int:
        """Give the height of a target of at least so many px, with room for larger text."""
        return least + max(0, round(20 * (self.scale - 1)))

    def icon_side(self, side: int) -> int:
        """Give the side of an icon beside text: it grows with the text, but less."""
        return round(side * min(1.4, max(1.0, self.scale)))

    @property
    def ring(self) -> int:
        """Give the width of the ring round what has the keyboard, in px."""
        return 4 if self.name == "contrast" else 3

    @property
    def on_hue(self) -> QColor:
        """Give the colour of a pictogram on a function's square."""
        return QColor("#11171B" if self.name == "dark" else "#FFFFFF")

    @property
    def hairline(self) -> int:
        """Give the width of a resting border: the contrast theme says everything by borders."""
        return 2 if self.name == "contrast" else 1


def apply(application: QApplication, name: str, scale: float) -> Theme:
    """Dress the whole program in a theme at a text scale; "system" is light or dark as the system says."""
    load_fonts()
    if name == "system":
        name = "dark" if application.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
    theme = Theme(name if name in TOKENS else "light", TOKENS.get(name, LIGHT), scale)
    application.setProperty("theme", theme)
    if not application.property("is_dressed"):
        application.setStyle(FocusStyle())
        application.setProperty("is_dressed", True)
    application.setPalette(_palette(theme))
    application.setFont(theme.font(15))
    application.setStyleSheet(_style_sheet(theme))
    return theme


def current() -> Theme:
    """Give the theme that the program wears."""
    running = QApplication.instance()
    theme = running.property("theme") if running else None
    return theme if isinstance(theme, Theme) else Theme("light", LIGHT, 1.0)


@lru_cache(maxsize=1)
def load_fonts() -> None:
    """Add the program's own letters to Qt, once; no font of the system is needed."""
    folder = paths.files_of("weblate_fonts") / "static" / "weblate_fonts"
    for name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(folder / name))


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "ground",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "card",
        QPalette.ColorRole.AlternateBase: "column",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.Button: "card",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.PlaceholderText: "soft",
        QPalette.ColorRole.Highlight: "ptint",
        QPalette.ColorRole.HighlightedText: "ptext",
        QPalette.ColorRole.ToolTipBase: "card",
        QPalette.ColorRole.ToolTipText: "ink",
        QPalette.ColorRole.Link: "ptext",
    }
    for role, token in roles.items():
        palette.setColor(role, theme.colour(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("off"))
    return palette


def _style_sheet(theme: Theme) -> str:
    files = ["meetingplace.qss", "contrast.qss"] if theme.name == "contrast" else ["meetingplace.qss"]
    written = "\n".join(paths.resource("styles", file).read_text(encoding="utf-8") for file in files)
    template = string.Template(written)
    values = {token.name: getattr(theme.tokens, token.name) for token in fields(Tokens)}
    sizes = {f"s{size}": f"{theme.px(size)}px" for size in (13, 14, 15, 17, 20, 24, 28, 36, 40, 48, 56)}
    sizes |= {f"h{size}": f"{theme.height(size) - 2}px" for size in (44, 48, 56)}  # without the two borders
    arrow = paths.resource("styles", "arrow-dark.svg" if theme.name == "dark" else "arrow.svg").as_posix()
    tick = paths.resource("styles", "tick-dark.svg" if theme.name == "dark" else "tick.svg").as_posix()
    return template.substitute(
        values,
        **sizes,
        hairline=f"{theme.hairline}px",
        tick=tick,
        arrow=arrow,
        checked=f"{theme.height(44) - 4}px",
        bold=f"{theme.height(44) - 8}px",
    )
