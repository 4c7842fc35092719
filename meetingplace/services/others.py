"""What other PCs on the same server change, for the window to ask again. Nothing of this runs for a house in a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from threading import Event

from meetingplace.services.changes import Topic
from meetingplace.storage import bulletin

_NAMES = {topic.value: topic for topic in Topic}
_IN_THE_HOUSE = frozenset(Topic) - {Topic.PLACE_IN_VIEW}


@dataclass(frozen=True)
class News:
    """The topics that others changed, all of them when some may have been missed; or that the server is away."""

    topics: frozenset[Topic] = frozenset()
    is_away: bool = False


def news(house: object, over: Event) -> Iterator[News]:
    """Give the news of a house on a server as it comes, until it is over; a house in a file has none."""
    for heard in bulletin.heard(house, over):
        # a newer program may tell of topics that no screen of this one follows
        known = frozenset(_NAMES[name] for name in heard.topics if name in _NAMES)
        yield News(_IN_THE_HOUSE if heard.is_back else known, heard.is_away)
