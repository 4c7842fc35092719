"""The panel that closes a session: who was in the team, for how long, what it was about, was it full."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from meetingplace.domain.refusals import Reason
from meetingplace.domain.sessions import Closing, Function
from meetingplace.domain.typed_text import TITLE_LIMIT
from meetingplace.i18n.catalog import Translator
from meetingplace.ui.arrivals.closing.languages_heard import LanguagesHeard
from meetingplace.ui.arrivals.closing.shown import ClosingShown
from meetingplace.ui.arrivals.desk_panel import DeskPanel
from meetingplace.ui.kit.buttons import Stepper
from meetingplace.ui.kit.cards import Notice, label
from meetingplace.ui.kit.fields import TextArea, Ticks, check_box, line_edit
from meetingplace.ui.kit.marks import function_icon
from meetingplace.ui.kit.theme import current

_MINUTES = 5  # a press on + or −


class ClosingPanel(DeskPanel):
    """Everything is filled in as it was planned; `close` is called with what was written down.

    `say_hours` says which hours count for a team and its minutes.
    """

    about = {Reason.NUMBER_IMPOSSIBLE: "turned_away", Reason.TALLY_BELOW_ZERO: "languages"}

    def __init__(
        self,
        shown: ClosingShown,
        words: Translator,
        over: QWidget,
        close: Callable[[Closing], object],
        say_hours: Callable[[tuple[int, ...], int, int], str],
    ) -> None:
        title = words("Close {session}", session=shown.session)
        super().__init__(title, words, over, words("Close the session"))
        _ = words
        self._shown, self._close, self._say_hours = shown, close, say_hours
        self.team = Ticks(
            [(member_id, name) for member_id, name, _planned in shown.members],
            [member_id for member_id, _name, is_planned in shown.members if is_planned],
        )
        self.functions = Ticks(
            [(Function(key), word) for key, word, _planned in shown.functions],
            [Function(key) for key, _word, is_planned in shown.functions if is_planned],
            lambda function: function_icon(Function(function), current().icon_side(24)),
        )
        self.preparation = _stepper(_, _("Minutes of preparation"), shown.preparation_minutes, _MINUTES)
        self.debrief = _stepper(_, _("Minutes of talking it over"), shown.debrief_minutes, _MINUTES)
        self.turned_away = _stepper(_, _("How many had to go home"), shown.turned_away, 1)
        self.hours = label("", "soft", self, is_wrapped=True)
        self.theme = line_edit(shown.theme, suggestions=shown.themes)
        self.is_full = check_box(_("It was full"), shown.is_full)
        self.languages = LanguagesHeard(shown.languages, _)
        self.remark = TextArea(shown.remark, lines=2)
        self._build()
        self._wire()
        self._count_hours()

    def _build(self) -> None:
        _, shown = self._, self._shown
        self.body.insertWidget(0, label(shown.totals, "name", self, is_wrapped=True))
        if shown.still_in:
            self.body.insertWidget(1, Notice(shown.still_in, "info", "exit-run", self))
        if shown.members:
            self.form.row("team", _("Who was in the team?"), self.team)
        self.form.side_by_side(
            ("preparation", _("Minutes of preparation"), self.preparation),
            ("debrief", _("Minutes of talking it over"), self.debrief),
        )
        self.form.add(self.hours)
        self.form.row("functions", _("What was it about?"), self.functions)
        self.form.row("theme", _("Theme"), self.theme)
        self.form.add(self.is_full)
        self.form.side_by_side(("turned_away", _("How many had to go home"), self.turned_away))
        only = _("Of people without a name only: the languages of families are counted by themselves.")
        self.form.row("languages", _("Which languages did you hear?"), self.languages, only)
        self.form.row("remark", _("Remark"), self.remark, _("Never the name of a parent or child."))
        self.add_verb()

    def _wire(self) -> None:
        self.wanted.connect(self._want)
        self.team.changed.connect(self._count_hours)
        for minutes in (self.preparation, self.debrief):
            minutes.stepped.connect(lambda _step: self._count_hours())

    def add_signals(self, section: QWidget) -> None:
        """Show the signals of the session under the questions."""
        self.form.row("signals", self._("Signals"), section, self._("A worry without any person, and what you did."))

    def _team(self) -> tuple[int, ...]:
        return tuple(member for member in self.team.on if isinstance(member, int))

    def _count_hours(self) -> None:
        self.hours.setText(self._say_hours(self._team(), self.preparation.number, self.debrief.number))

    def _want(self) -> None:
        is_theme = len(self.theme.text()) > TITLE_LIMIT
        self.about = {**self.about, Reason.TEXT_TOO_LONG: "theme" if is_theme else "remark"}
        self._close(
            Closing(
                team=self._team(),
                preparation_minutes=self.preparation.number,
                debrief_minutes=self.debrief.number,
                functions=tuple(function for function in self.functions.on if isinstance(function, Function)),
                theme=self.theme.text(),
                is_full=self.is_full.isChecked(),
                turned_away=self.turned_away.number,
                heard=self.languages.steps,
                remark=self.remark.toPlainText(),
            )
        )


def _stepper(_: Translator, what: str, number: int, by: int) -> Stepper:
    made = Stepper(what, _("{what}: less", what=what), _("{what}: more", what=what))
    made.show_number(number)
    keys = made.layout()
    if isinstance(keys, QHBoxLayout):
        keys.addStretch(1)  # a long question over it does not pull the keys apart
    made.stepped.connect(lambda step: made.show_number(max(0, made.number + by * step)))
    return made
