"""What stands on a flyer: the chosen draft, and its facts and own words as they are in the house now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from meetingplace.documents.flyers import flyer as paper
from meetingplace.documents.flyers.calendar_code import MOST_OF_A_LINK, contact_card
from meetingplace.documents.flyers.content import FlyerContent, FlyerFacts, FlyerText
from meetingplace.documents.flyers.furniture import MOST_LOGOS
from meetingplace.documents.flyers.layouts import DUTCH_PLUS_ONE, Layout, layout, layouts
from meetingplace.documents.flyers.papers import Paper
from meetingplace.documents.moods import Mood
from meetingplace.domain.language import PAPER
from meetingplace.domain.recurrence import Picked, Rule
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity, OwnText, Series, Session, SessionState
from meetingplace.i18n.catalog import Translator, translator
from meetingplace.i18n.formats import Formats
from meetingplace.services.flyer_dates import SCHOOL_HOLIDAYS, flyer_dates
from meetingplace.services.flyer_months import month_of
from meetingplace.services.flyer_pictures import description_of, logos_on_paper, picture_of
from meetingplace.services.organisation import the_house
from meetingplace.storage import families, partners, places, sessions


@dataclass(frozen=True)
class Draft:
    """A flyer as it is chosen: of a session, a series or a month (one of the three), its look, its languages in order.

    `month` is the first day of a month, `place_id` the only place that it tells of (none: all). `layout` is a key.
    `since` is the day it is made: the code for a phone's calendar names the first session of a series from then on.
    """

    session_id: int | None = None
    series_id: int | None = None
    layout: str = DUTCH_PLUS_ONE
    languages: tuple[str, ...] = ("nl", "fr")
    mood: str = ""  # empty: the colours of the house
    since: date | None = None
    paper: Paper = Paper.A4
    is_grey: bool = False
    picture_id: int | None = None
    code: str = ""  # a link or text for the code of the flyer; empty: the calendar
    month: date | None = None
    place_id: int | None = None


def contents(draft: Draft) -> list[FlyerContent]:
    """Give what stands on each page; refuses LANGUAGE_UNKNOWN, NOT_FOUND and MONTH_EMPTY."""
    pages = layout_of(draft).pages(languages_of(draft))
    if draft.month is not None:
        facts = _month_facts(draft, draft.month)
        return [_month_content(facts, draft.month, page) for page in pages]
    activity, _version = activity_of(draft)
    facts = _facts(draft, activity)
    return [_content(facts, activity, page) for page in pages]


def _month_content(facts: FlyerFacts, month: date, page: Sequence[str]) -> FlyerContent:
    languages = page if "nl" in page else (*page, "nl")
    return FlyerContent(facts, tuple(month_text(month, language) for language in languages))


def month_text(month: date, language: str) -> FlyerText:
    """Give the title of a month in a language."""
    return FlyerText(language, Formats(language).month(month))


def _content(facts: FlyerFacts, activity: Activity, page: Sequence[str]) -> FlyerContent:
    languages = page if "nl" in page else (*page, "nl")  # Dutch is on every sheet
    return FlyerContent(facts, tuple(own_text(activity, language) for language in languages))


def layout_of(draft: Draft) -> Layout:
    """Give how the flyer is laid out; refuses CHOICE_UNKNOWN, also for a layout that is made of something else."""
    chosen = layout(draft.layout)
    kind = "series" if draft.series_id is not None else "month" if draft.month else "session"
    if kind not in chosen.of:
        fitting = tuple(one.key for one in layouts() if kind in one.of)
        raise Refused(Reason.CHOICE_UNKNOWN, typed=draft.layout, choices=fitting)
    return chosen


def pages_of(draft: Draft, parts: Sequence[int] = ()) -> list[tuple[str, ...]]:
    """Give the languages of each page; `parts` are the pages that each content took, where the paper was made.

    Refuses LANGUAGE_UNKNOWN when too few stand beside the Dutch, and for a month what `contents` refuses.
    """
    pages = layout_of(draft).pages(languages_of(draft))
    if draft.month is None:
        return pages
    taken = parts or paper.parts(contents(draft), layout_of(draft), translators(draft), draft.paper)
    return [page for page, number in zip(pages, taken, strict=True) for _part in range(number)]


def own_text(activity: Activity, language: str) -> FlyerText:
    """Give the own words in a language."""
    own = {text.language: text for text in activity.texts}
    # without words of its own a language shows the Dutch, and the check list says so
    text = own.get(language) or own.get("nl") or OwnText("nl", activity.title)
    return FlyerText(language, text.title, text.body)


def _month_facts(draft: Draft, month: date) -> FlyerFacts:
    """Give the facts of a month: of its only place, or of none; each entry has its own days, hours and price."""
    told = month_of(month, draft.place_id)
    facts = replace(_facts(draft, told.activity), programme=told.programme)
    code = facts.code or contact_card(facts.house_name, facts.phone, facts.email)
    if told.only_place:
        return replace(facts, code=code)
    return replace(facts, code=code, place_name="", address="", town="", stop="", stop_kind="")


def _facts(draft: Draft, activity: Activity) -> FlyerFacts:
    house, place = the_house(), places.get(activity.place_id)
    series = sessions.get_series(draft.series_id) if draft.series_id is not None else None
    session = session_of(draft) if series is None and draft.month is None else None
    going_on = _going_on(draft) if series else []
    coming = session or next(iter(going_on), None)
    first = coming.day if coming else series.rule.first_day if series else draft.month or date.min
    known = {partner.id: partner for partner in partners.listed(with_inactive=True)} if activity.partners else {}
    taking_part = [known[partner_id] for partner_id in activity.partners]
    logos = [logo for logo in (house.logo, *(one.logo for one in taking_part)) if logo is not None]
    return FlyerFacts(
        house_name=house.name,
        house_line=house.line,
        place_name=place.name,
        address=place.address,
        town=place.town,
        stop=place.stop,
        stop_kind=place.stop_kind,
        first_day=first,
        rule=_rule(series, going_on) if series else None,
        start=activity.start,
        end=activity.end,
        skips_school_holidays=bool(series and SCHOOL_HOLIDAYS & set(series.skips)),
        from_months=activity.from_months,
        to_months=activity.to_months,
        price_cents=activity.price_cents,
        is_walk_in=activity.is_walk_in,
        expect=activity.expect,
        phone=house.phone,
        email=house.email,
        languages_spoken=activity.languages,
        seed=draft.series_id or draft.session_id or (draft.month.toordinal() if draft.month else 0),
        mood=Mood(draft.mood or house.mood),
        is_grey=draft.is_grey,
        next_day=_next_day(draft, session),
        code=_code(draft.code),
        picture=picture_of(draft.picture_id) if draft.picture_id is not None else None,
        picture_said=description_of(draft.picture_id) if draft.picture_id is not None else "",
        logos=logos_on_paper(logos[:MOST_LOGOS]),
        partners=tuple(one.name for one in taking_part if one.logo is None),
        mark=house.picture,
        dates=flyer_dates(series, sessions.of_series(series.id), draft.since) if series else (),
    )


def _code(typed: str) -> str:
    """Tidy the text of a code; refuses TEXT_TOO_LONG for what a phone could not read from the paper."""
    text = " ".join(typed.split())
    if len(text.encode()) > MOST_OF_A_LINK:
        raise Refused(Reason.TEXT_TOO_LONG, limit=MOST_OF_A_LINK)
    return text


def _next_day(draft: Draft, session: Session | None) -> date | None:
    """Give the day that parents can come again: of the series, after this session or after today."""
    series_id, after = (session.series_id, session.day) if session else (draft.series_id, draft.since)
    return sessions.next_day_of(series_id, after) if series_id is not None else None


def _rule(series: Series, going_on: Sequence[Session]) -> Rule:
    """Give the rule as parents read it: of picked dates those that still come and go on, where they are now."""
    days = tuple(one.day for one in going_on) if isinstance(series.rule, Picked) else ()
    return Picked(days) if days else series.rule


def languages_of(draft: Draft) -> tuple[str, ...]:
    """Give the languages in their order; refuses LANGUAGE_UNKNOWN."""
    languages = tuple(dict.fromkeys(draft.languages))
    for language in languages:
        if language not in PAPER:
            raise Refused(Reason.LANGUAGE_UNKNOWN, language=language[:40])
    if layout_of(draft).is_dutch_first:
        return ("nl", *(language for language in languages if language != "nl"))
    return languages or ("nl",)


def spoken_by_families(draft: Draft) -> tuple[str, ...]:
    """List the languages of paper that the families speak who come to the session or its series; most spoken first.

    Where nobody has come yet: those of all families of the house.
    """
    if draft.month is not None:
        return tuple(code for code in families.languages_by_use() if code in PAPER)
    session = session_of(draft) if draft.series_id is None else None
    series_id = session.series_id if session else draft.series_id
    spoken = families.languages_at(draft.session_id, series_id) or families.languages_by_use()
    return tuple(code for code in spoken if code in PAPER)


def translators(draft: Draft) -> dict[str, Translator]:
    """Give the translators of every language on the paper."""
    return {language: translator("paper", language) for language in ("nl", *languages_of(draft))}


def activity_of(draft: Draft) -> tuple[Activity, int]:
    """Give what the flyer is about, and its version; refuses NOT_FOUND."""
    if draft.series_id is not None:
        series = sessions.get_series(draft.series_id)
        return series.activity, series.version
    session = session_of(draft)
    if session.activity.texts or session.series_id is None:
        return session.activity, session.version
    # a session of a series says what the series says, until it gets words of its own
    return replace(session.activity, texts=sessions.get_series(session.series_id).activity.texts), session.version


def version_of(draft: Draft) -> int:
    """Give what the flyer tells of as it is now: another number once anything of it changes. Refuses NOT_FOUND."""
    if draft.month is None:
        return activity_of(draft)[1]
    return version_of_month(draft, sessions.told_of(draft.month, last_day_of(draft.month)))


def version_of_month(draft: Draft, told_of: Sequence[tuple[Any, ...]]) -> int:
    """Give what stands for the version of a month: a number of all that is told of its sessions (day and place first).

    Not their versions: closing the desk of a session changes no programme.
    """
    told = [
        facts
        for facts in told_of
        if draft.month and draft.month <= facts[0] <= last_day_of(draft.month) and draft.place_id in (None, facts[1])
    ]
    return int.from_bytes(sha256(repr(told).encode()).digest()[:8]) >> 2  # as large as any version


def last_day_of(month: date) -> date:
    """Give the last day of a month."""
    return (month.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def texts_owner(draft: Draft) -> dict[str, int]:
    """Name whose own words stand on the flyer, as storage does; refuses NOT_FOUND."""
    if draft.series_id is not None:
        return {"series": draft.series_id}
    session = session_of(draft)
    if session.activity.texts or session.series_id is None:
        return {"session": session.id}
    return {"series": session.series_id}


def session_of(draft: Draft) -> Session:
    """Give the session that the flyer is about; refuses NOT_FOUND."""
    if draft.session_id is None:
        raise Refused(Reason.NOT_FOUND, what="Session")
    return sessions.get(draft.session_id)


def next_session(draft: Draft) -> Session | None:
    """Give the session itself, or the first one of the series that goes on from the day the flyer is made."""
    if draft.series_id is None:
        return session_of(draft)
    return next(iter(_going_on(draft)), None)


def _going_on(draft: Draft) -> list[Session]:
    """List the sessions of the series that go on, from the day the flyer is made."""
    found = sessions.of_series(draft.series_id) if draft.series_id is not None else []
    going_on = [one for one in found if one.state is not SessionState.CANCELLED]
    return [one for one in going_on if draft.since is None or one.day >= draft.since]


def missing_in_dutch(draft: Draft) -> tuple[str, ...]:
    """Name the facts that must stand on the paper in Dutch and are not known; a mobile place needs no address."""
    if draft.month is not None:
        return _missing_of_month(draft, draft.month)
    activity, _version = activity_of(draft)
    content = _content(_facts(draft, activity), activity, ("nl",))
    missing = paper.missing_in_dutch(content, layout_of(draft), {"nl": translator("paper", "nl")})
    is_mobile = places.get(activity.place_id).is_mobile
    return tuple(fact for fact in missing if not (fact == "address" and is_mobile))


def _missing_of_month(draft: Draft, month: date) -> tuple[str, ...]:
    content = _month_content(_month_facts(draft, month), month, ("nl",))
    missing = paper.missing_in_dutch(content, layout_of(draft), {"nl": translator("paper", "nl")})
    return (*(["address"] if month_of(month, draft.place_id).lacks_address else []), *missing)
