"""Days off of both school communities, public holidays and closing days: the library's rules, and the house's own word.

Brussels lives with two school calendars: a Dutch-language and a French-language school in one street close at other
times.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from meetingplace.domain.calendar import DayOff, DaysOff, corrected
from meetingplace.storage import days_off as kept

_LIBRARY_LANGUAGE = {"nl": "nl", "fr": "fr", "en": "en_US"}
_SUBDIVISION = {DaysOff.FLEMISH: "Flemish", DaysOff.FRENCH: "French"}

# What the library does not know: (month, day), the calendar, the name by language, the first year.
# 11 July: feast of the Flemish Community (decree of 6 July 1973). 8 May: feast of the Brussels-Capital Region, on which
# its administrations are closed; the schools are not, so it counts with the public holidays for who plans in Brussels.
_MISSING = (
    (
        (7, 11), DaysOff.FLEMISH, 1973,
        {"nl": "Feestdag van de Vlaamse Gemeenschap", "fr": "Fête de la Communauté flamande",
         "en": "Flemish Community Day"},
    ),
    (
        (5, 8), DaysOff.PUBLIC, 2024,
        {"nl": "Feestdag van het Brussels Gewest", "fr": "Fête de la Région bruxelloise", "en": "Brussels Region Day"},
    ),
)  # fmt: skip


def days_off(first: date, last: date, calendars: Iterable[DaysOff], language: str) -> list[DayOff]:
    """List the days off of the asked calendars in a period, both days included, by date; names in nl, fr or en.

    Where the library and the house differ, the house wins. Closing days of one place are in it: see `DayOff.holds_at`.
    """
    wanted = tuple(dict.fromkeys(calendars))
    own = [one for one in kept.between(first, last) if one.calendar in wanted]
    found = corrected(by_rule(first, last, wanted, language), own)
    return [off for off in found if first <= off.day <= last]


def by_rule(first: date, last: date, calendars: Iterable[DaysOff], language: str) -> list[DayOff]:
    """List what the library alone says of a period: public holidays and school holidays follow rules, not decrees."""
    found = [
        DayOff(day, calendar, name)
        for calendar in dict.fromkeys(calendars)
        for year in range(first.year, last.year + 1)
        for day, name in _of_year(calendar, year, language)
        if first <= day <= last
    ]
    return sorted(found, key=lambda off: (off.day, off.calendar.value))


def load(today: date, language: str) -> None:
    """Load the library and this year's calendars, so that the first screen need not wait for them."""
    by_rule(today, today, tuple(DaysOff), language)


@lru_cache(maxsize=256)
def _of_year(calendar: DaysOff, year: int, language: str) -> tuple[tuple[date, str], ...]:
    if calendar is DaysOff.OWN:
        return ()
    import holidays  # noqa: PLC0415 (a large library, loaded when a calendar is first shown)

    known = holidays.country_holidays(
        "BE",
        subdiv=_SUBDIVISION.get(calendar),
        years=(year,),
        language=_LIBRARY_LANGUAGE.get(language, "en_US"),
        categories=("public",) if calendar is DaysOff.PUBLIC else ("school",),
    )
    # "Ascension; Vacances de printemps": two feasts on one day; the holiday that goes on comes last
    days = [(day, name.split("; ")[-1]) for day, name in sorted(known.items())]
    days += [
        (date(year, month, day_of_month), names.get(language, names["en"]))  # beside the summer holiday it falls in
        for (month, day_of_month), owner, since, names in _MISSING
        if owner is calendar and year >= since
    ]
    return tuple(days)
