"""The room of the templates: cards under each other, each with its acts."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, EmptyState, label
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import Flow, clear, column, row
from meetingplace.ui.kit.marks import FunctionWord, function_square, icon_mark
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.templates.forms import ChangeForm, PlanForm
from meetingplace.ui.planning.templates.presenter import FOLLOWS, GoTo, Presenter, TemplateShown

_SQUARE = 40  # px


class TemplatesPanel(Panel):
    """The templates of the house; it stays open while one is changed or taken away, and closes when one is planned."""

    def __init__(self, around: Surroundings, over: QWidget, go_to: GoTo) -> None:
        """Open over a screen; `go_to` brings what was planned into sight."""
        _ = self._ = around.words
        super().__init__(_("Templates"), over, _("Close"), width=760)
        self._around = around
        self.presenter = Presenter(around, self, self._went(go_to))
        self.cards: list[Card] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, ROOM)
        self._list.setSpacing(12)
        says = _("An activity with everything filled in. Plan it as often as you like; each session can still change.")
        self.add(label(says, "soft", self, is_wrapped=True), self._list)
        self.close_button = button(_("Close"), "quiet", pressed=self.leave, parent=self)
        self.add_acts(None, self.close_button)
        self.closed.connect(around.bulletin.follow(FOLLOWS, self.presenter.refresh))

    def _went(self, go_to: GoTo) -> GoTo:
        """Close this room before what was planned is shown."""

        def went(*where: object) -> None:
            self.close_panel()
            go_to(*where)  # type: ignore[arg-type]

        return went

    def show_templates(self, shown: tuple[TemplateShown, ...]) -> None:
        """Show these templates instead of those that were there."""
        _ = self._
        had_focus = any(card.isAncestorOf(self.focusWidget() or self) for card in self.cards)
        clear(self._list)
        self.cards = [self._card(one) for one in shown]
        for card in self.cards:
            self._list.addWidget(card)
        if not shown:
            says = _("Open a session in the planning and press “Make a template”. Then it stands here.")
            self._list.addWidget(EmptyState(_("There is no template yet"), says))
        if had_focus:
            self.close_button.setFocus()

    def _card(self, shown: TemplateShown) -> Card:
        _ = self._
        card = Card(self)
        card.setAccessibleName(shown.spoken)
        words = column(label(shown.title, "name", card, is_wrapped=True), spacing=2)
        words.addLayout(row(label(shown.hours, "strong", card), None))
        token = "soft" if shown.has_place else "wtext"
        mark = icon_mark("map-marker-outline" if shown.has_place else "map-marker-off-outline", token, 20, parent=card)
        place = row(mark, label(shown.place, "" if shown.has_place else "strong", card, is_wrapped=True), spacing=6)
        place.setStretch(1, 1)
        words.addLayout(place)
        for line in (shown.team, shown.gone):
            if line:
                words.addWidget(label(line, "soft", card, is_wrapped=True))
        head = row(*self._square(shown, card), words, spacing=14)
        head.setStretch(head.count() - 1, 1)
        card.body.addLayout(head)
        if shown.functions:
            functions = Flow(card, spacing=12)
            for function, word in shown.functions:
                functions.flow.addWidget(FunctionWord(function, word, parent=functions))
            card.body.addWidget(functions)
        card.body.addWidget(self._buttons(shown, card))
        return card

    @staticmethod
    def _square(shown: TemplateShown, card: QWidget) -> list[QWidget]:
        if not shown.functions:
            return []
        return [function_square(shown.functions[0][0], "", current().px(_SQUARE), card)]

    def _buttons(self, shown: TemplateShown, card: QWidget) -> QWidget:
        _, id = self._, shown.template_id
        acts = Flow(card)
        for word, kind, icon_name, press in (
            (_("Plan this"), "quiet", "calendar-plus", self.plan),
            (_("Change"), "text", "pencil-outline", self.change),
            (_("Take away"), "text", "trash-can-outline", self.presenter.remove),
        ):
            made = button(word, kind, icon_name, partial(press, id), acts)
            made.setAccessibleName(f"{word}: {shown.title}")
            acts.flow.addWidget(made)
        return acts

    def plan(self, template_id: int) -> None:
        """Ask on which day a template is planned."""
        shown = self.presenter.form(template_id)
        if shown:
            form = PlanForm(self._around, self, self.presenter, shown)
            form.open(form.day)

    def change(self, template_id: int) -> None:
        """Open what stands in a template."""
        shown = self.presenter.form(template_id)
        if shown:
            form = ChangeForm(self._around, self, self.presenter, shown)
            form.open(form.title)


def open_room(around: Surroundings, over: QWidget, go_to: GoTo, session_id: int | None = None) -> None:
    """Open the templates; from a session's details, make a template of that session first."""
    panel = TemplatesPanel(around, over, go_to)
    if session_id is None:
        panel.presenter.refresh()
    else:
        panel.presenter.make(session_id)
    panel.open(panel.close_button)
