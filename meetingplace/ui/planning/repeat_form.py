"""The rule of a series with a live preview: which dates are made, which are skipped and why, and a tick to keep one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from meetingplace.domain import typed_text
from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.recurrence import LONGEST, MOST, ORDINALS, Monthly, Picked, Rule, Weekly
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.words import calendar_name
from meetingplace.services.series import Repeats
from meetingplace.ui.kit.cards import Chip, label
from meetingplace.ui.kit.fields import Ticks, check_box, combo, line_edit
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.layouts import Flow, clear, column
from meetingplace.ui.kit.moments import DateField
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.shown import PreviewShown

_A_MONDAY = date(2026, 1, 5)
_MOST_WEEKS = 8
_WEEK, _MONTH, _DATES = "week", "month", "dates"  # how a series repeats
_PAUSE = 80  # ms after the last change before the preview asks


class RepeatForm(QWidget):
    """How it repeats, until when or how often, what to skip; `changed` asks for a new preview."""

    changed = Signal()

    def __init__(
        self, around: Surroundings, first: Callable[[], date], weekday: int, until: date, is_extension: bool,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """Begin with a weekday; `first` reads the first day (and may refuse). An extension asks only until when."""
        super().__init__(parent)
        self._ = _ = around.words
        formats = around.formats
        self._first = first
        self._kept: set[date] = set()
        days = [(number, formats.weekday_short(_A_MONDAY + timedelta(days=number))) for number in range(7)]
        self.weekdays = Ticks(days, (weekday,), parent=self)
        self.every = combo(self._ways(), (_WEEK, 1), self)
        self.ordinals = Ticks(self._ordinals(), (1,), parent=self)
        self.dates = line_edit("", parent=self)
        self.number = line_edit("", parent=self)
        pick = _("Choose a day")
        self.until = DateField(until, around.clock().date(), _("Last day"), pick, formats.language, self)
        self.skips = {one: check_box(calendar_name(_, one), True, self) for one in DaysOff}
        self._rule = rule = Form(self)
        if is_extension:
            rule.side_by_side(("until", _("Last day"), self.until))
        else:
            rule.row("every", _("Repeats"), self.every)
            rule.row("weekdays", _("On these days"), self.weekdays)
            rule.row("ordinals", _("Which ones of the month"), self.ordinals)
            rule.row("dates", _("Dates, with a comma between them"), self.dates, _("Like 4/11, 18/11, 2/12"))
            rule.side_by_side(("until", _("Last day"), self.until), ("number", _("Or so many sessions"), self.number))
            skips = QWidget(self)
            skips.setLayout(column(*self.skips.values(), spacing=0))
            rule.row("skips", _("Leave out"), skips)
        for part in (self.weekdays, self.every, self.ordinals, self.dates, self.number, *self.skips.values()):
            part.setVisible(not is_extension)
        if not is_extension:
            self._show_way()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(rule)
        self._summary = label("", "strong", self, is_wrapped=True)
        self._made = Flow(self, spacing=6)
        self._skipped = QVBoxLayout()
        self._skipped.setSpacing(0)
        dates = column(self._summary, self._made, self._skipped, margins=(0, 0, 0, ROOM))
        box.addLayout(dates)
        self._wire()

    def _ways(self) -> list[tuple[object, str]]:
        _ = self._
        weeks = [((_WEEK, n), _.plural("every {n} week", "every {n} weeks", n)) for n in range(2, _MOST_WEEKS + 1)]
        months = [((_MONTH, n), _.plural("every {n} month", "every {n} months", n)) for n in (2, 3)]
        return [
            ((_WEEK, 1), _("every week")), *weeks, ((_MONTH, 1), _("every month")), *months,
            ((_DATES, 0), _("on dates that I choose")),
        ]  # fmt: skip

    def _ordinals(self) -> list[tuple[object, str]]:
        _ = self._
        words = (_("first"), _("second"), _("third"), _("fourth"), _("fifth"), _("last"))
        return list(zip(ORDINALS, words, strict=True))

    @property
    def _way(self) -> tuple[str, int]:
        way: tuple[str, int] = self.every.currentData()
        return way

    def _show_way(self) -> None:
        """Ask only what the chosen way needs."""
        kind, _number = self._way
        self._rule.field("weekdays").setVisible(kind != _DATES)
        self._rule.field("ordinals").setVisible(kind == _MONTH)
        self._rule.field("dates").setVisible(kind == _DATES)
        for name in ("until", "number"):
            self._rule.field(name).setVisible(kind != _DATES)

    def _wire(self) -> None:
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.changed)
        self.weekdays.changed.connect(self._pause.start)
        self.every.currentIndexChanged.connect(lambda _index: self._show_way())
        self.every.currentIndexChanged.connect(lambda _index: self._pause.start())
        self.ordinals.changed.connect(self._pause.start)
        for line in (self.dates, self.number):
            line.textEdited.connect(lambda _text: self._pause.start())
        self.until.changed.connect(self._pause.start)
        self.until.typed.textEdited.connect(lambda _text: self._pause.start())
        for box in self.skips.values():
            box.toggled.connect(lambda _on: self._pause.start())

    def ask_again(self) -> None:
        """Ask for a new preview, soon."""
        self._pause.start()

    def read(self) -> Repeats:
        """Read the rule; refuses what a rule and its dates refuse."""
        skips = tuple(one for one, box in self.skips.items() if box.isChecked())
        kind, _every = self._way
        number = self._typed_number() if kind != _DATES else None
        return Repeats(self._read_rule(number), skips, tuple(sorted(self._kept)), number)

    def _read_rule(self, number: int | None) -> Rule:
        first = self._first()
        kind, every = self._way
        if kind == _DATES:
            typed = [word for word in self.dates.text().split(",") if word.strip()]
            return Picked((first, *(typed_text.read_date(word, first) for word in typed)))
        last = self.until.day if number is None else first + timedelta(days=LONGEST)
        weekdays = tuple(one for one in self.weekdays.on if isinstance(one, int))
        if kind == _MONTH:
            ordinals = tuple(one for one in self.ordinals.on if isinstance(one, int))
            return Monthly(weekdays, ordinals, first, last, every)
        return Weekly(weekdays, first, last, every)

    def _typed_number(self) -> int | None:
        typed = self.number.text().strip()
        if not typed:
            return None
        if not (typed.isascii() and typed.isdecimal() and 1 <= int(typed[:6]) <= MOST):
            raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=typed[:20])
        return int(typed)

    def read_or_refusal(self) -> Repeats | Refused:
        """Read the rule, or say why it cannot be."""
        try:
            return self.read()
        except Refused as refused:
            return refused

    def show_preview(self, shown: PreviewShown) -> None:
        """Show the dates; the ticks keep the keyboard where it is."""
        self._rule.clear_errors()  # they were about other choices
        self._sum_up(self._what_is_wrong(shown.wrong) or shown.summary, "error" if shown.wrong else "strong")
        self._made.replace([Chip(day, "good", parent=self._made) for day in shown.made])
        listed = {box.property("day"): box for box in self._boxes()}
        if list(listed) != [skip.day for skip in shown.skipped]:
            clear(self._skipped)
            for skip in shown.skipped:
                self._skipped.addWidget(self._keep(skip.day, skip.text))

    def _boxes(self) -> list[QCheckBox]:
        items = (self._skipped.itemAt(number) for number in range(self._skipped.count()))
        return [box for item in items if item and isinstance(box := item.widget(), QCheckBox)]

    def _keep(self, day: date, text: str) -> QCheckBox:
        box = check_box(self._("Keep {day}", day=text), day in self._kept, self)
        box.setProperty("day", day)
        box.toggled.connect(lambda is_on: self._keep_day(day, is_on))
        return box

    def _keep_day(self, day: date, is_on: bool) -> None:
        (self._kept.add if is_on else self._kept.discard)(day)
        self.changed.emit()

    def show_wrong(self, sentence: str) -> None:
        """Say what is wrong beside its field, and no longer over the dates as well."""
        self._rule.show_wrong(self._wrong_field, self._what_is_wrong(sentence))
        if sentence:
            self._sum_up("", "strong")

    @property
    def _wrong_field(self) -> str:
        if not self._rule.has("dates"):
            return "until"
        kind, _number = self._way
        if kind == _DATES:
            return "dates"
        return "until" if self.weekdays.on else "weekdays"

    def _what_is_wrong(self, sentence: str) -> str:
        is_no_day = sentence and not self.weekdays.on and self._way[0] != _DATES
        return self._("Choose at least one day.") if is_no_day else sentence

    def _sum_up(self, words: str, kind: str) -> None:
        self._summary.setText(words)
        self._summary.setVisible(bool(words))
        self._summary.setProperty("kind", kind)
        self._summary.style().unpolish(self._summary)
        self._summary.style().polish(self._summary)
