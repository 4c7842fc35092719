"""The two forms about days off: one stretch of days, and a calendar file before it is taken over."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meetingplace.domain.calendar import OwnDays
from meetingplace.domain.refusals import Refused
from meetingplace.services.days_off_file import FileAsked
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Chip, label
from meetingplace.ui.kit.fields import check_box, combo, line_edit
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.layouts import clear, column, row
from meetingplace.ui.kit.moments import DateField
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.days_off.presenter import DaysShown, FileShown, Presenter, as_closing


class _DaysOffForm(FormPanel):
    """A form of this room: what is wrong stands beside its field, or under the form."""

    def __init__(self, title: str, verb: str, around: Surroundings, over: QWidget) -> None:
        super().__init__(title, over, around.words, verb, width=620)
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


class DaysForm(_DaysOffForm):
    """A stretch of days off: its calendar, name, first and last day, and place."""

    def __init__(self, around: Surroundings, over: QWidget, presenter: Presenter, shown: DaysShown) -> None:
        """Begin with what is known."""
        super().__init__(shown.title, shown.verb, around, over)
        _, own, today = self._, shown.own, around.clock().date()
        self._shown, self._presenter = shown, presenter
        self.calendar = combo(shown.calendars, own.calendar, self)
        self.name = line_edit(own.name, parent=self)
        pick, language = _("Choose a day"), around.formats.language
        self.first = DateField(own.first_day, today, _("First day"), pick, language, self)
        self.last = DateField(own.last_day, today, _("Last day"), pick, language, self)
        self.place = combo(shown.places, own.place_id, self)
        self.not_off = check_box(shown.open_words, not own.is_off, self)
        if shown.ruled:
            self.add(label(shown.ruled, "soft", self, is_wrapped=True))
        if shown.calendars:
            self.form.row("calendar", _("Calendar"), self.calendar)
        self.form.row("name", _("Name"), self.name)
        self.form.side_by_side(("first", _("First day"), self.first), ("last", _("Last day"), self.last))
        if shown.places:
            self.form.row("place", _("Where"), self.place)
        for part, is_shown in ((self.calendar, shown.calendars), (self.place, shown.places)):
            part.setVisible(bool(is_shown))
        self.not_off.setVisible(bool(shown.open_words))
        self.add(self.form, self.not_off, self._wrong)
        self.away = button(shown.away, "text", "trash-can-outline", self._take_away, self)
        self.away.setVisible(bool(shown.away))
        self.add_verb(self.away)
        self.wanted.connect(lambda: presenter.save(shown, self.read, self))
        self.first.changed.connect(self._keep_order)

    def read(self) -> OwnDays:
        """Read what was filled in; refuses DATE_IMPOSSIBLE."""
        shown = self._shown
        return replace(
            shown.own,
            first_day=self.first.day,
            last_day=self.last.day,
            name=self.name.text(),
            calendar=self.calendar.currentData() if shown.calendars else shown.own.calendar,
            place_id=self.place.currentData() if shown.places else shown.own.place_id,
            is_off=not self.not_off.isChecked(),
        )

    def _take_away(self) -> None:
        self._presenter.take_away(self._shown, self)

    def _keep_order(self) -> None:
        """Let one typed day be enough: a last day that lies before the first follows it."""
        with suppress(Refused):  # a day that cannot be read is said when the verb is pressed
            if self.last.day < self.first.day:
                self.last.show_day(self.first.day)


class FileForm(_DaysOffForm):
    """A calendar file: whose days these are, and what taking it over would do."""

    def __init__(self, around: Surroundings, over: QWidget, presenter: Presenter, asked: FileAsked) -> None:
        """Begin with closing days of the whole house."""
        _ = around.words
        super().__init__(_("Take days off over from {file}", file=asked.name), _("Take over"), around, over)
        self._presenter, self._asked = presenter, asked
        self.calendar = combo(presenter.calendars(), asked.calendar, self)
        self.place = combo(presenter.places(), asked.place_id, self)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(12)
        self.form.row("calendar", _("Whose days are these?"), self.calendar)
        self.form.row("place", _("Where"), self.place)
        self.add(self.form, self._parts, self._wrong)
        self.add_verb()
        self.verb.setEnabled(False)
        self.wanted.connect(lambda: presenter.take(self.asked, self))
        self.calendar.currentIndexChanged.connect(lambda _index: self._ask())
        self.place.currentIndexChanged.connect(lambda _index: self._ask())
        self._ask()

    @property
    def asked(self) -> FileAsked:
        """Give the file with what was chosen."""
        return as_closing(self._asked, self.calendar.currentData(), self.place.currentData())

    @property
    def is_changed(self) -> bool:
        """Say that nothing was typed here that can be lost."""
        return False

    def _ask(self) -> None:
        self._presenter.preview(self.asked, self)

    def show_preview(self, shown: FileShown) -> None:
        """Show what is new, already there, gone and unclear."""
        clear(self._parts)
        for part in shown.parts:
            lines = [label(line, "", self, is_wrapped=True) for line in part.lines]
            head = Chip(part.title, part.kind, parent=self)
            self._parts.addLayout(column(row(head, None), *lines, spacing=4))
        self.verb.setEnabled(shown.may_take)

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say why the file cannot be taken over."""
        super().show_wrong(field, sentence)
        clear(self._parts)
        self.verb.setEnabled(False)
