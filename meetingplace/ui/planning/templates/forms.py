"""The two forms about a template: on which day, hour and place it is planned, and what stands in it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from meetingplace.domain.refusals import Refused
from meetingplace.domain.sessions import Activity, Function
from meetingplace.domain.templates import NOWHERE
from meetingplace.i18n.words import function_name
from meetingplace.ui.kit.cards import Notice, label
from meetingplace.ui.kit.fields import Ticks, combo, line_edit
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.marks import function_tick
from meetingplace.ui.kit.moments import DateField, TimeField
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.templates.presenter import FormShown, Presenter


class _TemplateForm(FormPanel):
    """A form about one template."""

    def __init__(self, title: str, verb: str, around: Surroundings, over: QWidget, shown: FormShown) -> None:
        super().__init__(title, over, around.words, verb, width=620)
        self._around, self._shown = around, shown
        self.form = Form(self)
        self._wrong = label("", "error", self, is_wrapped=True)
        self._wrong.hide()

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field, or, without one, with the whole; what was typed stays."""
        self.release()
        is_at_field = self.form.has(field)
        self.form.show_wrong(field, sentence)
        self._wrong.setText("" if is_at_field else sentence)
        self._wrong.setVisible(not is_at_field)

    def _hour(self, name: str) -> TimeField:
        _, activity = self._, self._shown.template.activity
        on = activity.start if name == "start" else activity.end
        word = _("From") if name == "start" else _("Until")
        return TimeField(on, word, _("A quarter earlier"), _("A quarter later"), self)


class PlanForm(_TemplateForm):
    """When and where a template is planned; everything else is in it."""

    def __init__(self, around: Surroundings, over: QWidget, presenter: Presenter, shown: FormShown) -> None:
        """Begin with today, its usual hour and its place."""
        _ = around.words
        super().__init__(_("Plan “{title}”", title=shown.title), _("Plan it"), around, over, shown)
        self._presenter = presenter
        today = around.clock().date()
        self.day = DateField(today, today, _("Day"), _("Choose a day"), around.formats.language, self)
        self.start = self._hour("start")
        self.place = combo(shown.places, shown.place_id, self)
        if shown.notice:
            self.add(Notice(shown.notice, "wait", "account-off-outline", self))
        self.form.side_by_side(("day", _("Day"), self.day), ("start", _("From"), self.start))
        self.form.row("place", _("Place"), self.place)
        self.add(self.form, self._wrong)
        self.add_verb()
        self.wanted.connect(self._plan)
        self.day.changed.connect(self._say_weekday)
        self._say_weekday()

    def _say_weekday(self) -> None:
        try:
            says = self._around.formats.day(self.day.day)
        except Refused:
            says = "…"
        self.form.field("day").show_help(says)

    def _plan(self) -> None:
        field = "day"
        try:
            day, field = self.day.day, "start"
            start = self.start.moment
        except Refused as refused:
            self.show_wrong(field, self._presenter.say(refused))
            return
        self.form.clear_errors()
        self._presenter.plan(self._shown.template.id, day, start, self.place.currentData(), self)


class ChangeForm(_TemplateForm):
    """What stands in a template; what it does not ask stays as it was in the session that it was made of."""

    def __init__(self, around: Surroundings, over: QWidget, presenter: Presenter, shown: FormShown) -> None:
        """Begin with the template as it is."""
        _ = around.words
        super().__init__(_("Change the template"), _("Save"), around, over, shown)
        self._presenter = presenter
        activity = shown.template.activity
        self.title = line_edit(activity.title, parent=self)
        self.start, self.end = self._hour("start"), self._hour("end")
        self.place = combo(shown.places, shown.place_id, self)
        functions = [(function, function_name(_, function)) for function in Function]
        self.functions = Ticks(functions, activity.functions, function_tick, self)
        self.team = Ticks(shown.team, activity.team, parent=self)
        self.partners = Ticks(shown.partners, activity.partners, parent=self)
        self.theme = line_edit(activity.theme, parent=self)
        self._build()
        self.wanted.connect(self._save)

    def _build(self) -> None:
        _, form = self._, self.form
        form.row("title", _("Title"), self.title)
        form.side_by_side(("start", _("From"), self.start), ("end", _("Until"), self.end))
        form.row("place", _("Place"), self.place)
        form.row("functions", _("What it is for"), self.functions)
        if self._shown.team:
            form.row("team", _("Team"), self.team)
        if self._shown.partners:
            form.row("partners", _("Together with"), self.partners)
        form.row("theme", _("Theme"), self.theme)
        rest = _("Ages, languages, price and the texts of the flyer stay as in the session that it was made of.")
        self.add(form, label(rest, "soft", self, is_wrapped=True), self._wrong)
        self.add_verb()

    def _save(self) -> None:
        field = "start"
        try:
            start, field = self.start.moment, "end"
            activity = self._typed(replace(self._shown.template.activity, start=start, end=self.end.moment))
        except Refused as refused:
            self.show_wrong(field, self._presenter.say(refused))
            return
        self.form.clear_errors()
        self._presenter.save(self._shown.template, activity, self)

    def _typed(self, activity: Activity) -> Activity:
        return replace(
            activity,
            title=self.title.text(),
            place_id=self.place.currentData() or NOWHERE,
            functions=tuple(one for one in self.functions.on if isinstance(one, Function)),
            team=tuple(one for one in self.team.on if isinstance(one, int)),
            partners=tuple(one for one in self.partners.on if isinstance(one, int)),
            theme=self.theme.text(),
        )
