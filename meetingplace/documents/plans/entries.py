"""A session as it stands in a cell: its square and hours, title, place and team, set at a size and measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from meetingplace.documents.paper import MM
from meetingplace.documents.plans.content import PlanSession
from meetingplace.documents.plans.page import PlanSheet
from meetingplace.documents.plans.setting import shown
from meetingplace.documents.typeset import Setting, first_strong_is_right_to_left
from meetingplace.domain.sessions import SessionState
from meetingplace.i18n.catalog import Translator, isolated, isolated_if_turned
from meetingplace.i18n.words import session_state_name

_SIDE = 0.43  # of a square in mm, for each pt of its text
_BESIDE = 1.2  # mm between the square and the hours
_LEADING = 1.16
_AIR = 0.14  # mm under an entry, for each pt


@dataclass(frozen=True)
class SetEntry:
    """A session that is set: what is written under each other with its tone, the side of its square, its height.

    The first text stands beside the square. Lengths in mm.
    """

    session: PlanSession
    texts: tuple[tuple[Setting, str], ...]
    size: float  # pt
    side: float
    width: float
    height: float


def set_entry(
    page: PlanSheet,
    session: PlanSession,
    size: float,
    width: float,
    _: Translator,
    *,
    is_dense: bool = False,
    with_team: bool = False,
) -> SetEntry:
    """Set a session at a size in pt in a width in mm; dense: the place follows the title on its line."""
    side = size * _SIDE
    beside = width - side - _BESIDE
    hours = page.formats.hours(session.start, session.end).replace(" ", "\u00a0")
    texts = [(page.sized(hours, "plan_hours", size, beside), "ink")]
    title, place = session.title, session.place
    if is_dense and place and not first_strong_is_right_to_left(title, False):
        title, place = title_at(title, place), ""
    texts.append((page.sized(title, "plan_text", size, width), "mute" if session.is_cancelled else "ink"))
    if session.is_cancelled:
        state = session_state_name(_, SessionState.CANCELLED)
        texts.append((page.sized(state, "plan_hours", size, width), "ink"))
    if place:
        texts.append((page.sized(place, "plan_text", size, width), "mute"))
    if with_team and not session.is_cancelled:
        names = ", ".join(isolated_if_turned(name) for name in session.team) or _("nobody yet")
        texts.append((page.sized(names, "plan_hours" if not session.team else "plan_text", size, width), "deep"))
    height = sum(_height(setting, size) for setting, _tone in texts) + size * _AIR
    return SetEntry(session, tuple(texts), size, side, width, height)


def title_at(title: str, place: str) -> str:
    """Write a title and its place on one line, each in its own direction; the title alone without a place."""
    known = shown(title, "plan_text")
    return f"{isolated(known)} · {isolated(shown(place, 'plan_text'))}" if place else known


def _height(setting: Setting, size: float) -> float:
    """Give the height of a text in mm: lines of every script stand at least as far apart as Latin ones."""
    return max(setting.height, len(setting.lines) * size * _LEADING) / MM


def draw_entry(page: PlanSheet, entry: SetEntry, x: float, y: float) -> float:
    """Draw an entry from a height down; gives the y under it."""
    session, (first, *others) = entry.session, entry.texts
    hours, tone = first
    line = _height(hours, entry.size)
    page.square(session.function, x, y + (line - entry.side) / 2, entry.side, is_cancelled=session.is_cancelled)
    page.place(hours, x + entry.side + _BESIDE, y + line / 2, entry.width - entry.side - _BESIDE, tone=tone)
    under = y + line
    for setting, tone in others:
        high = _height(setting, entry.size)
        page.place(setting, x, under + high / 2, entry.width, tone=tone)
        under += high
    return y + entry.height


def draw_entries(page: PlanSheet, entries: Sequence[SetEntry], x: float, y: float) -> float:
    """Draw entries under each other; gives the y under the last."""
    for entry in entries:
        y = draw_entry(page, entry, x, y)
    return y
