"""The panel in which the board is narrowed to a kind, a theme or a function."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from meetingplace.domain.sessions import Function
from meetingplace.domain.voices import Kind
from meetingplace.i18n.catalog import Translator
from meetingplace.services.voices import Only
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.fields import combo
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.voices.filtering.shown import OnlyShown


class OnlyPanel(FormPanel):
    """What to show only; nothing chosen shows everything."""

    def __init__(self, words: Translator, over: QWidget, shown: OnlyShown, chosen: Callable[[Only], object]) -> None:
        """Begin with the filter that holds; `chosen` takes the new one."""
        _ = words
        super().__init__(_("Show only"), over, words, _("Show"), width=560)
        self._chosen = chosen
        self.kind = combo(shown.kinds, shown.only.kind, self)
        self.theme = combo(shown.themes, shown.only.theme, self)
        self.function = combo(shown.functions, shown.only.function, self)
        form = Form(self)
        form.row("kind", _("What is it?"), self.kind)
        form.row("theme", _("Theme"), self.theme)
        form.row("function", _("Function"), self.function)
        self.add(form)
        self.everything = button(_("Show everything"), "quiet", "filter-off-outline", lambda: self._end(Only()), self)
        self.add_verb(self.everything)
        self.wanted.connect(self._show)

    def _show(self) -> None:
        kind, function = self.kind.currentData(), self.function.currentData()
        self._end(
            Only(
                kind if isinstance(kind, Kind) else None,
                str(self.theme.currentData()),
                function if isinstance(function, Function) else None,
            )
        )

    def _end(self, only: Only) -> None:
        self.close_panel()
        self._chosen(only)
