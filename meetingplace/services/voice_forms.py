"""What the form for a voice offers: languages, sessions of late, the team, the themes in use. It has no verbs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from meetingplace.domain.language import MOST_SPOKEN
from meetingplace.domain.sessions import Session, SessionState
from meetingplace.domain.team import TeamMember
from meetingplace.domain.voices import Voice
from meetingplace.services.voices import team_with
from meetingplace.storage import families, places, sessions, voices

_DAYS_BACK = 21  # a voice is written down within three weeks of the session where it was heard


@dataclass(frozen=True)
class FormBoard:
    """What the form offers: the languages of the house first, sessions of late, the team, themes in use."""

    today: date
    languages: tuple[str, ...]
    sessions: tuple[Session, ...]  # today's first, then back in time
    team: tuple[TeamMember, ...]
    themes: tuple[str, ...]
    session_id: int | None = None  # where it was heard, when that is known
    voice: Voice | None = None  # to be changed; None: a new one
    place_names: Mapping[int, str] = field(default_factory=dict)


def form_board(
    now: datetime, place_id: int | None = None, session_id: int | None = None, voice_id: int | None = None
) -> FormBoard:
    """Offer what a voice is written down with, for one heard at a session or one that changes; refuses NOT_FOUND."""
    voice = voices.get(voice_id) if voice_id is not None else None
    heard_at = voice.session_id if voice else session_id
    today = now.date()
    of_late = sessions.between(today - timedelta(days=_DAYS_BACK), today, place_id)
    offered = [one for one in reversed(of_late) if one.state is not SessionState.CANCELLED and one.begins <= now]
    if heard_at is not None and heard_at not in [one.id for one in offered]:
        offered.insert(0, sessions.get(heard_at))
    return FormBoard(
        today=today,
        languages=tuple(dict.fromkeys([*families.languages_by_use(), *MOST_SPOKEN])),
        sessions=tuple(offered),
        team=team_with(voice.follower_id if voice else None),
        themes=tuple(voices.themes()),
        session_id=heard_at,
        voice=voice,
        place_names={place.id: place.name for place in places.listed(with_inactive=True)},
    )
