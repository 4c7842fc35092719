"""Right letters: every line has the glyphs of HarfBuzz itself, at its places, in the order of another bidi algorithm.

The lines are what flyers say in each language, and mixtures that are hard to set: Latin names, digits, brackets,
«quotes», phone numbers and addresses of e-mail in the middle.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from functools import cache

import pytest
import uharfbuzz as harfbuzz
from bidi import get_display
from hypothesis import assume, given, settings, strategies as st

from meetingplace.documents import fonts, typeset
from meetingplace.documents.fonts import Cut, Face
from meetingplace.documents.moods import Mood, palette
from meetingplace.documents.paper import A4, Sheet
from meetingplace.documents.typeset import Manner, Setting, accented, lay, plain
from meetingplace.domain.language import PAPER, is_right_to_left
from meetingplace.domain.recurrence import LAST, Monthly, Weekly
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import flyer_phrases, phrases

from . import reading
from .examples import EVERY_TITLE, TRANSLATORS

TEXT, BOLD = Manner(Cut.TEXT, 1.3), Manner(Cut.BLACK, 1.0)
FIRST, LAST_DAY = date(2026, 11, 18), date(2027, 6, 30)
BRACKETS = "()[]{}"
# Of each direction class a letter that stands in no line of ours: where it comes out tells where the other one would.
STANDS_FOR = {
    "L": "Ꙁ", "R": "ࠀ", "AL": "ܐ", "EN": "𝟡", "AN": "\u0600", "ES": "﬩", "ET": "‰", "CS": "⁄", "ON": "※",
    "WS": "\u2003", "B": "\u2029", "S": "\t", "NSM": "\u0300", "BN": "\u00ad",
}  # fmt: skip


def lines(language: str) -> Iterator[str]:
    """Give at least twenty lines in a language."""
    _ = TRANSLATORS[language]
    title, whom = EVERY_TITLE[language], phrases.whom(_, 0, 72)
    hours, when = phrases.hours(_, time(9, 30), time(12, 0)), phrases.recurrence(_, Weekly((2,), FIRST, LAST_DAY))
    yield from (title, whom, hours, when, phrases.price(_, 0), phrases.price(_, 250), phrases.whom(_, 3, 18))
    yield from (phrases.entry(_, True), phrases.entry(_, False), phrases.exception(_, True), phrases.day(_, FIRST))
    yield phrases.recurrence(_, Monthly((5,), (1, LAST), FIRST, LAST_DAY))
    yield from (phrases.expectation(_, key) for key in ("talk", "books", "feeding", "step_free"))
    yield from (flyer_phrases.come_in(_), flyer_phrases.thanks(_), flyer_phrases.what_else(_))
    yield from (flyer_phrases.tell_us(_), flyer_phrases.next_time(_, FIRST), flyer_phrases.sign_up(_, True, True))
    yield f"{title} (De Kers, Kersenhofstraat 12, 1030 Schaarbeek)"
    yield f"«{title}» – 02 555 01 23"
    yield f"{whom}: hallo@kersenhof.example"
    yield f"{title} [3–5] & 7/8, 50 %: {whom}"
    yield f"1. {title}; 2. Huis «De Kers» ({phrases.price(_, 0)})"


@cache
def _font(face: Face) -> harfbuzz.Font:
    blob = harfbuzz.Blob.from_file_path(str(fonts._folder() / face.file))
    return harfbuzz.Font(harfbuzz.Face(blob))


def _places(text: str, *, is_rtl: bool) -> dict[int, int]:
    """Give from left to right where each letter of the line comes from, as another bidi algorithm sees it."""
    base, places = "R" if is_rtl else "L", {}
    for at, letter in enumerate(text):
        other = STANDS_FOR.get(unicodedata.bidirectional(letter))
        if other and letter not in BRACKETS:  # isolates only steer
            places[get_display(text[:at] + other + text[at + 1 :], base_dir=base).index(other)] = at
    return places


def _runs(text: str, *, is_rtl: bool) -> Iterator[tuple[str, bool, str]]:
    """Give the runs of a line from left to right: their letters as typed, whether right to left, their script."""
    shown = get_display(text, base_dir="R" if is_rtl else "L")
    places, scripts = _places(text, is_rtl=is_rtl), _scripts(text)
    run: list[int] = []
    for place, letter in enumerate(shown):
        at = places.get(place)
        if run and not _goes_on(run, at, scripts):
            yield _run(text, run, scripts, shown, places)
            run = []
        if at is not None:
            run.append(at)
        elif letter in BRACKETS:
            yield letter, False, "Latn"  # as it is shown: a pair looks the same whichever way it is read
    if run:
        yield _run(text, run, scripts, shown, places)


def _goes_on(run: list[int], at: int | None, scripts: list[str]) -> bool:
    if at is None or scripts[at] != scripts[run[-1]]:
        return False
    step = at - run[-1]
    return step in (1, -1) and (len(run) == 1 or step == run[1] - run[0])


def _run(
    text: str, run: list[int], scripts: list[str], shown: str, places: dict[int, int]
) -> tuple[str, bool, str]:
    if len(run) > 1:
        is_back = run[1] < run[0]
    else:
        place = next(place for place, at in places.items() if at == run[0])
        kind = unicodedata.bidirectional(text[run[0]])
        is_back = kind in ("R", "AL") or (shown[place] != text[run[0]])
    return "".join(text[at] for at in sorted(run)), is_back, scripts[run[0]]


def _scripts(text: str) -> list[str]:
    """Give the script of each letter; those of every script go with the letter before them."""
    found: list[str] = []
    for letter in text:
        script = _script(letter)
        found.append(script or (found[-1] if found else ""))
    first = next((one for one in found if one), "Latn")
    return [one or first for one in found]


def _script(letter: str) -> str:
    buffer = harfbuzz.Buffer()
    buffer.add_str(letter)
    buffer.guess_segment_properties()
    script = buffer.script
    return script if script and script not in ("Zyyy", "Zinh", "Zzzz") else ""


def by_harfbuzz(text: str, face: Face, *, is_rtl: bool) -> list[tuple[int, float, float]]:
    """Shape a line by HarfBuzz alone: glyphs with their places in em, from left to right."""
    font = _font(face)
    em, pen, found = font.face.upem, 0.0, []
    for letters, is_back, script in _runs(text, is_rtl=is_rtl):
        buffer = harfbuzz.Buffer()
        buffer.add_str(letters)
        buffer.direction, buffer.script = "rtl" if is_back else "ltr", script
        buffer.guess_segment_properties()
        harfbuzz.shape(font, buffer)
        for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            found.append((glyph.codepoint, (pen + place.x_offset) / em, place.y_offset / em))
            pen += place.x_advance
    return found


def set_by_us(setting: Setting) -> list[tuple[int, float, float]]:
    [line] = setting.lines
    return [(glyph.number, glyph.x, glyph.y) for glyph in line.glyphs]


def _in_order(glyphs: list[tuple[int, float, float]]) -> list[tuple[int, float, float]]:
    return sorted(((number, round(x, 2), round(y, 2)) for number, x, y in glyphs), key=lambda one: (one[1], one[0]))


@pytest.mark.parametrize("language", PAPER)
def test_every_line_has_the_glyphs_of_harfbuzz_at_its_places(language: str) -> None:
    is_rtl = is_right_to_left(language)
    met = 0
    for line in lines(language):
        for manner in (TEXT, BOLD):
            setting = lay(line, manner, 12, is_right_to_left=is_rtl)
            line = typeset._kept_together(line, is_title=False)
            wanted = by_harfbuzz(line, setting.face, is_rtl=is_rtl)
            got = set_by_us(setting)
            assert sorted(one[0] for one in got) == sorted(one[0] for one in wanted), line
            for ours, theirs in zip(_in_order(got), _in_order(wanted), strict=True):
                assert ours[1] == pytest.approx(theirs[1], abs=0.015), line
            met += 1
    assert met >= 40


@pytest.mark.parametrize("language", PAPER)
def test_what_is_read_back_is_what_was_set(language: str) -> None:
    is_rtl, sheet = is_right_to_left(language), Sheet(A4, palette(Mood.PARK), title="x", language=language)
    wanted = []
    for number, line in enumerate(lines(language)):
        if number and not number % 12:
            sheet.next_page()
        setting = lay(line, TEXT, 12, width=500, is_right_to_left=is_rtl)
        sheet.text(setting, 0, 20 + number % 12 * 20, 180, sheet.palette.ink, language=language)
        wanted.append(reading.tidy(line))
    assert reading.words(sheet.finished()) == " ".join(wanted)


def test_an_override_turns_nothing_round() -> None:
    usual, turned = lay("Spelen 12", TEXT, 12), lay("\u202eSpelen 12", TEXT, 12)
    assert turned.lines == usual.lines


@pytest.mark.parametrize(
    ("text", "missing"), [("Spelen 🙂", "🙂"), ("លេង Spelen", "លេង"), ("a\U0001f9d1\u200d\U0001f9bdb", "🦽")]
)
def test_letters_that_no_face_has_are_named(text: str, missing: str) -> None:
    with pytest.raises(Refused) as refused:
        lay(text, TEXT, 12)
    assert refused.value.reason is Reason.LETTERS_MISSING
    assert set(missing) <= set(refused.value.facts["letters"])


def test_letters_beyond_the_usual_planes_take_their_own_place() -> None:
    lines = [reading.tidy(line.text) for line in lay("𝟙𝟚 uur op 𝟛 plekken", TEXT, 12, width=70).lines]
    assert lines == ["𝟙𝟚 uur op", "𝟛 plekken"]


def test_marks_of_a_page_are_letters_like_others() -> None:
    text = "<b>Spelen</b> & <font color=red>meer</font> &amp; %s {x} \\n"
    assert reading.tidy(lay(text, TEXT, 12).lines[0].text) == text


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("abcdé ÀßŁžđΩжאבتثسلاםहिनਪੰਜ日本አማርኛⵣ0123456789 ()«»-–.,:;@&<>!?\u2068\u2069"), max_size=60),
    st.integers(20, 400),
    st.booleans(),
)
def test_no_letter_is_lost_whatever_the_width(text: str, width: int, is_rtl: bool) -> None:
    try:
        setting = lay(text, TEXT, 12, width=width, is_right_to_left=is_rtl)
    except Refused:  # of letters that no single face has
        assume(False)
    set_text = "".join(line.text for line in setting.lines)
    assert "".join(set_text.split()) == "".join(plain(unicodedata.normalize("NFC", text)).split())
    longest = max((lay(word, TEXT, 12).width for word in text.split()), default=0.0)
    assert setting.width <= max(width, longest) * 1.02 + 0.5


def test_an_accent_has_its_own_weight_and_changes_no_place_and_no_order() -> None:
    text = "كل يوم أربعاء، \u2068{}\u2069"
    hours = "من 9:30 إلى 12:00"
    usual = lay(text.format(hours), TEXT, 12, is_right_to_left=True)
    marked = lay(text.format(accented(hours)), TEXT, 12, is_right_to_left=True)
    places = [[(one.number, one.x) for one in setting.lines[0].glyphs] for setting in (marked, usual)]
    assert places[0] == places[1]
    assert sum(one.is_accent for one in marked.lines[0].glyphs) == len(hours) - 1  # lam and alif are one
    bolder = lay(text.format(accented(hours)), replace(TEXT, accent=Cut.TEXT_BOLD), 12, is_right_to_left=True)
    assert bolder.accent != bolder.face
    assert bolder.width > usual.width


def test_accents_are_written_in_their_colour_and_read_as_one_line() -> None:
    sheet = Sheet(A4, palette(Mood.PARK), title="x", language="nl")
    setting = lay(f"elke woensdag {accented('9.30 uur')} hier", replace(TEXT, accent=Cut.TEXT_BOLD), 12)
    sheet.text(setting, 0, 20, 180, sheet.palette.ink, language="nl", accent=sheet.palette.deep)
    pdf = sheet.finished()
    assert reading.words(pdf) == "elke woensdag 9.30 uur hier"
    assert reading.seen(pdf) == "elke woensdag 9.30 uur hier"
    assert reading.faces(pdf) == {"KurintoSans-Rg", "KurintoSans-Bd"}
    deep = sheet.palette.deep
    assert (round(deep.red, 3), round(deep.green, 3), round(deep.blue, 3)) in reading.colours(reading.contents(pdf)[0])


def test_items_of_a_list_hang_from_their_bullets() -> None:
    text = "We doen:\n- samen spelen en zingen\n• lezen"
    setting = lay(text, TEXT, 12, width=100)
    words = [line.text for line in setting.lines]
    assert words[0] == "We doen:"
    assert words[1].startswith("• samen")
    assert words[-1] == "• lezen"
    begins = [min(glyph.x for glyph in line.glyphs) for line in setting.lines]
    assert begins[1] < 0.3 < begins[2]  # the second line of an item stands in
    [mirrored] = lay("- لعب", TEXT, 12, is_right_to_left=True).lines
    bullet = max(mirrored.glyphs, key=lambda glyph: glyph.x)
    assert bullet.number == lay("•", TEXT, 12).lines[0].glyphs[0].number


def test_justified_lines_reach_the_other_side_but_the_last() -> None:
    text = "Kinderen spelen en volwassenen leren elkaar kennen bij koffie of thee in vele talen."
    lines = lay(text, replace(TEXT, is_justified=True), 12, width=150).lines
    ragged = lay(text, TEXT, 12, width=150).lines
    assert [line.text for line in lines] == [line.text for line in ragged]
    assert lines[-1].width == ragged[-1].width
    assert all(after.width >= before.width for after, before in zip(lines, ragged, strict=True))
    assert max(line.width for line in lines) * 12 <= 150.01
    assert sum(line.width for line in lines) > sum(line.width for line in ragged)


def test_a_text_does_not_end_in_a_single_short_word() -> None:
    for width in range(80, 240, 10):
        last = lay("Kinderen spelen en volwassenen leren elkaar kennen bij de thee", TEXT, 12, width=width).lines[-1]
        assert last.text.strip() != "thee"
