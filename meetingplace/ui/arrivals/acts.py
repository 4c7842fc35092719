"""The other acts of the desk: three keys, and a menu with what is needed less often, so that all stand on one line."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.buttons import MenuButton, button
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.text import on_button
from meetingplace.ui.kit.theme import current


class DeskActs:
    """Keys for what was done just now, voices and signals; in the menu paper lists and the screen for parents."""

    def __init__(self, words: Translator, parent: QWidget) -> None:
        """Make them; the screen puts them where there is room and says what they do."""
        _ = words
        self.just_now = button(_("Just now"), "text", "history", parent=parent)
        self.voice = button(_("A parent says something"), "text", "comment-quote-outline", parent=parent)
        self.voice.setText(on_button(_("Voices")))  # the long words would take a line more; they are still read aloud
        self.signal = button(_("Signal"), "text", "lighthouse-on", parent=parent)
        self.more = MenuButton(_("More"), name=_("More about this session"), parent=parent)
        self.lists = self._choice(_("Paper lists"), "printer-outline")
        self.type_in = self._choice(_("Type in"), "keyboard-outline")
        self.sign_in = self._choice(_("Sign-in screen"), "gesture-tap-button")

    @property
    def keys(self) -> tuple[QWidget, ...]:
        """Give what stands on the line, in its order."""
        return self.just_now, self.voice, self.signal, self.more

    def _choice(self, words: str, icon_name: str) -> QAction:
        theme = current()
        made = QAction(icon(icon_name, theme.tokens.ink, theme.icon_side(22)), on_button(words), self.more.choices)
        self.more.choices.addAction(made)
        return made
