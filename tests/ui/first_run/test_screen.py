"""The first run as one sees and presses it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QLineEdit

from meetingplace.settings import Settings
from meetingplace.ui import recovery
from meetingplace.ui.first_run.draft import Step
from meetingplace.ui.first_run.screen import FirstRunScreen
from meetingplace.ui.kit import theme
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import SettingsDoor
from meetingplace.ui.kit.work import InlineWork

NOW = datetime(2026, 10, 27, 9, 10)


def open_wizard(tmp_path: Path, language: str = "en", way_back: str = "") -> FirstRunScreen:
    door = SettingsDoor(tmp_path / "settings.toml", Settings(language=language))
    work = InlineWork(Bulletin())
    wizard = FirstRunScreen(door, str(tmp_path / "house"), way_back, work, lambda: NOW)
    wizard.resize(1366, 768)
    wizard.show()
    return wizard


@pytest.fixture
def wizard(dressed, tmp_path: Path) -> FirstRunScreen:
    return open_wizard(tmp_path)


def go_to(wizard: FirstRunScreen, step: Step) -> None:
    wizard.presenter.step = step
    wizard.presenter.stay()


def said(wizard: FirstRunScreen) -> str:
    return " ".join(part.text() for part in wizard.findChildren(QLabel) if part.isVisible())


def test_another_language_is_spoken_at_once(wizard: FirstRunScreen):
    assert "In which language do you work?" in said(wizard)
    wizard.page.pick.button("nl").click()
    assert "In which language do you work?" not in said(wizard)
    assert wizard.page.pick.on == "nl"
    assert wizard.presenter.words.language == "nl"


def test_one_question_at_a_time_with_a_way_on_back_and_past_it(wizard: FirstRunScreen):
    assert not wizard.back.isVisible()
    assert not wizard.skip.isVisible()
    wizard.on.click()
    assert wizard.back.isVisible()
    assert wizard.skip.isVisible()
    assert [field.editor.text() for field in wizard.page.fields.values()] == ["", ""]


def test_enter_goes_on_and_says_what_is_missing(wizard: FirstRunScreen):
    wizard.on.click()
    editor = wizard.page.fields["name"].editor
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert wizard.presenter.step is Step.HOUSE
    assert "A name is still missing" in said(wizard)
    QTest.keyClicks(editor, "De Kersenpit")
    QTest.keyClicks(wizard.page.fields["place"].editor, "Kuregem")
    QTest.keyClick(wizard.page.fields["place"].editor, Qt.Key.Key_Return)
    assert wizard.presenter.step is Step.PASSPHRASE
    wizard.back.click()
    assert wizard.page.fields["name"].editor.text() == "De Kersenpit"


def test_the_words_of_the_sheet_are_seen_as_the_paper_that_prints(wizard: FirstRunScreen):
    go_to(wizard, Step.PASSPHRASE)
    assert wizard.sheet.isVisible()
    assert wizard.sheet.has_picture
    before = wizard.presenter.draft.suggested
    wizard.page.card.other.click()
    assert wizard.presenter.draft.suggested != before


@pytest.mark.parametrize(("wide", "is_below"), [(1366, False), (1024, True)])
def test_the_sheet_stands_under_the_question_where_the_window_is_narrow(
    wizard: FirstRunScreen, wide: int, is_below: bool
):
    go_to(wizard, Step.PASSPHRASE)
    wizard.resize(wide, 700)
    QTest.qWait(1)
    inside = wizard.rect()
    corner = wizard.sheet.mapTo(wizard, wizard.sheet.rect().topRight())
    assert corner.x() <= inside.right()
    assert (wizard.sheet.mapTo(wizard, wizard.sheet.rect().topLeft()).y() > inside.height() / 2) is is_below


def test_printing_goes_on_and_remembers_the_printer(
    wizard: FirstRunScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(recovery, "choose_printer", lambda *_args: printer)
    monkeypatch.setattr(QPrinter, "printerName", lambda _printer: "desk printer")
    go_to(wizard, Step.PASSPHRASE)
    assert wizard.on.text() == "Print and go on"
    wizard.on.click()
    assert wizard.presenter.step is Step.PIN
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    assert wizard._door.current.printer == "desk printer"


def test_without_a_printer_the_sheet_is_saved_as_pdf(
    wizard: FirstRunScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("meetingplace.ui.kit.printing.QPrinterInfo.availablePrinterNames", list)
    go_to(wizard, Step.PASSPHRASE)
    wizard.on.click()
    assert wizard.presenter.step is Step.PASSPHRASE
    assert "There is no printer on this PC" in said(wizard)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "sheet"), ""))
    wizard.page.save.click()
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert wizard.on.text() == "Go on"
    assert "then delete the file" in said(wizard)
    wizard.on.click()
    assert wizard.presenter.step is Step.PIN


def test_a_passphrase_of_ones_own_is_typed_twice_before_anything_prints(
    wizard: FirstRunScreen, monkeypatch: pytest.MonkeyPatch
):
    asked: list[object] = []
    monkeypatch.setattr(recovery, "choose_printer", lambda *_args: asked.append(1))
    go_to(wizard, Step.PASSPHRASE)
    wizard.page.card.own.click()
    QTest.keyClicks(wizard.page.card.typed, "a goat on the roof")
    wizard.on.click()
    assert wizard.page.card.again.is_wrong
    assert wizard.page.card.typed.text() == "a goat on the roof"
    QTest.keyClicks(wizard.page.card.again, "a goat on the roof")
    wizard.on.click()
    assert asked == [1]
    assert wizard.page.card.typed.echoMode() is QLineEdit.EchoMode.Password
    wizard.page.card.shows.click()
    assert wizard.page.card.typed.echoMode() is QLineEdit.EchoMode.Normal


def test_skipping_the_passphrase_warns_and_going_back_from_the_warning_stays(wizard: FirstRunScreen):
    go_to(wizard, Step.PASSPHRASE)
    wizard.skip.click()
    panel = next(panel for panel in wizard.findChildren(Panel) if panel.isVisible())
    assert "can read everything" in said(wizard)
    next(part for part in panel.findChildren(QAbstractButton) if part.text() == "Back").click()
    assert wizard.presenter.step is Step.PASSPHRASE


def test_another_folder_is_shown_and_used(wizard: FirstRunScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    go_to(wizard, Step.BEGIN)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path / "stick"))
    wizard.page.other_folder.click()
    assert wizard.page.fields["folder"].editor.text() == str(tmp_path / "stick")
    assert wizard.presenter.draft.folder == tmp_path / "stick"


def test_while_the_house_is_made_nothing_can_be_pressed_twice(wizard: FirstRunScreen):
    go_to(wizard, Step.BEGIN)
    wizard.show_busy("The house is being made…")
    assert not wizard.on.isEnabled()
    assert "The house is being made…" in said(wizard)
    wizard.show_busy("")
    assert wizard.on.isEnabled()


def test_whoever_came_from_a_house_can_go_back_to_it(dressed, tmp_path: Path, qtbot):
    wizard = open_wizard(tmp_path, way_back=str(tmp_path / "mine"))
    assert wizard.back.isVisible()
    with qtbot.waitSignal(wizard.finished) as finished:
        wizard.back.click()
    assert finished.args == [str(tmp_path / "mine")]


def test_help_never_makes_the_window_wider_than_it_is(wizard: FirstRunScreen):
    wizard.resize(1024, 700)
    wizard.toggle_help()
    QTest.qWait(1)
    assert wizard.width() == 1024
    assert not wizard.on.isVisible()
    wizard.toggle_help()
    assert wizard.on.isVisible()


def test_f1_opens_the_help_of_the_first_run_and_closes_it_again(wizard: FirstRunScreen):
    wizard.activateWindow()
    QTest.keyClick(wizard, Qt.Key.Key_F1)
    page = wizard.help.page.toPlainText()
    assert "recovery sheet" in page
    assert "Ctrl+L" not in page  # there is no window to lock yet
    QTest.keyClick(wizard, Qt.Key.Key_F1)
    assert not wizard.help.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_at_every_text_size_the_ways_on_are_in_sight_and_no_word_is_cut(
    qapp, dressed, tmp_path: Path, language: str, scale: float
):
    theme.apply(qapp, "light", scale)
    wizard = open_wizard(tmp_path, language)
    for step in Step:
        go_to(wizard, step)
        QTest.qWait(1)
        assert wizard.width() == 1366
        for part in wizard.findChildren(QAbstractButton):
            if part.isVisible() and part.text():
                assert part.width() >= part.sizeHint().width(), (step, part.text())
        corner = wizard.on.mapTo(wizard, wizard.on.rect().bottomRight())
        assert wizard.rect().contains(corner), step
    assert all(part.accessibleName() for part in wizard.findChildren(QAbstractButton) if part.isVisible())
