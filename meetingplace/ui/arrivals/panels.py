"""The panels of who comes in: a new family, guests, and who really came with a visit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from meetingplace.domain.families import Relation
from meetingplace.domain.pictures import Picture
from meetingplace.domain.refusals import Reason
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.words import picture_colour_name, picture_name
from meetingplace.ui.arrivals.desk_panel import DeskPanel
from meetingplace.ui.arrivals.gather import UNKNOWN_AGE, Gather, ages, months_of, relations
from meetingplace.ui.arrivals.shown import NewcomerShown, VisitShown
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.fields import Ticks, line_edit
from meetingplace.ui.kit.languages import LanguagesField
from meetingplace.ui.kit.layouts import row
from meetingplace.ui.kit.marks import family_picture, picture_icon
from meetingplace.ui.kit.pick import Pick

_PICTURE = 38  # px, in a button of 44


def _gather(_: Translator, name: str, choices: Sequence[tuple[str, str]]) -> Gather:
    return Gather(name, choices, lambda word: _("take away {what}", what=word))


def _relations(values: Sequence[str]) -> list[Relation]:
    return [Relation(value) for value in values]


class ComingPanel(DeskPanel):
    """People who come in now: the age of each child, who the adults are, and what they speak."""

    def __init__(self, title: str, shown: NewcomerShown, words: Translator, over: QWidget) -> None:
        super().__init__(title, words, over, words("In"))
        _ = words
        self.children_came = _gather(_, _("Children"), ages(_))
        self.adults = _gather(_, _("Adults"), relations(_))
        self.adults.presume(Relation.MOTHER.value)
        self.languages = LanguagesField((), shown.languages, _("Another language…"), self)

    def ask_who(self) -> None:
        """Put these questions into the form."""
        _ = self._
        self.form.row("children", _("How old are the children?"), self.children_came)
        self.form.row("adults", _("Who came along?"), self.adults)
        self.form.row("languages", _("Which languages do they speak?"), self.languages)


class NewcomerPanel(ComingPanel):
    """A new family: a nickname, the age of each child, who the adult is; the rest may wait.

    `let_in` is called with nickname, picture, ages in months, relations and languages.
    """

    about = {
        Reason.NAME_MISSING: "nickname",
        Reason.TEXT_TOO_LONG: "nickname",
        Reason.NOBODY_CAME: "children",
        Reason.PICTURE_TAKEN: "picture",
    }

    def __init__(self, shown: NewcomerShown, words: Translator, over: QWidget, let_in: Callable[..., object]) -> None:
        super().__init__(words("New family"), shown, words, over)
        _ = words
        self._let_in = let_in
        self.nickname = line_edit(shown.nickname)
        self.pictures = _pictures(shown.pictures, _)
        self.form.row("nickname", _("Nickname"), self.nickname, _("A name for the house, never the surname."))
        self.ask_who()
        self.form.row("picture", _("Their picture"), self.pictures)
        self.add_verb()
        self.wanted.connect(self._want)
        self.open(self.nickname)

    def _want(self) -> None:
        picture = self.pictures.on
        self._let_in(
            self.nickname.text(),
            picture if isinstance(picture, Picture) else None,
            months_of(self.children_came.values),
            _relations(self.adults.values),
            self.languages.codes,
        )


def _pictures(offered: Sequence[Picture], _: Translator) -> Pick:
    choices: list[tuple[object, str]] = [
        (picture, f"{picture_name(_, picture.shape)}, {picture_colour_name(_, picture.colour)}") for picture in offered
    ]
    icons: dict[object, QIcon] = {picture: picture_icon(picture, _PICTURE) for picture in offered}
    made = Pick(choices, next(iter(offered), None), icons.__getitem__, has_words=False)
    for picture, _word in choices:
        made.button(picture).setIconSize(QSize(_PICTURE, _PICTURE))
    return made


class GuestPanel(ComingPanel):
    """Unnamed people who come together, perhaps a group with a name.

    `let_in` is called with ages in months, relations, languages and the name of the group.
    """

    about = {Reason.NOBODY_CAME: "children", Reason.TEXT_TOO_LONG: "group"}

    def __init__(self, shown: NewcomerShown, words: Translator, over: QWidget, let_in: Callable[..., object]) -> None:
        super().__init__(words("Guest"), shown, words, over)
        _ = words
        self._let_in = let_in
        self.children_came.presume(UNKNOWN_AGE)  # a mother with a child: two taps, and nothing more is known
        self.group = line_edit("")
        self.ask_who()
        self.form.row("group", _("Is it a group? Then its name"), self.group, _("A class or an organisation."))
        self.add_verb()
        self.wanted.connect(self._want)
        self.open(self.children_came.key(ages(_)[0][0]))

    def _want(self) -> None:
        self._let_in(
            months_of(self.children_came.values),
            _relations(self.adults.values),
            self.languages.codes,
            self.group.text(),
        )


class VisitPanel(DeskPanel):
    """Who really came with a visit, and whether they have left."""

    about = {Reason.NOBODY_CAME: "adults"}
    saved = Signal(object, object, object)  # children by id, ages of extra children in months, relations
    left, came_back, removed = Signal(), Signal(), Signal()

    def __init__(self, shown: VisitShown, words: Translator, over: QWidget) -> None:
        super().__init__(shown.name, words, over, words("Save"))
        _ = words
        if shown.picture:
            head = row(family_picture(shown.picture, parent=self), label(shown.line, "soft", self), None)
            self.body.insertLayout(0, head)
        else:
            self.body.insertWidget(0, label(shown.line, "soft", self))
        self.own = Ticks(
            [(child.child_id, child.word) for child in shown.children],
            [child.child_id for child in shown.children if child.is_present],
        )
        self.extra = _gather(_, _("Extra child"), ages(_))
        self.extra.start([choice.value for choice in shown.extra], [(each.value, each.word) for each in shown.extra])
        self.adults = _gather(_, _("Adults"), relations(_))
        self.adults.start([relation.value for relation in shown.adults])
        if shown.children:
            self.form.row("children", _("Which children are here?"), self.own)
        self.form.row("extra", _("Extra child") if shown.children else _("Children"), self.extra)
        self.form.row("adults", _("Who came along?"), self.adults)
        self._add_acts(shown)
        self.open()

    def _add_acts(self, shown: VisitShown) -> None:
        _ = self._
        remove = button(_("Remove"), "danger", "trash-can-outline", self.removed.emit)
        if shown.has_left:
            other = button(_("In again"), "quiet", "door-open", self.came_back.emit)
        else:
            other = button(_("Has left"), "quiet", "exit-run", self.left.emit)
        self.add_verb(remove, other)
        self.wanted.connect(self._save)

    def _save(self) -> None:
        self.saved.emit(self.own.on, months_of(self.extra.values), _relations(self.adults.values))
