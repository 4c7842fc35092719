"""The Flyers screen through real clicks and keys: what it shows, what leaves it, and what fits in a small window."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from meetingplace.domain.paper_lists import NameColumn
from meetingplace.domain.sessions import OwnText, Reader
from meetingplace.storage import sessions
from meetingplace.ui.flyers.panels import ListsPanel, SubjectPanel, WriterPanel
from meetingplace.ui.flyers.screen import FlyersScreen
from meetingplace.ui.flyers.shown import ListAsked
from meetingplace.ui.kit import theme
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from tests.makers import make_house, make_place, make_session
from tests.ui.conftest import Heard

FRIDAY = date(2026, 10, 30)  # three days after the clock of these tests


@pytest.fixture
def session(house: None) -> int:
    """Make a house with one session."""
    make_house("Huis Kersenhof", languages=("nl", "fr", "ar"))
    place = make_place("De Kers", address="Kersenhofstraat 12", postcode="1030", municipality="Schaarbeek")
    return make_session(place, FRIDAY, title="Spelen", texts=(OwnText("fr", "Jouer", "Venez.", "machine"),))


def opened(qtbot: QtBot, around: Surroundings, width: int = 1262, **what: Any) -> FlyersScreen:
    """Open the screen as large as in a window of 1366×768, and wait for its paper."""
    screen = FlyersScreen(around)
    qtbot.addWidget(screen)
    screen.resize(width, 768)
    screen.show()
    screen.open(**what)
    qtbot.waitUntil(lambda: screen.table.page.has_picture)
    return screen


def press(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def panel(screen: FlyersScreen, kind: type[Panel]) -> Any:
    return next(one for one in screen.window().findChildren(kind) if not one.isHidden())


def test_the_real_paper_is_shown_with_its_words_and_checks(qtbot: QtBot, around: Surroundings, session: int) -> None:
    screen = opened(qtbot, around, session_id=session)
    assert screen.table.page.accessibleName() == "Page 1 of 2, Nederlands + Français"
    said = [label.text() for label in screen.findChildren(QLabel)]
    assert {"Jouer", "Let a speaker read: Français"} <= set(said)
    assert screen.primary is not None
    assert (screen.primary.text(), screen.primary.isEnabled()) == ("Print", True)


def test_tab_goes_down_the_choices_as_one_reads_them(qtbot: QtBot, around: Surroundings, session: int) -> None:
    screen = opened(qtbot, around, session_id=session)
    screen.activateWindow()
    screen.choices.kind.findChildren(QPushButton)[0].setFocus()
    met = []
    while (part := screen.focusWidget()) is not None and part is not screen.choices.lists and len(met) < 20:
        met.append(part.accessibleName().partition(",")[0])
        qtbot.keyClick(part, Qt.Key.Key_Tab)
    choices = ["Two languages", "A4", "Français", "العربية", "Another language"]
    assert met == ["Session", "Spelen", *choices, "Picture", "Cherry", "Black and white", "Code to scan"]
    tile = screen.choices.layouts["dutch-plus-one"]
    tile.setFocus()
    qtbot.keyClick(tile, Qt.Key.Key_Left)
    assert screen.choices.layouts["one-language"].isChecked()
    assert screen.choices.layouts["one-language"].hasFocus()


def test_an_empty_house_leads_to_planning(qtbot: QtBot, around: Surroundings, heard: Heard) -> None:
    make_house()
    screen = FlyersScreen(around)
    qtbot.addWidget(screen)
    screen.show()
    screen.open()
    assert screen.empty.isVisible()
    assert not screen.print_button.isEnabled()
    press(qtbot, screen.empty.findChildren(QPushButton)[0])
    assert heard.went == [("planning", {})]


def test_leafing_languages_and_layout_by_mouse_and_keys(qtbot: QtBot, around: Surroundings, session: int) -> None:
    screen = opened(qtbot, around, session_id=session)
    press(qtbot, screen.table.after)
    assert screen.table.page.accessibleName() == "Page 2 of 2, Nederlands + العربية"
    screen.choices.layouts["one-language"].setFocus()
    qtbot.keyClick(screen.choices.layouts["one-language"], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: screen.table.page.accessibleName() == "Page 2 of 3, Français")
    screen.choices.findChild(QCheckBox, "language-fr").click()
    qtbot.waitUntil(lambda: screen.table.page.accessibleName() == "Page 2 of 2, العربية")


def test_words_are_written_in_their_direction_and_show_on_the_paper(
    qtbot: QtBot, around: Surroundings, session: int
) -> None:
    screen = opened(qtbot, around, session_id=session)
    press(qtbot, screen.findChild(QPushButton, "change-ar"))
    writer: WriterPanel = panel(screen, WriterPanel)
    assert writer.title.layoutDirection() is Qt.LayoutDirection.RightToLeft
    writer.text.insertPlainText("كل اللغات")  # keys of a test only type Latin
    press(qtbot, writer.verb)  # a text without a title
    assert writer.form.field("title")._under.isVisible()
    assert writer.text.toPlainText() == "كل اللغات"
    writer.title.insert("لعب")
    qtbot.keyClick(writer.title, Qt.Key.Key_Return)
    assert sessions.get(session).activity.texts[-1] == OwnText("ar", "لعب", "كل اللغات", "human")
    qtbot.waitUntil(lambda: not screen.window().findChildren(WriterPanel))


def test_who_read_it_is_told_from_a_menu(qtbot: QtBot, around: Surroundings, session: int) -> None:
    screen = opened(qtbot, around, session_id=session)
    button = screen.findChild(QPushButton, "read-fr")
    assert next(action.text() for action in button.menu().actions()) == "A parent read it"
    button.menu().actions()[0].trigger()
    assert sessions.get(session).activity.texts[0].read_by is Reader.PARENT


def test_changing_read_words_asks_for_a_reader_again(qtbot: QtBot, around: Surroundings, session: int) -> None:
    screen = opened(qtbot, around, session_id=session)
    screen._presenter.writing.mark_read("fr", "translator")
    screen.refresh()
    press(qtbot, screen.findChild(QPushButton, "change-fr"))
    writer: WriterPanel = panel(screen, WriterPanel)
    assert writer.checked.isChecked()
    qtbot.keyClicks(writer.title, "!")
    assert not writer.checked.isChecked()


def test_another_session_is_chosen_in_a_panel(qtbot: QtBot, around: Surroundings, session: int) -> None:
    other = make_session(sessions.get(session).activity.place_id, date(2026, 11, 6), title="Voorlezen")
    screen = opened(qtbot, around, session_id=session)
    screen._presenter.ask_subject()
    chooser: SubjectPanel = panel(screen, SubjectPanel)
    qtbot.mouseClick(chooser.rows[1], Qt.MouseButton.LeftButton)
    assert screen._presenter._draft is not None
    assert screen._presenter._draft.session_id == other


def test_the_pages_of_the_real_paper_reach_the_printer(
    qtbot: QtBot, around: Surroundings, session: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def chosen(_over: object, _remembered: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printer.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
        )
        return printer

    monkeypatch.setattr("meetingplace.ui.kit.printing.choose_printer", chosen)
    screen = opened(qtbot, around, session_id=session)
    assert screen.print_act is not None
    screen.print_act()  # what Ctrl+P does
    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(printed) == 2
    small = printed[0].render(scale=0.25).to_pil().convert("L")
    shown = screen.table.page._picture.scaled(small.width, small.height)
    dark = sum(small.getpixel((x, y)) < 128 for x in range(small.width) for y in range(small.height))
    as_shown = sum(
        shown.pixelColor(x, y).lightness() < 128 for x in range(shown.width()) for y in range(shown.height())
    )
    assert dark == pytest.approx(as_shown, rel=0.15)
    assert sessions.last_flyer(session, None) is not None


def test_without_a_printer_it_offers_a_pdf_and_esc_closes(
    qtbot: QtBot, around: Surroundings, session: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("meetingplace.ui.kit.printing.QPrinterInfo.availablePrinterNames", list)
    screen = opened(qtbot, around, session_id=session)
    press(qtbot, screen.print_button)
    asked = panel(screen, Panel)
    assert asked.accessibleName() == "No printer was found"
    assert any("no printer on this PC" in label.text() for label in asked.findChildren(QLabel))
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert sessions.last_flyer(session, None) is None


def test_saving_and_copying_from_the_menu(
    qtbot: QtBot, around: Surroundings, heard: Heard, session: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [str(tmp_path / "flyer.pdf")])
    screen = opened(qtbot, around, session_id=session)
    acts = {act.text(): act for act in screen.share.choices.actions()}
    whole = ["Save as PDF", "Picture for phones", "Copy the text"]
    assert list(acts) == [*whole, "Several flyers at once…", "Copy the text in one language"]
    acts["Save as PDF"].trigger()
    assert (tmp_path / "flyer.pdf").read_bytes().startswith(b"%PDF")
    acts["Copy the text"].trigger()
    assert "Jouer" in QApplication.clipboard().text()
    assert heard.sentences == ["Saved: flyer.pdf", "The text is copied. Paste it into a message."]


def test_the_paper_lists_stand_in_a_panel(
    qtbot: QtBot, around: Surroundings, session: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [str(tmp_path / "list.pdf")])
    screen = opened(qtbot, around, session_id=session)
    press(qtbot, screen.choices.lists)
    lists: ListsPanel = panel(screen, ListsPanel)
    press(qtbot, lists.findChild(QPushButton, "save-names"))
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")
    wanted = []
    lists.wanted.connect(lambda act, asked: wanted.append((act, asked)))
    left = next(part for part in lists.columns.findChildren(QPushButton) if part.text() == "Left at")
    press(qtbot, left)
    press(qtbot, lists.blanks.findChildren(QPushButton)[1])
    press(qtbot, lists.findChild(QPushButton, "save-names"))
    assert wanted == [("save", ListAsked("names", tuple(NameColumn), 3))]


@pytest.mark.parametrize(("scale", "is_folded"), [(1.0, False), (1.5, True)])
def test_at_150_per_cent_the_choices_fold_and_stay_in_reach(
    qtbot: QtBot, qapp: QApplication, around: Surroundings, session: int, scale: float, is_folded: bool
) -> None:
    theme.apply(qapp, "light", scale)
    screen = opened(qtbot, around, width=1236, session_id=session)
    assert screen.is_folded is is_folded
    assert screen.table.page.width() >= 300
    assert screen.minimumSizeHint().width() <= 1236
    if is_folded:
        assert not screen.choices.isVisible()
        screen._sides._keys["what"].click()
        assert screen.choices.isVisible()
        assert not screen.beside.isVisible()


def test_every_button_has_a_name_and_is_large_enough(qtbot: QtBot, around: Surroundings, session: int) -> None:
    screen = opened(qtbot, around, session_id=session)
    for button in screen.findChildren(QPushButton):
        if button.isVisible():
            assert button.accessibleName() or button.text()
            assert button.height() >= 42  # the parts of a segment lie within a frame of 44
