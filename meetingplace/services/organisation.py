"""The House screen's verbs and board: the organisation itself, its places, its team, its partners."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from meetingplace.documents.moods import Mood, palette
from meetingplace.domain import typed_text
from meetingplace.domain.language import LANGUAGES, known_language
from meetingplace.domain.partners import Partner
from meetingplace.domain.pictures import PICTURE_SHAPES
from meetingplace.domain.places import House, Place
from meetingplace.domain.privacy import Level
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.team import WEEKDAYS, Role, TeamMember
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import absences, partners, places, team, templates

MOODS = ("cherry", "park", "evening")
STOP_KINDS = ("", "tram", "bus", "metro")
IDLE_CHOICES = (30, 60, 120, 300)  # s without a touch, after which a screen for parents begins anew
FEWEST_MONTHS, MOST_MONTHS = 1, 60  # that back-ups are kept
LARGEST_PLACE = 2_000  # children; a typing mistake, not a place


@dataclass(frozen=True)
class HouseBoard:
    """Everything that the House screen shows about the organisation."""

    house: House
    places: tuple[Place, ...]
    team: tuple[TeamMember, ...]
    partners: tuple[Partner, ...]
    languages: tuple[str, ...]  # codes that may be chosen, in the order of the field


def mood_colours(mood: str) -> tuple[str, ...]:
    """Give the three strong tones of a colour mood, as "#rrggbb", for a swatch."""
    tones = palette(Mood(mood))
    return tuple(
        "#" + "".join(f"{round(255 * part):02x}" for part in (tone.red, tone.green, tone.blue))
        for tone in (tones.deep, tones.mid, tones.sun)
    )


def house_board() -> HouseBoard:
    """Show the house with its active places, team and partners; refuses NOT_FOUND before the first run."""
    return HouseBoard(
        the_house(), tuple(places.listed()), tuple(team.listed()), tuple(partners.listed()), tuple(LANGUAGES)
    )


def the_house() -> House:
    """Give the house; refuses NOT_FOUND before the first run."""
    house = places.house()
    if house is None:
        raise Refused(Reason.NOT_FOUND, what="House")
    return house


def change_house(typed: House) -> Changes:
    """Write how the house presents itself; Dutch stays first among its languages.

    Refuses NAME_MISSING, TEXT_TOO_LONG, LANGUAGE_UNKNOWN, CHOICE_UNKNOWN, NUMBER_IMPOSSIBLE and CHANGED_MEANWHILE.
    """
    _must_be_one_of(typed.mood, MOODS)
    _must_be_one_of(typed.picture, PICTURE_SHAPES)
    languages = tuple(dict.fromkeys(known_language(code) for code in ("nl", *typed.languages)))
    with one_act(Act.HOUSE_CHANGED, Topic.HOUSE) as act:
        places.change_house(
            typed.version,
            name=typed_text.name(typed.name),
            line=typed_text.line(typed.line),
            phone=typed_text.line(typed.phone, typed_text.NAME_LIMIT),
            email=typed_text.line(typed.email, typed_text.NAME_LIMIT),
            mood=typed.mood,
            picture=typed.picture,
            languages=languages,
            backup_months=_months(typed.backup_months),
            has_sign_in=typed.has_sign_in,
            corner_seconds=_seconds(typed.corner_seconds),
        )
    return act.changes


def add_place(typed: Place) -> Changes:
    """Add a place (its id is ignored); refuses what `change_place` refuses."""
    columns = _place_columns(typed)
    with one_act(Act.PLACE_ADDED, Topic.PLACES, name=columns["name"]) as act:
        act.made = places.add(**columns)
    return act.changes


def change_place(typed: Place) -> Changes:
    """Write a place; refuses NAME_MISSING, TEXT_TOO_LONG, NUMBER_IMPOSSIBLE, CHOICE_UNKNOWN and CHANGED_MEANWHILE."""
    columns = _place_columns(typed)
    with one_act(Act.PLACE_CHANGED, Topic.PLACES, name=columns["name"]) as act:
        places.change(typed.id, typed.version, **columns)
    return act.changes


def remove_place(place_id: int, version: int) -> Changes:
    """Take a place out of use; its sessions of the past stay, and its templates are left without a place.

    Refuses IN_USE for the last place.
    """
    with one_act(Act.PLACE_REMOVED, Topic.PLACES, Topic.TEMPLATES) as act:
        place = places.get(place_id)
        if [other.id for other in places.listed()] == [place_id]:
            raise Refused(Reason.IN_USE, what="Place", number=1)
        places.change(place_id, version, is_active=False)
        templates.let_go_of_place(place_id)
        act.facts["name"] = place.name
    return act.changes


def add_member(typed: TeamMember) -> Changes:
    """Add a team member (the id is ignored).

    Refuses NAME_MISSING, TEXT_TOO_LONG, LANGUAGE_UNKNOWN, and CHOICE_UNKNOWN for a weekday that does not exist.
    """
    columns = _member_columns(typed)
    with one_act(Act.MEMBER_ADDED, Topic.TEAM, name=columns["name"]) as act:
        act.made = team.add(**columns)
    return act.changes


def change_member(typed: TeamMember) -> Changes:
    """Write a team member, not the PIN; refuses what `add_member` refuses and CHANGED_MEANWHILE."""
    columns = _member_columns(typed)
    with one_act(Act.MEMBER_CHANGED, Topic.TEAM, name=columns["name"]) as act:
        team.change(typed.id, typed.version, **columns)
    return act.changes


def remove_member(member_id: int, version: int) -> Changes:
    """Take somebody out of the team; hours of the past stay, days away go. Refuses IN_USE for the last one."""
    with one_act(Act.MEMBER_REMOVED, Topic.TEAM) as act:
        member = team.get(member_id)
        if [other.id for other in team.listed()] == [member_id]:
            raise Refused(Reason.IN_USE, what="TeamMember", number=1)
        team.change(member_id, version, is_active=False)
        absences.remove_of_member(member_id)
        act.facts["name"] = member.name
    return act.changes


def add_partner(typed: Partner) -> Changes:
    """Add a partner (the id is ignored); refuses NAME_MISSING and TEXT_TOO_LONG."""
    columns = _partner_columns(typed)
    with one_act(Act.PARTNER_ADDED, Topic.PARTNERS, name=columns["name"]) as act:
        act.made = partners.add(**columns)
    return act.changes


def change_partner(typed: Partner) -> Changes:
    """Write a partner; refuses what `add_partner` refuses and CHANGED_MEANWHILE."""
    columns = _partner_columns(typed)
    with one_act(Act.PARTNER_CHANGED, Topic.PARTNERS, name=columns["name"]) as act:
        partners.change(typed.id, typed.version, **columns)
    return act.changes


def remove_partner(partner_id: int, version: int) -> Changes:
    """Take a partner out of use; what was done together stays."""
    with one_act(Act.PARTNER_REMOVED, Topic.PARTNERS) as act:
        partner = partners.get(partner_id)
        partners.change(partner_id, version, is_active=False)
        act.facts["name"] = partner.name
    return act.changes


def tidy_place(typed: Place) -> Place:
    """Give a place as it would be saved; refuses what `change_place` refuses.

    For forms that want to say so before saving.
    """
    return replace(typed, **_place_columns(typed) | {"level": typed.level})


def _place_columns(typed: Place) -> dict[str, Any]:
    _must_be_one_of(typed.stop_kind, STOP_KINDS)
    if not 0 <= typed.capacity <= LARGEST_PLACE:
        raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=typed.capacity)
    if not 0 <= typed.minimum_hosts <= 50:
        raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=typed.minimum_hosts)
    return {
        "name": typed_text.name(typed.name),
        "address": typed_text.line(typed.address),
        "postcode": typed_text.line(typed.postcode, 10),
        "municipality": typed_text.line(typed.municipality, typed_text.NAME_LIMIT),
        "stop_kind": typed.stop_kind,
        "stop": typed_text.line(typed.stop),
        "is_mobile": typed.is_mobile,
        "capacity": typed.capacity,
        "minimum_hosts": typed.minimum_hosts,
        "level": Level(typed.level).value,
        "languages": tuple(known_language(code) for code in typed.languages),
    }


def _member_columns(typed: TeamMember) -> dict[str, object]:
    return {
        "name": typed_text.name(typed.name),
        "role": Role(typed.role).value,
        "is_paid": typed.is_paid,
        "languages": tuple(known_language(code) for code in typed.languages),
        "weekdays": _weekdays(typed.weekdays),
    }


def _weekdays(typed: Sequence[int]) -> tuple[str, ...]:
    for weekday in typed:
        _must_be_one_of(str(weekday), [str(known) for known in WEEKDAYS])
    return tuple(str(weekday) for weekday in WEEKDAYS if weekday in typed)


def _partner_columns(typed: Partner) -> dict[str, object]:
    return {
        "name": typed_text.name(typed.name),
        "is_organiser": typed.is_organiser,
        "is_referral": typed.is_referral,
        "address": typed_text.line(typed.address),
        "phone": typed_text.line(typed.phone, typed_text.NAME_LIMIT),
        "email": typed_text.line(typed.email, typed_text.NAME_LIMIT),
        "stop": typed_text.line(typed.stop, typed_text.TITLE_LIMIT),
        "hours": typed_text.line(typed.hours, typed_text.TITLE_LIMIT),
        "price": typed_text.line(typed.price, typed_text.NAME_LIMIT),
        "note": typed_text.text(typed.note),
    }


def _months(typed: int) -> int:
    if not FEWEST_MONTHS <= typed <= MOST_MONTHS:
        raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=typed)
    return typed


def _seconds(typed: int) -> int:
    if not IDLE_CHOICES[0] <= typed <= IDLE_CHOICES[-1]:
        raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=typed)
    return typed


def _must_be_one_of(typed: str, choices: Sequence[str]) -> None:
    if typed not in choices:
        raise Refused(Reason.CHOICE_UNKNOWN, typed=typed[:40], choices=", ".join(choices))
