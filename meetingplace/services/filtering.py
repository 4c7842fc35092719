"""What the planning can be filtered by: themes, team and languages that the house really has. No verbs."""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.domain.team import TeamMember
from meetingplace.storage import sessions, team


@dataclass(frozen=True)
class FilterBoard:
    """What may be chosen."""

    themes: tuple[str, ...]
    team: tuple[TeamMember, ...]  # who left too: their sessions are still there
    languages: tuple[str, ...]  # codes


def filter_board() -> FilterBoard:
    """List the themes and languages of all sessions, and the team."""
    themes, languages = sessions.themes_and_languages()
    return FilterBoard(tuple(themes), tuple(team.listed(with_inactive=True)), tuple(languages))
