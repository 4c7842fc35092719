"""Signals in the sample house: a worry now and then, without any person, and what was done about it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from meetingplace.domain.signals import Done, Situation
from meetingplace.services.sample_house.calendar import Held, SampleCalendar
from meetingplace.services.sample_house.source import Ingredients
from meetingplace.storage import bulk, tables

SHARE = 0.05  # of the sessions that were held
LATELY = timedelta(days=21)  # so that somebody who looks around finds one
SITUATIONS = {Situation.ORDINARY: 45, Situation.TENSION: 40, Situation.CRISIS: 11, Situation.DISTRESS: 4}


def save(given: Ingredients, calendar: SampleCalendar) -> None:
    """Write the signals; the last weeks have one at each place in any case."""
    partners = [number for number, one in enumerate(given.texts["partners"], 1) if one["is_referral"]]
    last = {held.place: held.id for held in sorted(calendar.held, key=lambda held: held.day)}
    rows = [
        _row(given, held, partners)
        for held in calendar.held
        if given.chance.random() < SHARE or (held.id == last[held.place] and given.today - held.day < LATELY)
    ]
    bulk.load(tables.Signal, "session situation theme done partner version".split(), rows)


def _row(given: Ingredients, held: Held, partners: list[int]) -> tuple[Any, ...]:
    situation = given.chance.choices(list(SITUATIONS), list(SITUATIONS.values()))[0]
    is_referred = situation.is_for_specialists or given.chance.random() < 0.2
    done = [Done.LISTENED, *([Done.INFORMED] if given.chance.random() < 0.5 else [])]
    done += [Done.REFERRED] if is_referred else []
    partner = given.chance.choice(partners) if is_referred and given.chance.random() < 0.8 else None
    theme = given.one_of(given.texts["signals"]["themes"])
    return held.id, situation.value, theme, ",".join(one.value for one in done), partner, given.version()
