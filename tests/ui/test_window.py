"""Before and around the window: one window a house, the passphrase, help pages, pictures, and a light start."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton

from meetingplace import paths, startup
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.startup import NewHouse
from meetingplace.storage import database
from meetingplace.ui import help_pages, screenshots
from meetingplace.ui.application import Program
from meetingplace.ui.only_window import OnlyWindow
from meetingplace.ui.opening import Opening

PASSPHRASE = "cloud socks tram pepper sunday crane"
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


def opening(folder: Path) -> Opening:
    return Opening(str(folder), translator("app", "en"), Formats("en"))


def test_a_house_without_passphrase_opens_at_once(dressed, tmp_path: Path):
    startup.create_house(tmp_path / "house", NewHouse("De Kersenpit", "Kuregem", "Samira"))
    page = opening(tmp_path / "house")
    opened: list[startup.OpenHouse] = []
    page.opened.connect(opened.append)
    assert page.begin()
    opened[0].close()


def test_a_wrong_passphrase_is_said_under_the_field_and_the_right_one_opens(dressed, qtbot, tmp_path: Path):
    startup.create_house(tmp_path / "house", NewHouse("De Kersenpit", "Kuregem", "Samira", passphrase=PASSPHRASE))
    page = opening(tmp_path / "house")
    page.show()
    assert not page.begin()
    assert page.typed.isVisible()
    page.typed.setText("another one entirely")
    page.open_button.click()
    qtbot.waitUntil(lambda: page.typed.is_wrong)
    assert page.typed.text() == "another one entirely"
    page.typed.setText(PASSPHRASE)
    with qtbot.waitSignal(page.opened) as opened:
        page.open_button.click()
    assert page.typed.text() == ""
    opened.args[0].close()


def test_a_damaged_house_says_what_to_do_instead_of_opening(dressed, tmp_path: Path):
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "house.db").write_bytes(b"SQLite format 3\x00" + b"broken" * 500)
    page = opening(folder)
    page.show()
    assert not page.begin()
    assert page.retry_button.isVisible()
    assert "back-up" in page.sentence.text()
    database.hang_up()


def test_the_program_opens_its_house_and_a_second_start_only_raises_it(dressed, qapp, qtbot, tmp_path: Path):
    startup.create_house(tmp_path / "house", NewHouse("De Kersenpit", "Kuregem", "Samira"))
    program, again = (Program(qapp, str(tmp_path / "house"), "en") for _ in range(2))
    assert program.begin()
    try:
        qtbot.waitUntil(lambda: program.shell.windowTitle() == "De Kersenpit – Meetingplace")
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
    heavy = ("reportlab", "uharfbuzz", "holidays", "icalendar", "segno", "pypdfium2", "qtawesome")
    program = (
        "import sys; import meetingplace.ui.application, meetingplace.ui.shell;"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=UI.parents[1]
    )
    assert done.stdout.strip() == "[]"


def test_buttons_of_the_opening_page_say_what_they_do(dressed, tmp_path: Path):
    names = [part.accessibleName() for part in opening(tmp_path).findChildren(QPushButton)]
    assert sorted(names) == ["Close", "Open", "Open here anyway", "Try again"]
