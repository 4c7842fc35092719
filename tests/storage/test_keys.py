"""The file that keeps the key of an encrypted house: passphrase and recovery sheet open it, nothing else does."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.storage import keys


def _reason(folder: Path, typed: str) -> Reason:
    with pytest.raises(Refused) as refused:
        keys.unlock(folder, typed)
    return refused.value.reason


def test_the_passphrase_and_the_words_of_the_recovery_sheet_give_the_key(tmp_path: Path) -> None:
    made = keys.create(tmp_path, "kraan wolk sokken tram", "nl")
    assert len(made.key) == 32
    assert len(made.recovery_words) == len(set(made.recovery_words)) == 8
    assert keys.unlock(tmp_path, "kraan wolk sokken tram") == made.key
    assert keys.unlock(tmp_path, " ".join(made.recovery_words)) == made.key
    assert keys.unlock(tmp_path, ",  ".join(made.recovery_words).upper()) == made.key
    assert keys.unlocked_by(tmp_path, " ".join(made.recovery_words)) == (made.key, True)
    assert keys.unlocked_by(tmp_path, "kraan wolk sokken tram") == (made.key, False)


def test_anything_else_gives_nothing(tmp_path: Path) -> None:
    made = keys.create(tmp_path, "kraan wolk sokken tram", "nl")
    wrong = ("", "kraan wolk sokken", "Kraan wolk sokken tram", " ".join(made.recovery_words[:7]), "x" * 10_000)
    assert {_reason(tmp_path, typed) for typed in wrong} == {Reason.PASSPHRASE_WRONG}


def test_two_houses_with_one_passphrase_have_different_keys(tmp_path: Path) -> None:
    first = keys.create(tmp_path / "a", "kraan wolk sokken tram", "nl")
    second = keys.create(tmp_path / "b", "kraan wolk sokken tram", "nl")
    assert first.key != second.key
    assert first.recovery_words != second.recovery_words


def test_the_key_file_holds_neither_key_nor_words_and_is_for_this_user_alone(tmp_path: Path) -> None:
    made = keys.create(tmp_path, "kraan wolk sokken tram", "nl")
    written = (tmp_path / keys.KEY_FILE).read_bytes()
    assert made.key not in written
    assert made.key.hex().encode() not in written
    for word in ("kraan", "sokken", *made.recovery_words):
        assert f" {word}".encode() not in written
        assert f'"{word}'.encode() not in written
    if os.name != "nt":
        assert (tmp_path / keys.KEY_FILE).stat().st_mode & 0o077 == 0


def test_a_new_passphrase_takes_the_place_of_the_old_one_and_the_sheet_stays_good(tmp_path: Path) -> None:
    made = keys.create(tmp_path, "kraan wolk sokken tram", "nl")
    keys.change_passphrase(tmp_path, made.key, "peper zondag 123")
    assert keys.unlock(tmp_path, "peper zondag 123") == made.key
    assert keys.unlock(tmp_path, " ".join(made.recovery_words)) == made.key
    assert _reason(tmp_path, "kraan wolk sokken tram") is Reason.PASSPHRASE_WRONG


def test_a_new_sheet_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    made = keys.create(tmp_path, "kraan wolk sokken tram", "nl")
    words = keys.some_words("fr", 8)
    keys.change_recovery_words(tmp_path, made.key, words)
    assert keys.unlock(tmp_path, " ".join(words)) == made.key
    assert _reason(tmp_path, " ".join(made.recovery_words)) is Reason.PASSPHRASE_WRONG


def test_a_sheet_that_was_printed_before_is_the_one_that_opens(tmp_path: Path) -> None:
    words = ("tram", "wolk", "peper", "kraan", "appel", "berg", "stoel", "zon")
    made = keys.create(tmp_path, "kraan wolk sokken tram", "nl", words)
    assert made.recovery_words == words
    assert keys.unlock(tmp_path, " ".join(words)) == made.key


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_words_are_drawn_without_doubles_from_a_list_of_plain_ones(language: str) -> None:
    words = keys.word_list(language)
    assert len(words) == len(set(words)) >= 1000  # eight of them: about 80 bits and more
    assert all(word == word.lower() and word.isalpha() for word in words)
    drawn = keys.some_words(language, 8)
    assert len(set(drawn)) == 8
    assert set(drawn) <= set(words)
    assert keys.some_words(language, 8) != drawn


def test_a_short_passphrase_is_refused_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        keys.create(tmp_path, "  kort   ", "nl")
    assert refused.value.reason is Reason.PASSPHRASE_TOO_SHORT
    assert not (tmp_path / keys.KEY_FILE).exists()


def test_a_key_file_is_never_overwritten_by_a_new_house(tmp_path: Path) -> None:
    made = keys.create(tmp_path, "kraan wolk sokken tram", "nl")
    with pytest.raises(Refused) as refused:
        keys.create(tmp_path, "een andere zin", "nl")
    assert refused.value.reason is Reason.FILE_EXISTS
    assert keys.unlock(tmp_path, "kraan wolk sokken tram") == made.key


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"wraps": {}}',
        b'{"wraps": {"passphrase": {}}}',
        b'{"wraps": {"passphrase": 7}}',
    ],
)
def test_a_key_file_that_makes_no_sense_is_broken(tmp_path: Path, content: bytes) -> None:
    (tmp_path / keys.KEY_FILE).write_bytes(content)
    assert _reason(tmp_path, "kraan wolk sokken tram") is Reason.KEY_FILE_BROKEN


def test_a_key_file_that_is_gone_is_missing_and_one_of_a_newer_program_is_newer(tmp_path: Path) -> None:
    assert _reason(tmp_path, "kraan wolk sokken tram") is Reason.KEY_FILE_MISSING
    (tmp_path / keys.KEY_FILE).write_text('{"version": 99, "wraps": {"passphrase": {}}}', encoding="utf-8")
    assert _reason(tmp_path, "kraan wolk sokken tram") is Reason.FILE_NEWER


def test_an_accent_that_another_pc_types_as_two_signs_is_the_same_passphrase(tmp_path: Path) -> None:
    made = keys.create(tmp_path, "crème brûlée", "fr")
    assert keys.unlock(tmp_path, "cre\u0300me bru\u0302le\u0301e") == made.key


def test_half_a_sign_from_a_terminal_is_a_wrong_passphrase_and_no_broken_file(tmp_path: Path) -> None:
    keys.create(tmp_path, "kraan wolk sokken tram", "nl")
    assert _reason(tmp_path, "kraan\udcff") is Reason.PASSPHRASE_WRONG


@pytest.mark.parametrize("version", ['"1"', "null", "[]"])
def test_a_version_that_is_no_number_is_broken(tmp_path: Path, version: str) -> None:
    content = f'{{"version": {version}, "wraps": {{"passphrase": {{}}}}}}'
    (tmp_path / keys.KEY_FILE).write_text(content, encoding="utf-8")
    assert _reason(tmp_path, "kraan wolk sokken tram") is Reason.KEY_FILE_BROKEN


def test_guessing_costs_as_much_as_owasp_asks_and_an_older_key_file_still_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "_COST", {"n": 2**14, "r": 8, "p": 1})
    made = keys.create(tmp_path, "kraan wolk sokken tram", "nl")
    monkeypatch.undo()
    assert keys.unlock(tmp_path, "kraan wolk sokken tram") == made.key
    keys.change_passphrase(tmp_path, made.key, "quite another passphrase")
    wrap = json.loads((tmp_path / keys.KEY_FILE).read_text(encoding="utf-8"))["wraps"]["passphrase"]
    assert wrap["scrypt"] == {"n": 32_768, "r": 8, "p": 3}
