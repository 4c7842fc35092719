"""A plan as a table that a spreadsheet opens: .xlsx with real dates and hours, or .csv. Words are never formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, time

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Session
from meetingplace.domain.wanted import Wanted
from meetingplace.i18n.catalog import Translator, translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import function_name, session_state_name
from meetingplace.services.plan_files.cells import csv_cell
from meetingplace.services.plan_files.columns import KEYS, entry_words, headings
from meetingplace.storage import goals, partners, places, sessions, team

_WIDTHS = {
    "day": 12,
    "title": 32,
    "place": 22,
    "functions": 30,
    "languages": 24,
    "team": 28,
    "partners": 22,
    "goal": 26,
}
_NARROW = 10  # characters of every other column


def plan_rows(
    first: date, last: date, wanted: Wanted, language: str, series_id: int | None = None
) -> list[list[object]]:
    """List the sessions of a period, both days included, one row each in the order of `KEYS`; refuses END_BEFORE_START.

    Dates are dates, hours are hours, numbers are numbers; everything else is text in nl, fr or en.
    """
    if last < first:
        raise Refused(Reason.END_BEFORE_START)
    names = _Names(translator("app", language))
    found = [one for one in sessions.between(first, last, wanted.place_id) if wanted.fits(one)]
    return [names.row(one) for one in found if series_id in (None, one.series_id)]


class _Names:
    """The words of the rows: names of places, people, partners and goals by their ids."""

    def __init__(self, words: Translator) -> None:
        self._, self._formats = words, Formats(words.language)
        self._places = {one.id: one.name for one in places.listed(with_inactive=True)}
        self._team = {one.id: one.name for one in team.listed(with_inactive=True)}
        self._partners = {one.id: one.name for one in partners.listed(with_inactive=True)}
        self._goals = {one.id: one.title for one in goals.listed()}

    def row(self, session: Session) -> list[object]:
        _, activity = self._, session.activity
        cells: dict[str, object] = {
            "number": session.id,
            "day": session.day,
            "start": activity.start,
            "end": activity.end,
            "title": activity.title,
            "place": self._places[activity.place_id],
            "state": session_state_name(_, session.state),
            "reason": session.reason,
            "theme": activity.theme,
            "functions": ", ".join(function_name(_, one) for one in activity.functions),
            "from_months": activity.from_months,
            "to_months": activity.to_months,
            "languages": ", ".join(self._formats.language_name(code) for code in activity.languages),
            "team": ", ".join(self._team[id] for id in activity.team if id in self._team),
            "partners": ", ".join(self._partners[id] for id in activity.partners if id in self._partners),
            "capacity": activity.capacity,
            "entry": entry_words(_)[activity.is_walk_in],
            "price": activity.price_cents / 100,
            "goal": self._goals.get(activity.goal_id or 0, ""),
        }
        return [cells[key] for key in KEYS]


def as_xlsx(rows: Sequence[Sequence[object]], language: str) -> bytes:
    """Write rows as a spreadsheet with a heading that stays, ready to print on A4 across."""
    import xlsxwriter  # noqa: PLC0415 (loaded only when somebody asks for a spreadsheet)

    _ = translator("app", language)
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(_("Planning")[:31])
    strong = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    formats = {
        date: book.add_format({"num_format": "dd/mm/yyyy", "align": "left"}),
        time: book.add_format({"num_format": "hh:mm"}),
        float: book.add_format({"num_format": "0.00"}),
    }
    for column, key in enumerate(KEYS):
        sheet.set_column(column, column, _WIDTHS.get(key, _NARROW))
        sheet.write_string(0, column, headings(_)[key], strong)
    for at, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, date | time):
                sheet.write_datetime(at, column, value, formats[type(value)])
            elif isinstance(value, int | float):
                sheet.write_number(at, column, value, formats.get(type(value)))
            else:
                sheet.write_string(at, column, str(value))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(KEYS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return buffer.getvalue()


def as_csv(rows: Sequence[Sequence[object]], language: str) -> bytes:
    """Write rows as CSV that spreadsheets here open with a double click: semicolons, UTF-8 with its mark."""
    _ = translator("app", language)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([headings(_)[key] for key in KEYS])
    point = "." if language == "en" else ","
    writer.writerows([_cell(value, point) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: object, point: str) -> str:
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, float):
        return f"{value:.2f}".replace(".", point)
    return value.isoformat() if isinstance(value, date) else csv_cell(value)
