"""What goes out as a file: which sessions, in which form. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Protocol

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Series
from meetingplace.domain.wanted import Wanted
from meetingplace.i18n import refusals
from meetingplace.services import sharing
from meetingplace.services.sharing import Form, SharingBoard
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.sight import Sight


class Whom(Enum):
    """Whose sessions go out."""

    ALL = "all"
    PLACE = "place"
    SERIES = "series"
    PERSON = "person"


Choices = tuple[tuple[object, str], ...]


@dataclass(frozen=True)
class SharingShown:
    """What can be chosen: of whom, and which one; the period it begins with; whether a filter narrows it."""

    places: Choices
    series: Choices
    people: Choices
    first: date
    last: date
    is_filtered: bool


@dataclass(frozen=True)
class Asked:
    """What was chosen; `which` is the place, series or person."""

    whom: Whom
    which: int | None
    first: date
    last: date
    form: Form


class View(Protocol):
    """The panel that hands out."""

    def show_choices(self, shown: SharingShown) -> None:
        """Show what can be chosen."""

    def ask_file(self, name: str, form: Form) -> None:
        """Ask where to save it."""

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong, beside a field or under everything."""

    def close_panel(self) -> None:
        """Close."""


class Presenter:
    """Hands the plan out."""

    def __init__(self, around: Surroundings, view: View, sight: Sight) -> None:
        """Begin with the school year that is looked at."""
        self._around, self._view, self._sight = around, view, sight
        self._ = around.words
        self._asked: Asked | None = None

    def refresh(self) -> None:
        """Ask what can be chosen."""
        self._around.work.ask(sharing.sharing_board, self._sight.day, then=self._show, slot="sharing")

    def _show(self, board: SharingBoard) -> None:
        self._view.show_choices(
            SharingShown(
                places=tuple((place.id, place.name) for place in board.places),
                series=tuple((one.id, self._series_name(one, board.place_name(one))) for one in board.series),
                people=tuple((member.id, member.name) for member in board.team),
                first=board.first,
                last=board.last,
                is_filtered=self._sight.wanted.narrows,
            )
        )

    def _series_name(self, series: Series, place: str) -> str:
        """Name a series so that two of one title, or its two parts, are told apart."""
        formats, activity = self._around.formats, series.activity
        hours = formats.hours(activity.start, activity.end)
        first = formats.short_day(series.rule.first_day, self._around.clock().date())
        title = activity.title
        return self._("{title} ({place}, {hours}, from {day})", title=title, place=place, hours=hours, day=first)

    def save(self, asked: Asked) -> None:
        """Ask where to save what was chosen."""
        if asked.last < asked.first:
            self._refuse(Refused(Reason.END_BEFORE_START))
            return
        self._asked = asked
        days = f"{asked.first:%Y-%m-%d}_{asked.last:%Y-%m-%d}"
        self._view.ask_file(self._("plan {days}", days=days) + f".{asked.form.value}", asked.form)

    def write(self, file: Path) -> None:
        """Write it, and say where it is."""
        asked = self._asked
        if asked is None:
            return
        wanted = self._wanted(asked)
        series_id = asked.which if asked.whom is Whom.SERIES else None
        self._around.work.ask(
            sharing.save_plan, file, asked.form, asked.first, asked.last, wanted, series_id,
            self._around.clock(), self._around.formats.language, then=self._written, failed=self._refuse, slot="share",
        )  # fmt: skip

    def _wanted(self, asked: Asked) -> Wanted:
        """Keep the filter of the planning; a place or a person that is chosen here counts more."""
        if asked.whom is Whom.PLACE:
            return replace(self._sight.wanted, place_id=asked.which)
        if asked.whom is Whom.PERSON:
            return Wanted(member_id=asked.which)
        return Wanted() if asked.whom is Whom.SERIES else replace(self._sight.wanted, place_id=None)

    def _written(self, file: Path) -> None:
        self._view.close_panel()
        self._around.say(self._("The plan is saved in {file}.", file=file.name))

    def _refuse(self, refused: Refused) -> None:
        sentence = refusals.sentence(self._, refused, self._around.formats)
        self._view.show_wrong("last" if refused.reason is Reason.END_BEFORE_START else "", sentence)
