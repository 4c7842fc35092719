"""Flyers: which can be made, what stands on them in each language, what to check before printing, and the paper itself.

The preview is the very PDF that is printed. Paper speaks the languages of the parents, never the program's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from meetingplace.documents.flyers import flyer as paper
from meetingplace.documents.flyers.content import FlyerContent, FlyerFacts, FlyerText
from meetingplace.documents.flyers.layouts import Layout
from meetingplace.documents.moods import Mood
from meetingplace.documents.pictures import png
from meetingplace.domain import typed_text
from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.language import PAPER
from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity, Function, OwnText, SessionState
from meetingplace.i18n.catalog import Translator, state, translator
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.services.organisation import the_house
from meetingplace.storage import partners, places, sessions

WEEKS_AHEAD = 6
MOST_LANGUAGES = len(PAPER)
PHONE_PICTURE = 1_080  # px wide: what a parents' group on a phone shows sharply


@dataclass(frozen=True)
class Draft:
    """A flyer as it is chosen on the screen: of a session or of a series (one of the two), layout, languages in order."""

    session_id: int | None = None
    series_id: int | None = None
    layout: Layout = Layout.DUTCH_PLUS_ONE
    languages: tuple[str, ...] = ("nl", "fr")
    mood: str = ""  # empty: the colours of the house


@dataclass(frozen=True)
class Subject:
    """Something that a flyer can be about."""

    session_id: int | None
    series_id: int | None
    title: str
    place: str
    day: date
    start: str
    function: Function | None
    rule: Weekly | None = None


@dataclass(frozen=True)
class Choices:
    """What can be chosen on the Flyers screen."""

    sessions: tuple[Subject, ...]
    series: tuple[Subject, ...]
    languages: tuple[str, ...]  # the house's own first
    mood: str


@dataclass(frozen=True)
class TextLine:
    """The own words for one language; `is_missing` means that the Dutch will stand there instead."""

    language: str
    title: str
    body: str
    state: str
    is_missing: bool
    are_phrases_checked: bool


@dataclass(frozen=True)
class Check:
    """One line of the check before printing; `blocks` only for the Dutch facts."""

    what: str  # place, date, hours, price, sender, own_text, phrases
    is_good: bool
    languages: tuple[str, ...] = ()
    blocks: bool = False


@dataclass(frozen=True)
class FlyerBoard:
    """What stands beside the preview: the texts per language and the check list."""

    title: str
    version: int
    texts: tuple[TextLine, ...]
    checks: tuple[Check, ...]
    was_made_at: datetime | None
    is_out_of_date: bool

    @property
    def may_print(self) -> bool:
        """Tell whether nothing stands in the way of printing."""
        return all(check.is_good for check in self.checks if check.blocks)


def flyer_choices(today: date, place_id: int | None) -> Choices:
    """List the coming sessions and running series to make a flyer of."""
    house = the_house()
    names = {place.id: place.name for place in places.listed(with_inactive=True)}
    coming = sessions.between(today, today + timedelta(weeks=WEEKS_AHEAD), place_id)
    single = [
        _subject(session.activity, names, session.day, session_id=session.id)
        for session in coming
        if session.state is not SessionState.CANCELLED
    ]
    running = [
        _subject(series.activity, names, series.rule.first_day, series_id=series.id, rule=series.rule)
        for series in sessions.all_series()
        if series.rule.last_day >= today and place_id in (None, series.activity.place_id)
    ]
    languages = tuple(dict.fromkeys([code for code in house.languages if code in PAPER] + list(PAPER)))
    return Choices(tuple(single), tuple(running), languages, house.mood)


def flyer_board(draft: Draft) -> FlyerBoard:
    """Show the texts of a flyer per language, and what to look at before printing."""
    activity, version = _activity(draft)
    texts = tuple(_text_line(activity, language) for language in _languages(draft))
    made = sessions.last_flyer(draft.session_id, draft.series_id)
    return FlyerBoard(
        title=activity.title,
        version=version,
        texts=texts,
        checks=_checks(draft, activity, texts),
        was_made_at=made.made_at if made else None,
        is_out_of_date=bool(made and made.of_version != version),
    )


def preview(draft: Draft) -> bytes:
    """Give the flyer as PDF: one page a language, or one a pair of Dutch and another language.

    Refuses TEXT_TOO_LONG, LETTERS_MISSING, LANGUAGE_UNKNOWN and NOT_FOUND.
    """
    return paper.flyers(_contents(draft), draft.layout, _translators(draft))


def picture(draft: Draft, width_px: int = PHONE_PICTURE) -> bytes:
    """Give the first page as PNG, to share on phones."""
    return png(preview(draft), width_px)


def plain_text(draft: Draft) -> str:
    """Give the words of the flyer, to copy into a message."""
    translators = _translators(draft)
    return "\n\n".join(paper.flyer_text(content, draft.layout, translators) for content in _contents(draft))


def print_ready(draft: Draft) -> bytes:
    """Give the flyer to print or to save; refuses DUTCH_FACTS_MISSING when a Dutch fact is not there."""
    board = flyer_board(draft)
    if not board.may_print:
        missing = [check.what for check in board.checks if check.blocks and not check.is_good]
        raise Refused(Reason.DUTCH_FACTS_MISSING, missing=missing)
    return preview(draft)


def note_made(draft: Draft, now: datetime) -> Changes:
    """Note that the flyer was printed, saved or shared, so that Today no longer asks for it."""
    with one_act(Act.FLYER_MADE, Topic.FLYERS) as act:
        _activity_now, version = _activity(draft)
        owner = {"session": draft.session_id, "series": draft.series_id}
        act.made = sessions.add_flyer(
            **owner, layout=draft.layout.value, languages=_languages(draft), made_at=now, of_version=version
        )
    return act.changes


def write_text(draft: Draft, version: int, language: str, title: str, body: str, text_state: str = "human") -> Changes:
    """Write the own words of a flyer in one language; `text_state` is source, machine, human or checked.

    An empty title takes the language away. Refuses TEXT_TOO_LONG, NAME_MISSING (Dutch) and CHANGED_MEANWHILE.
    """
    tidy_title = typed_text.line(title, typed_text.TITLE_LIMIT)
    tidy_body = typed_text.text(body, 1_500)
    if language == "nl" and not tidy_title:
        raise Refused(Reason.NAME_MISSING)
    with one_act(Act.TEXTS_CHANGED, Topic.SESSIONS, language=language) as act:
        activity, _ = _activity(draft)
        texts = [text for text in activity.texts if text.language != language]
        if tidy_title or tidy_body:
            texts.append(OwnText(language, tidy_title or activity.title, tidy_body, text_state))
        changed = replace(activity, texts=tuple(texts))
        if draft.session_id is not None:
            sessions.change(draft.session_id, version, changed)
        elif draft.series_id is not None:
            sessions.change_series(draft.series_id, version, changed)
    return act.changes


def _contents(draft: Draft) -> list[FlyerContent]:
    activity, _ = _activity(draft)
    facts = _facts(draft, activity)
    texts = {language: _own_text(activity, language) for language in ("nl", *_languages(draft))}
    if draft.layout is Layout.DUTCH_PLUS_ONE:
        others = [language for language in _languages(draft) if language != "nl"]
        if not others:
            raise Refused(Reason.LANGUAGE_UNKNOWN, language="")
        return [FlyerContent(facts, (texts["nl"], texts[language])) for language in others]
    return [
        FlyerContent(facts, (texts[language],) if language == "nl" else (texts[language], texts["nl"]))
        for language in _languages(draft)
    ]


def _own_text(activity: Activity, language: str) -> FlyerText:
    own = {text.language: text for text in activity.texts}
    # without words of its own a language shows the Dutch, and the check list says so
    text = own.get(language) or own.get("nl") or OwnText("nl", activity.title)
    return FlyerText(language, text.title, text.body)


def _facts(draft: Draft, activity: Activity) -> FlyerFacts:
    house, place = the_house(), places.get(activity.place_id)
    if draft.series_id is not None:
        series = sessions.get_series(draft.series_id)
        first, last, weekdays, every = series.rule.first_day, series.rule.last_day, series.rule.weekdays, series.rule.every
        skips = bool({DaysOff.FLEMISH, DaysOff.FRENCH} & set(series.skips))
        seed = draft.series_id
    else:
        first, last, weekdays, every, skips = sessions.get(draft.session_id or 0).day, None, (), 1, False
        seed = draft.session_id or 0
    return FlyerFacts(
        house_name=house.name,
        house_line=house.line,
        place_name=place.name,
        address=place.address,
        town=place.town,
        stop=place.stop,
        stop_kind=place.stop_kind,
        first_day=first,
        last_day=last,
        weekdays=weekdays,
        every=every,
        start=activity.start,
        end=activity.end,
        skips_school_holidays=skips,
        from_months=activity.from_months,
        to_months=activity.to_months,
        price_cents=activity.price_cents,
        is_walk_in=activity.is_walk_in,
        expect=activity.expect,
        phone=house.phone,
        email=house.email,
        languages_spoken=activity.languages,
        seed=seed,
        mood=Mood(draft.mood or house.mood),
        picture=None,
        logos=(),
        partners=tuple(partners.get(partner_id).name for partner_id in activity.partners),
    )


def _checks(draft: Draft, activity: Activity, texts: Sequence[TextLine]) -> tuple[Check, ...]:
    house, place = the_house(), places.get(activity.place_id)
    missing = tuple(text.language for text in texts if text.is_missing)
    unread = tuple(text.language for text in texts if not text.is_missing and text.state == "machine")
    unchecked = tuple(text.language for text in texts if not text.are_phrases_checked)
    return (
        Check("place", bool(place.name and (place.address or place.is_mobile)), ("nl",), blocks=True),
        Check("date", draft.session_id is not None or draft.series_id is not None, ("nl",), blocks=True),
        Check("sender", bool(house.name), blocks=True),
        Check("own_text", not missing, missing),
        Check("read", not unread, unread),
        Check("phrases", not unchecked, unchecked),
    )


def _text_line(activity: Activity, language: str) -> TextLine:
    own = next((text for text in activity.texts if text.language == language), None)
    title = own.title if own else activity.title
    checked = language in ("nl", "fr", "en") or state("paper", language) == "checked"
    is_missing = own is None and language != "nl"
    return TextLine(language, title, own.body if own else "", own.state if own else "source", is_missing, checked)


def _languages(draft: Draft) -> tuple[str, ...]:
    languages = tuple(dict.fromkeys(draft.languages))
    for language in languages:
        if language not in PAPER:
            raise Refused(Reason.LANGUAGE_UNKNOWN, language=language[:40])
    if draft.layout is Layout.DUTCH_PLUS_ONE:
        return ("nl", *(language for language in languages if language != "nl"))
    return languages or ("nl",)


def _translators(draft: Draft) -> dict[str, Translator]:
    return {language: translator("paper", language) for language in ("nl", *_languages(draft))}


def _activity(draft: Draft) -> tuple[Activity, int]:
    if draft.session_id is not None:
        session = sessions.get(draft.session_id)
        if session.activity.texts or session.series_id is None:
            return session.activity, session.version
        # a session of a series says what the series says, until it gets words of its own
        return replace(session.activity, texts=sessions.get_series(session.series_id).activity.texts), session.version
    if draft.series_id is not None:
        series = sessions.get_series(draft.series_id)
        return series.activity, series.version
    raise Refused(Reason.NOT_FOUND, what="Session")


def _subject(
    activity: Activity,
    names: dict[int, str],
    day: date,
    session_id: int | None = None,
    series_id: int | None = None,
    rule: Weekly | None = None,
) -> Subject:
    function = activity.functions[0] if activity.functions else None
    place = names.get(activity.place_id, "")
    return Subject(session_id, series_id, activity.title, place, day, activity.start.isoformat("minutes"), function, rule)
