"""What belongs to this PC: language, theme, text size and motion; each holds at once, and only here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meetingplace.domain.language import PROGRAM
from meetingplace.i18n.formats import own_name
from meetingplace.ui.kit.cards import Card, label
from meetingplace.ui.kit.fields import check_box, combo
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.pick import Pick
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import FAMILIES

SIZES = (80, 90, 100, 110, 125, 150, 175, 200)  # per cent


class PcSection(QWidget):
    """What this PC remembers; `stay(name)` makes the window come back to this field when it is built anew."""

    def __init__(self, around: Surroundings, stay: Callable[[str], None]) -> None:
        """Show the settings of now."""
        super().__init__()
        _ = around.words
        self._around, self._stay = around, stay
        settings = around.settings.current
        self.language = Pick([(code, own_name(code)) for code in PROGRAM], settings.language)
        themes = (
            ("light", _("Light")),
            ("dark", _("Dark")),
            ("contrast", _("High contrast")),
            ("system", _("As the system")),
        )
        self.theme = Pick(themes, settings.theme)
        percent = round(settings.text_scale * 100)
        sizes = sorted({*SIZES, percent})
        self.text_size = combo([(size, f"{size} %") for size in sizes], percent)
        self.text_size.setMaximumWidth(220)
        self.preview = label(_("This is how large the words are."))
        self._show_preview(self.text_size.currentIndex())
        self.motion = check_box(_("Let less move on the screen"), settings.is_motion_reduced)
        self.form = Form(self)
        self.form.row("language", _("Language of the program"), self.language)
        self.form.row("theme", _("Colours of the screen"), self.theme)
        self.form.row("text_scale", _("Size of the text"), self.text_size)
        self.form.add(self.preview)
        self.form.add(self.motion)
        card = Card(self, padding=20)
        card.body.addWidget(self.form)
        note = label(_("These choices hold for this PC only, not for the house."), "soft", is_wrapped=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(5, 5, 5, 5)
        whole.addWidget(card)
        whole.addWidget(note)
        whole.addStretch(1)
        self._wire()

    def _wire(self) -> None:
        for name, pick in (("language", self.language), ("theme", self.theme)):
            pick.chosen.connect(partial(self._change, name))
        self.text_size.highlighted.connect(self._show_preview)
        self.text_size.activated.connect(lambda at: self._change("text_scale", self.text_size.itemData(at) / 100))
        self.motion.clicked.connect(lambda is_on: self._change("is_motion_reduced", is_on))

    def focus(self, name: str) -> None:
        """Give the keyboard to the field that was just changed."""
        editors: dict[str, QWidget] = {"language": self.language, "theme": self.theme, "text_scale": self.text_size}
        if name in editors:
            editors[name].setFocus()

    def _change(self, name: str, value: object) -> None:
        self._stay(name)
        self._around.settings.change(**{name: value})

    def _show_preview(self, at: int) -> None:
        # a style sheet, for the program's own would win over a font
        pixels = round(17 * self.text_size.itemData(at) / 100)
        families = ", ".join(f"'{family}'" for family in FAMILIES)
        self.preview.setStyleSheet(f"font-size: {pixels}px; font-family: {families};")
