"""Sessions and series: one opening at one place, and the rule by which it repeats. The words are those of the field."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.recurrence import Rule
from meetingplace.domain.refusals import Reason, Refused

OLDEST = 216  # months: an age range ends at 18 years


class Function(Enum):
    """The six functions of parenting support; a session delivers one or more."""

    INFORMATION = "information"
    PRACTICAL = "practical"
    EMOTIONAL = "emotional"
    COHESION = "cohesion"
    SIGNALLING = "signalling"
    ADVICE = "advice"


class SessionState(Enum):
    """Planned, held (the desk was closed), or cancelled with a reason."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Reader(Enum):
    """Who read the words of a flyer before it went out: never a name."""

    PARENT = "parent"
    COLLEAGUE = "colleague"
    TRANSLATOR = "translator"


@dataclass(frozen=True)
class OwnText:
    """The house's own words for a flyer in one language; `state` is source, machine, human or checked.

    `read_by` and `read_on` say who read these very words and when, `ticked_by` which team member noted it.
    """

    language: str
    title: str
    body: str = ""
    state: str = "human"
    read_by: Reader | None = None
    read_on: date | None = None
    ticked_by: int | None = None


@dataclass(frozen=True)
class Activity:
    """What is done, for whom and how: shared by a session and the series it came from.

    Ages in months, `to_months` excluded.
    """

    title: str
    place_id: int
    start: time
    end: time
    theme: str = ""
    functions: tuple[Function, ...] = ()
    is_formal: bool = False
    is_led_by_parents: bool = False  # a parent leads it, as a host or with one
    from_months: int = 0
    to_months: int = 72
    languages: tuple[str, ...] = ()
    capacity: int = 20
    is_walk_in: bool = True
    price_cents: int = 0
    preparation_minutes: int = 30
    debrief_minutes: int = 15
    goal_id: int | None = None  # of the action plan
    expect: tuple[str, ...] = ()  # pictograms of the flyer: what parents may expect
    team: tuple[int, ...] = ()
    partners: tuple[int, ...] = ()
    texts: tuple[OwnText, ...] = ()

    def __post_init__(self) -> None:
        """Refuse END_BEFORE_START, AGE_RANGE_TURNED and NUMBER_IMPOSSIBLE."""
        if self.end <= self.start:
            raise Refused(Reason.END_BEFORE_START)
        if not 0 <= self.from_months < self.to_months <= OLDEST:
            raise Refused(Reason.AGE_RANGE_TURNED)
        for number in (self.capacity, self.price_cents, self.preparation_minutes, self.debrief_minutes):
            if not 0 <= number <= 100_000:
                raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=number)

    @property
    def open_minutes(self) -> int:
        """Minutes between start and end."""
        return (self.end.hour - self.start.hour) * 60 + self.end.minute - self.start.minute


@dataclass(frozen=True)
class Series:
    """Sessions that repeat by a rule, skipping the days off of the chosen calendars.

    `kept` are days off on which it goes on; `follows` is the series that it was split off from.
    """

    id: int
    activity: Activity
    rule: Rule
    skips: tuple[DaysOff, ...] = ()
    kept: tuple[date, ...] = ()
    follows: int | None = None
    version: int = 0


@dataclass(frozen=True)
class FlyerMade:
    """That a flyer of a session, a series or a month was printed, saved or shared, and how it looked.

    `of_version` is the version of the session or series it was made of, or what stands for that of a month. Of a
    month it may tell of one place only.
    """

    made_at: datetime
    layout: str
    languages: tuple[str, ...]
    of_version: int
    session_id: int | None = None
    series_id: int | None = None
    month: date | None = None
    place_id: int | None = None
    paper: str = "a4"
    mood: str = ""
    is_grey: bool = False
    picture_id: int | None = None


@dataclass(frozen=True)
class Closing:
    """What the team writes down when the desk closes; minutes of preparation and debriefing as they really were.

    `heard` says for a language, by its code, how many unnamed people who speak it come to what was counted (below 0:
    go off it).
    """

    team: tuple[int, ...] = ()
    preparation_minutes: int = 0
    debrief_minutes: int = 0
    functions: tuple[Function, ...] = ()
    theme: str = ""
    is_full: bool = False
    turned_away: int = 0
    heard: tuple[tuple[str, int], ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """What a plan of many weeks shows of a session: enough to draw it, to filter it and to see a clash."""

    id: int
    day: date
    start: time
    end: time
    title: str
    place_id: int
    state: SessionState
    theme: str = ""
    functions: tuple[Function, ...] = ()
    from_months: int = 0
    to_months: int = 72
    languages: tuple[str, ...] = ()
    series_id: int | None = None
    team: tuple[int, ...] = ()
    capacity: int = 0
    version: int = 0
    rule_day: date | None = None

    @property
    def ends(self) -> datetime:
        """Local date and hour at which the door closes."""
        return datetime.combine(self.day, self.end)

    @property
    def goes_on(self) -> bool:
        """Tell whether it was not cancelled."""
        return self.state is not SessionState.CANCELLED


@dataclass(frozen=True)
class Session:
    """One opening at one place."""

    id: int
    day: date
    activity: Activity
    series_id: int | None = None
    rule_day: date | None = None  # the date of the rule of its series that it was made for
    was_day: date | None = None  # where it stood before it was moved, as long as parents may still think so
    was_start: time | None = None
    state: SessionState = SessionState.PLANNED
    reason: str = ""  # why it was cancelled
    remark: str = ""
    is_full: bool = False
    turned_away: int = 0
    closed_at: datetime | None = None
    voices: tuple[int, ...] = field(default=())  # the voices it came from
    version: int = 0

    @property
    def begins(self) -> datetime:
        """Local date and hour at which the door opens."""
        return datetime.combine(self.day, self.activity.start)

    @property
    def ends(self) -> datetime:
        """Local date and hour at which the door closes."""
        return datetime.combine(self.day, self.activity.end)

    @property
    def brief(self) -> Brief:
        """Give it in brief."""
        what = self.activity
        return Brief(
            self.id, self.day, what.start, what.end, what.title, what.place_id, self.state, what.theme, what.functions,
            what.from_months, what.to_months, what.languages, self.series_id, what.team, what.capacity, self.version,
            self.rule_day,
        )  # fmt: skip

    @property
    def is_open_for_visits(self) -> bool:
        """Tell whether arrivals may still be registered."""
        return self.state is SessionState.PLANNED

    def must_take_visits(self) -> None:
        """Refuse SESSION_CANCELLED and SESSION_CLOSED."""
        if self.state is SessionState.CANCELLED:
            raise Refused(Reason.SESSION_CANCELLED)
        if self.state is SessionState.HELD:
            raise Refused(Reason.SESSION_CLOSED)
