"""How the house presents itself: name, line, phone, e-mail, colours, mark and languages of its paper; saved at once."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from meetingplace.domain.language import PAPER
from meetingplace.domain.pictures import PICTURE_SHAPES
from meetingplace.domain.places import House
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import own_name
from meetingplace.i18n.words import picture_name
from meetingplace.services.organisation import IDLE_CHOICES
from meetingplace.ui.kit.cards import Card, label
from meetingplace.ui.kit.fields import Ticks, check_box, combo, line_edit
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.mood_pick import MoodPick
from meetingplace.ui.kit.pick import Pick
from meetingplace.ui.kit.theme import current
from meetingplace.ui.settings.house_keeping import HouseKeeper

_WIDEST, _PHONE = 580, 190  # px of a line, and of a phone number
_MINUTE = 60  # s
_LARGE = 1.3  # from this text scale on, each field has a line of its own


class HouseSection(QWidget):
    """The facts of the house; each is saved when its field is left."""

    def __init__(self, words: Translator, keeper: HouseKeeper) -> None:
        """Begin empty, until the house is known."""
        super().__init__()
        _ = words
        self._keeper = keeper
        self.contact, self.paper, self.parents = Form(self), Form(self), Form(self)
        self.lines = {name: self._line(name) for name in ("name", "line", "phone", "email")}
        self._ask_contact(_)
        self._ask_paper(_)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(5, 5, 5, 5)
        whole.setSpacing(14)
        self._ask_parents(_)
        cards = (
            (_("Name and contact"), self.contact),
            (_("Your paper"), self.paper),
            (_("Screens for parents"), self.parents),
        )
        for title, form in cards:
            card = Card(self, padding=20, spacing=10)
            card.body.addWidget(label(title, "section", card))
            card.body.addWidget(form)
            whole.addWidget(card)
        whole.addStretch(1)

    def _line(self, name: str) -> QLineEdit:
        editor = line_edit("")
        editor.setMaximumWidth(current().px(_WIDEST))
        editor.editingFinished.connect(lambda: self._leave(name))
        return editor

    def _ask_contact(self, _: Translator) -> None:
        theme = current()
        name, line, phone, email = self.lines.values()
        phone.setMaximumWidth(theme.px(_PHONE))
        self.contact.row("name", _("Name of the house"), name, _("The sender on every sheet."))
        example = _("For instance: meeting place for parents and children, Schaarbeek")
        self.contact.row("line", _("Line under the name"), line, example)
        if theme.scale < _LARGE:
            email.setMinimumWidth(theme.px(_WIDEST - _PHONE) - 16)
            self.contact.side_by_side(("phone", _("Phone"), phone), ("email", _("E-mail"), email))
        else:
            self.contact.row("phone", _("Phone"), phone)
            self.contact.row("email", _("E-mail"), email)

    def _ask_paper(self, _: Translator) -> None:
        keeper = self._keeper
        self.mood = MoodPick(_)
        self.mood.chosen.connect(lambda mood: keeper.change(mood=mood))
        self.paper.row("mood", _("Colours"), self.mood)
        marks = [(shape, picture_name(_, shape)) for shape in PICTURE_SHAPES]
        self.picture = Pick(marks, None, _mark, has_words=False)
        self.picture.chosen.connect(lambda shape: keeper.change(picture=shape))
        self.paper.row("picture", _("Mark of the house"), self.picture)
        others = [(code, own_name(code)) for code in PAPER if code != "nl"]
        self.languages = Ticks(others)
        self.languages.changed.connect(lambda: keeper.change(languages=("nl", *self.languages.on)))
        always = _("Dutch is always on the sheet, and first.")
        self.paper.row("languages", _("Languages of your flyers"), self.languages, always)

    def _ask_parents(self, _: Translator) -> None:
        keeper = self._keeper
        self.sign_in = check_box(_("Parents may sign in themselves"))
        self.sign_in.clicked.connect(lambda is_on: keeper.change(has_sign_in=is_on))
        why = _("Then the desk has “Sign-in screen” under More. Only the PIN of somebody of the team leads out of it.")
        self.idle = combo([(seconds, _in_words(seconds, _)) for seconds in IDLE_CHOICES], IDLE_CHOICES[1])
        self.idle.setMaximumWidth(current().px(_PHONE))
        self.idle.activated.connect(lambda at: keeper.change(corner_seconds=self.idle.itemData(at)))
        self.parents.row("has_sign_in", _("Sign-in"), self.sign_in, why)
        self.parents.row("corner_seconds", _("When nobody touches it, it begins anew after"), self.idle)

    def show_house(self, house: House) -> None:
        """Show the house; what somebody is typing just now stays, and so does what was refused."""
        for name, editor in self.lines.items():
            is_being_typed = editor.hasFocus() and editor.isModified()
            if not is_being_typed and not editor.property("wrong"):
                editor.setText(getattr(house, name))
                editor.setCursorPosition(0)  # long words are read from their beginning
        self.mood.choose(house.mood)
        self.picture.choose(house.picture)
        self.languages.choose(house.languages)
        self.sign_in.setChecked(house.has_sign_in)
        self._show_idle(house.corner_seconds)

    def _show_idle(self, seconds: int) -> None:
        nearest = min(range(len(IDLE_CHOICES)), key=lambda at: abs(IDLE_CHOICES[at] - seconds))
        self.idle.setCurrentIndex(nearest)

    def show_wrong(self, name: str, sentence: str) -> None:
        """Say what is wrong with a field."""
        for form in (self.contact, self.paper, self.parents):
            form.show_wrong(name, sentence)

    def _leave(self, name: str) -> None:
        editor = self.lines[name]
        if editor.isModified():
            editor.setModified(False)
            self.contact.clear_errors()
            self._keeper.change(**{name: editor.text()})


def _in_words(seconds: int, _: Translator) -> str:
    if seconds < _MINUTE:
        return _.plural("{n} second", "{n} seconds", seconds)
    return _.plural("{n} minute", "{n} minutes", seconds // _MINUTE)


def _mark(shape: object) -> QIcon:
    return icon(str(shape), current().tokens.ink, current().icon_side(24))
