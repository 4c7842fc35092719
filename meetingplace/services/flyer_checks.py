"""What to look at before a flyer is printed: its form, its picture, its languages, its content.

It warns; only what must stand there in Dutch, and who invites, stand in the way of printing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from meetingplace.documents.flyers.layouts import plan
from meetingplace.documents.flyers.papers import Paper
from meetingplace.domain.sessions import Reader
from meetingplace.i18n.catalog import state
from meetingplace.services.flyer_content import Draft, missing_in_dutch
from meetingplace.services.flyer_pictures import flyer_pictures

_AFTER_MACHINE = 4  # in the list: after who read what a machine made
_SHARP = 100  # dots to an inch: less looks coarse from reading distance
_READABLE = {Paper.A6X4: 8.4, Paper.A5: 8.9}  # pt, of words to read; on larger paper:
_READABLE_LARGE = 9.4


@dataclass(frozen=True)
class TextLine:
    """The own words for one language; `is_missing` means that the Dutch will stand there instead.

    `read_by`, `read_on` and `ticked_by` (the name of the team member) say who read these very words, if anybody did.
    """

    language: str
    title: str
    body: str
    state: str
    is_missing: bool
    read_by: Reader | None = None
    read_on: date | None = None
    ticked_by: str = ""


class CheckKind(Enum):
    """What to look at before printing, in the order of the list."""

    FACTS = "facts"  # content: place, day, hours, price in Dutch
    SENDER = "sender"
    OWN_TEXT = "own_text"  # language
    READ = "read"  # own words made by a machine that nobody read
    PARENT = "parent"  # own words that no parent read
    PHRASES = "phrases"  # fixed phrases that no speaker checked
    PICTURE = "picture"  # image: fine enough for the paper
    TEXT_SIZE = "text_size"  # form: large enough to read


@dataclass(frozen=True)
class Check:
    """One line of the check before printing; `open_for` names the facts or the languages that are not good yet."""

    kind: CheckKind
    open_for: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        """Tell whether nothing is open."""
        return not self.open_for

    @property
    def blocks(self) -> bool:
        """Tell whether it stands in the way of printing: only the Dutch facts and the sender do."""
        return self.kind in (CheckKind.FACTS, CheckKind.SENDER) and not self.is_good


def checks_of(draft: Draft, texts: Sequence[TextLine]) -> tuple[Check, ...]:
    """List what can be looked at before the paper is made; refuses NOT_FOUND."""
    missing = missing_in_dutch(draft)
    own = [text for text in texts if not text.is_missing and text.language != "nl"]
    lines = [
        Check(CheckKind.FACTS, tuple(fact for fact in missing if fact != "house")),
        Check(CheckKind.SENDER, tuple(fact for fact in missing if fact == "house")),
        Check(CheckKind.OWN_TEXT, tuple(text.language for text in texts if text.is_missing)),
        Check(CheckKind.READ, tuple(text.language for text in own if text.state == "machine" and not text.read_by)),
        Check(CheckKind.PHRASES, tuple(text.language for text in texts if state("paper", text.language) == "machine")),
    ]
    if own:  # where nothing is written, no parent can have read it
        unread = tuple(text.language for text in own if text.read_by is not Reader.PARENT)
        lines.insert(_AFTER_MACHINE, Check(CheckKind.PARENT, unread))
    if draft.picture_id is not None:
        lines.append(_picture_check(draft))
    return tuple(lines)


def text_size_check(draft: Draft, smallest: float) -> Check:
    """Tell whether the smallest words of the paper that was made (pt) are large enough to read."""
    is_readable = smallest >= _READABLE.get(draft.paper, _READABLE_LARGE)
    return Check(CheckKind.TEXT_SIZE, () if is_readable else (f"{smallest:.1f}",))


def _picture_check(draft: Draft) -> Check:
    shown = next((one for one in flyer_pictures() if one.id == draft.picture_id), None)
    drawn = plan(draft.layout, draft.paper)
    enlarged = drawn.design.on(draft.paper)[1]
    widths = [frame.number("picture", frame.width / 2) for frame in drawn.frames if frame.draw == "hero"]
    if shown is None or not widths:
        return Check(CheckKind.PICTURE)
    dots = shown.width / (widths[0] * enlarged / 25.4)
    return Check(CheckKind.PICTURE, () if dots >= _SHARP else (shown.name,))
