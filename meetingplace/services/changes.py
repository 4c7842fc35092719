"""What a verb gives back: which topics changed, what was done, and how to undo it. One act is one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum

from meetingplace.storage import bulletin, database, records
from meetingplace.storage.database import Journal
from meetingplace.storage.erased import Erased


class Topic(Enum):
    """What a screen can follow on the bulletin."""

    HOUSE = "house"
    PLACES = "places"
    TEAM = "team"
    PARTNERS = "partners"
    SESSIONS = "sessions"
    TEMPLATES = "templates"
    GOALS = "goals"
    DAYS_OFF = "days_off"
    ENROLMENTS = "enrolments"
    FAMILIES = "families"
    VISITS = "visits"
    SIGNALS = "signals"
    PAPER_LISTS = "paper_lists"
    VOICES = "voices"
    FACES = "faces"
    POLLS = "polls"
    CALLS = "calls"
    PHRASES = "phrases"
    OFFERS = "offers"
    PICTURES = "pictures"
    FLYERS = "flyers"
    BACKUPS = "backups"
    PLACE_IN_VIEW = "place_in_view"


class Act(Enum):
    """Everything that can be done and undone; its words are in `i18n.acts`. In brackets: the facts it carries."""

    HOUSE_CHANGED = "house_changed"
    PLACE_ADDED = "place_added"  # (name)
    PLACE_CHANGED = "place_changed"  # (name)
    PLACE_REMOVED = "place_removed"  # (name)
    MEMBER_ADDED = "member_added"  # (name)
    MEMBER_CHANGED = "member_changed"  # (name)
    MEMBER_REMOVED = "member_removed"  # (name)
    AWAY_ADDED = "away_added"  # (name, first, last)
    AWAY_REMOVED = "away_removed"  # (name, first, last)
    PARTNER_ADDED = "partner_added"  # (name)
    PARTNER_CHANGED = "partner_changed"  # (name)
    PARTNER_REMOVED = "partner_removed"  # (name)
    SESSION_ADDED = "session_added"  # (title, day)
    SESSION_CHANGED = "session_changed"  # (title, day)
    SESSION_MOVED = "session_moved"  # (title, day, start)
    SESSION_CANCELLED = "session_cancelled"  # (title, day)
    SESSION_REINSTATED = "session_reinstated"  # (title, day)
    SESSION_REMOVED = "session_removed"  # (title, day)
    SESSION_CLOSED = "session_closed"  # (title, children, adults)
    SESSION_REOPENED = "session_reopened"  # (title)
    PLAN_IMPORTED = "plan_imported"  # (file, number, changed, perhaps moved_up: first names)
    SERIES_REMOVED = "series_removed"  # (title, number, stayed)
    SERIES_ADDED = "series_added"  # (title, number, perhaps first: its first day)
    SERIES_CHANGED = "series_changed"  # (title, number, stayed, perhaps exceptions: both may be nought)
    SERIES_CANCELLED = "series_cancelled"  # (title, number, stayed: may be nought)
    TEMPLATE_ADDED = "template_added"  # (title)
    TEMPLATE_CHANGED = "template_changed"  # (title)
    TEMPLATE_REMOVED = "template_removed"  # (title)
    TEMPLATE_USED = "template_used"  # (title, day, left_out: the names of whoever is no longer there)
    GOAL_ADDED = "goal_added"  # (title)
    GOAL_CHANGED = "goal_changed"  # (title)
    GOAL_REMOVED = "goal_removed"  # (title, number: of sessions that worked at it)
    GOALS_COPIED = "goals_copied"  # (number)
    GOAL_LINKED = "goal_linked"  # (title, number: of sessions)
    GOAL_UNLINKED = "goal_unlinked"  # (title, number: of sessions)
    DAYS_OFF_ADDED = "days_off_added"  # (name)
    DAYS_OFF_CHANGED = "days_off_changed"  # (name)
    DAYS_OFF_REMOVED = "days_off_removed"  # (name)
    DAYS_OFF_CORRECTED = "days_off_corrected"  # (name)
    DAYS_OFF_RESTORED = "days_off_restored"  # (name)
    DAYS_OFF_READ = "days_off_read"  # (file, number: new, gone: what the file no longer says)
    TEXTS_CHANGED = "texts_changed"  # (language)
    ENROLLED = "enrolled"  # (name, is_waiting, is_double)
    ENROLMENT_CHANGED = "enrolment_changed"  # (name)
    ENROLMENT_REMOVED = "enrolment_removed"  # (name, perhaps moved_up: first names)
    ENROLLED_CAME = "enrolled_came"  # (name)
    ENROLLED_NOT_THERE = "enrolled_not_there"  # (name)
    NOTICE_TOLD = "notice_told"  # (title)
    FAMILY_ADDED = "family_added"  # (nickname)
    FAMILY_CHANGED = "family_changed"  # (nickname)
    FAMILY_REMOVED = "family_removed"  # (nickname)
    FAMILIES_MERGED = "families_merged"  # (nickname, other: the nickname that is gone)
    FAMILIES_ARE_TWO = "families_are_two"  # (nickname, other)
    FAMILY_FORGOTTEN = "family_forgotten"  # ()
    CONTACT_WRITTEN = "contact_written"  # (nickname)
    CONTACT_REMOVED = "contact_removed"  # (nickname)
    FAMILY_ARRIVED = "family_arrived"  # (nickname, children, adults, perhaps also_at: a session of the same day)
    GUESTS_ARRIVED = "guests_arrived"  # (children, adults)
    VISIT_CHANGED = "visit_changed"  # (nickname)
    FAMILY_LEFT = "family_left"  # (nickname)
    FAMILY_BACK = "family_back"  # (nickname)
    VISIT_REMOVED = "visit_removed"  # (nickname)
    TALLY_CHANGED = "tally_changed"  # (what, key, number)
    TURNED_AWAY = "turned_away"  # (number)
    VISITS_IMPORTED = "visits_imported"  # (file, number)
    ROW_TYPED_IN = "row_typed_in"  # (nickname)
    PAPER_LIST_PRINTED = "paper_list_printed"  # (title)
    PAPER_LIST_TYPED_IN = "paper_list_typed_in"  # (title)
    PAPER_LIST_LAID_ASIDE = "paper_list_laid_aside"  # (title)
    SIGNAL_ADDED = "signal_added"  # ()
    SIGNAL_CHANGED = "signal_changed"  # ()
    SIGNAL_REMOVED = "signal_removed"  # ()
    VOICE_HEARD = "voice_heard"  # (kind)
    VOICE_CHANGED = "voice_changed"  # (kind)
    VOICE_MOVED = "voice_moved"  # (state)
    VOICE_ANSWERED = "voice_answered"  # ()
    VOICE_TOLD_BACK = "voice_told_back"  # ()
    VOICES_TOLD_BACK = "voices_told_back"  # (number)
    VOICE_REMOVED = "voice_removed"  # ()
    VOICES_JOINED = "voices_joined"
    VOICE_SEPARATED = "voice_separated"
    VOICE_SHOWN = "voice_shown"
    VOICE_HIDDEN = "voice_hidden"
    VOICE_NOTED = "voice_noted"
    BOARD_TEXT_WRITTEN = "board_text_written"
    VOICE_AGREED = "voice_agreed"
    FACE_GIVEN = "face_given"
    FACES_COUNTED = "faces_counted"  # (title)
    HOST_CALLED = "host_called"
    CALL_ANSWERED = "call_answered"
    POLL_ADDED = "poll_added"  # (question)
    POLL_CHANGED = "poll_changed"  # (question)
    POLL_OPENED = "poll_opened"  # (question)
    POLL_CLOSED = "poll_closed"  # (question)
    POLL_REMOVED = "poll_removed"  # (question)
    DOTS_DROPPED = "dots_dropped"
    DOTS_COUNTED = "dots_counted"  # (question)
    OFFER_ADDED = "offer_added"
    OFFER_CHANGED = "offer_changed"
    OFFER_REMOVED = "offer_removed"
    PHRASE_CORRECTED = "phrase_corrected"  # (language)
    PHRASES_CHECKED = "phrases_checked"  # (language, number)
    PHRASE_RESTORED = "phrase_restored"  # (language)
    PHRASES_READ = "phrases_read"  # (file, number)
    FLYER_MADE = "flyer_made"  # ()
    TEXT_READ = "text_read"  # (language)
    TEXT_UNREAD = "text_unread"  # (language)
    PICTURE_ADDED = "picture_added"  # (name)
    PICTURE_CHANGED = "picture_changed"  # (name)
    PICTURE_REMOVED = "picture_removed"  # (name)
    LOGO_PUT = "logo_put"  # (name: of the house or of the partner)
    LOGO_REMOVED = "logo_removed"  # (name: of the house or of the partner)
    BACKUP_MADE = "backup_made"  # (file)
    UNDONE = "undone"  # (undone: the act that was taken back, beside that act's own facts)


@dataclass(frozen=True)
class Undo:
    """How to take an act back: its rows before and after, in memory only."""

    act: Act
    topics: frozenset[Topic]
    facts: Mapping[str, object]
    journal: Journal


@dataclass(frozen=True)
class Changes:
    """What a verb did: posted on the bulletin after the commit.

    `erased` is who was forgotten: no undo of before may bring them back, so none that speaks of them is kept.
    """

    act: Act
    topics: frozenset[Topic]
    facts: Mapping[str, object] = field(default_factory=dict)
    made: int | None = None
    undo: Undo | None = None
    erased: Erased | None = None


@dataclass
class Doing:
    """An act while it is being done; the verb fills in what it made and the facts that its sentence needs."""

    act: Act
    topics: frozenset[Topic]
    facts: dict[str, object]
    made: int | None = None
    erased: Erased | None = None
    _journal: Journal = field(default_factory=Journal)

    @property
    def changes(self) -> Changes:
        """What was done; ask for it after the act is over. An act that changed no row has nothing to undo."""
        undo = Undo(self.act, self.topics, self.facts, self._journal) if self._journal.entries else None
        return Changes(self.act, self.topics, self.facts, self.made, undo, self.erased)


@contextmanager
def one_act(act: Act, *topics: Topic, **facts: object) -> Iterator[Doing]:
    """Do one act in one transaction: all of it is saved, or, when something refuses, nothing is."""
    doing = Doing(act, frozenset(topics), dict(facts))
    with database.transaction() as journal:
        yield doing
        bulletin.tell(topic.value for topic in doing.topics)
    doing._journal = journal


def undo(step: Undo) -> Changes:
    """Take an act back exactly; the undo of this does the act again.

    Refuses CHANGED_MEANWHILE, and changes nothing, when somebody changed one of its rows since.
    """
    facts = dict(step.facts)
    again = facts.pop("undone", None)
    with one_act(again if isinstance(again, Act) else Act.UNDONE, *step.topics, **facts) as doing:
        if again is None:
            doing.facts["undone"] = step.act
        records.take_back(step.journal)
    return doing.changes


def without(erased: Erased, *histories: Sequence[Undo]) -> Iterator[list[Undo]]:
    """Give each history without the steps that speak of who was forgotten, or of a family that was merged into it."""
    every = [step for steps in histories for step in steps]
    while (wider := erased.with_merged(step.journal for step in every)) != erased:
        erased = wider
    for steps in histories:
        yield [step for step in steps if not erased.is_in(step.journal)]
