"""The form of a family, in a panel over the screen: what was typed stays until it is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from meetingplace.domain.families import Family
from meetingplace.domain.pictures import Picture
from meetingplace.domain.refusals import Refused
from meetingplace.ui.directory.shown import FormShown
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Notice
from meetingplace.ui.kit.fields import combo, line_edit
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.languages import LanguagesField
from meetingplace.ui.kit.layouts import clear, row
from meetingplace.ui.kit.marks import family_picture
from meetingplace.ui.kit.moments import DateField
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current

_PICTURE = 56  # px


class RowsPanel(FormPanel):
    """Rows with their verb below; a sentence that belongs to no field stands above all of them."""

    def __init__(self, around: Surroundings, over: QWidget, title: str, verb: str) -> None:
        super().__init__(title, over, around.words, verb)
        self.form = Form(self)
        self._notice: Notice | None = None
        self.add(self.form)
        self.wanted.connect(self.save)

    def save(self) -> None:
        """Hand on what was typed; each form knows how."""

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field, or with the whole."""
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        self.release()
        self.form.show_wrong(field, sentence)
        if not field:
            self._notice = Notice(sentence, "stop", parent=self)
            self.body.insertWidget(0, self._notice)


class FamilyPanel(RowsPanel):
    """The form of a family. A new one gets its picture here; its children follow on its page."""

    saved = Signal(object)  # the family as it was typed
    picture_wanted = Signal(object)  # the picture of now

    def __init__(
        self, around: Surroundings, over: QWidget, shown: FormShown, unreadable: Callable[[Refused], None]
    ) -> None:
        """Show a family; what the form itself cannot read goes to `unreadable`."""
        super().__init__(around, over, shown.title, shown.verb)
        _ = self._
        family = shown.family
        self._family, self._unreadable = family, unreadable
        self.nickname = line_edit(family.nickname, parent=self)
        self.languages = LanguagesField(family.languages, shown.languages, _("Another language…"), self)
        self.postcode = line_edit(family.postcode, parent=self)
        self.postcode.setFixedWidth(current().px(110))
        self.municipality = line_edit(family.municipality, suggestions=shown.municipalities, parent=self)
        self.municipality.setMinimumWidth(current().px(280))
        self.how_heard = combo(shown.how_heard, family.how_heard, self)
        self.brought_by = line_edit(family.brought_by, parent=self)
        pick, first_seen = _("Choose a day"), _("First seen")
        self.first_seen = DateField(family.first_seen, shown.today, first_seen, pick, around.formats.language, self)
        self.form.row("nickname", _("Nickname"), self.nickname, _("What the family calls itself. Never a surname."))
        if shown.is_new:
            self.form.row("picture", _("Picture"), self._picture_row(family.picture, shown.picture_name))
        self.form.row("languages", _("Languages at home"), self.languages, _("As many as they speak."))
        self.form.side_by_side(
            ("postcode", _("Postcode"), self.postcode), ("municipality", _("Municipality"), self.municipality)
        )
        self.form.row("how_heard", _("Heard of us through"), self.how_heard)
        helps = _("An organisation or “a neighbour”. Never somebody’s name.")
        self.form.row("brought_by", _("Brought by"), self.brought_by, helps)
        self.form.row("first_seen", first_seen, self.first_seen)
        self.add_verb()

    def save(self) -> None:
        """Hand on the family as it was typed."""
        try:
            first_seen = self.first_seen.day if self.first_seen.typed.text().strip() else None
        except Refused as refused:
            self._unreadable(refused)
            return
        self._family = replace(
            self._family,
            nickname=self.nickname.text(),
            languages=self.languages.codes,
            postcode=self.postcode.text(),
            municipality=self.municipality.text(),
            how_heard=self.how_heard.currentData(),
            brought_by=self.brought_by.text(),
            first_seen=first_seen,
        )
        self.saved.emit(self._family)

    @property
    def family(self) -> Family:
        """Give the family as it was saved last, or as it came."""
        return self._family

    def show_picture(self, picture: Picture, name: str) -> None:
        """Show another picture."""
        self._family = replace(self._family, picture=picture)
        clear(self._circle)
        self._circle.addWidget(family_picture(picture, name, _PICTURE, self))

    def _picture_row(self, picture: Picture, name: str) -> QWidget:
        whole = QWidget(self)
        self._circle = QHBoxLayout()
        self.show_picture(picture, name)
        pressed = lambda: self.picture_wanted.emit(self._family.picture)  # noqa: E731 (the picture of that moment)
        other = button(self._("Other picture"), "quiet", "shape-outline", pressed, whole)
        whole.setLayout(row(self._circle, other, None, spacing=16))
        whole.setFocusProxy(other)
        return whole
