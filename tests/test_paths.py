"""paths: where the program's files are found, and how a file is written whole."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from meetingplace import paths

ROOT = Path(__file__).resolve().parents[1]


def test_a_source_tree_reads_the_folders_beside_the_package() -> None:
    assert paths.resource("styles", "meetingplace.qss") == ROOT / "resources" / "styles" / "meetingplace.qss"
    assert paths.translations() == ROOT / "translations"


def test_an_installed_wheel_reads_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "meetingplace" / "_data").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "meetingplace")
    assert paths.resource("icons") == tmp_path / "meetingplace" / "_data" / "resources" / "icons"
    assert paths.translations() == tmp_path / "meetingplace" / "_data" / "translations"


def test_a_frozen_bundle_reads_where_it_was_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("icons") == tmp_path / "meetingplace" / "_data" / "resources" / "icons"
    assert paths.translations() == tmp_path / "meetingplace" / "_data" / "translations"


def test_one_variable_moves_all_folders_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEETINGPLACE_HOME", str(tmp_path))
    assert paths.user_data_folder() == tmp_path / "data"
    assert paths.user_settings_file() == tmp_path / "settings" / "settings.toml"
    assert paths.user_log_folder() == tmp_path / "log"


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of the XDG standard")
def test_without_it_the_folders_are_those_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MEETINGPLACE_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert paths.user_data_folder() == tmp_path / "share" / "meetingplace"
    assert paths.user_settings_file() == tmp_path / "config" / "meetingplace" / "settings.toml"


def test_the_first_version_in_the_list_of_changes_is_the_version_of_the_program() -> None:
    headings = [line for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines() if line[:3] == "## "]
    assert headings[0].split()[1] == paths.version()


def test_a_file_is_written_with_its_folders_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "new" / "flyer.pdf"
    paths.write_whole(file, b"first")
    paths.write_whole(file, b"second")
    assert file.read_bytes() == b"second"
    assert list(file.parent.iterdir()) == [file]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "house.key"
    file.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        paths.write_whole(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(os.name == "nt", reason="rights of files on POSIX")
def test_a_private_file_is_for_this_user_alone_and_a_flyer_is_not(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        paths.write_whole(tmp_path / "house.key", b"", is_private=True)
        paths.write_whole(tmp_path / "flyer.pdf", b"")
    finally:
        os.umask(before)
    assert (tmp_path / "house.key").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "flyer.pdf").stat().st_mode & 0o777 == 0o644


def test_a_package_of_files_is_found_without_being_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "letters_of_ours").mkdir()
    (tmp_path / "letters_of_ours" / "__init__.py").write_text("raise AssertionError('loaded')", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert paths.files_of("letters_of_ours") == tmp_path / "letters_of_ours"
    with pytest.raises(FileNotFoundError):
        paths.files_of("no_such_package_of_ours")
