"""The House screen as one sees and presses it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QPushButton

from meetingplace import startup
from meetingplace.domain.team import Role
from meetingplace.services import availability, organisation, passphrase, upkeep
from meetingplace.startup import NewHouse
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Move, SettingsDoor
from meetingplace.ui.kit.work import InlineWork
from meetingplace.ui.restoring import RestorePanel
from meetingplace.ui.settings.screen import SettingsScreen
from meetingplace.ui.settings.shown import Section
from meetingplace.ui.shell import Shell

NOW = datetime(2026, 10, 27, 9, 10)
PASSPHRASE = "a goat on the roof"


class Window:
    """The program's window on a house in a folder, standing at House."""

    def __init__(self, folder: Path, door: SettingsDoor) -> None:
        self.moves: list[Move] = []
        self.shell = Shell(door, InlineWork, lambda: NOW, folder, str(folder))
        self.shell.moving.connect(self.moves.append)
        self.shell.resize(1366, 768)
        self.shell.show()
        self.shell.activateWindow()

    @property
    def screen(self) -> SettingsScreen:
        screen = self.shell.stage.screen_in_sight
        assert isinstance(screen, SettingsScreen)
        return screen

    @property
    def panel(self) -> Panel:
        return next(panel for panel in self.shell.findChildren(Panel) if panel.isVisible())

    def go(self, section: Section) -> SettingsScreen:
        self.shell.go("settings", section=section.key)
        return self.screen

    def type(self, field: str, text: str) -> None:
        editor = self.panel.form.field(field).editor
        editor.setFocus()
        editor.selectAll()
        QTest.keyClicks(editor, text)

    def press(self, word: str) -> None:
        within = next((panel for panel in self.shell.findChildren(Panel) if panel.isVisible()), self.shell)
        next(part for part in within.findChildren(QAbstractButton) if part.text() == word and part.isVisible()).click()

    def said(self) -> str:
        QTest.qWait(1)
        return " ".join(part.text() for part in self.shell.findChildren(QLabel) if part.isVisible())


@pytest.fixture
def window(dressed, door: SettingsDoor, tmp_path: Path) -> Iterator[Window]:
    yield from _window(door, tmp_path, "")


@pytest.fixture
def locked(dressed, door: SettingsDoor, tmp_path: Path) -> Iterator[Window]:
    yield from _window(door, tmp_path, PASSPHRASE)


def _window(door: SettingsDoor, tmp_path: Path, typed: str) -> Iterator[Window]:
    startup.create_house(tmp_path / "mine", NewHouse("De Kersenpit", "Kuregem", "Samira", passphrase=typed))
    house = startup.open_house(str(tmp_path / "mine"), lambda: typed)
    with house.connection():
        window = Window(tmp_path / "mine", door)
        window.go(Section.HOUSE)
        yield window
        window.shell.close()
    house.close()


def test_leaving_a_field_of_the_house_saves_it_and_ctrl_z_takes_it_back(window: Window):
    name = window.screen.part(Section.HOUSE).lines["name"]
    assert name.text() == "De Kersenpit"
    name.setFocus()
    name.selectAll()
    QTest.keyClicks(name, "De Zandbak")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert organisation.the_house().name == "De Zandbak"
    assert window.shell.windowTitle() == "De Zandbak – Meetingplace"
    window.shell.undo()
    assert name.text() == "De Kersenpit"


def test_an_empty_name_is_said_at_its_field_and_stays_empty_until_it_is_right(window: Window):
    name = window.screen.part(Section.HOUSE).lines["name"]
    name.setFocus()
    name.selectAll()
    QTest.keyClick(name, Qt.Key.Key_Delete)
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert "A name is still missing" in window.said()
    assert name.text() == ""
    assert organisation.the_house().name == "De Kersenpit"


def test_colours_mark_and_languages_are_saved_by_one_press(window: Window):
    house = window.screen.part(Section.HOUSE)
    house.mood.button("evening").click()
    house.picture.button("owl").click()
    next(part for part in house.languages.findChildren(QAbstractButton) if part.text() == "Türkçe").click()
    kept = organisation.the_house()
    assert (kept.mood, kept.picture, kept.languages) == ("evening", "owl", ("nl", "fr", "tr"))


def test_a_place_is_added_with_the_keyboard_and_everything_that_was_typed_is_kept(window: Window):
    window.go(Section.PLACES)
    QTest.keyClick(window.shell, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    for field, text in (
        ("name", "Bonnevie"), ("address", "Bonneviestraat 40"), ("postcode", "1080"), ("municipality", "Molenbeek"),
        ("stop", "metro 1, halte Zwarte Vijvers"), ("capacity", "a lot"),
    ):  # fmt: skip
        window.type(field, text)
    window.panel.stop_kind.button("metro").click()
    window.press("Save")
    assert "“a lot” is not a number" in window.said()
    assert window.panel.text("name") == "Bonnevie"
    window.type("capacity", "25")
    window.press("Save")
    place = organisation.house_board().places[0]
    assert (place.name, place.address, place.town, place.stop_kind, place.capacity) == (
        "Bonnevie",
        "Bonneviestraat 40",
        "1080 Molenbeek",
        "metro",
        25,
    )
    assert [row.accessibleName().split(",")[0] for row in window.screen.part(Section.PLACES).rows] == [
        "Bonnevie",
        "Kuregem",
    ]


def test_the_privacy_level_is_explained_in_words_before_it_is_saved(window: Window):
    window.go(Section.PLACES).part(Section.PLACES).rows[0].setFocus()
    QTest.keyClick(window.screen.part(Section.PLACES).rows[0], Qt.Key.Key_Return)
    assert "Never a surname" in window.panel.explanation.text()
    window.panel.level.button(next(level for level in type(window.panel.level.on))).click()
    assert "Nobody can be found back" in window.panel.explanation.text()
    window.press("Save")
    assert not organisation.house_board().places[0].level.knows_families


def test_the_last_place_says_what_to_do_before_it_can_go(window: Window):
    window.go(Section.PLACES).open_thing(Section.PLACES, 1)
    window.press("Take out of use")
    assert "This is the only place" in window.said()
    assert len(organisation.house_board().places) == 1


def test_a_pin_is_set_under_house_and_locks_the_window(window: Window):
    window.go(Section.TEAM).open_thing(Section.TEAM, 1)
    window.press("Set a PIN")
    window.type("pin", "2468")
    window.type("pin_again", "2468")
    window.press("Save")
    assert organisation.house_board().team[0].has_pin
    QTest.keyClick(window.shell, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.shell.is_locked
    QTest.keyClicks(window.shell.lock, "2468")
    QTest.keyClick(window.shell.lock, Qt.Key.Key_Return)
    assert not window.shell.is_locked


def test_on_the_way_to_the_pin_nothing_that_was_typed_is_lost(window: Window):
    window.go(Section.TEAM).open_thing(Section.TEAM, 1)
    window.type("name", "Samira Aziz")
    window.press("Set a PIN")
    assert organisation.house_board().team[0].name == "Samira Aziz"
    window.type("pin", "2468")
    window.type("pin_again", "2468")
    QTest.keyClick(window.panel.again, Qt.Key.Key_Return)
    assert organisation.house_board().team[0].has_pin


def test_a_wrong_name_keeps_the_form_open_instead_of_going_to_the_pin(window: Window):
    window.go(Section.TEAM).open_thing(Section.TEAM, 1)
    window.type("name", " ")
    window.press("Set a PIN")
    assert "A name is still missing" in window.said()
    window.type("name", "Samira Aziz")
    window.press("Save")
    assert not [panel for panel in window.shell.findChildren(Panel) if panel.isVisible()]


def test_leaving_a_form_asks_before_what_was_typed_is_thrown_away(window: Window):
    window.go(Section.PARTNERS).open_thing(Section.PARTNERS)
    window.type("name", "Bibliotheek")
    QTest.keyClick(window.panel, Qt.Key.Key_Escape)
    assert "not saved yet" in window.said()
    assert window.panel.text("name") == "Bibliotheek"


def test_a_volunteer_is_not_asked_whether_they_are_paid(window: Window):
    window.go(Section.TEAM).open_thing(Section.TEAM)
    window.type("name", "Pieter")
    window.panel.is_paid.button(True).click()
    assert "Paid or volunteer" in window.said()
    window.panel.role.button(Role.VOLUNTEER).click()
    assert "Paid or volunteer" not in window.said()
    window.press("Save")
    member = next(each for each in organisation.house_board().team if each.name == "Pieter")
    assert (member.role, member.is_paid) == (Role.VOLUNTEER, False)


def test_usual_weekdays_are_ticked_saved_with_the_rest_and_said_in_the_list(window: Window):
    window.go(Section.TEAM).open_thing(Section.TEAM, 1)
    for word in ("Mon", "Thu"):
        window.press(word)
    window.type("name", "Samira Aziz")
    window.press("Save")
    member = organisation.house_board().team[0]
    assert (member.name, member.weekdays) == ("Samira Aziz", (0, 3))
    assert "Mon, Thu" in window.said()
    window.shell.undo()
    assert organisation.house_board().team[0].weekdays == ()


def test_days_away_are_added_and_taken_away_by_hand_and_keyboard(window: Window):
    window.go(Section.TEAM).open_thing(Section.TEAM, 1)
    window.press("Days away")
    panel = window.panel
    assert "No days away are known." in window.said()
    QTest.keyClicks(panel.first.typed, "3/11/2026")
    QTest.keyClick(panel.first.typed, Qt.Key.Key_Tab)  # one day is enough: the last one follows
    assert panel.last.day == date(2026, 11, 3)
    panel.last.setFocus()
    panel.last.typed.selectAll()
    QTest.keyClicks(panel.last.typed, "6/11/2026")
    QTest.keyClick(panel.last.typed, Qt.Key.Key_Return)
    assert "3 – 6 November" in window.said()
    assert (panel.first.typed.text(), panel.last.typed.text()) == ("", "")
    QTest.keyClicks(panel.first.typed, "24/12/2026")
    window.press("Add these days")
    assert [remove.accessibleName() for remove in panel.removes] == [
        "Take away: 3 – 6 November", "Take away: Thursday 24 December",
    ]  # fmt: skip
    panel.removes[0].setFocus()
    QTest.keyClick(panel.removes[0], Qt.Key.Key_Space)
    assert [away.first_day for away in availability.away_board(1, NOW.date()).away] == [date(2026, 12, 24)]
    assert panel.removes[0].hasFocus()
    QTest.keyClick(panel, Qt.Key.Key_Escape)  # nothing was typed that is not kept
    assert not panel.isVisible()


def test_wrong_days_away_are_said_at_their_field_and_stay(window: Window):
    window.go(Section.TEAM).open_thing(Section.TEAM, 1)
    window.press("Days away")
    panel = window.panel
    window.press("Add these days")
    assert "Say from which day" in window.said()
    QTest.keyClicks(panel.first.typed, "<b>31/2/2026")
    window.press("Add these days")
    assert "is not a date" in window.said()
    assert panel.first.typed.text() == "<b>31/2/2026"
    panel.first.show_day(date(2026, 11, 3))
    panel.last.show_day(date(2026, 11, 2))
    window.press("Add these days")
    assert "The end comes before the beginning" in window.said()
    panel.last.show_day(date(2036, 11, 2))
    window.press("Add these days")
    assert "longer than 366 days" in window.said()
    assert panel.last.day == date(2036, 11, 2)
    assert availability.away_board(1, NOW.date()).away == ()


def test_a_partner_is_added_and_an_empty_register_says_what_it_is(window: Window):
    window.go(Section.PARTNERS)
    assert "No partner yet" in window.said()
    window.press("First partner")
    window.type("name", "Bibliotheek <b>& Co")
    window.press("Save")
    assert [partner.name for partner in organisation.house_board().partners] == ["Bibliotheek <b>& Co"]
    assert "Bibliotheek <b>& Co" in window.said()


def test_a_slip_is_made_of_a_partner_as_it_was_just_typed(window: Window):
    window.go(Section.PARTNERS)
    assert "No partner yet" in window.said()
    window.press("First partner")
    window.type("name", "De Wieg")
    window.press("Save")
    assert "De Wieg" in window.said()
    QTest.keyClick(window.screen.part(Section.PARTNERS).rows[0], Qt.Key.Key_Return)
    window.type("hours", "elke dag")
    window.type("stop", "bus 86")
    window.type("price", "gratis")
    window.press("Referral slip")
    kept = organisation.house_board().partners[0]
    assert (kept.hours, kept.stop, kept.price) == ("elke dag", "bus 86", "gratis")
    assert "To whom" in window.said()


@pytest.mark.parametrize(
    ("name", "press", "value"),
    [
        ("language", lambda pc: pc.language.button("fr").click(), "fr"),
        ("theme", lambda pc: pc.theme.button("contrast").click(), "contrast"),
        ("text_scale", lambda pc: pc.text_size.activated.emit(pc.text_size.findData(150)), 1.5),
    ],
)
def test_this_pc_changes_at_once_and_comes_back_to_the_same_field(window: Window, qtbot, name: str, press, value):
    before = window.go(Section.PC)
    press(before.part(Section.PC))
    qtbot.waitUntil(lambda: window.screen is not before)
    assert getattr(window.shell._door.current, name) == value
    assert window.screen.section is Section.PC
    assert window.screen.part(Section.PC).isVisible()
    editor = {"language": window.screen.part(Section.PC).language, "theme": window.screen.part(Section.PC).theme}.get(
        name
    )
    focused = window.shell.focusWidget()
    assert editor.isAncestorOf(focused) if editor else focused is window.screen.part(Section.PC).text_size


def test_the_size_of_the_text_is_seen_before_it_is_chosen(window: Window):
    pc = window.go(Section.PC).part(Section.PC)
    before = pc.preview.sizeHint().height()
    pc.text_size.highlighted.emit(pc.text_size.findData(200))
    assert pc.preview.sizeHint().height() > 1.5 * before
    assert window.shell._door.current.text_scale == 1.0


def test_less_motion_reaches_the_menus(window: Window, qapp):
    pc = window.go(Section.PC).part(Section.PC)
    qapp.setEffectEnabled(Qt.UIEffect.UI_AnimateMenu, True)
    pc.motion.click()
    assert not qapp.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    assert window.shell._door.current.is_motion_reduced


def test_a_back_up_is_made_by_the_main_act_and_said(window: Window, tmp_path: Path):
    screen = window.go(Section.BACKUP)
    assert "There is no back-up yet." in window.said()
    assert screen.primary.text() == "Make a back-up now"
    screen.primary.click()
    assert "The last back-up is of Tuesday 27" in window.said()
    assert window.shell.toast.text == "The back-up is ready and was checked."
    assert len(list((tmp_path / "mine" / "backups").iterdir())) == 1


def test_how_long_back_ups_are_kept_is_stepped_and_never_beyond_its_bounds(window: Window):
    rule = window.go(Section.BACKUP).part(Section.BACKUP).months
    less, more = rule.findChildren(QPushButton)
    assert (rule.number, less.accessibleName(), more.accessibleName()) == (12, "A month less", "A month more")
    less.click()
    assert rule.number == kept_months(window) == 11
    for _ in range(10):
        less.click()
    assert rule.number == kept_months(window) == 1
    assert not less.isEnabled()
    for _ in range(70):
        more.click()
    assert rule.number == kept_months(window) == 60
    window.shell.work.undo()
    assert rule.number == kept_months(window) == 59


def kept_months(window: Window) -> int:
    found: list[int] = []
    window.shell.work.ask(lambda: organisation.the_house().backup_months, then=found.append)
    return found[0]


def test_a_back_up_is_saved_where_one_chooses_and_a_place_that_cannot_be_written_is_said(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    screen = window.go(Section.BACKUP)
    (tmp_path / "no-stick").write_text("a file stands here", encoding="utf-8")
    for chosen in (tmp_path / "no-stick" / "kept", tmp_path / "stick" / "kept"):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, chosen=chosen: (str(chosen), ""))
        screen.part(Section.BACKUP).elsewhere.click()
        if "no-stick" in str(chosen):
            assert "may not write in this folder" in window.shell.toast.text
    assert (tmp_path / "stick" / "kept.mpbackup").is_file()


def test_a_back_up_is_looked_into_before_the_house_moves_aside(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = upkeep.back_up(tmp_path / "mine", NOW)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    window.go(Section.BACKUP).part(Section.BACKUP).restore.click()
    panel = window.shell.findChild(RestorePanel)
    assert not panel.put_back.isEnabled()
    panel.choose.click()
    assert "De Kersenpit" in window.said()
    assert "is not thrown away" in window.said()
    assert window.moves == []
    panel.put_back.click()
    assert [move.address for move in window.moves] == [str(tmp_path / "mine")]


def test_a_plain_house_is_locked_only_after_its_sheet_was_kept(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    section = window.go(Section.PASSPHRASE).part(Section.PASSPHRASE)
    assert "can read everything" in window.said()
    section.choose.click()
    panel = window.panel
    assert not panel.agree.isEnabled()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "sheet.pdf"), ""))
    panel.part.save.click()
    assert (tmp_path / "sheet.pdf").is_file()
    assert "then delete the file" in window.said()
    panel.agree.click()
    assert len(window.moves) == 1


def test_the_passphrase_is_changed_when_it_was_typed_twice(locked: Window, tmp_path: Path):
    locked.go(Section.PASSPHRASE).part(Section.PASSPHRASE).change.click()
    card = locked.panel.card
    card.own.click()
    QTest.keyClicks(card.typed, "another goat")
    locked.press("Change it")
    assert card.again.is_wrong
    QTest.keyClicks(card.again, "another goat")
    QTest.keyClick(card.again, Qt.Key.Key_Return)
    assert "The passphrase was changed" in locked.shell.toast.text
    with startup.open_house(str(tmp_path / "mine"), lambda: "another goat", takes_lock=False):
        pass


def test_a_new_sheet_counts_only_once_it_was_kept_and_somebody_says_so(
    locked: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "sheet.pdf"), ""))
    used: list[tuple[str, ...]] = []
    monkeypatch.setattr(passphrase, "replace_sheet", lambda _folder, words: used.append(words))
    locked.go(Section.PASSPHRASE).part(Section.PASSPHRASE).sheet.click()
    panel = locked.panel
    assert not panel.agree.isEnabled()
    panel.part.save.click()
    assert used == []
    panel.agree.click()
    assert used == [panel.part.words]


def test_the_sample_house_is_one_press_away(window: Window):
    window.go(Section.HOUSES).part(Section.HOUSES).rows[0].click()
    assert [move.address for move in window.moves] == [str(startup.sample_folder())]


def test_the_check_says_that_everything_is_whole(window: Window):
    window.go(Section.ABOUT).part(Section.ABOUT).check.click()
    assert "Everything is whole." in window.said()


def test_the_facts_are_copied(window: Window, qapp, tmp_path: Path):
    window.go(Section.ABOUT).part(Section.ABOUT).copy.click()
    assert f"House: {tmp_path / 'mine'}" in qapp.clipboard().text()


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_at_150_per_cent_no_word_of_any_part_is_cut(window: Window, qtbot, language: str):
    before = window.screen
    window.shell._door.change(language=language, text_scale=1.5)
    qtbot.waitUntil(lambda: window.screen is not before)
    for section in Section:
        screen = window.go(section)
        QTest.qWait(1)
        for part in screen.findChildren(QAbstractButton):
            if part.isVisible() and part.text():
                assert part.width() >= part.sizeHint().width(), (section, part.text())
                assert part.accessibleName()
        assert screen.page.horizontalScrollBar().maximum() == 0, section
        if screen.primary:
            corner = screen.primary.mapTo(window.shell, screen.primary.rect().bottomRight())
            assert window.shell.rect().contains(corner)
