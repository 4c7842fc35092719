"""The page before a house is open: the passphrase, what is in the way, and putting a back-up back."""

from __future__ import annotations

import json
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from meetingplace import startup
from meetingplace.domain.calendar import DaysOff
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import days_off, upkeep
from meetingplace.startup import NewHouse
from meetingplace.storage import database, places
from meetingplace.ui.kit import hyphens, theme
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.work import InlineWork
from meetingplace.ui.opening import Opening
from meetingplace.ui.restoring import RestorePanel

PASSPHRASE = "cloud socks tram pepper sunday crane"
PLAIN = NewHouse("De Kersenpit", "Kuregem", "Samira")
LOCKED = NewHouse("De Kersenpit", "Kuregem", "Samira", passphrase=PASSPHRASE)


class Page:
    """An opening page with what it told the program."""

    def __init__(self, folder: Path, just_chosen: str = "") -> None:
        work = InlineWork(Bulletin())
        self.page = Opening(str(folder), translator("app", "en"), Formats("en"), work, just_chosen)
        self.opened: list[startup.OpenHouse] = []
        self.told: list[str] = []
        self.page.opened.connect(self.opened.append)
        for name in ("sight_wanted", "given_up", "elsewhere_wanted"):
            getattr(self.page, name).connect(partial(self.told.append, name))
        self.page.show()

    def type(self, passphrase: str) -> None:
        self.page.typed.setText(passphrase)
        QTest.keyClick(self.page.typed, Qt.Key.Key_Return)

    def close(self) -> None:
        for house in self.opened:
            house.close()
        database.hang_up()


@pytest.fixture
def at(dressed, tmp_path: Path):
    made: list[Page] = []

    def open_page(folder: Path = tmp_path / "house", just_chosen: str = "") -> Page:
        made.append(Page(folder, just_chosen))
        return made[-1]

    yield open_page
    for page in made:
        page.close()


def back_up(folder: Path, passphrase: str = "") -> Path:
    with startup.open_house(str(folder), lambda: passphrase) as house, house.connection():
        return upkeep.back_up(folder, datetime(2026, 10, 27, 9, 10))


def test_a_house_without_passphrase_opens_at_once(at, tmp_path: Path):
    startup.create_house(tmp_path / "house", PLAIN)
    page = at()
    page.page.begin()
    assert len(page.opened) == 1
    assert page.told == []


def test_a_wrong_passphrase_is_said_under_the_field_and_the_right_one_opens(at, tmp_path: Path):
    startup.create_house(tmp_path / "house", LOCKED)
    page = at()
    page.page.begin()
    assert page.told == ["sight_wanted"]
    assert page.page.typed.isVisible()
    page.type("another one entirely")
    assert page.page.typed.is_wrong
    assert page.page.typed.text() == "another one entirely"
    assert not page.opened
    page.type(PASSPHRASE)
    assert len(page.opened) == 1
    assert page.page.typed.text() == ""


def test_what_the_first_screens_need_is_loaded_while_the_passphrase_is_typed(at, tmp_path: Path):
    startup.create_house(tmp_path / "house", LOCKED)
    days_off._of_year.cache_clear()
    hyphens._patterns.cache_clear()
    page = at()
    page.page.begin()
    before = days_off._of_year.cache_info()
    today = datetime.now().date()
    days_off.by_rule(today, today, tuple(DaysOff), "en")
    after = days_off._of_year.cache_info()
    assert (after.misses, after.hits) == (before.misses, before.hits + len(DaysOff))
    assert hyphens._patterns.cache_info().currsize == 1


def test_a_passphrase_that_was_just_chosen_can_be_read_once_more(at, tmp_path: Path):
    startup.create_house(tmp_path / "house", LOCKED)
    page = at(just_chosen=PASSPHRASE)
    page.page.begin()
    assert "Type your passphrase once" in page.page.sentence.text()
    assert PASSPHRASE not in page.page.sentence.text()
    page.page.words_button.click()
    assert PASSPHRASE in page.page.sentence.text()
    page.type("another one entirely")
    assert page.page.words_button.isVisible()
    page.type(PASSPHRASE)
    assert len(page.opened) == 1


def test_at_any_other_start_the_passphrase_is_not_to_be_read(at, tmp_path: Path):
    startup.create_house(tmp_path / "house", LOCKED)
    page = at()
    page.page.begin()
    assert not page.page.words_button.isVisible()
    assert not page.page.sentence.isVisible()


def test_a_long_sentence_under_the_field_is_read_whole_at_every_text_size(at, qapp, tmp_path: Path):
    startup.create_house(tmp_path / "house", LOCKED)
    for scale in (1.0, 1.5, 2.0):
        theme.apply(qapp, "light", scale)
        page = at()
        page.page.resize(1366, 768)
        page.page.begin()
        page.type("another one entirely")
        QTest.qWait(1)
        said = page.page.field._under
        assert said.height() >= said.heightForWidth(said.width())
        assert said.y() >= page.page.typed.geometry().bottom()


def test_what_is_typed_can_be_looked_at(at, tmp_path: Path):
    startup.create_house(tmp_path / "house", LOCKED)
    page = at().page
    page.begin()
    QTest.keyClicks(page.typed, "a gaot")
    assert page.typed.displayText() != "a gaot"
    page.shows.click()
    assert page.typed.displayText() == "a gaot"
    page.shows.click()
    assert page.typed.displayText() != "a gaot"


def test_the_words_of_the_recovery_sheet_open_the_house_too(at, tmp_path: Path):
    words = startup.create_house(tmp_path / "house", LOCKED)
    page = at()
    page.page.begin()
    page.type(", ".join(words).upper())
    assert len(page.opened) == 1


def test_a_house_open_on_another_pc_says_where_and_opens_only_when_asked_again(at, tmp_path: Path):
    startup.create_house(tmp_path / "house", PLAIN)
    holder = {"computer": "desk-2", "process": 1, "since": "2026-10-27T08:00:00"}
    (tmp_path / "house" / "house.lock").write_text(json.dumps(holder), encoding="utf-8")
    page = at()
    page.page.begin()
    assert "desk-2" in page.page.sentence.text()
    assert not page.opened
    page.page.retry_button.click()
    assert not page.opened
    page.page.break_button.click()
    assert len(page.opened) == 1


def test_a_house_of_a_newer_program_says_so_and_is_not_touched(at, tmp_path: Path):
    startup.create_house(tmp_path / "house", PLAIN)
    with startup.open_house(str(tmp_path / "house")) as house, house.connection():
        newer = "INSERT INTO schema_migration (name, applied) VALUES ('9999_of_next_year', '2030-01-01 00:00:00')"
        database.database.execute_sql(newer)
    page = at()
    page.page.begin()
    assert "newer version" in page.page.sentence.text()
    assert not page.opened
    assert not page.page.restore_button.isVisible()


def test_a_folder_that_cannot_be_written_says_so(at, tmp_path: Path):
    startup.create_house(tmp_path / "house", PLAIN)
    (tmp_path / "house" / "house.lock").mkdir()  # no file can be written there, not even by root
    page = at()
    page.page.begin()
    assert "may not write in this folder" in page.page.sentence.text()
    assert not page.opened


def test_a_house_that_is_not_there_offers_to_begin_elsewhere(at, tmp_path: Path):
    page = at(tmp_path / "gone")
    page.page.begin()
    assert "house.db is not there" in page.page.sentence.text()
    page.page.elsewhere_button.click()
    assert page.told == ["sight_wanted", "elsewhere_wanted"]


def test_a_damaged_house_is_brought_back_from_a_back_up_and_what_was_there_is_kept(
    at, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "house"
    startup.create_house(folder, LOCKED)
    file = back_up(folder, PASSPHRASE)
    (folder / "house.key").write_text("no key at all", encoding="utf-8")
    page = at()
    page.page.begin()
    page.type(PASSPHRASE)
    assert "house.key cannot be read" in page.page.sentence.text()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    page.page.restore_button.click()
    panel = page.page.findChild(RestorePanel)
    panel.choose.click()
    assert not panel.put_back.isEnabled()
    panel.typed.setText("not this one")
    panel.look.click()
    assert panel.typed.is_wrong
    panel.typed.setText(PASSPHRASE)
    panel.look.click()
    assert panel.house.text() == "De Kersenpit"
    assert panel.counts.text() == "0 sessions, 0 families and 0 visits"
    panel.put_back.click()
    page.type(PASSPHRASE)
    with page.opened[0].connection():
        assert [place.name for place in places.listed()] == ["Kuregem"]
    kept = list(folder.glob("replaced-*"))
    assert (kept[0] / "house.key").read_text(encoding="utf-8") == "no key at all"


def test_a_file_that_is_no_back_up_says_so_and_nothing_is_offered(at, tmp_path: Path):
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "house.db").write_bytes(b"SQLite format 3\x00" + b"broken" * 500)
    page = at()
    page.page.begin()
    assert "back-up" in page.page.sentence.text()
    page.page.restore_button.click()
    panel = page.page.findChild(RestorePanel)
    (tmp_path / "letter.mpbackup").write_text("Dear parents", encoding="utf-8")
    panel.open_file(tmp_path / "letter.mpbackup")
    assert "letter.mpbackup is not a back-up" in panel.wrong.text()
    assert not panel.put_back.isEnabled()


def test_what_is_done_meanwhile_comes_first_and_when_it_is_refused_the_house_opens_as_it_was(at, tmp_path: Path):
    startup.create_house(tmp_path / "house", PLAIN)
    page = at()
    page.page.begin(lambda: startup.restore(tmp_path / "nowhere.mpbackup", tmp_path / "house", datetime.now()))
    assert not page.opened
    assert page.page.sentence.isVisible()
    page.page.retry_button.click()
    assert len(page.opened) == 1
