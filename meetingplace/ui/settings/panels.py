"""Forms in a panel for a place, a team member or a partner: one button saves, one takes out of use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from meetingplace.domain.language import MOST_SPOKEN
from meetingplace.domain.partners import Partner
from meetingplace.domain.places import Place
from meetingplace.domain.privacy import Level
from meetingplace.domain.team import Role, TeamMember
from meetingplace.i18n.words import level_name, role_name
from meetingplace.services.organisation import STOP_KINDS
from meetingplace.services.upkeep import LONGEST_PIN
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.fields import TextArea, Ticks, check_box, line_edit
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.hidden import hidden_line
from meetingplace.ui.kit.languages import LanguagesField
from meetingplace.ui.kit.layouts import row
from meetingplace.ui.kit.pick import Pick
from meetingplace.ui.kit.theme import current
from meetingplace.ui.settings.away_panel import AwayPanel
from meetingplace.ui.settings.pictures.panel import open_logo
from meetingplace.ui.settings.presenter import Presenter, Thing
from meetingplace.ui.slip.panel import open_slip


class ThingPanel(FormPanel):
    """A form for one thing; what was typed stays until it is saved or thrown away."""

    def __init__(self, title: str, over: QWidget, presenter: Presenter, thing: Any, remove_word: str) -> None:
        """Begin with the thing as it is; one with id 0 is new and cannot be taken out of use."""
        _ = presenter._
        super().__init__(title, over, _, _("Save"), width=620)
        self._presenter, self._thing = presenter, thing
        self._next: Callable[[QWidget], object] | None = None  # what is opened once this is saved
        self.closed.connect(self._closed)
        self.form = Form(self)
        self._wrong = label("", "error", self, is_wrapped=True)
        self._wrong.hide()
        self.remove = button(remove_word, "danger", pressed=self._remove, parent=self)
        self.remove.setVisible(bool(thing.id))
        self.add(self.form, self._wrong)
        self.build()
        self.add_verb(self.remove)
        self.wanted.connect(self._save)

    def build(self) -> None:
        """Add the rows."""

    def typed(self) -> Thing | None:
        """Give the thing as it was typed; None when a field says what is wrong with it."""

    def text(self, name: str) -> str:
        """Give what was typed into a field of one line."""
        editor = self.form.field(name).editor
        return editor.text() if isinstance(editor, QLineEdit) else ""

    def line(self, name: str, title: str, help_text: str = "") -> None:
        """Add a field of one line for a fact of the thing."""
        self.form.row(name, title, line_edit(str(getattr(self._thing, name))), help_text)

    def languages(self, title: str) -> LanguagesField:
        """Add the languages that are spoken: those of the thing first, then those that Brussels speaks most."""
        field = LanguagesField(self._thing.languages, ("nl", *MOST_SPOKEN), self._("Another language…"), self)
        self.form.row("languages", title, field)
        return field

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field, or, without one, with the whole."""
        self.release()
        is_at_field = self.form.has(field)
        self.form.show_wrong(field, sentence)
        self._wrong.setText("" if is_at_field else sentence)
        self._wrong.setVisible(not is_at_field)

    def _save(self) -> None:
        typed = self.typed()
        if typed is not None:
            self.form.clear_errors()
            self._presenter.save(typed, self)

    def release(self) -> None:
        """Let both acts be pressed again: something is wrong, so it stays here."""
        super().release()
        self.remove.setEnabled(True)
        self._next = None

    def go_on(self, open_next: Callable[[QWidget], object]) -> None:
        """Go to another panel about this thing; what was changed here is saved first."""
        self._next = open_next
        if self.is_changed:
            self.press()
        else:
            self.close_panel()

    def _closed(self) -> None:
        over = self.parentWidget()
        if self._next is not None and over is not None:
            self._next(over)

    def _remove(self) -> None:
        self.remove.setEnabled(False)
        self._presenter.remove(self._thing, self)


class PlacePanel(ThingPanel):
    """Where sessions are held."""

    def __init__(self, over: QWidget, presenter: Presenter, place: Place) -> None:
        """Begin with a place."""
        _ = presenter._
        title = place.name if place.id else _("New place")
        super().__init__(title, over, presenter, place, _("Take out of use"))

    def build(self) -> None:
        """Ask what a flyer and the desk need to know."""
        _, place = self._, self._thing
        theme = current()
        self.line("name", _("Name"))
        self.line("address", _("Street and number"))
        postcode, municipality = line_edit(place.postcode), line_edit(place.municipality)
        postcode.setMaximumWidth(theme.px(120))
        municipality.setMinimumWidth(theme.px(260))
        self.form.side_by_side(("postcode", _("Postcode"), postcode), ("municipality", _("Municipality"), municipality))
        words = {"": _("none"), "tram": _("tram"), "bus": _("bus"), "metro": _("metro")}
        self.stop_kind = Pick([(kind, words[kind]) for kind in STOP_KINDS], place.stop_kind)
        self.form.row("stop_kind", _("Stop nearby"), self.stop_kind)
        self.line("stop", _("Line and stop"), _("As it stands on a flyer: “tram 55, halte Kersenplein”."))
        self.is_mobile = check_box(_("This place moves: a bus, a cargo bike, a square"), place.is_mobile)
        self.form.add(self.is_mobile)
        capacity, hosts = line_edit(str(place.capacity)), line_edit(str(place.minimum_hosts))
        for editor in (capacity, hosts):
            editor.setMaximumWidth(theme.px(120))
        self.form.side_by_side(
            ("capacity", _("Room for children"), capacity), ("minimum_hosts", _("At least so many hosts"), hosts)
        )
        self.level = Pick([(level, level_name(_, level)) for level in Level], place.level)
        self.level.chosen.connect(self._explain)
        self.explanation = label("", "soft", is_wrapped=True)
        self.form.row("level", _("What is written down about families"), self.level)
        self.form.add(self.explanation)
        self.spoken = self.languages(_("Languages that are spoken here"))
        self._explain(place.level)

    def _explain(self, level: object) -> None:
        _ = self._
        self.explanation.setText(
            {
                Level.TALLY: _("Only how many children and adults came. Nobody can be found back afterwards."),
                Level.PSEUDONYM: _(
                    "A nickname and a picture, so that you know who came before. Never a surname or an address."
                ),
                Level.CONTACT: _(
                    "A nickname, a picture, and a phone number or e-mail for parents who ask for it, with an end date."
                ),
            }[Level(level)]
        )

    def typed(self) -> Place | None:
        """Give the place as it was typed."""
        capacity = self._presenter.number(self.text("capacity"), "capacity", self)
        if capacity is None:
            return None
        hosts = self._presenter.number(self.text("minimum_hosts"), "minimum_hosts", self)
        if hosts is None:
            return None
        names = ("name", "address", "postcode", "municipality", "stop")
        return replace(
            self._thing,
            **{name: self.text(name) for name in names},
            stop_kind=str(self.stop_kind.on or ""),
            is_mobile=self.is_mobile.isChecked(),
            capacity=capacity,
            minimum_hosts=hosts,
            level=self.level.on,
            languages=self.spoken.codes,
        )


class MemberPanel(ThingPanel):
    """Somebody who receives."""

    def __init__(self, over: QWidget, presenter: Presenter, member: TeamMember) -> None:
        """Begin with a team member."""
        _ = presenter._
        title = member.name if member.id else _("New team member")
        super().__init__(title, over, presenter, member, _("Take out of the team"))

    def build(self) -> None:
        """Ask who somebody is and when they come; days away and the PIN have panels of their own."""
        _, member = self._, self._thing
        self.line("name", _("Name"))
        self.role = Pick([(role, role_name(_, role)) for role in Role], member.role)
        self.form.row("role", _("Role"), self.role)
        self.is_paid = Pick([(False, _("volunteer")), (True, _("paid"))], member.is_paid)
        self.form.row("is_paid", _("Paid or volunteer"), self.is_paid, _("Hours of both are counted apart."))
        self.role.chosen.connect(self._show_paid)
        self._show_paid(member.role)
        self.spoken = self.languages(_("Languages that they speak"))
        self.weekdays = Ticks(self._presenter.weekdays(), member.weekdays, parent=self)
        self.form.row("weekdays", _("Usually comes on"), self.weekdays, _("Nothing chosen: on any day."))
        if member.id:
            word = _("Change the PIN") if member.has_pin else _("Set a PIN")
            self.away = button(_("Days away"), "quiet", "calendar-remove-outline", partial(self.go_on, self._to_away))
            self.pin = button(word, "quiet", "lock-outline", partial(self.go_on, self._to_pin), self)
            self.body.addLayout(row(self.away, self.pin, None))

    def _show_paid(self, role: object) -> None:
        """Ask whether somebody is paid, unless the role says it already."""
        self.form.field("is_paid").setVisible(role is not Role.VOLUNTEER)

    def _to_pin(self, over: QWidget) -> None:
        PinPanel(over, self._presenter, self._thing).start()

    def _to_away(self, over: QWidget) -> None:
        AwayPanel(over, self._presenter.around, self._thing).start()

    def typed(self) -> TeamMember | None:
        """Give the team member as typed."""
        return replace(
            self._thing,
            name=self.text("name"),
            role=self.role.on,
            is_paid=bool(self.is_paid.on) and self.role.on is not Role.VOLUNTEER,
            languages=self.spoken.codes,
            weekdays=tuple(weekday for weekday in self.weekdays.on if isinstance(weekday, int)),
        )


class PinPanel(FormPanel):
    """The PIN with which somebody comes back after a lock."""

    def __init__(self, over: QWidget, presenter: Presenter, member: TeamMember) -> None:
        """Begin with nothing typed: a PIN is never shown."""
        _ = presenter._
        super().__init__(_("PIN of {name}", name=member.name), over, _, _("Save"), width=480)
        self._presenter, self._member = presenter, member
        self.form = Form(self)
        self.pin, self.again = hidden_line(longest=LONGEST_PIN), hidden_line(longest=LONGEST_PIN)
        self.form.row("pin", _("New PIN"), self.pin, _("At least 4 digits."))
        self.form.row("pin_again", _("Once more"), self.again)
        self.add(label(_("It locks the screen, not the file of the house."), "soft", is_wrapped=True), self.form)
        self.remove = button(_("Take the PIN away"), "danger", pressed=self._remove, parent=self)
        self.remove.setVisible(member.has_pin)
        self.add_verb(self.remove)
        self.wanted.connect(self._save)

    def start(self) -> None:
        """Open with the keyboard in the first field."""
        self.open(self.pin)

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field."""
        self.release()
        self.form.show_wrong(field or "pin", sentence)

    def _save(self) -> None:
        if not self.pin.text():
            self.show_wrong("pin", self._("Type at least 4 digits."))
            return
        self._presenter.set_pin(self._member, self.pin.text(), self.again.text(), self)

    def _remove(self) -> None:
        self._presenter.set_pin(self._member, "", "", self)


class PartnerPanel(ThingPanel):
    """A local actor: an organisation, never a person."""

    def __init__(self, over: QWidget, presenter: Presenter, partner: Partner) -> None:
        """Begin with a partner."""
        _ = presenter._
        title = partner.name if partner.id else _("New partner")
        super().__init__(title, over, presenter, partner, _("Take out of use"))

    def build(self) -> None:
        """Ask what it is to us and how to reach it."""
        _, partner = self._, self._thing
        self.line("name", _("Name of the organisation"))
        self.is_organiser = check_box(_("Organises sessions with us"), partner.is_organiser)
        self.is_referral = check_box(_("We refer parents to them"), partner.is_referral)
        for box in (self.is_organiser, self.is_referral):
            self.form.add(box)
        self.line("address", _("Address"))
        self.line("phone", _("Phone"))
        self.line("email", _("E-mail"))
        self.line("stop", _("Stop nearby"), _("As it stands on a slip: “tram 55, halte Parkhalte”."))
        self.line("hours", _("When are they open?"), _("For instance: “dinsdag en donderdag, 9 – 12 uur”."))
        self.line("price", _("What does it cost?"), _("For instance: “gratis”."))
        self.note = TextArea(partner.note, _("For instance: in which languages, whom to ask for"), lines=3)
        self.form.row("note", _("Note"), self.note)
        if partner.id:
            self.slip = button(_("Referral slip"), "quiet", "printer-outline", partial(self.go_on, self._to_slip), self)
            self.logo = button(_("Logo"), "quiet", "image-outline", partial(self.go_on, self._to_logo), self)
            self.body.addLayout(row(self.slip, self.logo, None))

    def _to_slip(self, over: QWidget) -> None:
        open_slip(self._presenter.around, over, self._thing.id)

    def _to_logo(self, over: QWidget) -> None:
        open_logo(self._presenter.around, over, self._thing.id)

    def typed(self) -> Partner | None:
        """Give the partner as typed."""
        return replace(
            self._thing,
            **{name: self.text(name) for name in ("name", "address", "phone", "email", "stop", "hours", "price")},
            is_organiser=self.is_organiser.isChecked(),
            is_referral=self.is_referral.isChecked(),
            note=self.note.toPlainText(),
        )
