"""The days off of a school year in words, and what the house says of them. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from meetingplace.domain.calendar import DaysOff, Holiday, OwnDays, school_year_of
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import refusals
from meetingplace.i18n.words import calendar_name
from meetingplace.services import days_off_file, own_days
from meetingplace.services.changes import Changes, Topic
from meetingplace.services.days_off_file import FileAsked, FilePreview, Unclear, UnclearEvent
from meetingplace.services.own_days import DaysOffBoard, DaysOffLine
from meetingplace.ui.kit.surroundings import Surroundings

FOLLOWS = frozenset({Topic.DAYS_OFF, Topic.PLACES})
CALENDARS = (DaysOff.OWN, DaysOff.FLEMISH, DaysOff.FRENCH, DaysOff.PUBLIC)
_MOST_SHOWN = 40  # of one kind in a preview; the rest is counted
_FIELDS = {
    Reason.NAME_MISSING: "name",
    Reason.TEXT_TOO_LONG: "name",
    Reason.DATE_IMPOSSIBLE: "first",
    Reason.END_BEFORE_START: "last",
    Reason.PERIOD_TOO_LONG: "last",
    Reason.NOT_FOUND: "place",
}


@dataclass(frozen=True)
class LineShown:
    """A stretch of days off; `chip` says what the house did (empty where the rules count)."""

    number: int
    days: str
    name: str
    line: str  # who says so, and what the rules say
    chip: str
    act: str
    spoken: str


@dataclass(frozen=True)
class GroupShown:
    """One calendar; `empty` is said when nothing stands in it."""

    title: str
    lines: tuple[LineShown, ...]
    empty: str = ""


@dataclass(frozen=True)
class YearShown:
    """The days off of a school year."""

    year: str
    groups: tuple[GroupShown, ...]


@dataclass(frozen=True)
class DaysShown:
    """What the form about days off begins with and offers; what is empty is not shown."""

    title: str
    verb: str
    own: OwnDays
    holiday: Holiday | None  # of the rules, that is corrected
    calendars: tuple[tuple[DaysOff, str], ...]  # none: it is decided already
    places: tuple[tuple[int | None, str], ...]
    ruled: str  # what the rules say
    open_words: str  # the tick that says "not off after all"
    away: str  # the act that takes it away


@dataclass(frozen=True)
class PartShown:
    """One part of what a file holds."""

    title: str
    lines: tuple[str, ...]
    kind: str = "plain"


@dataclass(frozen=True)
class FileShown:
    """What taking a file over would do."""

    parts: tuple[PartShown, ...]
    verb: str
    may_take: bool


class View(Protocol):
    """Shows the days off."""

    def show_year(self, shown: YearShown) -> None:
        """Show a school year."""

    def open_file_form(self, asked: FileAsked) -> None:
        """Ask whose days the days of a file are, and show what taking it over would do."""


class FormView(Protocol):
    """A form of the room."""

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field; what was typed stays."""

    def close_panel(self) -> None:
        """Close it: it is done."""


class FileView(FormView, Protocol):
    """The form about a calendar file."""

    def show_preview(self, shown: FileShown) -> None:
        """Show what taking it over would do."""


class Presenter:
    """Keeps the days off of one school year in sight."""

    def __init__(self, around: Surroundings, view: View) -> None:
        """Begin with the school year of today."""
        self._ = around.words
        self._around, self._view = around, view
        self._first, self._last = school_year_of(around.clock().date())
        self._board = DaysOffBoard(self._first, self._last, (), ())

    def refresh(self) -> None:
        """Ask the school year anew."""
        language = self._around.formats.language
        question = own_days.days_off_board
        self._around.work.ask(question, self._first, self._last, language, then=self._show, slot="days_off")

    def step(self, years: int) -> None:
        """Show a school year later or earlier."""
        self._first, self._last = (day.replace(year=day.year + years) for day in (self._first, self._last))
        self.refresh()

    # --- the list ---

    def _show(self, board: DaysOffBoard) -> None:
        self._board = board
        _ = self._
        lines = [(line.calendar, self._line(number, line)) for number, line in enumerate(board.lines)]
        groups = [
            GroupShown(
                title=calendar_name(_, calendar),
                lines=tuple(shown for owner, shown in lines if owner is calendar),
                empty=_("No closing days yet in this school year.") if calendar is DaysOff.OWN else "",
            )
            for calendar in CALENDARS
        ]
        self._view.show_year(YearShown(f"{board.first.year}–{board.last.year}", tuple(groups)))

    def _line(self, number: int, line: DaysOffLine) -> LineShown:
        _ = self._
        days, own = self._days(line.first, line.last), line.own
        said = [line.place_name, self._source(line)]
        if own and line.ruled:
            said.append(_("the general rule says: {holidays}", holidays=self._ruled(line)))
        chip = "" if own is None else _("Open after all") if not own.is_off else _("Corrected") if line.ruled else ""
        sentence = " · ".join(part for part in said if part)
        return LineShown(
            number=number,
            days=days,
            name=line.name,
            line=sentence,
            chip=chip,
            act=_("Correct") if own is None else _("Change"),
            spoken=", ".join(part for part in (line.name, days, chip, sentence) if part),
        )

    def _source(self, line: DaysOffLine) -> str:
        _, own = self._, line.own
        if own is None:
            return _("by the general rule")
        return _("from the file {file}", file=own.source) if own.source else _("typed by the house")

    def _ruled(self, line: DaysOffLine) -> str:
        formats = self._around.formats
        return formats.list_of([f"{one.name}, {self._days(one.first, one.last)}" for one in line.ruled])

    def _days(self, first: date, last: date) -> str:
        formats = self._around.formats
        return formats.day(first) if first == last else formats.day_range(first, last)

    # --- one stretch ---

    def new_form(self) -> DaysShown:
        """Say what the form of new days off begins with."""
        _, today = self._, self._around.clock().date()
        day = today if self._first <= today <= self._last else self._first
        return DaysShown(
            title=_("Add days off"),
            verb=_("Add"),
            own=OwnDays(0, day, day, DaysOff.OWN, ""),
            holiday=None,
            calendars=self.calendars(),
            places=self.places(),
            ruled="",
            open_words="",
            away="",
        )

    def form(self, number: int) -> DaysShown | None:
        """Say what the form of a line begins with; None when it is gone."""
        if number >= len(self._board.lines):
            return None
        line, _ = self._board.lines[number], self._
        own = line.own or OwnDays(0, line.first, line.last, line.calendar, line.name)
        is_correction = line.own is None or (bool(line.ruled) and own.place_id is None) or not own.is_off
        away = "" if line.own is None else _("Take the correction back") if is_correction else _("Take away")
        return DaysShown(
            title=_("Correct “{name}”", name=line.name) if line.own is None else line.name,
            verb=_("Save"),
            own=own,
            holiday=Holiday(line.calendar, line.name, line.first, line.last) if line.own is None else None,
            calendars=(),
            places=() if is_correction else self.places(),
            ruled=self._ruled_of_form(line),
            open_words=self._open_words(line.calendar) if is_correction else "",
            away=away,
        )

    def _ruled_of_form(self, line: DaysOffLine) -> str:
        if line.own is None:
            return self._("The general rule counts now.")
        return self._("The general rule says: {holidays}", holidays=self._ruled(line)) if line.ruled else ""

    def _open_words(self, calendar: DaysOff) -> str:
        if calendar in (DaysOff.FLEMISH, DaysOff.FRENCH):
            return self._("There is school after all on these days")
        return self._("We are open after all on these days")

    def calendars(self) -> tuple[tuple[DaysOff, str], ...]:
        """Name the calendars, the house's own first."""
        return tuple((calendar, calendar_name(self._, calendar)) for calendar in CALENDARS)

    def places(self) -> tuple[tuple[int | None, str], ...]:
        """Name what days off may be about: the whole house, or one place."""
        places = ((place.id, place.name) for place in self._board.places)
        return ((None, self._("The whole house")), *places)

    def save(self, shown: DaysShown, read: Callable[[], OwnDays], form: FormView) -> None:
        """Write days off: new ones, a correction, or a change of what the house said."""
        try:
            own = read()
        except Refused as refused:
            form.show_wrong(_FIELDS.get(refused.reason, ""), self.say(refused))
            return
        work, failed = self._around.work, self._failed(form)
        if shown.holiday is not None:
            work.do(own_days.correct, shown.holiday, own, then=self._done(form), failed=failed)
        else:
            verb = own_days.change if own.id else own_days.add
            work.do(verb, own, then=self._done(form), failed=failed)

    def take_away(self, shown: DaysShown, form: FormView) -> None:
        """Take away what the house said, or take a correction back."""
        own, failed = shown.own, self._failed(form)
        if shown.open_words:
            self._around.work.do(own_days.take_back, own.id, then=self._done(form), failed=failed)
        else:
            self._around.work.do(own_days.remove, own.id, own.version, then=self._done(form), failed=failed)

    def _failed(self, form: FormView) -> Callable[[Refused], None]:
        return lambda refused: form.show_wrong(_FIELDS.get(refused.reason, ""), self.say(refused))

    @staticmethod
    def _done(form: FormView) -> Callable[[Changes], None]:
        return lambda _changes: form.close_panel()

    def say(self, refused: Refused) -> str:
        """Say a refusal."""
        return refusals.sentence(self._, refused, self._around.formats)

    # --- a calendar file ---

    def open_file(self, path: Path) -> None:
        """Read a chosen file and ask whose days these are."""
        self._around.work.ask(days_off_file.open_file, path, then=self._view.open_file_form, slot="file")

    def preview(self, asked: FileAsked, form: FileView) -> None:
        """Show what taking a file over would do."""
        today = self._around.clock().date()

        def show(preview: FilePreview) -> None:
            form.show_preview(self._file(preview))

        self._around.work.ask(days_off_file.preview_file, asked, today, then=show, failed=self._failed(form))

    def take(self, asked: FileAsked, form: FileView) -> None:
        """Take a file over."""
        verb, today = days_off_file.read_file, self._around.clock().date()
        self._around.work.do(verb, asked, today, then=self._done(form), failed=self._failed(form))

    def _file(self, preview: FilePreview) -> FileShown:
        _ = self._
        new, known, gone, unclear = preview.new, preview.known, preview.gone, preview.unclear
        parts = (
            self._part(_.plural("{n} is new", "{n} are new", len(new)), [self._own(one) for one in new], "good"),
            self._part(
                _.plural("{n} is already there", "{n} are already there", len(known)), [self._own(one) for one in known]
            ),
            self._part(
                _.plural("{n} is no longer in the file and goes", "{n} are no longer in the file and go", len(gone)),
                [self._own(one) for one in gone],
                "wait",
            ),
            self._part(
                _.plural("{n} is unclear and is left out", "{n} are unclear and are left out", len(unclear)),
                [self._unclear(one) for one in unclear],
                "wait",
            ),
        )
        shown = tuple(part for part in parts if part.lines)
        nothing = PartShown(_("There are no days off in this file."), ())
        return FileShown(shown or (nothing,), _("Take over"), bool(new or gone))

    def _part(self, title: str, lines: list[str], kind: str = "plain") -> PartShown:
        rest = len(lines) - _MOST_SHOWN
        more = [self._.plural("and {n} more", "and {n} more", rest)] if rest > 0 else []
        return PartShown(title, (*lines[:_MOST_SHOWN], *more), kind)

    def _own(self, own: OwnDays) -> str:
        formats = self._around.formats
        first, last = own.first_day, own.last_day
        if first == last:
            days = formats.full_day(first)
        elif first.year == last.year:
            days = f"{formats.day_range(first, last)} {last.year}"
        else:
            days = f"{formats.day_of_month(first)} {first.year} – {formats.day_of_month(last)} {last.year}"
        return self._("{name}: {days}", name=own.name, days=days)

    def _unclear(self, event: UnclearEvent) -> str:
        _ = self._
        why = {
            Unclear.NO_NAME: _("it has no name"),
            Unclear.NO_DATE: _("it has no date that exists"),
            Unclear.HOURS: _("it has hours, so it is no whole day"),
            Unclear.TOO_LONG: _("it lasts longer than a year"),
            Unclear.REPEATS: _("it repeats otherwise than every year"),
            Unclear.HOUSE_DIFFERS: _("you said that these days are not off"),
        }[event.why]
        name = event.name or _("without a name")
        on = f", {self._around.formats.full_day(event.first)}" if event.first else ""
        return _("{name}: {why}", name=name + on, why=why)


def as_closing(asked: FileAsked, calendar: DaysOff, place_id: int | None) -> FileAsked:
    """Say of which calendar and place the days of a file are."""
    return replace(asked, calendar=calendar, place_id=place_id)
