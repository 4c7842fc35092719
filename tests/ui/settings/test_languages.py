"""The phrases for parents under House: listed, corrected, read by a speaker, handed out and read back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from meetingplace.domain.language import PAPER
from meetingplace.i18n import catalog, corner
from meetingplace.i18n.catalog import translator
from meetingplace.services import own_phrases
from meetingplace.ui.kit.fields import LineEdit, TextArea
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.settings.languages.panel import PhrasePanel, ReaderPanel
from meetingplace.ui.settings.languages.section import LanguagesSection
from tests.makers import make_house
from tests.ui.conftest import Heard

BACK = ("Back", "")


@pytest.fixture
def section(around: Surroundings, qtbot: QtBot) -> Iterator[LanguagesSection]:
    """Show the languages in a window of their own."""
    make_house()
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 768)
    made = LanguagesSection(around)
    made.setParent(window)
    made.resize(1200, 768)
    window.show()
    yield made
    catalog.use_own(())


def back(language: str) -> str:
    """Say what stands on the way back."""
    return corner.ways(translator("paper", language))["back"]


def rows(section: LanguagesSection) -> list[tuple[str, str]]:
    """Give what the table shows: the Dutch and the words."""
    model = section.table.model()
    return [(model.index(at, 0).data(), model.index(at, 1).data()) for at in range(section.table.count)]


def test_it_begins_with_french_and_offers_all_thirty(section: LanguagesSection) -> None:
    assert [section.language.itemData(at) for at in range(section.language.count())] == list(PAPER)
    assert section.language.currentData() == "fr"
    assert ("Terug", "Retour") in rows(section)


def test_a_phrase_is_found_corrected_and_said_at_once(section: LanguagesSection, heard: Heard) -> None:
    section.presenter.choose_language("tr")
    section.presenter.search("terug")
    assert ("Terug", "Geri") in rows(section)
    assert all("terug" in dutch.casefold() for dutch, _said in rows(section))
    section.presenter.open_phrase(BACK)
    panel = section.panel
    assert isinstance(panel, PhrasePanel)
    field = panel.forms[0]
    assert isinstance(field, LineEdit)
    field.setText("Geri dön")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert back("tr") == "Geri dön"
    assert not panel.is_open
    assert ("Terug", "Geri dön") in rows(section)
    section.presenter.open_phrase(BACK)
    assert isinstance(section.panel, PhrasePanel)
    section.panel.restore.click()
    assert back("tr") == "Geri"


def test_what_does_not_fit_is_said_and_nothing_typed_is_lost(section: LanguagesSection) -> None:
    section.presenter.choose_language("ru")
    section.presenter.open_phrase(("{n} dot", ""))
    panel = section.panel
    assert isinstance(panel, PhrasePanel)
    assert len(panel.forms) == 3
    field = panel.forms[1]
    assert isinstance(field, LineEdit)
    field.setText("{name}")
    panel.press()
    assert panel.is_open
    said = [part.text() for part in panel.form.field("form").findChildren(QLabel)]
    assert "The words in braces stay as they are, each once: {n}." in said
    assert field.text() == "{name}"


def test_the_forms_of_a_counted_phrase_are_named_by_numbers_and_read_from_their_side(section: LanguagesSection) -> None:
    section.presenter.choose_language("ar")
    section.presenter.open_phrase(("{n} dot", ""))
    panel = section.panel
    assert isinstance(panel, PhrasePanel)
    named = [field.accessibleName() for field in panel.forms]
    assert named[:4] == [f"For a number such as {numbers}" for numbers in ("0", "1", "2", "3, 4, 5")]
    for field in panel.forms:
        assert isinstance(field, TextArea)
        option = field.document().defaultTextOption()
        assert option.textDirection() == Qt.LayoutDirection.RightToLeft
        assert option.alignment() & Qt.AlignmentFlag.AlignRight


def test_a_speaker_has_read_what_is_listed(section: LanguagesSection) -> None:
    section.presenter.choose_language("ti")
    section.presenter.search("start again")
    section.read_all.click()
    panel = section.panel
    assert isinstance(panel, ReaderPanel)
    panel.press()
    assert panel.is_open  # a name is needed
    panel.name.setText("Selam")
    panel.press()
    assert not panel.is_open
    assert catalog.phrase_state("ti", "Start again") == "checked"
    assert section.says.text().startswith("1 of ")


def test_a_file_goes_out_and_comes_back(
    section: LanguagesSection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, heard: Heard
) -> None:
    file = tmp_path / "tr.po"
    section.presenter.choose_language("tr")
    section.presenter.save_file(file)
    assert heard.sentences == ["Saved: tr.po"]
    file.write_text(file.read_text(encoding="utf-8").replace('msgstr "Geri"', 'msgstr "Geri dön"'), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_what: (str(file), ""))
    section.read_back.click()
    asked = next(panel for panel in section.window().findChildren(Panel) if panel.is_open)
    take = next(key for key in asked.findChildren(QPushButton) if key.text() == "Take over")
    take.click()
    assert back("tr") == "Geri dön"


def test_a_file_that_brings_nothing_says_so(section: LanguagesSection, tmp_path: Path, heard: Heard) -> None:
    file = tmp_path / "tr.po"
    file.write_bytes(own_phrases.file_of("tr"))
    section.presenter.choose_language("tr")
    section.presenter.open_file(file)
    assert heard.sentences[-1].startswith("0 phrases are new or differ.")


def test_another_pc_is_heard(section: LanguagesSection, around: Surroundings) -> None:
    around.work.do(own_phrases.correct, "fr", BACK, ["En arrière"])
    assert ("Terug", "En arrière") in rows(section)
    assert replace(around, address="").words("Back") == "Back"
