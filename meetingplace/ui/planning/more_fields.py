"""The fields of a session that one does not need at once: for whom, with whom, how many, how much, what to expect."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meetingplace.domain.goals import year_of
from meetingplace.domain.language import MOST_SPOKEN
from meetingplace.domain.places import Place
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity
from meetingplace.i18n import phrases
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.words import exact_age
from meetingplace.ui.kit.buttons import ICON_GAP
from meetingplace.ui.kit.fields import Ticks, check_box, combo, line_edit
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.languages import LanguagesField
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.typed import FormShown

_AGES = (0, 3, 6, 9, 12, 18, 24, 30, 36, 48, 60, 72, 96, 120, 144, 216)  # months
_MOST_CENTS = 100_000


class MoreFields(QWidget):
    """What is folded under "More" in the form of a session."""

    def __init__(self, around: Surroundings, shown: FormShown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ = around.words
        self._formats = around.formats
        activity, board = shown.activity, shown.board
        self.is_formal = combo(self._kinds(), activity.is_formal if activity else False, self)
        self.is_led_by_parents = check_box(
            self._("A parent leads it"), activity.is_led_by_parents if activity else False, self
        )
        self.from_months = combo(self._ages(activity), activity.from_months if activity else 0, self)
        self.to_months = combo(self._ages(activity), activity.to_months if activity else 72, self)
        spoken = activity.languages if activity else ()
        self.languages = LanguagesField(spoken, MOST_SPOKEN, self._("Another language…"), self)
        partners = [(one.id, one.name) for one in board.partners]
        self.partners = Ticks(partners, activity.partners if activity else (), parent=self)
        self.capacity = line_edit(str(activity.capacity) if activity else "", parent=self)
        self.is_walk_in = check_box(
            self._("Parents may simply walk in"), activity.is_walk_in if activity else True, self
        )
        self.price = line_edit(_euros(activity.price_cents) if activity else "0", parent=self)
        self.preparation = line_edit(str(activity.preparation_minutes if activity else 30), parent=self)
        self.debrief = line_edit(str(activity.debrief_minutes if activity else 15), parent=self)
        self._shown = shown
        self.goal = combo(self._goals(shown.day), activity.goal_id if activity else None, self)
        self.expect = self._expect_ticks(board.expectations, activity.expect if activity else ())
        self.form = Form(self)
        self._build(bool(partners))

    def _build(self, has_partners: bool) -> None:
        _, form = self._, self.form
        ages = (("ages", _("Children from"), self.from_months), ("to", _("up to"), self.to_months))
        form.side_by_side(*ages, ("formal", _("Kind of support"), self.is_formal))
        form.add(self.is_led_by_parents)
        form.row("languages", _("Languages that the team speaks"), self.languages)
        if has_partners:
            form.row("partners", _("Together with"), self.partners)
        form.row("goal", _("Goal of the action plan"), self.goal)
        numbers = (("capacity", _("Room for children"), self.capacity), ("price", _("Price in euro"), self.price))
        form.side_by_side(*numbers)
        form.add(self.is_walk_in)
        minutes = (
            ("preparation", _("Minutes before"), self.preparation),
            ("debrief", _("Minutes after"), self.debrief),
        )
        form.side_by_side(*minutes)
        form.row("expect", _("What parents may expect (on the flyer)"), self.expect)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(form)

    def _kinds(self) -> list[tuple[object, str]]:
        return [
            (False, self._("informal: parents come anyway")),
            (True, self._("formal: support is what it is for")),
        ]

    def _goals(self, day: date) -> list[tuple[object, str]]:
        """Offer the goals of the school year of a day, and the one that the session works at already."""
        shown = self._shown
        own = shown.activity.goal_id if shown.activity else None
        year = year_of(day)
        offered = [(goal.id, goal.title) for goal in shown.board.goals if goal.year == year or goal.id == own]
        return [(None, self._("none")), *offered]

    def _ages(self, activity: Activity | None) -> list[tuple[object, str]]:
        own = {activity.from_months, activity.to_months} if activity else set()
        return [(months, exact_age(self._, months)) for months in sorted({*_AGES, *own})]

    def _expect_ticks(self, offered: Iterable[tuple[str, str]], chosen: Iterable[str]) -> Ticks:
        icons = dict(offered)
        paper = translator("paper", self._formats.language)
        choices = [(key, phrases.expectation(paper, key)) for key in icons]

        def make_icon(key: object) -> QIcon:
            return icon(icons[str(key)], current().tokens.ink, current().icon_side(20), gap=ICON_GAP)

        return Ticks(choices, tuple(chosen), make_icon, self)

    # --- filling and reading ---

    def take_over(self, activity: Activity) -> None:
        """Fill in what a title was about before."""
        self.is_formal.setCurrentIndex(self.is_formal.findData(activity.is_formal))
        self.is_led_by_parents.setChecked(activity.is_led_by_parents)
        for choice, months in ((self.from_months, activity.from_months), (self.to_months, activity.to_months)):
            choice.setCurrentIndex(max(0, choice.findData(months)))
        self.partners.choose(activity.partners)
        self.expect.choose(activity.expect)
        self.is_walk_in.setChecked(activity.is_walk_in)
        self.price.setText(_euros(activity.price_cents))

    def follow_day(self, day: date) -> None:
        """Offer the goals of the school year of another day; what was chosen stays if it is among them."""
        chosen = self.goal.currentData()
        self.goal.clear()
        for goal_id, title in self._goals(day):
            self.goal.addItem(title, goal_id)
        self.goal.setCurrentIndex(max(0, self.goal.findData(chosen)))

    def take_place(self, place: Place) -> None:
        """Fill in what a place brings: its capacity and its languages."""
        self.capacity.setText(str(place.capacity))
        self.languages.choose([*self.languages.codes, *place.languages])

    def read(self, wrong: dict[str, Refused]) -> dict[str, Any]:
        """Read what an activity needs; what cannot be read is put into `wrong`, by the name of its field."""
        read: dict[str, Any] = {}
        numbers = (
            ("capacity", self.capacity.text(), "capacity"),
            ("preparation", self.preparation.text(), "preparation_minutes"),
            ("debrief", self.debrief.text(), "debrief_minutes"),
        )
        for field, typed, name in numbers:
            try:
                read[name] = read_number(typed)
            except Refused as refused:
                wrong[field] = refused
        try:
            read["price_cents"] = read_price(self.price.text())
        except Refused as refused:
            wrong["price"] = refused
        if self.from_months.currentData() >= self.to_months.currentData():
            wrong["ages"] = Refused(Reason.AGE_RANGE_TURNED)
        return read | {
            "is_formal": self.is_formal.currentData(),
            "is_led_by_parents": self.is_led_by_parents.isChecked(),
            "from_months": self.from_months.currentData(),
            "to_months": self.to_months.currentData(),
            "languages": self.languages.codes,
            "partners": self.partners.on,
            "goal_id": self.goal.currentData(),
            "is_walk_in": self.is_walk_in.isChecked(),
            "expect": tuple(str(key) for key in self.expect.on),
        }


def read_number(typed: str) -> int:
    """Read a whole number from nought on; refuses NUMBER_IMPOSSIBLE."""
    words = typed.strip() or "0"
    if not (words.isdecimal() and words.isascii() and len(words) <= 5):
        raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=words[:20])
    return int(words)


def read_price(typed: str) -> int:
    """Read an amount in euro as people write it (2, 2.50, € 2,50), in cents; refuses NUMBER_IMPOSSIBLE."""
    words = typed.replace("€", "").strip().replace(",", ".") or "0"
    whole, _dot, part = words.partition(".")
    is_number = whole.isdecimal() and whole.isascii() and len(whole) <= 4
    if not is_number or not (part == "" or (part.isdecimal() and part.isascii() and len(part) <= 2)):
        raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=typed.strip()[:20])
    return min(int(whole) * 100 + int(part.ljust(2, "0") or "0"), _MOST_CENTS)


def _euros(cents: int) -> str:
    return str(cents // 100) if cents % 100 == 0 else f"{cents // 100},{cents % 100:02d}"
