"""Flyers: which can be made, what stands on them in each language, what to check before printing, and the paper itself.

The preview is the very PDF that is printed. Paper speaks the languages of the parents, never the program's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from meetingplace.documents.flyers import flyer as paper
from meetingplace.documents.flyers.flyer import Made as Made
from meetingplace.documents.flyers.layouts import ONE_LANGUAGE, Layout as Layout, layout as layout, layouts as layouts
from meetingplace.documents.flyers.papers import Paper as Paper
from meetingplace.documents.pictures import page_count, png
from meetingplace.domain import typed_text
from meetingplace.domain.language import PAPER
from meetingplace.domain.recurrence import Rule
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity, Function, OwnText, Reader as Reader, Series, Session, SessionState
from meetingplace.services import files
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.services.flyer_checks import Check, CheckKind as CheckKind, TextLine, checks_of
from meetingplace.services.flyer_content import (
    Draft as Draft,
    activity_of,
    contents,
    languages_of,
    layout_of,
    missing_in_dutch,
    month_text,
    next_session,
    own_text,
    pages_of as pages_of,
    session_of,
    spoken_by_families,
    translators,
    version_of,
)
from meetingplace.services.flyer_months import month_of, months_to_come
from meetingplace.services.flyer_pictures import FlyerPicture, flyer_pictures
from meetingplace.services.organisation import the_house
from meetingplace.storage import places, sessions, team

WEEKS_AHEAD = 6
BODY_LIMIT = 1_500
PHONE_PICTURE = 1_080  # px wide: what a parents' group on a phone shows sharply


@dataclass(frozen=True)
class Subject:
    """Something that a flyer can be about: a session on its day, a series with its rule, or a month.

    Of a month the title is empty; `day` is its first day, and the place is the only one that it tells of.
    """

    session_id: int | None
    series_id: int | None
    title: str
    place: str
    day: date
    start: time
    function: Function | None
    rule: Rule | None = None
    month: date | None = None
    place_id: int | None = None  # of a month


@dataclass(frozen=True)
class Choices:
    """What can be chosen on the Flyers screen; the house's own languages stand first."""

    sessions: tuple[Subject, ...]
    series: tuple[Subject, ...]
    languages: tuple[str, ...]
    usual_languages: tuple[str, ...]
    mood: str  # the colours of the house
    pictures: tuple[FlyerPicture, ...] = ()
    months: tuple[Subject, ...] = ()  # with something planned, from this one on


@dataclass(frozen=True)
class FlyerBoard:
    """What stands beside the preview: what it is about, the texts per language, the check list."""

    subject: Subject
    version: int
    languages: tuple[str, ...]
    family_languages: tuple[str, ...]  # of the families that come, the most spoken first
    paper: Paper
    pages: tuple[tuple[str, ...], ...]  # the languages of each page
    texts: tuple[TextLine, ...]
    dutch: TextLine
    checks: tuple[Check, ...]
    made_at: datetime | None
    is_out_of_date: bool
    sheets_of: Subject | None  # the session that paper lists are for: this one, or the next of the series
    takes_names: bool

    @property
    def may_print(self) -> bool:
        """Tell whether nothing stands in the way of printing."""
        return not any(check.blocks for check in self.checks)


def flyer_choices(today: date, place_id: int | None) -> Choices:
    """List the coming sessions and running series to make a flyer of."""
    house, names = the_house(), _place_names()
    coming = sessions.between(today, today + timedelta(weeks=WEEKS_AHEAD), place_id)
    running = sessions.running_series(today, place_id)
    own = tuple(code for code in house.languages if code in PAPER)
    return Choices(
        sessions=tuple(_of_session(one, names) for one in coming if one.state is not SessionState.CANCELLED),
        series=tuple(_of_series(series, names) for series in running),
        languages=tuple(dict.fromkeys((*own, *PAPER))),
        usual_languages=own,
        mood=house.mood,
        pictures=flyer_pictures(),
        months=tuple(_of_month(month, place_id, names) for month in months_to_come(today, place_id)),
    )


def flyer_board(draft: Draft) -> FlyerBoard:
    """Show the texts of a flyer per language, and what to look at before printing; refuses NOT_FOUND and MONTH_EMPTY.

    A month has no texts of its own: those of its sessions and series are written there.
    """
    if draft.month is not None:
        return _month_board(draft, draft.month)
    activity, version = activity_of(draft)
    names = _place_names()
    texts = tuple(_text_line(activity, language) for language in languages_of(draft))
    made = sessions.last_flyer(draft.session_id, draft.series_id)
    coming = next_session(draft)
    return FlyerBoard(
        subject=_about(draft, names),
        version=version,
        languages=languages_of(draft),
        family_languages=spoken_by_families(draft),
        paper=draft.paper,
        pages=tuple(pages_of(draft)),
        texts=texts,
        dutch=_text_line(activity, "nl"),
        checks=checks_of(draft, texts),
        made_at=made.made_at if made else None,
        is_out_of_date=bool(made and made.of_version != version),
        sheets_of=_of_session(coming, names) if coming else None,
        takes_names=places.get(activity.place_id).level.knows_families,
    )


def _month_board(draft: Draft, month: date) -> FlyerBoard:
    told, languages, version = month_of(month, draft.place_id), languages_of(draft), version_of(draft)
    made = sessions.last_flyer(None, None, month, draft.place_id)
    lines = tuple(_month_line(month, told.texts, language) for language in languages)
    return FlyerBoard(
        subject=_of_month(month, draft.place_id, _place_names()),
        version=version,
        languages=languages,
        family_languages=spoken_by_families(draft),
        paper=draft.paper,
        pages=tuple(pages_of(draft)),
        texts=(),
        dutch=_month_line(month, told.texts, "nl"),
        checks=checks_of(draft, lines),
        made_at=made.made_at if made else None,
        is_out_of_date=bool(made and made.of_version != version),
        sheets_of=None,
        takes_names=False,
    )


def _month_line(month: date, texts: Sequence[tuple[OwnText, ...]], language: str) -> TextLine:
    """Say how the titles of a whole month stand in a language: as the one that is farthest from being good."""
    title = month_text(month, language).title
    if language == "nl":
        return TextLine(language, title, "", "source", False)
    own = [next((text for text in entry if text.language == language), None) for entry in texts]
    found = [text for text in own if text is not None]
    unread = [text for text in found if text.state == "machine" and text.read_by is None]
    state = "machine" if unread else "human"
    is_by_parents = bool(found) and all(text.read_by is Reader.PARENT for text in found)
    return TextLine(language, title, "", state, len(found) < len(own), Reader.PARENT if is_by_parents else None)


# --- the paper -------------------------------------------------------------------------------------------------------


def preview(draft: Draft) -> bytes:
    """Give the flyer as PDF, its pages as `pages_of` says; refuses what `preview_made` refuses."""
    return preview_made(draft).pdf


def preview_made(draft: Draft) -> Made:
    """Give the flyer as PDF, and how small its smallest words are.

    Refuses TEXT_TOO_LONG, LETTERS_MISSING, LANGUAGE_UNKNOWN, CHOICE_UNKNOWN (of layout or paper) and NOT_FOUND.
    """
    return paper.made(contents(draft), layout_of(draft), translators(draft), draft.paper)


def print_ready(draft: Draft) -> bytes:
    """Give the flyer to print or to save.

    Refuses what `preview` refuses, DUTCH_FACTS_MISSING (missing) and SESSION_CANCELLED.
    """
    if draft.session_id is not None and session_of(draft).state is SessionState.CANCELLED:
        raise Refused(Reason.SESSION_CANCELLED)
    missing = missing_in_dutch(draft)
    if missing:
        raise Refused(Reason.DUTCH_FACTS_MISSING, missing=missing)
    return preview(draft)


def picture(draft: Draft, width_px: int = PHONE_PICTURE) -> bytes:
    """Give the first page as PNG, to share on phones; refuses what `print_ready` refuses."""
    return png(print_ready(draft), width_px)


def save_pdf(draft: Draft, file: Path) -> tuple[Path, ...]:
    """Save the flyer as PDF; refuses what `print_ready` refuses, DISK_FULL and FOLDER_READ_ONLY."""
    files.save(file, print_ready(draft))
    return (file,)


def save_pictures(draft: Draft, file: Path) -> tuple[Path, ...]:
    """Save each page as PNG for phones; of several, each says its language in its name. Refuses as `save_pdf`."""
    pdf, pages = print_ready(draft), pages_of(draft)
    saved = [file] if len(pages) == 1 else [file.with_stem(f"{file.stem}-{name}") for name in _page_names(pages)]
    for number in range(page_count(pdf)):
        files.save(saved[number], png(pdf, PHONE_PICTURE, number))
    return tuple(saved)


def _page_names(pages: Sequence[tuple[str, ...]]) -> list[str]:
    """Name pages by their language; several pages of one language by their number too."""
    names = [page[-1] for page in pages]
    return [
        f"{name}-{names[: number + 1].count(name)}" if names.count(name) > 1 else name
        for number, name in enumerate(names)
    ]


def plain_text(draft: Draft, language: str = "") -> str:
    """Give the words of the flyer, to copy into a message: of one language, or of all."""
    if language:
        alone = ONE_LANGUAGE if layout_of(draft).is_dutch_first else draft.layout
        one = replace(draft, layout=alone, languages=(language,))
        [content] = contents(one)
        return paper.flyer_text(content, layout_of(one), translators(one), is_dutch_too=False)
    spoken = translators(draft)
    return "\n\n".join(paper.flyer_text(content, layout_of(draft), spoken) for content in contents(draft))


# --- the verbs -------------------------------------------------------------------------------------------------------


def note_made(draft: Draft, now: datetime) -> Changes:
    """Note that the flyer was printed, saved or shared, so that Today no longer asks for it."""
    with one_act(Act.FLYER_MADE, Topic.FLYERS) as act:
        act.made = sessions.add_flyer(
            session=draft.session_id,
            series=draft.series_id,
            month=draft.month,
            place=draft.place_id,
            layout=draft.layout,
            languages=languages_of(draft),
            paper=draft.paper.value,
            mood=draft.mood,
            is_grey=draft.is_grey,
            picture=draft.picture_id,
            made_at=now,
            of_version=version_of(draft),
        )
    return act.changes


def write_text(draft: Draft, version: int, language: str, title: str, body: str, text_state: str = "human") -> Changes:
    """Write the own words of a flyer in one language; `text_state` is machine, human or checked.

    Without title and body the language has no words of its own any more. Refuses TEXT_TOO_LONG, NAME_MISSING (a body
    without a title, or no Dutch title), LANGUAGE_UNKNOWN and CHANGED_MEANWHILE.
    """
    tidy_title = typed_text.line(title, typed_text.TITLE_LIMIT)
    tidy_body = typed_text.text(body, BODY_LIMIT)
    if language not in PAPER:
        raise Refused(Reason.LANGUAGE_UNKNOWN, language=language[:40])
    if not tidy_title and (tidy_body or language == "nl"):
        raise Refused(Reason.NAME_MISSING)
    with one_act(Act.TEXTS_CHANGED, Topic.SESSIONS, language=language) as act:
        activity, _version = activity_of(draft)
        texts = [text for text in activity.texts if text.language != language]
        if tidy_title:
            before = next((text for text in activity.texts if text.language == language), None)
            written = OwnText(language, tidy_title, tidy_body, text_state)
            is_same = before and (before.title, before.body) == (tidy_title, tidy_body)
            # who read it read these words: others have to be read again
            texts.append(replace(before, state=text_state) if before and is_same else written)
        changed = replace(activity, texts=tuple(texts))
        if draft.series_id is not None:
            sessions.change_series(draft.series_id, version, changed)
        else:
            sessions.change(session_of(draft).id, version, changed)
    return act.changes


# --- what the board is made of ---------------------------------------------------------------------------------------


def _text_line(activity: Activity, language: str) -> TextLine:
    own = next((text for text in activity.texts if text.language == language), None)
    if own is None:
        shown = own_text(activity, language)
        return TextLine(language, shown.title, shown.body, "source", is_missing=language != "nl")
    ticked_by = team.get(own.ticked_by).name if own.ticked_by is not None else ""
    return TextLine(language, own.title, own.body, own.state, False, own.read_by, own.read_on, ticked_by)


def _place_names() -> dict[int, str]:
    return {place.id: place.name for place in places.listed(with_inactive=True)}


def _about(draft: Draft, names: dict[int, str]) -> Subject:
    if draft.series_id is not None:
        return _of_series(sessions.get_series(draft.series_id), names)
    return _of_session(session_of(draft), names)


def _of_month(month: date, place_id: int | None, names: dict[int, str]) -> Subject:
    place = names.get(place_id, "") if place_id is not None else ""
    return Subject(None, None, "", place, month, time(0), None, month=month, place_id=place_id)


def _of_session(session: Session, names: dict[int, str]) -> Subject:
    return _subject(session.activity, names, session.day, session_id=session.id)


def _of_series(series: Series, names: dict[int, str]) -> Subject:
    return _subject(series.activity, names, series.rule.first_day, series_id=series.id, rule=series.rule)


def _subject(
    activity: Activity,
    names: dict[int, str],
    day: date,
    session_id: int | None = None,
    series_id: int | None = None,
    rule: Rule | None = None,
) -> Subject:
    function = activity.functions[0] if activity.functions else None
    place = names.get(activity.place_id, "")
    return Subject(session_id, series_id, activity.title, place, day, activity.start, function, rule)
