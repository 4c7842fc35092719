"""Flyers as PDF, and as plain text to copy: contents, a layout and translators in, bytes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from meetingplace.documents.flyers import (
    date_words,
    dates,
    dutch_line,
    frames,
    furniture,
    languages,
    month_words,
    programme,
)
from meetingplace.documents.flyers.content import FlyerContent, FlyerFacts
from meetingplace.documents.flyers.layouts import Frame, Layout, Plan, plan
from meetingplace.documents.flyers.page import Page
from meetingplace.documents.flyers.papers import Paper
from meetingplace.documents.flyers.words import FlyerWords, words_of
from meetingplace.documents.moods import Colour, palette
from meetingplace.documents.paper import Format, Sheet, one_paper_at_a_time
from meetingplace.documents.typeset import plain
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.catalog import Translator

DRAWN: Mapping[str, Callable[[Page, Frame], None]] = {
    "hero": furniture.hero,
    "sender": furniture.sender,
    "dutch_line": dutch_line.dutch_line,
    "stack": frames.stack,
    "panel": frames.panel,
    "columns": frames.columns,
    "column_panel": frames.column_panel,
    "place_strip": frames.place_strip,
    "each_language": languages.each_language,
    "side_by_side": languages.side_by_side,
    "question": frames.question,
    "times": dates.times,
    "dates": dates.dates,
    "join": dates.join,
    "programme": programme.programme,
    "part": programme.part,
    "pictograms": furniture.pictogram_row,
    "hairline": frames.hairline,
    "foot": furniture.foot,
    "badge": frames.badge,
}
_CARDS_ACROSS = 2
_CUT, _BLACK = 18.0, Colour(0, 0, 0)  # mm, of a cut mark


def flyer(
    content: FlyerContent, layout: Layout, translators: Mapping[str, Translator], paper: Paper = Paper.A4
) -> bytes:
    """Make one flyer of one page.

    Refuses TEXT_TOO_LONG (language, lines), LETTERS_MISSING (language, letters), PICTURE_UNREADABLE, CHOICE_UNKNOWN for
    a paper that the layout does not come on, and LANGUAGE_UNKNOWN when too few languages stand beside the Dutch.
    Nothing is ever cut off.
    """
    return flyers([content], layout, translators, paper)


@dataclass(frozen=True)
class Made:
    """A PDF, and the size of its smallest words to read in pt; contact and sender are not among them.

    `parts` are the pages that each content took.
    """

    pdf: bytes
    smallest: float
    parts: tuple[int, ...] = ()


def flyers(
    contents: Sequence[FlyerContent], layout: Layout, translators: Mapping[str, Translator], paper: Paper = Paper.A4
) -> bytes:
    """Make one document with a page for each content; refuses as `flyer` does."""
    return made(contents, layout, translators, paper).pdf


def made(
    contents: Sequence[FlyerContent], layout: Layout, translators: Mapping[str, Translator], paper: Paper = Paper.A4
) -> Made:
    """Make one document with a page for each content, and tell how small its words are; refuses as `flyer` does."""
    drawn = plan(layout.key, paper)
    with one_paper_at_a_time():
        pages = [_page_words(content, layout, translators) for content in contents]
        first, facts = pages[0][0], contents[0].facts
        format_, enlarged = drawn.design.on(paper)
        sheet = Sheet(
            format_ if drawn.design.parts == 1 else Format(*paper.size, 0, 0),
            palette(facts.mood, is_grey=facts.is_grey),
            title=plain(contents[0].main.title),
            language=first.language,
            is_right_to_left=_is_mirrored(layout, first),
            enlarged=enlarged,
        )
        taken = []
        for number, (content, words) in enumerate(zip(contents, pages, strict=True)):
            if number:
                sheet.next_page(is_right_to_left=_is_mirrored(layout, words[0]))
            if drawn.design.parts > 1:
                _draw_cards(sheet, content, words, drawn, paper)
                taken.append(1)
            else:
                taken.append(_draw_pages(Page(sheet, content, words, drawn, paper)))
        return Made(sheet.finished(), sheet.smallest * enlarged, tuple(taken))


def flyer_text(
    content: FlyerContent, layout: Layout, translators: Mapping[str, Translator], *, is_dutch_too: bool = True
) -> str:
    """Give the words of a flyer as plain text, to paste into a message.

    One paragraph a language, without invisible marks.
    """
    parts = []
    spoken = _page_words(content, layout, translators)
    for words in spoken if is_dutch_too else spoken[:1]:
        parts.append("\n".join(plain(line) for line in _plain_lines(content.facts, words) if line))
    facts = content.facts
    parts.append("\n".join(text for text in (facts.house_name, facts.phone, facts.email) if text))
    return "\n\n".join(parts)


def _plain_lines(facts: FlyerFacts, words: FlyerWords) -> list[str]:
    """Give what a message says of a month, or of a session or series: with its dates where these are listed."""
    if facts.programme:
        lines = [words.named(name).text for name in ("title", "under_month")]
        return [*lines, *month_words.plain_lines(facts, words.translator)]
    names = ("title", "whom", "when", "exception", "place_address", "stop", "price", "entry", "body")
    lines = [words.named(name).text for name in names]
    return [*lines, *date_words.plain_lines(facts, words.translator)]


def missing_in_dutch(content: FlyerContent, layout: Layout, translators: Mapping[str, Translator]) -> tuple[str, ...]:
    """Name what must stand on the paper in Dutch and does not: place, address, rule, hours, price, house."""
    words = words_of(content.facts, content.dutch, translators["nl"])
    return tuple(name for name in layout.needs_dutch if not words.named(name).text.strip())


def _page_words(content: FlyerContent, layout: Layout, translators: Mapping[str, Translator]) -> tuple[FlyerWords, ...]:
    """Give the words by column: the main language (with the Dutch for its line), or Dutch and the other languages."""
    texts = [content.main] if content.main.language == "nl" else [content.main, content.dutch]
    if layout.is_dutch_first:
        others = [text for text in content.texts if text.language != "nl"]
        layout.pages(tuple(text.language for text in content.texts))  # refuses too few
        texts = [content.dutch, *others[: layout.most]]
    return tuple(words_of(content.facts, text, translators[text.language]) for text in texts)


def _is_mirrored(layout: Layout, words: FlyerWords) -> bool:
    return not layout.is_dutch_first and words.is_right_to_left


def parts(
    contents: Sequence[FlyerContent], layout: Layout, translators: Mapping[str, Translator], paper: Paper = Paper.A4
) -> tuple[int, ...]:
    """Tell how many pages each content takes: more than one where a month has much. Refuses as `flyer` does."""
    drawn = plan(layout.key, paper)
    if all(content.facts.programme is None for content in contents):
        return (1,) * len(contents)
    with one_paper_at_a_time():
        format_, _enlarged = drawn.design.on(paper)
        pages = [_page_words(content, layout, translators) for content in contents]
        sheet = Sheet(format_, palette(contents[0].facts.mood), title="", language="nl")
        measured = [
            _settled(Page(sheet, content, words, drawn, paper)) for content, words in zip(contents, pages, strict=True)
        ]
        return tuple(len(programme.on_pages(page)) for page in measured)


def _draw_pages(page: Page) -> int:
    """Draw a content on as many pages as it needs, and tell how many."""
    pages = programme.on_pages(_settled(page))
    for number, one in enumerate(pages):
        if number:
            page.sheet.next_page()
        _draw_frames(one)
    return len(pages)


def _draw(page: Page) -> None:
    _draw_frames(_settled(page))


def _draw_frames(page: Page) -> None:
    for frame in page.frames:
        DRAWN[frame.draw](page, frame)


def _settled(page: Page) -> Page:
    """Give the page as it is drawn: the Dutch line takes its room, pictograms go when the words need theirs."""
    lines = [frame for frame in page.plan.frames if frame.draw == "dutch_line"]
    if lines and page.words[0].language != "nl":
        page = replace(page, dutch=dutch_line.measured(page, lines[0]))
    try:
        for frame in page.frames:
            if frame.draw == "stack":
                frames.stacked(page, frame)
    except Refused as refused:
        if refused.reason is not Reason.TEXT_TOO_LONG:
            raise
        return replace(page, is_crowded=True)
    return page


def _draw_cards(sheet: Sheet, content: FlyerContent, words: tuple[FlyerWords, ...], drawn: Plan, paper: Paper) -> None:
    """Draw cards side by side, each with the Dutch and one of the other languages in turn, and where to cut."""
    card, others = drawn.design.format, words[1:]
    for number in range(drawn.design.parts):
        own = (words[0], others[number % len(others)]) if others else words[:1]
        across, down = number % _CARDS_ACROSS, number // _CARDS_ACROSS
        with sheet.part(across * card.width, down * card.height, card):
            facts = replace(content.facts, seed=content.facts.seed * drawn.design.parts + number)  # patterns differ
            _draw(Page(sheet, replace(content, facts=facts), own, drawn, paper))
    width, height = paper.size
    middle = (width / 2, height / 2)
    for x, y in (middle, (middle[0], 0.0), (middle[0], height), (0.0, middle[1]), (width, middle[1])):
        sheet.rule(x - _CUT / 2, y, _CUT, _BLACK, 0.09)
        sheet.divider(x, y - _CUT / 2, _CUT, _BLACK, 0.09)
