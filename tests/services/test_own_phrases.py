"""The house's own words for parents: they win over the shipped ones, everywhere and until they are taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import catalog, corner
from meetingplace.i18n.catalog import phrase_state, translator
from meetingplace.services import changes, own_phrases
from meetingplace.storage import own_phrases as kept
from tests.makers import DAY, make_house

BACK, DOTS = ("Back", ""), ("{n} dot", "")


@pytest.fixture(autouse=True)
def own(house: None) -> Iterator[None]:
    """Begin and end with the shipped phrases."""
    make_house()
    own_phrases.load()
    yield
    catalog.use_own(())


def refused(verb: Callable[[], object]) -> Reason:
    """Give why something is refused."""
    with pytest.raises(Refused) as why:
        verb()
    return why.value.reason


def test_a_correction_is_said_at_once_and_in_that_language_alone():
    said = {language: corner.ways(translator("paper", language))["back"] for language in ("tr", "ar")}
    own_phrases.correct("tr", BACK, ["  Geri   dön "])
    assert corner.ways(translator("paper", "tr"))["back"] == "Geri dön"
    assert corner.ways(translator("paper", "ar"))["back"] == said["ar"]
    assert phrase_state("tr", "Back") == "human"
    own_phrases.restore("tr", BACK)
    assert corner.ways(translator("paper", "tr"))["back"] == said["tr"]


def test_a_counted_phrase_keeps_all_its_forms():
    own_phrases.correct("ru", DOTS, ["{n} пятно", "{n} пятна", "{n} пятен"])
    _ = translator("paper", "ru")
    said = [corner.dots(_, number).replace("\u2068", "").replace("\u2069", "") for number in (1, 3, 5, 21)]
    assert said == ["1 пятно", "3 пятна", "5 пятен", "21 пятно"]
    assert refused(lambda: own_phrases.correct("ru", DOTS, ["{n} пятно"])) is Reason.TEXT_MISSING


@pytest.mark.parametrize(
    ("key", "forms", "reason"),
    [
        (BACK, ["  "], Reason.TEXT_MISSING),
        (BACK, ["{name}"], Reason.FIELDS_DIFFER),
        (BACK, ["{"], Reason.FIELDS_DIFFER),
        (BACK, ["x" * 301], Reason.TEXT_TOO_LONG),
        (("On {day}: {title}", ""), ["{day}"], Reason.FIELDS_DIFFER),
        (("never said", ""), ["x"], Reason.NOT_FOUND),
    ],
)
def test_what_does_not_fit_is_refused(key: tuple[str, str], forms: list[str], reason: Reason):
    assert refused(lambda: own_phrases.correct("tr", key, forms)) is reason
    assert kept.listed() == []


def test_a_language_without_phrases_is_refused():
    assert refused(lambda: own_phrases.phrases_board("cs")) is Reason.LANGUAGE_UNKNOWN


def test_a_speaker_checks_phrases_with_a_name_and_a_day():
    own_phrases.mark_checked("ti", [BACK, DOTS], " Selam ", DAY)
    board = own_phrases.phrases_board("ti", state="checked")
    assert [(phrase.msgid, phrase.checked_by, phrase.checked_on) for phrase in board.phrases] == [
        ("Back", "Selam", DAY),
        ("{n} dot", "Selam", DAY),
    ]
    assert board.states["checked"] == 2
    assert phrase_state("ti", "Back") == "checked"
    own_phrases.correct("ti", BACK, ["ተመለስ"])
    assert phrase_state("ti", "Back") == "human"  # nobody has read the new words
    assert refused(lambda: own_phrases.mark_checked("ti", [BACK], " ", DAY)) is Reason.NAME_MISSING


def test_phrases_are_searched_by_their_words_and_by_the_dutch_ones():
    assert BACK in [(one.msgid, one.context) for one in own_phrases.phrases_board("tr", "terug").phrases]
    assert BACK in [(one.msgid, one.context) for one in own_phrases.phrases_board("tr", "GERI").phrases]
    assert own_phrases.phrases_board("tr", "zzz").phrases == ()


def test_an_undo_takes_the_words_back():
    done = own_phrases.correct("tr", BACK, ["Geri dön"])
    changes.undo(done.undo)
    own_phrases.load()  # what the window does when it hears of it
    assert corner.ways(translator("paper", "tr"))["back"] != "Geri dön"


@pytest.mark.parametrize("language", ["nl", "ar", "prs", "zh", "ti", "ru"])
def test_a_file_goes_out_and_comes_back_with_what_a_speaker_changed(tmp_path: Path, language: str):
    file = tmp_path / f"{language}.po"
    content = own_phrases.file_of(language)
    file.write_bytes(content)
    assert own_phrases.open_file(file, language).wanted == ()
    shipped = corner.ways(translator("paper", language))["back"]
    assert f'msgstr "{shipped}"' in content.decode()
    file.write_text(content.decode().replace(f'msgstr "{shipped}"', 'msgstr "⇐"'), encoding="utf-8")
    read = own_phrases.open_file(file, language)
    assert "⇐" in {phrase.forms[0] for phrase in read.wanted}
    own_phrases.read_in(read)
    assert corner.ways(translator("paper", language))["back"] == "⇐"


def test_a_file_that_brings_what_does_not_fit_says_so_and_brings_the_rest(tmp_path: Path):
    file = tmp_path / "tr.po"
    lines = [
        'msgid "Back"', 'msgstr "Geri dön"', "", 'msgid "On {day}: {title}"', 'msgstr "{day}"', "",
        'msgid "never said"', 'msgstr "x"', "", "#, fuzzy", 'msgid "Done"', 'msgstr "y"', "",
    ]  # fmt: skip
    file.write_text("\n".join(lines), encoding="utf-8")
    read = own_phrases.open_file(file, "tr")
    assert [phrase.msgid for phrase in read.wanted] == ["Back"]
    assert (read.same, read.unknown, read.wrong) == (0, 1, 1)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"no catalog at all", b"x" * 6_000_000])
def test_a_file_that_is_no_catalog_is_refused_and_nothing_changes(tmp_path: Path, content: bytes):
    file = tmp_path / "tr.po"
    file.write_bytes(content)
    assert refused(lambda: own_phrases.open_file(file, "tr")) is Reason.FILE_BROKEN
    assert refused(lambda: own_phrases.open_file(tmp_path / "nowhere.po", "tr")) is Reason.FILE_MISSING
    assert kept.listed() == []


def test_nothing_that_a_machine_wrote_is_called_checked():
    states = own_phrases.phrases_board("prs").states
    assert set(states) <= {"machine", "human"}
    assert replace(own_phrases.phrases_board("prs"), phrases=()).own == 0
