"""Making texts fit their frames (print.md, shrink order).

Wrap, leave out optional rows, shrink a role in steps of 2 %, then refuse.

Columns of several languages share their row lines and the sizes of their roles: the smallest wins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NoReturn

from meetingplace.documents.paper import MM
from meetingplace.documents.roles import ROLES, Role
from meetingplace.documents.typeset import Setting, lay
from meetingplace.domain.refusals import Reason, Refused

_STEP = 0.98
_TITLE_GIVES_WAY = 0.8  # of its size: so far a title shrinks alone, then all roles together
_TOLERANCE = 1.004
_HIGH = 0.9  # em: as high as letters stand
_ONE_LINE = 2_000.0  # mm: more than any paper is wide


@dataclass(frozen=True)
class Wish:
    """A text that wants a place: its role, most lines, mm of air above it, whether and when it may be left out."""

    text: str
    role: str
    language: str
    is_right_to_left: bool = False
    lines: int = 1
    most_lines: int = 0  # when even the smallest size needs more than `lines`; 0 = no more
    gap: float = 0.0
    drop: int = 0
    indent: float = 0.0  # mm kept free at its start, for a pictogram
    first_width: float | None = None  # mm, of the first line only


@dataclass(frozen=True)
class Placed:
    """Settings side by side on one baseline, with their tops in mm from the top of the frame.

    None where a column has nothing to say in this row.
    """

    settings: tuple[Setting | None, ...]
    tops: tuple[float, ...]
    row: int
    gap: float = 0.0  # mm of air above it, as it was wished


@dataclass(frozen=True)
class Fitted:
    """Rows that fit, top to bottom, and the height in mm that they take."""

    rows: tuple[Placed, ...]
    height: float


def fitted(columns: Sequence[Sequence[Wish]], width: float, height: float) -> Fitted:
    """Fit columns of wishes, row by row, into frames of a width and height in mm.

    Refuses TEXT_TOO_LONG with the language and the lines that do not fit, and LETTERS_MISSING with the language.
    """
    wished = [list(column) for column in columns]
    rows = len(wished[0])
    kept = [number for number in range(rows) if any(column[number].text.strip() for column in wished)]
    sizes = {wish.role: ROLES[wish.role].size for column in wished for wish in column}
    while True:
        grid = {number: [_set(column[number], sizes, width, is_final=False) for column in wished] for number in kept}
        tight = _too_wide(wished, grid, width)
        used = _stacked([(number, grid[number], _gap(wished, number)) for number in kept]).height
        if not tight and used <= height + 0.01:
            return _settled(wished, sizes, width, kept)
        if tight:
            roles = {wish.role for wish, _setting in tight}
            if not _shrunk(sizes, roles) and not _given_lines(wished, sizes, roles):
                _leave_out(kept, wished, tight)
            continue
        droppable = [number for number in kept if wished[0][number].drop]
        if droppable:
            kept.remove(max(droppable, key=lambda number: wished[0][number].drop))
        elif not _shrunk(sizes, _large_titles(sizes)) and not _shrunk(
            sizes, {wish.role for column in wished for number, wish in enumerate(column) if number in kept}
        ):
            _refuse(_pairs(wished, grid))


def rather_smaller(columns: Sequence[Sequence[Wish]], width: float, height: float) -> Fitted:
    """Fit all that is wished, smaller if need be; leave out what may go only where that does not help.

    Refuses as `fitted` does.
    """
    try:
        return fitted([[replace(wish, drop=0) for wish in column] for column in columns], width, height)
    except Refused as refused:
        if refused.reason is not Reason.TEXT_TOO_LONG:
            raise
        return fitted(columns, width, height)


def fitted_line(
    text: str, role: str, language: str, width: float, *, is_right_to_left: bool = False, lines: int = 1, most: int = 0
) -> Setting:
    """Fit one text alone into a width in mm and a number of lines, at need into `most`."""
    wish = Wish(text, role, language, is_right_to_left, lines, most)
    [row] = fitted([[wish]], width, 1_000.0).rows or (None,)
    if row is None or row.settings[0] is None:
        return lay("", ROLES[role].manner, ROLES[role].size)
    return row.settings[0]


def one_size(wishes: Sequence[Wish], width: float) -> list[Setting]:
    """Fit texts of one role that stand beside each other: all in the smallest size that any of them needs."""
    sizes = {wish.role: ROLES[wish.role].size for wish in wishes}
    while True:
        grid = {number: [_set(wish, sizes, width, is_final=False)] for number, wish in enumerate(wishes)}
        tight = _too_wide([list(wishes)], grid, width)
        if not tight:
            return [setting for wish in wishes if (setting := _set(wish, sizes, width, is_final=True)) is not None]
        if not _shrunk(sizes, {wish.role for wish, _setting in tight}):
            _refuse(tight)


def in_rows(wishes: Sequence[Wish], width: float, most: int, gap: float) -> list[list[tuple[int, Setting]]]:
    """Fit texts of one role side by side into up to `most` rows, at least `gap` mm apart, all in one size.

    Gives the rows, each text with its number among the wishes. Refuses TEXT_TOO_LONG and LETTERS_MISSING.
    """
    sizes = {wish.role: ROLES[wish.role].size for wish in wishes}
    while True:
        settings = [_set(wish, sizes, _ONE_LINE, is_final=False) for wish in wishes]
        shown = [(number, setting) for number, setting in enumerate(settings) if setting is not None]
        rows = _rows(shown, width, gap)
        if len(rows) <= most and all(setting.width / MM <= width for _number, setting in shown):
            return _evened(shown, rows, width, gap)
        if not _shrunk(sizes, set(sizes)):
            _refuse([(wishes[number], setting) for number, setting in shown])


def _rows(shown: Sequence[tuple[int, Setting]], width: float, gap: float) -> list[list[tuple[int, Setting]]]:
    rows: list[list[tuple[int, Setting]]] = []
    room = -1.0
    for number, setting in shown:
        wide = setting.width / MM + gap
        if wide > room + gap or not rows:
            rows.append([])
            room = width + gap
        rows[-1].append((number, setting))
        room -= wide
    return rows


def _evened(
    shown: Sequence[tuple[int, Setting]], rows: list[list[tuple[int, Setting]]], width: float, gap: float
) -> list[list[tuple[int, Setting]]]:
    """Give the rows of the narrowest column that needs no more of them: no row is left with a single short word."""
    best = rows
    for share in range(99, 40, -2):
        tried = _rows(shown, width * share / 100, gap)
        if len(tried) > len(rows):
            break
        best = tried
    return best


def _set(wish: Wish, sizes: dict[str, float], width: float, *, is_final: bool) -> Setting | None:
    if not wish.text.strip():
        return None
    role = ROLES[wish.role]
    try:
        return lay(
            wish.text,
            role.manner,
            sizes[wish.role],
            width=(width - wish.indent) * MM,
            is_right_to_left=wish.is_right_to_left,
            is_balanced=is_final and role.is_balanced,
            is_title=role.is_title,
            first_width=None if wish.first_width is None else wish.first_width * MM,
            language=wish.language,
        )
    except Refused as refused:
        raise Refused(refused.reason, language=wish.language, **refused.facts) from refused


def _pairs(columns: Sequence[Sequence[Wish]], grid: dict[int, list[Setting | None]]) -> list[tuple[Wish, Setting]]:
    """Give every text that was set, with its setting."""
    return [
        (column[number], setting)
        for number, settings in grid.items()
        for column, setting in zip(columns, settings, strict=True)
        if setting is not None
    ]


def _too_wide(
    columns: Sequence[Sequence[Wish]], grid: dict[int, list[Setting | None]], width: float
) -> list[tuple[Wish, Setting]]:
    """Give the texts that need more lines than they may have, or whose longest word is wider than the frame."""
    tight = []
    for wish, setting in _pairs(columns, grid):
        limit = (width - wish.indent) * MM * _TOLERANCE
        first = limit if wish.first_width is None else wish.first_width * MM * _TOLERANCE
        is_first_wide = setting.lines[0].width * setting.size > first
        if len(setting.lines) > wish.lines or setting.width > limit or is_first_wide:
            tight.append((wish, setting))
    return tight


def of_columns(done: Fitted, numbers: slice) -> Fitted:
    """Give some of the columns that were fitted together, without room for what only the others need."""
    return _stacked([(row.row, row.settings[numbers], row.gap) for row in done.rows])


def _gap(columns: Sequence[Sequence[Wish]], number: int) -> float:
    return max(column[number].gap for column in columns)


def _stacked(rows: Sequence[tuple[int, Sequence[Setting | None], float]]) -> Fitted:
    """Put rows (number, settings, air above in mm) under each other: what hangs below a row stays clear of the next."""
    placed: list[Placed] = []
    top, hanging = 0.0, 0.0
    for number, settings, gap in rows:
        shown = [setting for setting in settings if setting is not None]
        if not shown:
            continue
        baseline = max(setting.baseline for setting in shown)
        free = min(baseline - _HIGH * setting.size for setting in shown) / MM
        top += max(gap, hanging - free) if placed else 0.0
        tops = tuple(top + (baseline - setting.baseline) / MM if setting else top for setting in settings)
        placed.append(Placed(tuple(settings), tops, number, gap))
        height = _row_height(shown)
        lowest = max(baseline - setting.baseline + setting.height + setting.overhang for setting in shown) / MM
        top, hanging = top + height, lowest - height
    return Fitted(tuple(placed), top)


def _row_height(settings: Sequence[Setting | None]) -> float:
    """Give the height in mm of texts whose first lines stand on one baseline."""
    shown = [setting for setting in settings if setting is not None]
    baseline = max(setting.baseline for setting in shown)
    return max(baseline - setting.baseline + setting.height for setting in shown) / MM


def _settled(columns: Sequence[Sequence[Wish]], sizes: dict[str, float], width: float, kept: Sequence[int]) -> Fitted:
    return _stacked(
        [
            (number, [_set(column[number], sizes, width, is_final=True) for column in columns], _gap(columns, number))
            for number in kept
        ]
    )


def _large_titles(sizes: dict[str, float]) -> set[str]:
    """Give the titles that may give way before anything else becomes smaller."""
    return {name for name in sizes if ROLES[name].is_title and sizes[name] > ROLES[name].size * _TITLE_GIVES_WAY}


def _shrunk(sizes: dict[str, float], roles: set[str]) -> bool:
    """Make the roles 2 % smaller where their floor allows; tell whether any could."""
    is_any = False
    for name in roles:
        role: Role = ROLES[name]
        if sizes[name] > role.floor:
            sizes[name] = max(role.floor, round(sizes[name] * _STEP, 3))
            is_any = True
    return is_any


def _given_lines(columns: Sequence[list[Wish]], sizes: dict[str, float], tight: set[str]) -> bool:
    """Give texts that do not fit at their floor the further lines they may have, at full size again.

    Tell whether any could.
    """
    is_any = False
    for column in columns:
        for number, wish in enumerate(column):
            if wish.role in tight and wish.most_lines > wish.lines:
                column[number] = replace(wish, lines=wish.most_lines)
                sizes[wish.role] = ROLES[wish.role].size
                is_any = True
    return is_any


def _leave_out(kept: list[int], columns: Sequence[Sequence[Wish]], tight: Sequence[tuple[Wish, Setting]]) -> None:
    """Leave out a row whose texts are too wide even at their floor, if it may go; refuse otherwise."""
    wide = [wish for wish, _setting in tight]
    may_go = [number for number in kept if any(column[number] in wide and column[number].drop for column in columns)]
    if not may_go:
        _refuse(tight)
    kept.remove(max(may_go, key=lambda number: columns[0][number].drop))


def _refuse(texts: Sequence[tuple[Wish, Setting]]) -> NoReturn:
    """Refuse, of the texts that do not fit, the one that takes the most room, with the lines that it would need."""
    wish, setting = max(texts, key=lambda text: text[1].height)
    lines = [line.text for line in setting.lines][:12]
    raise Refused(Reason.TEXT_TOO_LONG, language=wish.language, lines=lines, role=wish.role)
