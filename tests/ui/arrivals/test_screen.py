"""The desk through the real window: fingers and keys, the toast, the panels, undo over screens."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from itertools import combinations
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QPushButton

from meetingplace.domain.families import Relation
from meetingplace.domain.pictures import Picture
from meetingplace.domain.sessions import Closing, Function, SessionState
from meetingplace.domain.visits import Tallied, TallyCount
from meetingplace.i18n.catalog import isolated_if_turned
from meetingplace.services import arrivals, closing
from meetingplace.services.desk import Presence
from meetingplace.storage import families, sessions, visits
from meetingplace.ui.arrivals.panels import NewcomerPanel, VisitPanel
from meetingplace.ui.arrivals.rows import ROW
from meetingplace.ui.arrivals.screen import ArrivalsScreen
from meetingplace.ui.kit import theme
from meetingplace.ui.kit.surroundings import SettingsDoor, Surroundings
from tests.makers import make_family, make_house, make_member, make_place, make_session
from tests.ui.arrivals.hands import NOW, SHAPES, Desk


def test_two_letters_and_enter_let_a_family_in(desk: Desk, session_id: int, moon: int) -> None:
    assert desk.screen.search is not None
    assert desk.screen.search.hasFocus()
    desk.keys("ma", Qt.Key.Key_Return)
    assert desk.inside == ["Maan"]
    assert visits.of_session(session_id)[0].family_id == moon
    assert desk.said == "Maan is in: mum and 2 children"
    assert cast(QLineEdit, desk.screen.search).text() == ""
    assert len(desk.tiles) == 7  # the regulars are back


def test_a_tap_is_the_whole_family_and_its_tile_stays_where_it_was(desk: Desk, session_id: int) -> None:
    order = [tile.name for tile in desk.tiles]
    desk.tap("Uil")
    assert [tile.name for tile in desk.tiles] == order
    assert desk.state("Uil") is Presence.IN
    assert desk.screen.totals._children.accessibleName() == "0 children, 25 places left"
    desk.tap("Maan")
    assert desk.screen.totals._children.accessibleName() == "2 children, 23 places left"
    assert desk.inside == ["Maan", "Uil"]


def test_two_quick_presses_are_one_tap(desk: Desk, session_id: int) -> None:
    tiles = desk.screen.wall.tiles
    middle = tiles.visualRect(tiles.rows.index(0)).center()
    QTest.mouseClick(tiles.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseDClick(tiles.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert visits.number_in(session_id) == 1
    assert desk.panel is None


def test_adjusting_from_the_toast(desk: Desk, session_id: int) -> None:
    desk.tap("Maan")
    desk.press("Adjust", desk.shell.toast)
    panel = desk.panel
    assert isinstance(panel, VisitPanel)
    desk.press("child, 9\u00a0m", panel)  # the baby stayed at home
    desk.press("1 year", panel)
    desk.press("dad", panel.adults)
    desk.press("take away mum", panel)
    desk.press("Save")
    visit = visits.of_session(session_id)[0]
    assert [(child.child_id is None, child.months) for child in visit.children] == [(False, 31), (True, 18)]
    assert visit.adults == (Relation.FATHER,)
    assert desk.panel is None


def test_nobody_left_in_a_visit_is_said_in_the_panel_and_nothing_is_lost(desk: Desk, session_id: int) -> None:
    desk.tap("Uil")
    desk.tap("Uil")
    panel = desk.panel
    desk.press("take away mum", panel)
    desk.press("Save")
    assert desk.panel is panel
    assert panel.form.field("adults")._under.text()
    assert len(visits.of_session(session_id)[0].adults) == 1
    desk.press("grandparent", panel.adults)
    desk.press("Save")
    assert visits.of_session(session_id)[0].adults == (Relation.GRANDPARENT,)


def test_left_back_and_a_mistake(desk: Desk, session_id: int) -> None:
    desk.tap("Maan")
    desk.click(desk.screen.inside.pills, 0)
    desk.press("Has left")
    assert (desk.state("Maan"), desk.inside) == (Presence.LEFT, [])
    desk.press("1 has left", desk.screen)
    assert desk.inside == ["Maan"]
    desk.click(desk.screen.inside.pills, 0)
    desk.press("In again")
    assert desk.state("Maan") is Presence.IN
    desk.tap("Maan")
    desk.press("Remove")
    assert visits.number_in(session_id) == 0
    assert desk.state("Maan") is Presence.NOT_HERE


def test_undo_takes_back_several_steps_also_after_leaving_the_desk(desk: Desk, session_id: int) -> None:
    for name in ("Maan", "Slak", "Uil"):
        desk.tap(name)
    desk.press("Undo", desk.shell.toast)
    assert desk.inside == ["Slak", "Maan"]
    desk.shell.go("today")
    desk.shell.undo()
    desk.shell.go("arrivals")
    assert desk.inside == ["Maan"]
    QTest.keyClick(desk.shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert visits.number_in(session_id) == 0
    desk.shell.redo()
    assert desk.inside == ["Maan"]


def test_plus_and_minus_count_people_without_a_name(desk: Desk, session_id: int) -> None:
    desk.press("1 year: one more", desk.screen)
    desk.press("1 year: one more", desk.screen)
    desk.press("1 year: one less", desk.screen)
    desk.press("mum: one more", desk.screen)
    assert visits.tallies(session_id) == [
        TallyCount(Tallied.CHILDREN, "12", 1),
        TallyCount(Tallied.ADULTS, "mother", 1),
    ]
    assert desk.said == "mum, without a name: 1"
    assert desk.screen.totals._children.accessibleName() == "1 child, 24 places left"
    less = next(one for one in desk.screen.findChildren(QAbstractButton) if one.accessibleName() == "2 years: one less")
    assert not less.isEnabled()


def test_every_relation_has_its_counter_when_asked(desk: Desk, session_id: int) -> None:
    desk.press("Show who else", desk.screen)
    desk.press("carer: one more", desk.screen)
    assert visits.tallies(session_id) == [TallyCount(Tallied.ADULTS, "carer", 1)]


@pytest.mark.parametrize("nickname", ["قمر", "=1+1", "🐌 <b>&", "Tante Fatma"])
def test_a_new_family_in_three_presses_and_its_nickname(desk: Desk, session_id: int, nickname: str) -> None:
    QTest.keyClick(desk.shell, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    panel = desk.panel
    assert isinstance(panel, NewcomerPanel)
    assert panel.nickname.hasFocus()
    panel.nickname.setText(nickname)
    desk.press("1 year", panel.children_came)
    desk.press("In")
    assert desk.panel is None
    assert desk.inside == [nickname]
    assert desk.said == f"{isolated_if_turned(nickname)} is in: mum and 1 child"
    visit = visits.of_session(session_id)[0]
    assert [child.months for child in visit.children] == [18]
    family = families.get(visit.family_id or 0)
    assert (family.nickname, visit.is_new) == (nickname, True)
    assert family.picture not in {Picture(shape, 1) for shape in SHAPES}
    assert desk.tiles[-1].name == nickname  # at the end: no other tile moved


def test_the_first_press_takes_the_place_of_the_mother_that_was_presumed(desk: Desk, session_id: int) -> None:
    desk.press("New family", desk.screen)
    panel = desk.panel
    panel.nickname.setText("Opa Piet")
    desk.press("grandparent", panel.adults)
    desk.press("dad", panel.adults)
    desk.press("Nederlands", panel.languages)
    offered = panel.pictures._parts
    QTest.mouseClick(offered[3][1], Qt.MouseButton.LeftButton)
    panel.nickname.setFocus()
    desk.keys(key=Qt.Key.Key_Return)
    visit = visits.of_session(session_id)[0]
    assert visit.adults == (Relation.GRANDPARENT, Relation.FATHER)
    family = families.get(visit.family_id or 0)
    assert (family.languages, family.picture) == (("nl",), offered[3][0])


def test_a_language_beyond_the_usual_ones(desk: Desk, session_id: int) -> None:
    desk.press("New family", desk.screen)
    panel = desk.panel
    panel.nickname.setText("Zebra")
    desk.press("Nederlands", panel.languages)
    others = panel.languages.findChild(QComboBox)
    others.setCurrentIndex(others.findText("Lingála"))
    others.activated.emit(others.currentIndex())
    desk.press("In")
    assert set(families.get(visits.of_session(session_id)[0].family_id or 0).languages) == {"nl", "ln"}


@pytest.mark.parametrize("typed", ["   ", "x" * 10_000])
def test_a_name_that_cannot_be_written_is_said_under_it(desk: Desk, session_id: int, typed: str) -> None:
    desk.press("New family", desk.screen)
    panel = desk.panel
    panel.nickname.setText(typed)
    kept = panel.nickname.text()
    desk.press("1 year", panel.children_came)
    desk.press("In")
    assert desk.panel is panel
    assert panel.form.field("nickname")._under.property("kind") == "error"
    assert (panel.nickname.text(), panel.children_came.values) == (kept, ("18",))
    assert visits.number_in(session_id) == 0


def test_what_was_filled_in_is_not_lost_by_a_slip(desk: Desk, session_id: int) -> None:
    desk.press("New family", desk.screen)
    panel = desk.panel
    panel.nickname.setText("Zebra")
    desk.press("1 year", panel.children_came)
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    desk.press("Go on")
    assert panel.isVisible()
    assert (panel.nickname.text(), panel.children_came.values) == ("Zebra", ("18",))
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    desk.press("Throw it away")
    assert visits.number_in(session_id) == 0


def test_guests_come_as_a_group(desk: Desk, session_id: int) -> None:
    desk.press("Guest", desk.screen)
    panel = desk.panel
    for _ in range(3):
        desk.press("2 years", panel.children_came)
    desk.press("professional", panel.adults)
    panel.group.setText("De Kameleon, klas 1A")
    desk.press("In")
    visit = visits.of_session(session_id)[0]
    assert (visit.family_id, visit.group, len(visit.children)) == (None, "De Kameleon, klas 1A", 3)
    assert visit.adults == (Relation.PROFESSIONAL,)
    assert desk.inside == ["De Kameleon, klas 1A"]
    desk.press("Guest", desk.screen)
    desk.press("In")
    assert desk.inside[0] == "Guests"


def test_closing_says_before_the_press_which_hours_count_and_who_is_still_in(desk: Desk, session_id: int) -> None:
    make_member("Nele")
    make_member("Els", is_paid=True)
    desk.tap("Maan")
    desk.press("Close the session", desk.screen)
    panel = desk.panel
    assert any(label.text().startswith("1 arrival is still in.") for label in panel.findChildren(QLabel))
    desk.press("Nele · volunteer", panel)
    # 30 minutes of preparation, open from 9:30 to 12, 15 of talking it over
    assert panel.hours.text().endswith("counts 0 h paid and 3 h 15 by volunteers.")
    desk.press("Els · paid", panel)
    desk.press("Minutes of preparation: more", panel)
    assert panel.hours.text().endswith("counts 3 h 20 paid and 3 h 20 by volunteers.")
    desk.press("Close the session")
    assert visits.of_session(session_id)[0].left == NOW


def test_languages_heard_are_counted_with_plus_and_minus(desk: Desk, session_id: int) -> None:
    desk.press("Close the session", desk.screen)
    languages = desk.panel.languages
    for word in ("Français: more", "Français: more", "Français: less", "English: more"):
        desk.press(word, desk.panel)
    languages.others.setCurrentIndex(languages.others.findData("ti"))
    languages.others.activated.emit(languages.others.currentIndex())
    assert languages.counter("ti").number == 1
    desk.press("Close the session")
    heard = {one.key: one.number for one in visits.tallies(session_id) if one.what is Tallied.LANGUAGES}
    assert heard == {"fr": 1, "en": 1, "ti": 1}


@pytest.mark.parametrize(("typed", "name"), [("theme", "theme"), ("remark", "remark")])
def test_closing_that_is_refused_loses_nothing_that_was_typed(
    desk: Desk, session_id: int, typed: str, name: str
) -> None:
    desk.press("Close the session", desk.screen)
    panel = desk.panel
    desk.press("Advice", panel)
    desk.press("How many had to go home: more", panel)
    if typed == "theme":
        panel.theme.setText("x" * 10_000)
    else:
        panel.remark.setPlainText("x" * 10_000)
    desk.press("Close the session")
    assert sessions.get(session_id).state is SessionState.PLANNED
    assert desk.panel is panel
    assert "too long" in panel.form.field(name).editor.accessibleDescription()
    assert (panel.turned_away.number, panel.functions.on) == (1, (Function.ADVICE,))
    panel.theme.setText("<b>&")
    panel.remark.setPlainText("kort")
    desk.press("Close the session")
    assert sessions.get(session_id).activity.theme == "<b>&"


def test_leaving_a_closing_with_other_minutes_asks_first(desk: Desk, session_id: int) -> None:
    desk.press("Close the session", desk.screen)
    desk.press("Minutes of talking it over: more", desk.panel)
    QTest.keyClick(desk.panel, Qt.Key.Key_Escape)
    desk.press("Go on")
    assert desk.panel.debrief.number == 20


def test_today_leads_to_the_panel_for_closing(desk: Desk, session_id: int) -> None:
    desk.shell.go("arrivals", session_id=session_id, closing=1)
    QApplication.processEvents()
    assert desk.panel.accessibleName() == "Close Open ontmoeting"
    desk.press("Close the session")
    desk.shell.go("arrivals", session_id=session_id, closing=1)  # it is closed already
    assert desk.panel is None


def test_closing_and_opening_again(desk: Desk, session_id: int) -> None:
    member = make_member("Nele")
    desk.tap("Maan")
    desk.press("Close the session", desk.screen)
    panel = desk.panel
    assert panel.accessibleName() == "Close Open ontmoeting"
    desk.press("Nele · volunteer", panel)
    desk.press("Minutes of preparation: more", panel)
    desk.press("Advice", panel)
    panel.is_full.setChecked(True)
    desk.press("How many had to go home: more", panel)
    panel.remark.setPlainText("Veel regen\n=1+1 <b>")
    desk.press("Close the session")
    session = sessions.get(session_id)
    assert (session.state, session.is_full, session.turned_away) == (SessionState.HELD, True, 1)
    assert session.remark == "Veel regen\n=1+1 <b>"
    assert (session.activity.team, session.activity.preparation_minutes) == ((member,), 35)
    assert not desk.screen.primary.isVisible()
    desk.tap("Slak")  # nothing comes of it
    assert visits.number_in(session_id) == 1
    QTest.keyClick(desk.shell, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert desk.panel is None
    desk.press("Open again", desk.screen)
    desk.tap("Slak")
    assert visits.number_in(session_id) == 2
    desk.press("Close the session", desk.screen)
    assert desk.panel.remark.toPlainText() == "Veel regen\n=1+1 <b>"  # what was written stays


def test_a_remark_without_end_is_refused_in_the_panel(desk: Desk, session_id: int) -> None:
    desk.press("Close the session", desk.screen)
    panel = desk.panel
    panel.remark.setPlainText("x" * 10_000)
    desk.press("Close the session")
    assert desk.panel is panel
    assert "too long" in panel.form.field("remark")._under.text()
    assert len(panel.remark.toPlainText()) == 10_000
    assert sessions.get(session_id).state is SessionState.PLANNED


def test_who_came_this_morning_comes_once_more_in_the_afternoon(desk: Desk, session_id: int, moon: int) -> None:
    place = sessions.get(session_id).activity.place_id
    afternoon = make_session(place, start=time(14), end=time(16), title="Papa’s en blokken")
    desk.tap("Maan")
    desk.screen.refresh()
    assert desk.screen.sessions.isVisible()
    desk.screen.sessions.choices.actions()[1].trigger()
    assert desk.screen.sessions.text() == "Papa’s en blokken, until 16:00"
    assert desk.state("Maan") is Presence.NOT_HERE
    desk.tap("Maan")
    assert visits.number_in(afternoon) == 1
    assert visits.number_in(session_id) == 1
    assert not visits.of_session(afternoon)[0].is_new
    came, earlier = desk.said.split(". ")
    assert (came, earlier) == (
        "Maan is in: mum and 2 children",
        "Was at Open ontmoeting today already, so the family counts once.",
    )


def test_a_place_that_only_counts_shows_counters_alone(house: None, dressed: object, door: SettingsDoor) -> None:
    make_house()
    park = make_session(make_place("Josaphatpark", level="tally"))
    desk = Desk(door)
    shown = desk.screen
    assert not any(part.isVisible() for part in (shown.search, shown.primary, shown.wall.tiles, shown.inside.pills))
    desk.press("6 years and older: one more", shown)
    desk.press("professional: one more", shown)
    assert len(visits.tallies(park)) == 2
    QTest.keyClick(desk.shell, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert desk.panel is None
    assert shown.acts.voice.isVisible()


def test_without_a_session_the_first_steps_are_another_place_and_planning(around: Surroundings, heard: Any) -> None:
    make_house()
    make_session(make_place("Kuregem"))
    around.place.choose(make_place("Bonnevie"))
    screen = ArrivalsScreen(around)
    screen.resize(1200, 700)
    screen.show()
    screen.open()
    QApplication.processEvents()
    seen = {one.text(): one for one in screen.findChildren(QPushButton) if one.isVisible()}
    assert not screen.totals.isVisible()
    QTest.mouseClick(seen["Plan a session"], Qt.MouseButton.LeftButton)
    assert heard.went == [("planning", {})]
    QTest.mouseClick(seen["9:30 – 12:00  Open ontmoeting, Kuregem"], Qt.MouseButton.LeftButton)
    assert screen.totals.isVisible()


def test_from_the_desk_to_a_voice_and_to_the_lists(around: Surroundings, heard: Any, session_id: int) -> None:
    screen = ArrivalsScreen(around)
    screen.open(session_id=session_id)
    screen.acts.voice.click()
    screen.acts.lists.trigger()
    assert heard.went == [("voices", {"session_id": session_id}), ("flyers", {"session_id": session_id, "lists": True})]


def test_the_keyboard_alone_goes_from_search_to_tiles_and_back(desk: Desk, session_id: int) -> None:
    desk.keys(key=Qt.Key.Key_Down)
    tiles = desk.screen.wall.tiles
    assert tiles.hasFocus()
    first = desk.tiles[0].name
    assert tiles.has_ring(tiles.rows.index(0))
    desk.keys(key=Qt.Key.Key_Right)
    desk.keys(key=Qt.Key.Key_Space)
    assert desk.inside == [desk.tiles[1].name]
    desk.keys("s")  # letters go to the search
    assert cast(QLineEdit, desk.screen.search).text() == "s"
    assert desk.screen.search is not None
    assert desk.screen.search.hasFocus()
    desk.keys(key=Qt.Key.Key_Escape)
    assert cast(QLineEdit, desk.screen.search).text() == ""
    assert first != desk.inside[0]


def test_enter_on_several_hits_puts_the_keyboard_on_the_first(desk: Desk, session_id: int) -> None:
    make_family("Maandag", picture=Picture("kite", 2))
    desk.keys("maan", Qt.Key.Key_Return)
    assert visits.number_in(session_id) == 0
    assert desk.screen.wall.tiles.hasFocus()
    desk.keys(key=Qt.Key.Key_Return)
    assert desk.inside == ["Maan"]


def test_a_nickname_that_looks_like_markup_is_a_name_in_the_tip_of_its_tile(desk: Desk) -> None:
    rows = desk.screen.wall.tiles.rows
    rows.show([replace(rows.index(0).data(ROW), spoken="<img src=x> & co")])
    assert rows.index(0).data(Qt.ItemDataRole.ToolTipRole) == "<qt>&lt;img src=x&gt; &amp; co</qt>"
    assert rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "<img src=x> & co"


def test_a_screen_reader_hears_who_a_tile_is_and_where(desk: Desk) -> None:
    tiles = desk.screen.wall.tiles
    heard = tiles.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Maan, moon, dark blue, 2 children, Arabic and French, not here yet"
    desk.tap("Maan")
    heard = tiles.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Maan, moon, dark blue, 2 children, Arabic and French, in since 10:05"
    for part in desk.screen.findChildren(QAbstractButton):
        if part.isVisible():
            assert part.accessibleName() or part.text()


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1262), (1.0, 700), (1.5, 1226), (2.0, 1190), (2.0, 870)])
@pytest.mark.parametrize("is_closed", [False, True])
def test_nothing_lies_over_anything_nor_is_wider_than_the_window(
    around: Surroundings, session_id: int, qapp: QApplication, scale: float, width: int, is_closed: bool
) -> None:
    theme.apply(qapp, "light", scale)
    for number, shape in enumerate(SHAPES):
        arrivals.check_in(session_id, make_family(f"Gezin {number}", picture=Picture(shape, number)), NOW)
    make_session(make_place("Bonnevie"), start=time(14), end=time(16))
    if is_closed:
        closing.close_session(session_id, None, Closing(), NOW)
    screen = ArrivalsScreen(around)
    screen.resize(width, 700)
    screen.show()
    screen.open(session_id=session_id)
    for _ in range(12):  # a part that wraps asks for more height, a bar comes, it wraps anew
        QApplication.processEvents()
    assert screen.page.widget().width() <= screen.page.viewport().width()
    parts = [screen.wall.tiles, screen.inside.head, screen.totals]
    if not is_closed:
        parts.insert(2, screen.inside.pills)
    places = [QRect(part.mapTo(screen, QPoint(0, 0)), part.size()) for part in parts]
    assert not any(one.intersects(other) for one, other in combinations(places, 2))


def test_the_toast_stays_within_a_window_that_is_made_narrow(desk: Desk, session_id: int) -> None:
    assert desk.screen.lane is desk.screen._desk.room
    desk.shell.resize(820, 700)
    for _ in range(12):
        QApplication.processEvents()
    desk.tap("Maan")
    assert desk.said
    assert desk.screen.lane is None
    assert desk.shell.toast.geometry().right() < desk.shell.width()


def test_tab_goes_as_one_reads(desk: Desk, session_id: int) -> None:
    desk.tap("Maan")
    went = []
    desk.screen.search.setFocus()
    for _ in range(10):
        desk.keys(key=Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        went.append(focused.accessibleName() if focused else "")
    over = ["Guest", "New family", "Families", "Just now"]
    acts = ["A parent says something", "Signal", "More about this session"]
    assert went[:8] == [*over, *acts, "Who is inside"]
    assert went[8].endswith(": one more")  # the counters
