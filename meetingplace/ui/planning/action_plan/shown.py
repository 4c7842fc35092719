"""What the action plan shows, in ready-made words. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.domain.goals import Goal, Progress
from meetingplace.domain.sessions import Function
from meetingplace.services.action_plan import Work


@dataclass(frozen=True)
class WorkShown:
    """A series, or a session that stands alone; `folded` is what search looks through."""

    work: Work
    title: str
    line: str
    folded: str = ""


@dataclass(frozen=True)
class GoalShown:
    """A goal with how far it has come, in words beside the bar."""

    goal: Goal
    functions: tuple[tuple[Function, str], ...]
    principles: str
    progress: Progress
    numbers: str
    verdict: str  # on the aim
    is_enough: bool  # what is held and planned reaches the aim
    works: tuple[WorkShown, ...]
    spoken: str


@dataclass(frozen=True)
class PlanShown:
    """The action plan of a school year."""

    year: str
    goals: tuple[GoalShown, ...]
    gaps: tuple[str, ...]  # sentences on functions and principles that no goal serves
    without: tuple[WorkShown, ...]  # what works at no goal, as much as fits
    without_line: str
    copy: str  # the word of the act that copies the goals of last year; empty when there are none


@dataclass(frozen=True)
class LinkShown:
    """What can be linked to a goal."""

    goal: Goal
    title: str
    works: tuple[WorkShown, ...]
