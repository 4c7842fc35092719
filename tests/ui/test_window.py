"""Before and around the window: one window a house, help pages, pictures, and a light start."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from meetingplace import paths, startup
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.startup import NewHouse
from meetingplace.ui import help_pages, screenshots
from meetingplace.ui.application import Program
from meetingplace.ui.only_window import OnlyWindow

UI = Path(startup.__file__).parent / "ui"


def test_a_second_window_on_the_same_house_raises_the_first(dressed, qtbot, tmp_path: Path):
    first, second, elsewhere = (OnlyWindow(str(tmp_path / name)) for name in ("house", "house", "other"))
    assert first.is_first()
    with qtbot.waitSignal(first.asked):
        assert not second.is_first()
    assert elsewhere.is_first()
    first.close()
    assert OnlyWindow(str(tmp_path / "house")).is_first()
    elsewhere.close()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the name is a file, or a pipe of Windows")
def test_a_window_that_is_killed_leaves_nothing_behind_and_the_next_one_is_the_first(dressed, tmp_path: Path):
    program = (
        "import sys; from PySide6.QtCore import QCoreApplication; from meetingplace.ui.only_window import OnlyWindow;"
        "running = QCoreApplication([]); window = OnlyWindow(sys.argv[1]); print(window.is_first(), flush=True);"
        "running.exec()"
    )
    house, temporary = str(tmp_path / "house"), tmp_path / "temporary"
    temporary.mkdir()
    surroundings = {**os.environ, "TMPDIR": str(temporary)}
    words = [sys.executable, "-c", program, house]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=UI.parents[1], env=surroundings) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == "True\n"
        assert not OnlyWindow(house).is_first()
        killed.kill()
    assert OnlyWindow(house).is_first()
    assert list(temporary.iterdir()) == []


def test_the_program_opens_its_house_and_a_second_start_only_raises_it(dressed, qapp, qtbot, tmp_path: Path):
    startup.create_house(tmp_path / "house", NewHouse("De Kersenpit", "Kuregem", "Samira"))
    program, again = (Program(qapp, str(tmp_path / "house"), "en") for _ in range(2))
    assert program.begin()
    try:
        qtbot.waitUntil(lambda: bool(program.shell) and program.shell.windowTitle() == "De Kersenpit – Meetingplace")
        assert program.shell.rail.host.text() == "Samira"
        program.shell.hide()
        assert not again.begin()
        qtbot.waitUntil(program.shell.isVisible)
    finally:
        again.end()
        program.shell.close()
        program.end()


def test_settings_that_cannot_be_read_are_put_aside_and_said(dressed, qapp, qtbot, tmp_path: Path):
    startup.create_house(tmp_path / "house", NewHouse("De Kersenpit", "Kuregem", "Samira"))
    paths.user_settings_file().parent.mkdir(parents=True, exist_ok=True)
    paths.user_settings_file().write_text("language = [broken", encoding="utf-8")
    program = Program(qapp, str(tmp_path / "house"), "en")
    assert program.begin()
    try:
        qtbot.waitUntil(lambda: program.shell is not None)
        assert "could not be read" in program.shell.toast.text
    finally:
        program.shell.close()
        program.end()


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_screen_has_help_in_the_language_of_the_program(language: str):
    for key in ("shell", "today", "arrivals"):
        assert (paths.resource("help", language) / f"{key}.md").is_file(), (language, key)
        assert help_pages.page(language, key).startswith("#")


def test_help_that_is_missing_in_a_language_comes_in_another_and_no_path_leads_out():
    assert help_pages.page("xx", "today") == help_pages.page("en", "today")
    assert help_pages.page("en", "no_such_screen") == ""
    assert help_pages.page("en", "../../pyproject") == ""


def test_pictures_of_the_window_have_the_size_that_was_asked_for(dressed, tmp_path: Path):
    startup.create_house(tmp_path / "house", NewHouse("De Kersenpit", "Kuregem", "Samira"))
    out = tmp_path / "pictures"
    made = list(screenshots.take(out, ["lock", "help"], "en", "dark", 1.5, (1000, 700), tmp_path / "house"))
    assert made == [out / "lock.png", out / "help.png"]
    picture = QImage(str(made[0]))
    assert (picture.width(), picture.height()) == (1000, 700)
    assert picture.pixelColor(3, 3).name().upper() == "#161C21"


def test_a_picture_of_a_screen_that_does_not_exist_is_refused(dressed, tmp_path: Path):
    with pytest.raises(Refused) as refused:
        list(screenshots.take(tmp_path, ["nowhere"]))
    assert refused.value.reason is Reason.CHOICE_UNKNOWN


def test_no_presenter_knows_qt():
    presenters = sorted(UI.glob("*/presenter*.py"))
    assert presenters
    without_qt = [*presenters, *(UI / "kit" / name for name in ("work.py", "bulletin.py", "surroundings.py"))]
    for file in without_qt:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        imported = [
            name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in (
                [node.module or ""] if isinstance(node, ast.ImportFrom) else [part.name for part in node.names]
            )
        ]
        assert not [name for name in imported if name.startswith("PySide6")], file


def test_the_window_starts_without_paper_and_calendar_libraries():
    heavy = ("reportlab", "uharfbuzz", "holidays", "icalendar", "segno", "pypdfium2", "qtawesome", "PIL", "resvg_py")
    program = (
        "import sys; import meetingplace.ui.application, meetingplace.ui.shell;"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=UI.parents[1]
    )
    assert done.stdout.strip() == "[]"
