"""The form of a session: first the few things that one needs, the rest folded under "More"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meetingplace.domain.places import Place
from meetingplace.domain.refusals import Refused
from meetingplace.domain.sessions import Activity, Function
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.words import function_name
from meetingplace.ui.kit.buttons import Segment, button
from meetingplace.ui.kit.cards import Notice, label
from meetingplace.ui.kit.fields import Ticks, combo, line_edit
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.layouts import row
from meetingplace.ui.kit.marks import function_tick
from meetingplace.ui.kit.moments import DateField, TimeField
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.editing import school_end, titles
from meetingplace.ui.planning.more_fields import MoreFields
from meetingplace.ui.planning.repeat_form import RepeatForm
from meetingplace.ui.planning.team_choices import team_choices
from meetingplace.ui.planning.typed import FormShown, Scope, Typed

_ONCE, _SERIES = "once", "series"
_LONG = {"theme": 120}  # characters: which field a text that is too long stands in


class SessionForm(QWidget):
    """A new session or series, or a change; `preview_wanted` asks for the dates of the rule."""

    preview_wanted = Signal()

    def __init__(self, around: Surroundings, shown: FormShown, say: Callable[[Refused], str]) -> None:
        """Fill the form; `say` makes a sentence of a refusal."""
        super().__init__()
        self._ = around.words
        self._around, self._shown, self._say = around, shown, say
        self._make_fields()
        self.form = Form(self)
        self.more = MoreFields(around, shown, self)
        self._fold = button(self._("More"), "text", "chevron-down", self._toggle_more, self)
        self._folded = label(
            self._("ages, languages, partners, goal, price, what stands on the flyer"), "soft", self, is_wrapped=True
        )
        self._wrong = Notice("", "stop", parent=self)
        self._wrong.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        self._build(box)
        self._wire()
        if shown.activity is None:
            self._fill_new()

    # --- building ---

    def _make_fields(self) -> None:
        _, shown, activity = self._, self._shown, self._shown.activity
        board, language = shown.board, self._around.formats.language
        earlier, later = _("A quarter earlier"), _("A quarter later")
        self.title = line_edit(activity.title if activity else "", suggestions=titles(board), parent=self)
        self.day = DateField(shown.day, self._around.clock().date(), _("Day"), _("Choose a day"), language, self)
        self.start = TimeField(shown.start, _("From"), earlier, later, self)
        self.end = TimeField(shown.end, _("Until"), earlier, later, self)
        self.place = combo([(place.id, place.name) for place in board.places], shown.place_id, self)
        choices = [(function, function_name(_, function)) for function in Function]
        self.functions = Ticks(choices, activity.functions if activity else (), function_tick, self)
        self.team = Ticks(self._team_on(shown.day), activity.team if activity else (), parent=self)
        self.theme = line_edit(activity.theme if activity else "", parent=self)
        self.often = Segment([(_ONCE, _("Once")), (_SERIES, _("More often"))], _ONCE, _("How often"), self)
        scope = [(one.value, word) for one, word in scopes(_).items()]
        self.scope = Segment(scope, Scope.ONE.value, _("Which sessions change"), self)
        self.repeat = RepeatForm(
            self._around, lambda: self.day.day, shown.day.weekday(), school_end(shown.day), False, self
        )
        self.repeat.hide()

    def _build(self, box: QVBoxLayout) -> None:
        _, shown, form = self._, self._shown, self.form
        if shown.voice:
            box.addWidget(Notice(shown.voice, "info", "comment-quote-outline", self))
        if shown.fixed:
            box.addWidget(Notice(shown.fixed, "wait", "lock-outline", self))
        form.row("title", _("Title"), self.title)
        hours = (("start", _("From"), self.start), ("end", _("Until"), self.end))
        form.side_by_side(("day", _("Day"), self.day), *hours)
        form.row("place", _("Place"), self.place)
        if shown.can_repeat:
            form.side_by_side(("often", _("How often"), self.often))
            form.add(self.repeat)
        if shown.can_follow:
            form.side_by_side(("scope", _("Which sessions change"), self.scope))
        form.row("functions", _("What it is for"), self.functions)
        if shown.board.team:
            form.row("team", _("Team"), self.team)
        form.row("theme", _("Theme"), self.theme)
        box.addWidget(form)
        self.often.setVisible(shown.can_repeat)
        self.scope.setVisible(shown.can_follow)
        fold = row(self._fold, self._folded, None)
        fold.setStretch(1, 100)  # all the room, while it is in sight
        box.addLayout(fold)
        box.addWidget(self.more)
        box.addWidget(self._wrong)
        self.more.hide()
        for field in (self.day, self.start, self.end, self.place):
            field.setEnabled(not shown.fixed)
        self._say_weekday()
        self._say_place()

    def _wire(self) -> None:
        completer = self.title.completer()
        if completer is not None and self._shown.activity is None:
            completer.activated.connect(self._take_over)
        self.often.chosen.connect(self._show_repeat)
        self.day.changed.connect(self._follow_day)
        self.day.typed.textEdited.connect(lambda _text: self._say_weekday())
        self.repeat.changed.connect(self.preview_wanted)
        self.place.currentIndexChanged.connect(lambda _index: self._take_place())

    def _fill_new(self) -> None:
        voice = self._shown.board.voice
        self._take_place()
        if voice:
            self.theme.setText(voice.theme)
            self.functions.choose(voice.functions)

    # --- what one choice means for another ---

    def _toggle_more(self) -> None:
        is_open = self.more.isHidden()
        self.more.setVisible(is_open)
        self._folded.setVisible(not is_open)
        self._fold.setText(self._("Less") if is_open else self._("More"))
        self._fold.setIcon(icon("chevron-up" if is_open else "chevron-down", current().tokens.ptext, 22, gap=4))

    def _show_repeat(self, key: str) -> None:
        self.repeat.setVisible(key == _SERIES)
        if key == _SERIES:
            self.repeat.ask_again()

    def _follow_day(self) -> None:
        """Let a new first day bring its weekday along, who is expected then, its goals, and the preview."""
        self._say_weekday()
        try:
            day = self.day.day
        except Refused:
            return
        self.repeat.weekdays.choose((day.weekday(),))
        self.team.offer(self._team_on(day), self.team.on)
        self.more.follow_day(day)
        if not self.repeat.isHidden():
            self.repeat.ask_again()

    def _say_weekday(self) -> None:
        """Say the day in words under its field: a wrong weekday is seen at once."""
        try:
            says = self._around.formats.day(self.day.day)
        except Refused:
            says = "…"  # not yet; the line keeps its place
        self.form.field("day").show_help(says)

    def _team_on(self, day: date) -> list[tuple[object, str]]:
        board = self._shown.board
        return team_choices(self._, self._around.formats, board.team, board.away, day)

    @property
    def _chosen_place(self) -> Place | None:
        return next((one for one in self._shown.board.places if one.id == self.place.currentData()), None)

    def _take_place(self) -> None:
        self._say_place()
        if self._chosen_place is not None and self._shown.activity is None:
            self.more.take_place(self._chosen_place)

    def _say_place(self) -> None:
        """Say under the place whether it moves, and where it is."""
        _, place = self._, self._chosen_place
        if place is not None:
            kind = _("on the move") if place.is_mobile else _("fixed place")
            self.form.field("place").show_help(", ".join(part for part in (kind, place.address, place.town) if part))

    def _take_over(self, title: str) -> None:
        """Begin with what a session of this title was last time, as long as nothing else was filled in."""
        known = (session.activity for session in self._shown.board.templates)
        activity = next((one for one in known if one.title == title), None)
        if activity is not None and not self.functions.on and not self.theme.text().strip():
            self.theme.setText(activity.theme)
            self.functions.choose(activity.functions)
            self.more.take_over(activity)

    # --- reading ---

    @property
    def is_weekly(self) -> bool:
        """Tell whether a series is asked for."""
        return self._shown.can_repeat and self.often.on == _SERIES

    def read(self) -> Typed | None:
        """Read the form; what cannot be read is said beside its field, and then there is nothing to save."""
        wrong: dict[str, Refused] = {}
        day = _read(lambda: self.day.day, "day", wrong)
        start = _read(lambda: self.start.moment, "start", wrong)
        end = _read(lambda: self.end.moment, "end", wrong)
        more = self.more.read(wrong)
        own: dict[str, Any] = {
            "title": self.title.text(),
            "place_id": self.place.currentData(),
            "theme": self.theme.text(),
            "functions": self.functions.on,
            "team": tuple(one.id for one in self._shown.board.team if one.id in self.team.on),  # in their usual order
        }
        if not wrong:
            activity = _read(lambda: Activity(start=start, end=end, **own, **more), "end", wrong)
            repeat = _read(self.repeat.read, "until", wrong) if self.is_weekly else None
        if wrong:
            for name, refused in list(wrong.items())[:1]:
                self.show_wrong(name, self._say(refused))
            return None
        return Typed(activity, day, repeat, Scope(self.scope.on) if self._shown.can_follow else Scope.ONE)

    def show_wrong(self, name: str, sentence: str) -> None:
        """Say what is wrong beside a field, else under everything; what was typed stays."""
        self.repeat.show_wrong(sentence if name == "until" else "")
        if name == "":
            name = self._too_long()
        is_more = name in ("ages", "capacity", "price", "preparation", "debrief")
        if is_more and self.more.isHidden():
            self._toggle_more()
        self.form.show_wrong("" if is_more else name, sentence)
        self.more.form.show_wrong(name if is_more else "", sentence)
        is_beside = is_more or name in ("title", "day", "start", "end", "theme", "until")
        self._wrong.sentence.setText("" if is_beside else sentence)
        self._wrong.setVisible(not is_beside)

    def _too_long(self) -> str:
        typed = {"theme": self.theme.text(), "title": self.title.text()}
        limits = {**_LONG, "title": 120}
        return next((name for name, text in typed.items() if len(text) > limits[name]), "")


def _read(read: Callable[[], Any], field: str, wrong: dict[str, Refused]) -> Any:
    try:
        return read()
    except Refused as refused:
        wrong[field] = refused
        return None


def scopes(_: Translator) -> dict[Scope, str]:
    """Name the sessions of a series that a change, or taking away, is for."""
    return {
        Scope.ONE: _("Only this session"),
        Scope.FOLLOWING: _("This one and all that follow"),
        Scope.ALL: _("The whole series"),
    }
