"""settings: a broken file or value never stops the program, and is kept for whoever wants to look at it."""

from __future__ import annotations

import locale
import os
from pathlib import Path

import pytest

from meetingplace import settings
from meetingplace.settings import Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a place for the settings that does not exist yet."""
    return tmp_path / "settings.toml"


def test_a_new_pc_has_no_settings(file: Path) -> None:
    loaded = settings.load(file)
    assert loaded.settings == Settings()
    assert not loaded.is_broken
    assert not file.exists()


def test_what_was_saved_is_found_back(file: Path) -> None:
    chosen = Settings(
        address="postgresql://house@server/meetingplace",
        language="fr",
        theme="contrast",
        text_scale=1.25,
        is_motion_reduced=True,
        place_in_view=3,
        last_screen="voices",
        host=2,
        window=(-8, 0, 1366, 768),
        is_maximised=True,
        printer="Brother « onthaal » “2”",
        has_corner=True,
        recent=("C:\\huis\\oud", "/home/huis"),
    )
    settings.save(file, chosen)
    assert settings.load(file) == settings.Loaded(chosen)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
def test_the_settings_are_for_this_user_alone_also_the_copy_of_broken_ones(file: Path) -> None:
    settings.save(file, Settings(address="postgresql://house:secret@server/meetingplace"))
    assert file.stat().st_mode & 0o077 == 0
    file.write_bytes(file.read_bytes() + b"language = ")
    file.chmod(0o644)  # as somebody's editor left it
    aside = settings.load(file).set_aside
    assert aside is not None
    assert aside.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"language = ", b"\xff\xfe\x00", b"<html>", b'theme = "dark"\ntheme = "light"\n'])
def test_an_unreadable_file_is_kept_and_passed_over(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    loaded = settings.load(file)
    assert loaded.settings == Settings()
    assert loaded.is_broken
    assert loaded.set_aside == file.with_name("settings.broken")
    assert loaded.set_aside.read_bytes() == content


@pytest.mark.parametrize(
    ("line", "name", "instead"),
    [
        ('language = "xx"', "language", None),
        ('theme = "pink"', "theme", "light"),
        ("theme = 3", "theme", "light"),
        ("text_scale = 9.5", "text_scale", 2.0),
        ("text_scale = 0.1", "text_scale", 0.8),
        ("text_scale = nan", "text_scale", 1.0),
        ('text_scale = "big"', "text_scale", 1.0),
        ("has_corner = 1", "has_corner", False),
        ("place_in_view = -4", "place_in_view", 0),
        ("place_in_view = true", "place_in_view", 0),
        ("window = [1, 2, 3]", "window", ()),
        ("window = [0, 0, 1366, 12]", "window", ()),
        ('window = [0, 0, "wide", 700]', "window", ()),
        ('recent = "house"', "recent", ()),
        ("recent = [1]", "recent", ()),
    ],
)
def test_a_broken_value_is_passed_over_and_the_others_hold(file: Path, line: str, name: str, instead: object) -> None:
    content = f'printer = "Laser"\n{line}\n'
    file.write_text(content, encoding="utf-8")
    loaded = settings.load(file)
    assert getattr(loaded.settings, name) == (Settings().language if name == "language" else instead)
    assert loaded.settings.printer == "Laser"
    assert loaded.is_broken
    assert loaded.set_aside is not None
    assert loaded.set_aside.read_text(encoding="utf-8") == content


def test_a_name_of_a_newer_version_is_no_mistake(file: Path) -> None:
    file.write_text('colour_of_the_rail = "teal"\ntext_scale = 2\n', encoding="utf-8")
    loaded = settings.load(file)
    assert not loaded.is_broken
    assert loaded.settings.text_scale == 2.0


@pytest.mark.parametrize(
    ("of_the_system", "language"),
    [("nl_BE", "nl"), ("fr_BE", "fr"), ("en_GB", "en"), ("French_Belgium", "fr"), ("de_BE", "nl"), (None, "nl")],
)
def test_the_first_language_is_that_of_the_system(
    monkeypatch: pytest.MonkeyPatch, of_the_system: str | None, language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(locale, "getlocale", lambda *_: (of_the_system, "UTF-8"))
    assert Settings().language == language


def test_a_folder_that_cannot_be_written_is_said_and_the_old_settings_stand(file: Path) -> None:
    settings.save(file, Settings(theme="dark"))
    with pytest.raises(OSError, match="settings"):
        settings.save(file / "deeper.toml", Settings())
    assert settings.load(file).settings.theme == "dark"


@pytest.mark.parametrize(
    ("system", "program"),
    [("nl_BE.UTF-8", "nl"), ("fr_BE.UTF-8", "fr"), ("en_GB", "en"), ("C.UTF-8", "nl"), ("tr_TR.UTF-8", "nl")],
)
def test_what_the_system_names_goes_before_what_python_makes_of_it(
    system: str, program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", system)
    assert settings.Settings().language == program
