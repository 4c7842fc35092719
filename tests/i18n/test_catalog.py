"""Translators: texts with values, plurals, contexts; direction stays inside a value; a state is never flattered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from meetingplace import paths
from meetingplace.domain.language import PAPER
from meetingplace.i18n import catalog
from meetingplace.i18n.catalog import isolated, numbers_of_forms, translator

FSI, PDI, RLI = "\u2068", "\u2069", "\u2067"
DUTCH = """
msgid ""
msgstr ""
"Language: nl\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#. state: human
msgid "Saved on {day}"
msgstr "Bewaard op {day}"

#. state: checked
msgid "{n} child of {name}"
msgid_plural "{n} children of {name}"
msgstr[0] "{n} kind van {name}"
msgstr[1] "{n} kinderen van {name}"

#. state: machine
msgctxt "a month"
msgid "May"
msgstr "mei"

#. state: perfect
msgid "free"
msgstr "gratis"

msgid "not translated"
msgstr ""
"""


@pytest.fixture
def dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put one small Dutch catalog in the place of all catalogs."""
    for name in ("app", "paper"):
        file = tmp_path / name / "nl" / "meetingplace.po"
        file.parent.mkdir(parents=True)
        file.write_text(DUTCH, encoding="utf-8")
    monkeypatch.setattr(paths, "translations", lambda: tmp_path)
    _forget()
    yield
    _forget()


def _forget() -> None:
    for remembered in (catalog.translator, catalog.phrase_states, catalog._read):
        remembered.cache_clear()


@pytest.mark.usefixtures("dutch")
class TestTranslator:
    def test_a_text_is_said_with_its_values(self) -> None:
        assert translator("app", "nl")("Saved on {day}", day="maandag") == "Bewaard op maandag"

    def test_a_value_with_braces_is_only_a_value(self) -> None:
        assert translator("app", "nl")("Saved on {day}", day="{0} {day}") == "Bewaard op {0} {day}"

    def test_a_number_chooses_its_form(self) -> None:
        _ = translator("app", "nl")
        said = [_.plural("{n} child of {name}", "{n} children of {name}", n, name="Maan") for n in (0, 1, 2)]
        assert said == ["0 kinderen van Maan", "1 kind van Maan", "2 kinderen van Maan"]

    def test_a_word_is_told_apart_by_its_context(self) -> None:
        _ = translator("app", "nl")
        assert _.context("a month", "May") == "mei"
        assert _("May") == "May"

    def test_what_is_not_translated_is_said_in_english(self) -> None:
        assert translator("app", "nl")("not translated") == "not translated"
        assert translator("app", "nl")("never heard of {name}", name="Maan") == "never heard of Maan"
        assert translator("app", "pl")("Saved on {day}", day="Monday") == "Saved on Monday"

    def test_english_needs_no_catalog(self) -> None:
        _ = translator("app", "en")
        assert _("Saved on {day}", day="Monday") == "Saved on Monday"
        assert _.plural("{n} child", "{n} children", 1) == "1 child"
        assert _.plural("{n} child", "{n} children", 0) == "0 children"

    def test_direction_follows_the_language(self) -> None:
        assert translator("paper", "ar").is_right_to_left
        assert not translator("paper", "nl").is_right_to_left

    def test_paper_keeps_the_direction_of_a_value_inside_it_and_the_screen_leaves_it(self) -> None:
        assert translator("paper", "nl")("Saved on {day}", day="الثلاثاء") == f"Bewaard op {FSI}الثلاثاء{PDI}"
        assert translator("app", "nl")("Saved on {day}", day="الثلاثاء") == "Bewaard op الثلاثاء"


@pytest.mark.usefixtures("dutch")
class TestStates:
    def test_a_phrase_without_a_state_that_we_know_counts_as_a_machines(self) -> None:
        assert catalog.phrase_state("nl", "Saved on {day}") == "human"
        assert catalog.phrase_state("nl", "{n} child of {name}") == "checked"
        assert catalog.phrase_state("nl", "May", "a month") == "machine"
        assert catalog.phrase_state("nl", "free") == "machine"

    def test_a_phrase_that_is_missing_counts_as_a_machines(self) -> None:
        assert catalog.phrase_state("nl", "not translated") == "machine"
        assert catalog.phrase_state("nl", "never heard of") == "machine"
        assert catalog.phrase_state("pl", "free") == "machine"

    def test_the_whole_is_as_weak_as_its_weakest_phrase(self) -> None:
        assert catalog.state("paper", "nl") == "machine"
        assert catalog.state("paper", "pl") == "machine"

    def test_the_share_that_was_read_by_a_speaker(self) -> None:
        assert catalog.checked_share("nl") == pytest.approx(1 / 5)
        assert catalog.checked_share("pl") == 0.0


@pytest.mark.parametrize(
    ("value", "inside"),
    [
        ("Zandstraat 12", "Zandstraat 12"),
        ("", ""),
        (f"{RLI}مرحبا{PDI}", f"{RLI}مرحبا{PDI}"),  # what is closed stays
        (f"{RLI}مرحبا", "مرحبا"),  # what was never closed would turn the rest of the line
        (f"a{PDI}b", "ab"),
        (f"{PDI}{FSI}", ""),
    ],
)
def test_a_value_cannot_turn_the_line_around_it(value: str, inside: str) -> None:
    assert isolated(value) == f"{FSI}{inside}{PDI}"


def test_every_language_counts_by_its_own_rule_even_one_that_babel_does_not_know() -> None:
    said = translator("paper", "prs").plural("{first}–{n} year", "{first}–{n} years", 6, first=0)
    assert "years" not in said
    assert "سال" in said


def test_every_form_of_a_counted_text_has_numbers_that_take_it() -> None:
    assert numbers_of_forms("nl") == ((1,), (0, 2, 3))
    assert numbers_of_forms("pl") == ((1,), (2, 3, 4), (0, 5, 6))
    for language in PAPER:
        assert all(numbers_of_forms(language)), language
