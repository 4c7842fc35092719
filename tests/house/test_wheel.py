"""The wheel: built, installed elsewhere, and used from there; nothing of the source tree may be needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from meetingplace import paths

ROOT = Path(__file__).resolve().parents[2]
LARGEST = 5 * 1024 * 1024  # bytes

# the wheel is built once, by one worker
pytestmark = pytest.mark.xdist_group("wheel")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in a folder of its own."""
    folder = tmp_path_factory.mktemp("installed")
    _pip("install", "--no-deps", "--target", str(folder), str(wheel))
    return folder


def _pip(*words: str) -> None:
    quiet = ["--quiet", "--disable-pip-version-check", "--no-index"]
    done = subprocess.run([sys.executable, "-m", "pip", words[0], *quiet, *words[1:]], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def _python(installed: Path, *words: str, home: Path) -> str:
    """Run Python with the installed program first in its path, from a folder that is not the source tree."""
    ours = {"PYTHONPATH": str(installed), "MEETINGPLACE_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, *words], cwd=home, env=os.environ | ours, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _files_of(folder: str) -> set[str]:
    files = (file for file in (ROOT / folder).rglob("*") if file.is_file() and not file.name.startswith("."))
    return {file.relative_to(ROOT).as_posix() for file in files}


def test_the_wheel_is_small_and_says_its_version(wheel: Path) -> None:
    assert wheel.stat().st_size <= LARGEST
    assert wheel.name == f"meetingplace-{paths.version()}-py3-none-any.whl"


def test_the_wheel_holds_every_resource_and_catalog_and_no_test(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    ours = _files_of("resources") | _files_of("translations")
    assert {f"meetingplace/_data/{name}" for name in ours} <= names
    assert {name.split("/")[0] for name in names} == {"meetingplace", f"meetingplace-{paths.version()}.dist-info"}


def test_it_finds_its_files_where_it_was_installed(installed: Path, tmp_path: Path) -> None:
    asks = """if True:
        import json
        import meetingplace.paths as paths
        folders = [paths.resource(), paths.translations()]
        print(json.dumps([str(folder) for folder in folders if folder.is_dir()]))
        """
    found = json.loads(_python(installed, "-c", asks, home=tmp_path))
    inside = (installed / "meetingplace" / "_data").resolve()
    assert found == [str(inside / "resources"), str(inside / "translations")]


def test_the_command_line_works_from_there(installed: Path, tmp_path: Path) -> None:
    assert _python(installed, "-m", "meetingplace", "--version", home=tmp_path) == f"meetingplace {paths.version()}\n"
    assert "demo" in _python(installed, "-m", "meetingplace", "--help", home=tmp_path)


def test_it_makes_a_house_and_prints_a_flyer_from_there(installed: Path, tmp_path: Path) -> None:
    house, flyer = str(tmp_path / "sample"), tmp_path / "flyer.pdf"
    program = ("-m", "meetingplace", "--data", house, "--language", "nl")
    size = ("--visits", "20", "--families", "5", "--years", "1")
    _python(installed, *program, "demo", "--no-window", *size, home=tmp_path)
    sessions = json.loads(_python(installed, *program, "sessions", "--format", "json", home=tmp_path))
    wanted = ("--session", str(sessions[0]["id"]), "--languages", "nl,ar", "--out", str(flyer))
    _python(installed, *program, "flyer", *wanted, home=tmp_path)
    assert flyer.read_bytes().startswith(b"%PDF-")
