"""The panel in which the planning is filtered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from meetingplace.domain.wanted import Wanted
from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.fields import combo
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.planning.filtering.presenter import FilterShown


class FilterPanel(FormPanel):
    """What to show only; nothing chosen shows everything."""

    def __init__(
        self, words: Translator, over: QWidget, shown: FilterShown, chosen: Callable[[Wanted], object]
    ) -> None:
        """Begin with the filter that holds; `chosen` takes the new one."""
        _ = words
        super().__init__(_("Show only"), over, words, _("Show"), width=560)
        self._place_id = shown.wanted.place_id
        self._chosen = chosen
        wanted = shown.wanted
        self.theme = combo(shown.themes, wanted.theme, self)
        self.function = combo(shown.functions, wanted.function, self)
        self.member = combo(shown.team, wanted.member_id, self)
        self.language = combo(shown.languages, wanted.language, self)
        self.age = combo(shown.ages, wanted.months, self)
        form = Form(self)
        form.row("function", _("Function"), self.function)
        form.row("theme", _("Theme"), self.theme)
        form.row("member", _("Team member"), self.member)
        form.row("language", _("Language that the team speaks"), self.language)
        form.row("age", _("For a child of this age"), self.age)
        self.add(form)
        self.everything = button(_("Show everything"), "quiet", "filter-off-outline", self._clear, self)
        self.add_verb(self.everything)
        self.wanted.connect(self._show)

    def _show(self) -> None:
        self.close_panel()
        self._chosen(
            Wanted(
                place_id=self._place_id,
                theme=self.theme.currentData(),
                function=self.function.currentData(),
                member_id=self.member.currentData(),
                language=self.language.currentData(),
                months=self.age.currentData(),
            )
        )

    def _clear(self) -> None:
        self.close_panel()
        self._chosen(Wanted(self._place_id))
