"""The list of a session or series: one field to enrol, the names with their acts, who waits below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meetingplace.domain.refusals import Refused
from meetingplace.ui.kit.buttons import Segment, button
from meetingplace.ui.kit.cards import Notice, label
from meetingplace.ui.kit.fields import Field, line_edit
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.layouts import clear, column, row, rule
from meetingplace.ui.kit.moments import DateField
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.enrolment.presenter import FOLLOWS, ChangeShown, ListShown, NameShown, Presenter

GoTo = Callable[[date, int | None], None]


class Contact(QWidget):
    """A contact and the day until which it is kept."""

    def __init__(self, around: Surroundings, contact: str, until: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _, today = around.words, around.clock().date()
        self._around = around
        self.contact = line_edit(contact, parent=self)
        self.day = DateField(until, today, _("Keep until"), _("Choose a day"), around.formats.language, self)
        says = _("Phone or e-mail, only if the parent wants it. It is forgotten by itself after that day.")
        self._contact = Field(_("Contact"), self.contact, says, self)
        self._until = Field(_("Keep until"), self.day, "", self)
        self.setLayout(column(self._contact, self._until, spacing=12))

    @property
    def until(self) -> date | None:
        """Give the day; None when none was typed. Refuses DATE_IMPOSSIBLE."""
        return self.day.day if self.day.typed.text().strip() else None

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with the contact, or with its day; nothing takes it back."""
        self._contact.show_wrong(sentence if field == "contact" else "")
        self._until.show_wrong(sentence if field == "until" else "")


class EnrolmentPanel(Panel):
    """Stays open while names are added: Enter enrols and waits for the next."""

    def __init__(self, around: Surroundings, over: QWidget, session_id: int) -> None:
        """Open over a screen."""
        _ = self._ = around.words
        super().__init__(_("Enrolments"), over, _("Close"), width=640)
        self._around = around
        self.presenter = Presenter(around, self, session_id)
        self.line = label("", "soft", self, is_wrapped=True)
        self.which = Segment([("", "")], "", parent=self)
        self.numbers = label("", "strong", self, is_wrapped=True)
        self.notice = Notice("", "wait", parent=self)
        self.name = line_edit(parent=self)
        self.field = Field(_("First name"), self.name, _("Only the first name, never a surname."), self)
        self.verb = button(_("Enrol"), "primary", "plus", self._enrol, self)
        self.fold = button(_("Add a contact"), "text", "phone-outline", self._unfold, self)
        self.no_contact = label("", "soft", self, is_wrapped=True)
        self.contact = Contact(around, "", around.clock().date(), self)
        self.contact.hide()
        self._which = row()
        self._lists = QVBoxLayout()
        self.rows: list[QWidget] = []
        self._build()
        self.name.returnPressed.connect(self._enrol)
        self.contact.contact.returnPressed.connect(self._enrol)
        self.closed.connect(around.bulletin.follow(FOLLOWS, self.presenter.refresh))

    def _build(self) -> None:
        self.which.hide()
        self._which.addWidget(self.which)
        self._which.addStretch(1)
        self._entry = QWidget(self)
        entry = row(self.field, spacing=12)
        entry.setStretch(0, 1)
        under_its_title = column(label(" ", "strong", self._entry), self.verb, None, spacing=4)
        entry.addLayout(under_its_title)
        self._entry.setLayout(column(entry, row(self.fold, None), self.no_contact, self.contact, spacing=8))
        self._lists.setContentsMargins(0, 0, 0, ROOM)
        self._lists.setSpacing(2)
        self.add(self.line, self._which, self.notice, self._entry, self.numbers, self._lists)
        paper = button(self._("Print the list"), "quiet", "printer-outline", self._print)
        self.close_button = button(self._("Close"), "quiet", pressed=self.leave, parent=self)
        self.add_acts(paper, None, self.close_button)

    def _print(self) -> None:
        self.close_panel()
        self.presenter.print_list()

    def _unfold(self) -> None:
        self.contact.show()
        self.fold.hide()
        self.contact.contact.setFocus()

    def _enrol(self) -> None:
        self.show_wrong("", "")
        until = None
        if self.contact.isVisibleTo(self):
            try:
                until = self.contact.until
            except Refused as refused:
                self.show_wrong("until", self.presenter.say(refused))
                return
        self.presenter.enrol(self.name.text(), self.contact.contact.text(), until)

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field; what was typed stays."""
        self.field.show_wrong(sentence if field == "name" else "")
        self.contact.show_wrong(field, sentence)

    def clear_entry(self) -> None:
        """Be ready for the next first name."""
        self.name.clear()
        self.contact.contact.clear()
        self.name.setFocus()

    def show_list(self, shown: ListShown) -> None:
        """Show the list; what is being typed stays."""
        _ = self._
        self.line.setText(shown.line)
        self.numbers.setText(shown.numbers)
        self._show_choices(shown)
        self.notice.sentence.setText(shown.notice)
        self.notice.setVisible(bool(shown.notice))
        self._entry.setVisible(not shown.notice)
        self.fold.setVisible(not shown.contact_help and not self.contact.isVisibleTo(self))
        self.no_contact.setText(shown.contact_help)
        self.no_contact.setVisible(bool(shown.contact_help))
        if not self.contact.contact.text():
            self.contact.day.show_day(shown.until)
        had_focus = self._is_in_lists(self.window().focusWidget())
        clear(self._lists)
        self.rows = []
        for one in shown.enrolled:
            self._lists.addWidget(self._row(one, ""))
        if not shown.enrolled:
            self._lists.addWidget(label(_("Nobody is enrolled yet."), "soft", self))
        if shown.of_series:
            self._lists.addWidget(label(shown.of_series, "soft", self, is_wrapped=True))
        if shown.waiting:
            self._lists.addSpacing(8)
            self._lists.addWidget(rule(self))
            self._lists.addWidget(label(_("Waiting list"), "strong", self))
        for place, one in enumerate(shown.waiting, 1):
            self._lists.addWidget(self._row(one, f"{place}."))
        if had_focus:
            (self.name if self._entry.isVisibleTo(self) else self.close_button).setFocus()

    def _is_in_lists(self, focused: QWidget | None) -> bool:
        return focused is not None and any(one.isAncestorOf(focused) for one in self.rows)

    def _show_choices(self, shown: ListShown) -> None:
        if shown.choices and self.which.isHidden():
            made = Segment(shown.choices, shown.on, self._("Whose list"), self)
            made.chosen.connect(self.presenter.choose)
            self._which.replaceWidget(self.which, made)
            self.which.deleteLater()
            self.which = made
        self.which.choose(shown.on)

    def _row(self, shown: NameShown, place: str) -> QWidget:
        _, made = self._, QWidget(self)
        name = label(shown.first_name, "name", made, is_wrapped=True)
        words = column(name, spacing=0)
        if shown.note:
            words.addWidget(label(shown.note, "soft", made, is_wrapped=True))
        line = row(spacing=8)
        if place:
            line.addWidget(label(place, "soft", made), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)
        for word, icon_name, press in (
            (_("Change"), "pencil-outline", self.change),
            (_("Take off"), "close", self.presenter.take_off),
        ):
            act = button(word, "text", icon_name, partial(press, shown.enrolment_id), made)
            act.setAccessibleName(f"{word}: {shown.first_name}")
            line.addWidget(act)
        made.setLayout(line)
        self.rows.append(made)
        return made

    def change(self, enrolment_id: int) -> None:
        """Open the form about one first name."""
        shown = self.presenter.form(enrolment_id)
        if shown:
            form = ChangeForm(self._around, self, self.presenter, shown)
            form.open(form.name)


class ChangeForm(FormPanel):
    """A first name and its contact."""

    def __init__(self, around: Surroundings, over: QWidget, presenter: Presenter, shown: ChangeShown) -> None:
        """Begin with what is kept."""
        _ = around.words
        super().__init__(_("Change the enrolment"), over, _, _("Save"), width=560)
        self._presenter, self._shown = presenter, shown
        self.name = line_edit(shown.enrolled.first_name, parent=self)
        self._field = Field(_("First name"), self.name, _("Only the first name, never a surname."), self)
        self.contact = Contact(around, shown.enrolled.contact, shown.until, self)
        self.contact.setVisible(shown.keeps_contacts)
        self.add(self._field, self.contact)
        self.add_verb()
        self.wanted.connect(self._save)

    def _save(self) -> None:
        self._field.show_wrong("")
        self.contact.show_wrong("", "")
        try:
            until = self.contact.until
        except Refused as refused:
            self.show_wrong("until", self._presenter.say(refused))
            return
        contact = self.contact.contact.text() if self._shown.keeps_contacts else ""
        self._presenter.save(self._shown.enrolled, self.name.text(), contact, until, self)

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field; what was typed stays."""
        self.release()
        self._field.show_wrong(sentence if field == "name" else "")
        self.contact.show_wrong(field, sentence)


def open_room(around: Surroundings, over: QWidget, go_to: GoTo, session_id: int | None = None) -> None:
    """Open the list of a session."""
    del go_to
    if session_id is not None:
        panel = EnrolmentPanel(around, over, session_id)
        panel.presenter.refresh()
        panel.open(panel.name)
