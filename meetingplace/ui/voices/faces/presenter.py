"""What the faces of a period said, and the counting of a sheet. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import partial
from typing import Protocol

from meetingplace.domain import pictograms
from meetingplace.domain.calendar import school_year_of
from meetingplace.domain.faces import Face, FacesCount, Subject
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Session
from meetingplace.domain.voices import Channel
from meetingplace.i18n import corner
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.refusals import sentence
from meetingplace.services import faces
from meetingplace.services.changes import Changes, Topic
from meetingplace.services.faces import FacesBoard, SheetsBoard
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.voices.counts import CountRow, CountsShown, read_count

FOLLOWS = frozenset({Topic.FACES, Topic.SESSIONS, Topic.PLACES})
GLYPHS = {
    Face.GREAT: "emoticon-excited-outline",
    Face.GOOD: "emoticon-happy-outline",
    Face.ALL_RIGHT: "emoticon-neutral-outline",
    Face.NOT_SO_GOOD: "emoticon-sad-outline",
    Face.BAD: "emoticon-cry-outline",
}


class Period(Enum):
    """Which faces are counted."""

    MONTH = "month"
    YEAR = "year"
    CHOSEN = "chosen"


@dataclass(frozen=True)
class FacesShown:
    """What the faces of a period said; without any, `empty` says so."""

    period: Period
    line: str
    faces: CountsShown
    liked: CountsShown
    better: CountsShown
    empty: str


@dataclass(frozen=True)
class SheetShown:
    """A session whose sheet may be counted, with what was counted before."""

    session_id: int
    title: str
    numbers: Mapping[Face, int]


@dataclass(frozen=True)
class SheetsShown:
    """The sessions of late."""

    sheets: tuple[SheetShown, ...]
    faces: tuple[tuple[Face, str, str], ...]  # (face, pictogram, word)


class View(Protocol):
    """What the presenter asks of the room."""

    def show_faces(self, shown: FacesShown) -> None:
        """Show what came out."""

    def show_wrong(self, said: str) -> None:
        """Say what is wrong with the chosen days."""

    def open_sheet(self, shown: SheetsShown) -> None:
        """Open the form in which a sheet is counted."""


class Form(Protocol):
    """What the presenter asks of an open form."""

    def show_wrong(self, field: str, said: str) -> None:
        """Say what is wrong; what was typed stays."""

    def close_panel(self) -> None:
        """Close it after saving."""


class Presenter:
    """A period, and what its faces said."""

    def __init__(self, around: Surroundings, view: View) -> None:
        """Begin with this school year; nothing is asked before `refresh`."""
        self._around, self._view = around, view
        self._ = around.words
        self._paper = translator("paper", around.words.language)
        self._period = Period.YEAR
        self._chosen = school_year_of(around.clock().date())

    @property
    def days(self) -> tuple[date, date]:
        """Give the first and the last day of the period."""
        today = self._around.clock().date()
        if self._period is Period.MONTH:
            next_month = (today.replace(day=28) + timedelta(days=4)).replace(day=1)
            return today.replace(day=1), next_month - timedelta(days=1)
        return school_year_of(today) if self._period is Period.YEAR else self._chosen

    def refresh(self) -> None:
        """Ask what the faces said."""
        self._around.work.ask(faces.faces_board, *self.days, self._around.place.id, then=self._show, slot="faces")

    def choose(self, period: Period) -> None:
        """Show another period; chosen days begin with those that were shown."""
        if period is Period.CHOSEN:
            self._chosen = self.days
        self._period = period
        self.refresh()

    def choose_days(self, read_first: Callable[[], date], read_last: Callable[[], date]) -> None:
        """Show the days that were typed; `read_first` and `read_last` may refuse."""
        try:
            first, last = read_first(), read_last()
            if last < first:
                raise Refused(Reason.END_BEFORE_START)
        except Refused as refused:
            self._view.show_wrong(sentence(self._, refused, self._around.formats))
            return
        self._chosen = (first, last)
        self.choose_again()

    def choose_again(self) -> None:
        """Show the chosen days."""
        self._period = Period.CHOSEN
        self.refresh()

    def count(self) -> None:
        """Open the form in which the sheet of a session is counted."""
        ask = self._around.work.ask
        ask(faces.sheets_board, self._around.clock(), self._around.place.id, then=self._open, slot="sheets")

    def save(self, session_id: int | None, typed: Mapping[Face, str], form: Form) -> None:
        """Save how often each face was ticked."""
        numbers: dict[Face, int] = {}
        for face, words in typed.items():
            try:
                numbers[face] = read_count(words)
            except Refused as refused:
                form.show_wrong(face.value, sentence(self._, refused, self._around.formats))
                return
        if session_id is not None:
            most = max(numbers, key=lambda face: numbers[face]).value
            saved, refuse = partial(self._saved, form), partial(self._refuse, form, most)
            self._around.work.do(faces.count_sheet, session_id, numbers, then=saved, failed=refuse)

    # --- saying ---

    def _show(self, board: FacesBoard) -> None:
        _, count = self._, board.count
        self._view.show_faces(
            FacesShown(
                period=self._period,
                line=self._around.formats.day_range(board.first, board.last),
                faces=self._faces(count),
                liked=self._subjects(_("What they liked"), count, is_glad=True),
                better=self._subjects(_("What could be better"), count, is_glad=False),
                empty="" if count.total else _("No faces in these days."),
            )
        )

    def _faces(self, count: FacesCount) -> CountsShown:
        _, ways = self._, (Channel.CORNER, Channel.PAPER, None)
        words = corner.faces(self._paper)
        rows = [CountRow(GLYPHS[face], words[face], tuple(count.of(face, way) for way in ways)) for face in Face]
        sums = tuple(sum(row.numbers[at] for row in rows) for at in range(len(ways)))
        heads = (_("In the corner"), _("On paper"), _("Together"))
        return CountsShown(_("Faces"), heads, tuple(rows), CountRow("", _("All faces"), sums))

    def _subjects(self, name: str, count: FacesCount, is_glad: bool) -> CountsShown:
        words = corner.subjects(self._paper)
        found = [(subject, count.subjects[subject, is_glad]) for subject in Subject]
        found.sort(key=lambda one: -one[1])
        rows = (CountRow(pictograms.SUBJECTS[one], words[one], (number,)) for one, number in found if number)
        return CountsShown(name, (self._("Faces"),), tuple(rows))

    def _open(self, board: SheetsBoard) -> None:
        words = corner.faces(self._paper)
        self._view.open_sheet(
            SheetsShown(
                tuple(
                    SheetShown(one.id, self._title(one, board), board.counted.get(one.id, {})) for one in board.sessions
                ),
                tuple((face, GLYPHS[face], words[face]) for face in Face),
            )
        )

    def _title(self, session: Session, board: SheetsBoard) -> str:
        formats = self._around.formats
        day = self._("today") if session.day == board.today else formats.short_day(session.day, board.today)
        when = f"{day}, {formats.time(session.activity.start)}"
        place = board.place_names.get(session.activity.place_id, "")
        parts = [when, session.activity.title, place, self._("counted") if session.id in board.counted else ""]
        return " · ".join(part for part in parts if part)

    @staticmethod
    def _saved(form: Form, _changes: Changes) -> None:
        form.close_panel()

    def _refuse(self, form: Form, field: str, refused: Refused) -> None:
        form.show_wrong(field, sentence(self._, refused, self._around.formats))
