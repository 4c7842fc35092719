"""Flyers as PDF, and as plain text to copy: contents, a layout and translators in, bytes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from meetingplace.documents.flyers import frames
from meetingplace.documents.flyers.content import FlyerContent
from meetingplace.documents.flyers.frames import Page
from meetingplace.documents.flyers.layouts import Frame, Layout, plan
from meetingplace.documents.flyers.words import FlyerWords, words_of
from meetingplace.documents.moods import palette
from meetingplace.documents.paper import A4, Sheet, one_paper_at_a_time
from meetingplace.documents.typeset import plain
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.catalog import Translator

_DRAWN: Mapping[str, Callable[[Page, Frame], None]] = {
    "hero": frames.hero,
    "sender": frames.sender,
    "dutch_line": frames.dutch_line,
    "stack": frames.stack,
    "panel": frames.panel,
    "columns": frames.columns,
    "column_panel": frames.column_panel,
    "place_strip": frames.place_strip,
    "pictograms": frames.pictograms,
    "hairline": frames.hairline,
    "foot": frames.foot,
    "badge": frames.badge,
}


def flyer(content: FlyerContent, layout: Layout, translators: Mapping[str, Translator]) -> bytes:
    """Make one flyer of one A4 page.

    Refuses TEXT_TOO_LONG (language, lines), LETTERS_MISSING (language, letters), PICTURE_UNREADABLE and, for Dutch
    plus one, LANGUAGE_UNKNOWN when no second language is given. Nothing is ever cut off.
    """
    return flyers([content], layout, translators)


def flyers(contents: Sequence[FlyerContent], layout: Layout, translators: Mapping[str, Translator]) -> bytes:
    """Make one document with a page for each content; refuses as `flyer` does."""
    with one_paper_at_a_time():
        pages = [_page_words(content, layout, translators) for content in contents]
        first = pages[0][0]
        sheet = Sheet(
            A4,
            palette(contents[0].facts.mood),
            title=plain(contents[0].main.title),
            language=first.language,
            is_right_to_left=_is_mirrored(layout, first),
        )
        for number, (content, words) in enumerate(zip(contents, pages, strict=True)):
            if number:
                sheet.next_page(is_right_to_left=_is_mirrored(layout, words[0]))
            _draw(sheet, content, layout, words)
        return sheet.finished()


def flyer_text(content: FlyerContent, layout: Layout, translators: Mapping[str, Translator]) -> str:
    """Give the words of a flyer as plain text, to paste into a message.

    One paragraph a language, without invisible marks.
    """
    parts = []
    for words in _page_words(content, layout, translators):
        names = ("title", "whom", "when", "exception", "place_address", "stop", "price", "entry", "body")
        parts.append("\n".join(plain(words.named(name).text) for name in names if words.named(name).text))
    facts = content.facts
    parts.append("\n".join(text for text in (facts.house_name, facts.phone, facts.email) if text))
    return "\n\n".join(parts)


def missing_in_dutch(content: FlyerContent, layout: Layout, translators: Mapping[str, Translator]) -> tuple[str, ...]:
    """Name what must stand on the paper in Dutch and does not: place, address, rule, hours, price, house."""
    words = words_of(content.facts, content.dutch, translators["nl"])
    return tuple(name for name in plan(layout).needs_dutch if not words.named(name).text.strip())


def _page_words(content: FlyerContent, layout: Layout, translators: Mapping[str, Translator]) -> tuple[FlyerWords, ...]:
    """Give the words by column: the main language (with the Dutch for its line), or Dutch and the other language."""
    texts = [content.main] if content.main.language == "nl" else [content.main, content.dutch]
    if layout is Layout.DUTCH_PLUS_ONE:
        others = [text for text in content.texts if text.language != "nl"]
        if not others:
            raise Refused(Reason.LANGUAGE_UNKNOWN, language="")
        texts = [content.dutch, others[0]]
    return tuple(words_of(content.facts, text, translators[text.language]) for text in texts)


def _is_mirrored(layout: Layout, words: FlyerWords) -> bool:
    return layout is Layout.ONE_LANGUAGE and words.is_right_to_left


def _draw(sheet: Sheet, content: FlyerContent, layout: Layout, words: tuple[FlyerWords, ...]) -> None:
    drawn = plan(layout)
    has_dutch_line = layout is Layout.ONE_LANGUAGE and len(words) > 1
    page = frames.settled(Page(sheet, content, words, drawn.push if has_dutch_line else 0.0, drawn))
    for frame in drawn.frames:
        if frame.only_with != "dutch_line" or has_dutch_line:
            _DRAWN[frame.draw](page, frame)
