"""The rooms beside the board of voices: what each is called, and the door through which it opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.voices.faces import panel as faces
from meetingplace.ui.voices.offers import panel as offers
from meetingplace.ui.voices.polls import panel as polls
from meetingplace.ui.voices.posters import panel as posters
from meetingplace.ui.voices.rungs import panel as rungs

Door = Callable[[Surroundings, QWidget], None]


@dataclass(frozen=True)
class Room:
    """A room: its key, its word, its icon and its door."""

    key: str
    word: str
    icon: str
    door: Door


def rooms(_: Translator) -> tuple[Room, ...]:
    """List the rooms, in the order of the menu."""
    return (
        Room("polls", _("Choices"), "vote-outline", polls.open_room),
        Room("faces", _("How was it?"), "emoticon-happy-outline", faces.open_room),
        Room("offers", _("Offers of help"), "hand-heart-outline", offers.open_room),
        Room("posters", _("Posters and slips"), "newspaper-variant-outline", posters.open_room),
        Room("rungs", _("How parents take part"), "stairs-up", rungs.open_room),
    )
