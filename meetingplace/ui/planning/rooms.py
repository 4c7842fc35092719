"""The rooms beside the planning: what each is called, and the door through which it opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.action_plan import panel as action_plan
from meetingplace.ui.planning.days_off import panel as days_off
from meetingplace.ui.planning.enrolment import panel as enrolment
from meetingplace.ui.planning.hints import panel as hints
from meetingplace.ui.planning.importing import panel as importing
from meetingplace.ui.planning.notice import panel as notice
from meetingplace.ui.planning.printing import panel as printing
from meetingplace.ui.planning.series_dates import panel as series_dates
from meetingplace.ui.planning.sharing import panel as sharing
from meetingplace.ui.planning.templates import panel as templates, shelf

PRINTING = "printing"  # the room that Ctrl+P opens
HINTS = "hints"  # the room whose number the menu says

GoTo = Callable[[date, int | None], None]  # brings a day, and perhaps a session of it, into sight
Door = Callable[[Surroundings, QWidget, GoTo, int | None], None]


@dataclass(frozen=True)
class Room:
    """A room: its key, its word (empty: it opens only from a session), its icon and its door."""

    key: str
    word: str
    icon: str
    door: Door


def rooms(_: Translator) -> tuple[Room, ...]:
    """List the rooms, in the order of the menu."""
    return (
        Room(HINTS, _("To look at"), "alert-outline", hints.open_room),
        Room("templates", _("Templates"), "content-save-outline", templates.open_room),
        Room("shelf", _("Templates beside the calendar"), "dock-left", shelf.open_shelf),
        Room("action_plan", _("Action plan"), "flag-outline", action_plan.open_room),
        Room("days_off", _("Days off"), "calendar-remove-outline", days_off.open_room),
        Room("enrolment", "", "clipboard-edit-outline", enrolment.open_room),
        Room("series_dates", "", "calendar-multiple", series_dates.open_room),
        Room("notice", "", "bullhorn-outline", notice.open_room),
        Room("sharing", _("Hand out the plan"), "export-variant", sharing.open_room),
        Room("importing", _("Read a plan"), "file-import-outline", importing.open_room),
        Room(PRINTING, _("Print the plan"), "printer-outline", printing.open_room),
    )  # fmt: skip
