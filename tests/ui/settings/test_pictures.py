"""Pictures and logos under House: chosen, seen, refused at their field, saved, taken away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from meetingplace.services import changes, flyer_pictures
from meetingplace.storage import partners
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.settings.panels import PartnerPanel
from meetingplace.ui.settings.pictures.panel import FilePanel, LogoPanel, PicturePanel
from meetingplace.ui.settings.pictures.section import PicturesSection
from meetingplace.ui.settings.presenter import Presenter as HousePresenter
from tests.makers import make_house
from tests.ui.conftest import Heard


@pytest.fixture
def section(around: Surroundings, qtbot: QtBot) -> Iterator[PicturesSection]:
    """Show the pictures in a window of their own, of a house with one partner."""
    make_house()
    partners.add(name="Bibliotheek")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 768)
    made = PicturesSection(around)
    made.setParent(window)
    made.resize(1200, 768)
    window.show()
    yield made
    window.close()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """Make a photo."""
    made = tmp_path / "samen_aan-tafel.jpg"
    Image.new("RGB", (1_600, 900), (0, 160, 0)).save(made)
    return made


def choose(panel: FilePanel | None, file: Path, monkeypatch: pytest.MonkeyPatch) -> FilePanel:
    """Choose a file as a person does."""
    assert isinstance(panel, FilePanel)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    panel.file.choose.click()
    return panel


def titles(section: PicturesSection) -> list[str]:
    return [card.accessibleName() for card in section.pictures + section.logos]


def wrong(panel: FilePanel, field: str) -> str:
    return panel.form.field(field).editor.accessibleDescription()


def test_without_a_picture_it_says_what_they_are_for(section: PicturesSection) -> None:
    assert titles(section) == ["De Kersenpit, No logo yet.", "Bibliotheek, No logo yet: the name stands there."]


def test_a_chosen_file_is_seen_named_and_saved(
    section: PicturesSection, picture: Path, monkeypatch: pytest.MonkeyPatch, heard: Heard
) -> None:
    section.open_new()
    panel = choose(section.panel, picture, monkeypatch)
    assert isinstance(panel, PicturePanel)
    assert not panel.file.seen.is_empty
    assert panel.file.says.text() == "1600 × 900 dots"
    assert panel.name.text() == "samen aan tafel"
    panel.description.setText("Ouders en kinderen")
    panel.description.setFocus()
    QTest.keyClick(panel.description, Qt.Key.Key_Return)
    assert not panel.is_open
    assert titles(section)[0] == "samen aan tafel, Ouders en kinderen"
    (kept,) = flyer_pictures.flyer_pictures()
    assert (kept.width, kept.height) == (1_600, 900)
    assert heard.acts[0].facts["name"] == "samen aan tafel"


def test_a_name_that_was_typed_stays_when_another_file_is_chosen(
    section: PicturesSection, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    section.open_new()
    assert isinstance(section.panel, PicturePanel)
    QTest.keyClicks(section.panel.name, "Tuin")
    choose(section.panel, picture, monkeypatch)
    assert section.panel.name.text() == "Tuin"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.jpg", b"\xff\xd8\xff\xe0 nothing", "This picture cannot be read"),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="b.png"/></svg>', "outside"),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script/></svg>', "plain SVG"),
    ],
)
def test_a_bad_file_is_said_at_its_field_and_what_was_typed_stays(
    section: PicturesSection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(content)
    section.open_new()
    assert isinstance(section.panel, PicturePanel)
    section.panel.description.setText("Een tuin")
    panel = choose(section.panel, tmp_path / name, monkeypatch)
    assert says in wrong(panel, "file")
    assert panel.file.seen.is_empty
    assert panel.file.says.text() == ""
    assert section.panel.description.text() == "Een tuin"


def test_nothing_is_saved_without_a_file_or_a_name(
    section: PicturesSection, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    section.open_new()
    panel = section.panel
    assert isinstance(panel, PicturePanel)
    panel.name.setText("Tuin")
    panel.press()
    assert "Choose a file" in wrong(panel, "file")
    choose(panel, picture, monkeypatch)
    assert "Choose a file" not in wrong(panel, "file")
    panel.name.setText("")
    panel.press()
    assert "name is still missing" in wrong(panel, "name")
    panel.name.setText("Tuin")
    panel.description.setText("x" * 400)
    panel.press()
    assert "too long" in wrong(panel, "description")
    assert panel.is_open
    assert flyer_pictures.flyer_pictures() == ()


def test_what_was_chosen_is_not_thrown_away_without_a_question(
    section: PicturesSection, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    section.open_new()
    panel = section.panel
    assert isinstance(panel, PicturePanel)
    assert not panel.is_changed
    choose(panel, picture, monkeypatch)
    assert panel.is_changed


def test_a_picture_is_changed_taken_away_and_comes_back(
    section: PicturesSection, picture: Path, monkeypatch: pytest.MonkeyPatch, heard: Heard, around: Surroundings
) -> None:
    section.open_new()
    choose(section.panel, picture, monkeypatch).press()
    QTest.keyClick(section.pictures[0], Qt.Key.Key_Return)
    panel = section.panel
    assert isinstance(panel, PicturePanel)
    assert not panel.file.choose.isVisibleTo(panel)
    panel.name.setText("Tuin")
    panel.press()
    assert titles(section)[0].startswith("Tuin")
    QTest.mouseClick(section.pictures[0], Qt.MouseButton.LeftButton)
    assert isinstance(section.panel, PicturePanel)
    section.panel.remove.click()
    assert section.pictures == []
    undo = heard.acts[-1].undo
    assert undo
    around.bulletin.post(changes.undo(undo).topics)
    assert titles(section)[0].startswith("Tuin")


def test_a_logo_is_put_and_taken_away(section: PicturesSection, picture: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    QTest.keyClick(section.logos[1], Qt.Key.Key_Space)
    panel = section.panel
    assert isinstance(panel, LogoPanel)
    assert not panel.remove.isVisibleTo(panel)
    choose(panel, picture, monkeypatch).press()
    assert not panel.is_open
    assert titles(section) == ["De Kersenpit, No logo yet.", "Bibliotheek"]
    QTest.keyClick(section.logos[1], Qt.Key.Key_Space)
    assert isinstance(section.panel, LogoPanel)
    assert not section.panel.file.seen.is_empty
    section.panel.remove.click()
    assert titles(section)[1] == "Bibliotheek, No logo yet: the name stands there."


class _NoView:
    def show_settings(self, *_shown: object) -> None: ...


def test_the_logo_of_a_partner_is_put_at_the_partner(
    section: PicturesSection, picture: Path, around: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = section.window()
    partner = partners.listed()[0]
    form = PartnerPanel(window, HousePresenter(around, _NoView()), partner)
    form.open(form.form.field("name").editor)
    form.logo.click()
    panel = next(found for found in window.findChildren(Panel) if isinstance(found, LogoPanel) and found.is_open)
    choose(panel, picture, monkeypatch).press()
    assert partners.get(partner.id).logo is not None
