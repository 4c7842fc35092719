"""A row of a first-name sheet while it is typed in: what is kept, what was typed over it, how far it is. No Qt."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace

from meetingplace.domain.families import Relation
from meetingplace.domain.paper_lists import TICKED, PaperRow, read_ages
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.typed_text import read_time
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.meant import heard_meant, language_meant
from meetingplace.i18n.words import how_heard_name
from meetingplace.ui.arrivals.typing_in.shown import RowState

NAME, AGES, LANGUAGE, HEARD, LEFT = "name", "ages", "language", "heard", "left"
_MOST_TICKS = 2  # digits
_BETWEEN = re.compile(r"[,;/·]")


@dataclass
class Line:
    """A row of the sheet: `typed` are the cells that were typed over; `is_ticked`: all came as last time."""

    row: PaperRow = field(default_factory=PaperRow)
    typed: dict[str, str] = field(default_factory=dict)
    is_ticked: bool = False
    is_saving: bool = False
    is_wrong: bool = False

    @property
    def is_changed(self) -> bool:
        """Tell whether there is something to save."""
        return self.is_ticked or bool(self.typed)

    @property
    def is_known(self) -> bool:
        """Tell whether it is clear whom the row is about, so that the name stays."""
        return (self.row.family_id or self.row.enrolment_id or self.row.visit_id) is not None

    @property
    def state(self) -> RowState:
        """Tell how far it is."""
        if self.is_saving:
            return RowState.SAVING
        if self.is_wrong:
            return RowState.WRONG
        if self.is_changed:
            return RowState.TYPING
        return RowState.SAVED if self.row.visit_id is not None else RowState.NOT_HERE

    def is_same(self, row: PaperRow) -> bool:
        """Tell whether a row of the board is this one."""
        mine, theirs = self.row, row
        return any(
            one is not None and one == other
            for one, other in (
                (mine.visit_id, theirs.visit_id),
                (mine.family_id, theirs.family_id),
                (mine.enrolment_id, theirs.enrolment_id),
            )
        )

    def lose_visit(self) -> None:
        """Become a blank row again, or one of somebody who did not come: the visit was taken away."""
        row = self.row
        if row.visit_id is not None:
            self.row = PaperRow()

    def saved(self, sent: dict[str, str], row: PaperRow, visit_id: int | None) -> None:
        """Note that a row is kept; what was typed since it was sent stays to be saved."""
        self.typed = {key: text for key, text in self.typed.items() if sent.get(key) != text}
        self.row = replace(
            row,
            ages=self.row.ages if row.ages is None else row.ages,
            languages=row.languages or self.row.languages,
            how_heard=row.how_heard or self.row.how_heard,
            visit_id=visit_id,
        )
        self.is_saving = self.is_ticked = self.is_wrong = False


class Cells:
    """What the cells of a line say, and what typed cells mean, in the language of the program."""

    def __init__(self, words: Translator, formats: Formats) -> None:
        """Take the words."""
        self._words, self._formats = words, formats

    def text(self, line: Line, key: str) -> str:
        """Say what stands in a cell."""
        return line.typed[key] if key in line.typed else self._kept(line.row, key)

    def tidy(self, key: str, typed: str) -> str:
        """Write a typed cell as the program understands it; what it does not understand stays as it was typed."""
        row = PaperRow()
        with suppress(Refused):
            row = self.read(Line(row, {key: typed}))
            return self._kept(row, key) or typed.strip()
        return typed.strip()

    def read(self, line: Line) -> PaperRow:
        """Read what was typed of a row; refuses what cannot be understood. Cells that nobody touched stay as kept."""
        row, typed = line.row, line.typed
        languages = [word for word in _BETWEEN.split(typed.get(LANGUAGE, "")) if word.strip()]
        return PaperRow(
            name=typed.get(NAME, row.name).strip(),
            ages=read_ages(typed[AGES]) if AGES in typed else None,
            adults=tuple(who for who in TICKED for _tick in range(self._ticks(line, who))),
            languages=tuple(language_meant(word) for word in languages),
            how_heard=heard_meant(self._words, typed[HEARD]) if typed.get(HEARD, "").strip() else None,
            left=read_time(typed[LEFT]) if typed.get(LEFT, "").strip() else None,
            family_id=row.family_id,
            enrolment_id=row.enrolment_id,
            visit_id=row.visit_id,
        )

    def _ticks(self, line: Line, who: Relation) -> int:
        typed = self.text(line, who.value).strip()
        if not typed:
            return 0
        if not (typed.isascii() and typed.isdecimal()) or len(typed) > _MOST_TICKS:
            raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=typed[:20])
        return int(typed)

    def _kept(self, row: PaperRow, key: str) -> str:
        formats = self._formats
        if key == NAME:
            return row.name
        if key == AGES:
            return " · ".join("?" if months is None else formats.age(months) for months in row.ages or ())
        if key == LANGUAGE:
            return ", ".join(formats.language_name(code) for code in row.languages)
        if key == HEARD:
            return how_heard_name(self._words, row.how_heard) if row.how_heard else ""
        if key == LEFT:
            return f"{row.left:%H:%M}" if row.left else ""
        return str(row.adults.count(Relation(key)) or "")
