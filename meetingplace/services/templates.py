"""Templates: made from a session, changed, and planned from on a day, at an hour and a place.

What was planned from a template is a session like any other: changing or removing the template leaves it as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from meetingplace.domain import goals as plan, typed_text
from meetingplace.domain.language import known_language
from meetingplace.domain.partners import Partner
from meetingplace.domain.places import Place
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity
from meetingplace.domain.team import TeamMember
from meetingplace.domain.templates import NOWHERE, Template
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import goals, partners, places, sessions, team, templates


@dataclass(frozen=True)
class TemplateLine:
    """A template with the names it is shown with; no place means that it must be chosen when it is planned."""

    template: Template
    place: Place | None
    team: tuple[TeamMember, ...]
    partners: tuple[Partner, ...]
    gone: tuple[str, ...]  # names of team members and partners that are no longer there


@dataclass(frozen=True)
class TemplatesBoard:
    """The templates of the house by title, and what their form offers."""

    lines: tuple[TemplateLine, ...]
    places: tuple[Place, ...]
    team: tuple[TeamMember, ...]
    partners: tuple[Partner, ...]


def templates_board() -> TemplatesBoard:
    """Show the templates."""
    where = {place.id: place for place in places.listed()}
    members, actors = _everybody()
    return TemplatesBoard(
        lines=tuple(_line(template, where, members, actors) for template in templates.listed()),
        places=tuple(where.values()),
        team=tuple(member for member in members.values() if member.is_active),
        partners=tuple(partner for partner in actors.values() if partner.is_active),
    )


def make_from_session(session_id: int) -> Changes:
    """Make a template of a session with its own texts; refuses NOT_FOUND."""
    with one_act(Act.TEMPLATE_ADDED, Topic.TEMPLATES) as act:
        activity = sessions.get(session_id).activity
        act.facts["title"] = activity.title
        act.made = templates.add(activity)
    return act.changes


def change(template_id: int, version: int, activity: Activity) -> Changes:
    """Write a template, perhaps without a place; refuses NAME_MISSING, TEXT_TOO_LONG, CHANGED_MEANWHILE, NOT_FOUND."""
    tidy = _tidy(activity)
    with one_act(Act.TEMPLATE_CHANGED, Topic.TEMPLATES, title=tidy.title) as act:
        templates.change(template_id, version, tidy)
    return act.changes


def remove(template_id: int, version: int) -> Changes:
    """Take a template away; what was planned from it stays. Refuses CHANGED_MEANWHILE."""
    with one_act(Act.TEMPLATE_REMOVED, Topic.TEMPLATES) as act:
        template = templates.get(template_id)
        if template.version != version:
            raise Refused(Reason.CHANGED_MEANWHILE)
        act.facts["title"] = template.title
        templates.remove(template_id)
    return act.changes


def plan_from(template_id: int, day: date, start: time, place_id: int | None = None) -> Changes:
    """Plan a session from a template, at its own place or at another one.

    Whoever is no longer in the team, or is no longer a partner, is left out and told (fact `left_out`). Refuses
    PLACE_GONE when there is no place that is still used: choose one and ask again.
    """
    with one_act(Act.TEMPLATE_USED, Topic.SESSIONS, day=day) as act:
        template = templates.get(template_id)
        where = _place_for(template, place_id)
        line = _line(template, {}, *_everybody())
        activity = template.planned_at(where, start, _ids(line.team), _ids(line.partners))
        act.made = sessions.add(replace(activity, goal_id=_goal_for(activity, day)), day)
        act.facts |= {"title": template.title, "left_out": line.gone}
    return act.changes


def _place_for(template: Template, place_id: int | None) -> int:
    where = place_id or template.place_id
    if where is None or not places.get(where).is_active:
        raise Refused(Reason.PLACE_GONE, title=template.title)
    return where


def _goal_for(activity: Activity, day: date) -> int | None:
    """Keep a goal only in its own school year: another year has goals of its own."""
    if activity.goal_id is None or goals.get(activity.goal_id).year != plan.year_of(day):
        return None
    return activity.goal_id


def _line(
    template: Template, where: Mapping[int, Place], members: Mapping[int, TeamMember], actors: Mapping[int, Partner]
) -> TemplateLine:
    its_team = [members[id] for id in template.activity.team]
    its_partners = [actors[id] for id in template.activity.partners]
    everybody: list[TeamMember | Partner] = [*its_team, *its_partners]
    return TemplateLine(
        template=template,
        place=where.get(template.activity.place_id),
        team=tuple(member for member in its_team if member.is_active),
        partners=tuple(partner for partner in its_partners if partner.is_active),
        gone=tuple(one.name for one in everybody if not one.is_active),
    )


def _everybody() -> tuple[dict[int, TeamMember], dict[int, Partner]]:
    """Give the team and the partners by id, also who is no longer there."""
    members, actors = team.listed(with_inactive=True), partners.listed(with_inactive=True)
    return {member.id: member for member in members}, {partner.id: partner for partner in actors}


def _ids(people: Iterable[TeamMember | Partner]) -> set[int]:
    return {one.id for one in people}


def _tidy(activity: Activity) -> Activity:
    if activity.place_id != NOWHERE:
        places.get(activity.place_id)
    return replace(
        activity,
        title=typed_text.name(activity.title, typed_text.TITLE_LIMIT),
        theme=typed_text.line(activity.theme, typed_text.TITLE_LIMIT),
        languages=tuple(dict.fromkeys(known_language(code) for code in activity.languages)),
    )
