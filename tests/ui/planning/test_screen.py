"""The Planning screen by real clicks and keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from meetingplace.domain.goals import Goal
from meetingplace.domain.sessions import Function, SessionState
from meetingplace.domain.voices import Voice
from meetingplace.domain.wanted import Wanted
from meetingplace.services import planning
from meetingplace.storage import goals, sessions, voices
from meetingplace.ui.kit import theme
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.hours.block import SessionBlock
from meetingplace.ui.planning.screen import PlanningScreen
from meetingplace.ui.planning.spot import Spot
from meetingplace.ui.planning.viewing import DAY as BY_PLACE, MONTH, WEEK, YEAR
from tests.makers import DAY, make_member, make_place, make_session, make_visit
from tests.ui.conftest import Heard

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def place(around: Surroundings) -> int:
    """Make the place of most tests, with two hosts."""
    make_member("Samira")
    make_member("Nele")
    return make_place("Kuregem", minimum_hosts=0)


@pytest.fixture
def screen(qtbot: QtBot, around: Surroundings, place: int) -> Iterator[PlanningScreen]:
    """Open the screen at the size of the smallest PC."""
    made = PlanningScreen(around)
    qtbot.addWidget(made)
    made.resize(1262, 768)
    made.show()
    made.open()
    return made


def block(screen: PlanningScreen, session_id: int) -> SessionBlock:
    return screen.views.week.body.blocks[session_id]


def press(qtbot: QtBot, within: QWidget | None, word: str) -> None:
    """Press the button with this word."""
    assert within
    (found,) = [one for one in within.findChildren(QPushButton) if one.text() == word and one.isVisibleTo(within)]
    qtbot.mouseClick(found, LEFT)


def drag(qtbot: QtBot, what: SessionBlock, start: QPoint, by: QPoint) -> None:
    """Carry a session, without putting it down."""
    qtbot.mousePress(what, LEFT, pos=start)
    for step in range(1, 5):
        qtbot.mouseMove(what, start + QPoint(by.x() * step // 4, by.y() * step // 4))


def test_a_click_shows_a_session_and_marks_it(qtbot: QtBot, screen: PlanningScreen, place: int) -> None:
    make_session(place, title="Eerst")
    other = make_session(place, day=date(2026, 10, 29), title="Babbelcafé")
    screen.refresh()
    qtbot.mouseClick(block(screen, other), LEFT)
    assert block(screen, other).is_selected
    assert screen._details
    assert screen._details.title == "Babbelcafé"
    assert screen._beside.isVisible()
    assert "Babbelcafé" in block(screen, other).accessibleName()


def test_in_another_week_each_block_is_the_session_that_is_seen(
    qtbot: QtBot, screen: PlanningScreen, place: int
) -> None:
    for weekday in range(3):
        make_session(place, day=date(2026, 10, 26 + weekday), title="Eerst")
    later = [make_session(place, day=date(2026, 11, 2 + weekday), title=f"Later {weekday}") for weekday in range(4)]
    screen.refresh()
    screen.presenter.step(1)
    assert set(screen.views.week.body.blocks) == set(later)
    assert all(one.isVisible() for one in screen.views.week.body.blocks.values())
    assert [block(screen, id).text() for id in later] == ["Later 0", "Later 1", "Later 2", "Later 3"]
    for number, session in enumerate(later):
        qtbot.mouseClick(block(screen, session), LEFT)
        assert screen._details
        assert screen._details.title == f"Later {number}"
        assert [id for id in later if block(screen, id).is_selected] == [session]
    screen.presenter.step(-1)
    assert len(screen.views.week.body.findChildren(SessionBlock)) >= 3
    assert {one.text() for one in screen.views.week.body.blocks.values()} == {"Eerst"}


def test_no_word_of_an_act_is_cut_beside_the_week(qtbot: QtBot, screen: PlanningScreen, place: int) -> None:
    made = make_session(place)
    planning.cancel_session(made, sessions.get(made).version, "Nele is ziek")
    screen.refresh()
    qtbot.mouseClick(block(screen, made), LEFT)
    acts = [one for one in screen._beside.findChildren(QPushButton) if one.isVisible()]
    assert {"Goes on after all", "Take away"} <= {one.text() for one in acts}
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in acts))
    inside = screen._beside.rect()
    assert all(inside.contains(one.mapTo(screen._beside, one.rect().topRight())) for one in acts)


def test_every_target_is_as_large_as_a_finger_and_sessions_lie_side_by_side(
    qtbot: QtBot, screen: PlanningScreen, place: int
) -> None:
    short = make_session(place, start=time(9), end=time(9, 15))
    first = make_session(place, start=time(10), end=time(12))
    second = make_session(place, start=time(11), end=time(13))
    screen.refresh()
    assert block(screen, short).height() >= 44
    assert not block(screen, first).geometry().intersects(block(screen, second).geometry())
    assert block(screen, first).x() < block(screen, second).x()


def test_a_session_is_carried_to_another_day_and_hour(
    qtbot: QtBot, screen: PlanningScreen, place: int, heard: Heard
) -> None:
    session = make_session(place)
    screen.refresh()
    what = block(screen, session)
    day = screen.views.week.body._columns[2][0] - screen.views.week.body._columns[1][0]
    hour = screen.views.week.body.hours.height
    start = QPoint(20, 30)
    drag(qtbot, what, start, QPoint(round(day), round(hour * 1.2)))
    assert sessions.get(session).day == DAY  # not before it is put down
    qtbot.mouseRelease(what, LEFT, pos=start + QPoint(round(day), round(hour * 1.2)))
    moved = sessions.get(session)
    assert (moved.day, moved.activity.start, moved.activity.end) == (date(2026, 10, 28), time(10, 45), time(13, 15))
    assert heard.sentences == ["Open ontmoeting moved to Wednesday 28 October, 10:45."]


def test_by_its_lower_edge_a_session_is_stretched(qtbot: QtBot, screen: PlanningScreen, place: int) -> None:
    session = make_session(place)
    screen.refresh()
    what = block(screen, session)
    start = QPoint(20, what.height() - 3)
    by = QPoint(0, round(screen.views.week.body.hours.height))
    drag(qtbot, what, start, by)
    qtbot.mouseRelease(what, LEFT, pos=start + by)
    assert (sessions.get(session).activity.start, sessions.get(session).activity.end) == (time(9, 30), time(13))


def test_esc_puts_a_carried_session_back_and_a_clash_is_said(
    qtbot: QtBot, screen: PlanningScreen, place: int, heard: Heard
) -> None:
    session = make_session(place, title="Babymassage")
    make_session(place, start=time(14), end=time(16), title="Parkspelen")
    screen.refresh()
    what = block(screen, session)
    qtbot.mouseClick(what, LEFT)
    by = QPoint(0, round(screen.views.week.body.hours.height * 4))
    drag(qtbot, what, QPoint(20, 30), by)
    assert screen.views.week.body.note == "The place is taken Parkspelen at Kuregem, 14:00 – 16:00. Free from 16:00."
    qtbot.keyClick(what, Qt.Key.Key_Escape)
    assert screen.views.week.body.note == ""
    qtbot.mouseRelease(what, LEFT, pos=QPoint(20, 30) + by)
    assert sessions.get(session).activity.start == time(9, 30)
    assert heard.acts == []


def test_what_was_held_is_not_carried(qtbot: QtBot, screen: PlanningScreen, place: int) -> None:
    session = make_session(place)
    sessions.change(session, None, state="held")
    screen.refresh()
    what = block(screen, session)
    drag(qtbot, what, QPoint(20, 30), QPoint(0, 120))
    qtbot.mouseRelease(what, LEFT, pos=QPoint(20, 150))
    assert sessions.get(session).activity.start == time(9, 30)


def test_the_whole_week_by_keyboard(qtbot: QtBot, screen: PlanningScreen, place: int) -> None:
    first = make_session(place, start=time(9), end=time(10))
    below = make_session(place, start=time(11), end=time(12))
    beside = make_session(place, day=date(2026, 10, 30), start=time(10), end=time(12))
    screen.refresh()
    body = screen.views.week.body
    qtbot.mouseClick(block(screen, first), LEFT)
    qtbot.keyClick(block(screen, first), Qt.Key.Key_Down)
    assert block(screen, below).is_selected
    qtbot.keyClick(block(screen, below), Qt.Key.Key_Right)
    assert block(screen, beside).is_selected
    qtbot.keyClick(block(screen, beside), Qt.Key.Key_Left)
    assert block(screen, below).is_selected or block(screen, first).is_selected
    qtbot.keyClick(body, Qt.Key.Key_PageDown)
    assert screen.presenter.week.span(screen.presenter.day)[0] == date(2026, 11, 2)
    qtbot.keyClick(body, Qt.Key.Key_T)
    assert screen.presenter.week.span(screen.presenter.day)[0] == date(2026, 10, 26)


def test_alt_and_arrows_move_a_session(qtbot: QtBot, screen: PlanningScreen, place: int) -> None:
    session = make_session(place)
    screen.refresh()
    qtbot.mouseClick(block(screen, session), LEFT)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(block(screen, session), key, Qt.KeyboardModifier.AltModifier)
    moved = sessions.get(session)
    assert (moved.day, moved.activity.start) == (date(2026, 10, 28), time(9, 45))


def test_a_session_is_planned_with_the_few_things_one_needs(qtbot: QtBot, screen: PlanningScreen, place: int) -> None:
    qtbot.keyClick(screen.views.week.body, Qt.Key.Key_N)
    form = screen.panels.session
    assert form
    assert not form.more.isVisibleTo(form)
    qtbot.keyClicks(form.title, "Thee & <b>taart</b> =1+1")
    form.day.typed.setText("29.10")
    form.start.typed.setText("14u")
    form.end.typed.setText("16:15")
    press(qtbot, form, "Togetherness")
    press(qtbot, form, "Samira · host · volunteer")
    press(qtbot, screen.panels.panel, "Plan it")
    (session,) = sessions.between(date(2026, 10, 29), date(2026, 10, 29))
    activity = session.activity
    assert (activity.title, activity.start, activity.end) == ("Thee & <b>taart</b> =1+1", time(14), time(16, 15))
    assert (activity.functions, len(activity.team), activity.capacity) == ((Function.COHESION,), 1, 20)
    assert screen.panels.panel is None
    assert block(screen, session.id).is_selected


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("day", "31/2/2026", "“31/2/2026” is not a date. Type it like 25/11/2026."),
        ("start", "25:00", "“25:00” is not an hour. Type it like 9:30, up to 23:59."),
        ("end", "9:00", "The end comes before the beginning. Choose a later end."),
        ("title", "a" * 10_000, "This text is too long. Make it shorter; what you typed is still there."),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_lost(
    qtbot: QtBot, screen: PlanningScreen, place: int, field: str, typed: str, sentence: str
) -> None:
    screen.presenter.new()
    form = screen.panels.session
    assert form
    form.title.setText("Open ontmoeting")
    editor = {"day": form.day.typed, "start": form.start.typed, "end": form.end.typed, "title": form.title}[field]
    editor.setText(typed)
    press(qtbot, screen.panels.panel, "Plan it")
    assert form.form.field(field)._under.text() == sentence
    assert editor.text() == typed
    assert not sessions.is_any()


def test_a_wrong_number_unfolds_more(qtbot: QtBot, screen: PlanningScreen, place: int) -> None:
    screen.presenter.new()
    form = screen.panels.session
    assert form
    form.title.setText("Open ontmoeting")
    form.more.price.setText("twee euro")
    press(qtbot, screen.panels.panel, "Plan it")
    assert form.more.isVisibleTo(form)
    assert form.more.form.field("price")._under.text() == "“twee euro” is not a number that fits here."
    form.more.price.setText("€ 2,50")
    press(qtbot, screen.panels.panel, "Plan it")
    assert sessions.between(DAY, DAY)[0].activity.price_cents == 250


def test_a_session_keeps_its_goal_when_something_else_of_it_changes(
    qtbot: QtBot, screen: PlanningScreen, place: int
) -> None:
    goal = goals.add(Goal(0, "Vaders komen ook", 2026))
    goals.add(Goal(0, "Oud", 2024))
    session = make_session(place, title="Vaderochtend")
    goals.link_sessions([session], goal)
    screen.presenter.show_day(DAY, session)
    assert any("Vaders komen ook" in one.text() for one in screen.findChildren(QLabel))
    screen.presenter.act("change")
    form = screen.panels.session
    assert form
    assert [form.more.goal.itemText(at) for at in range(form.more.goal.count())] == ["none", "Vaders komen ook"]
    form.title.setText("Papaochtend")
    press(qtbot, screen.panels.panel, "Save")
    assert sessions.get(session).activity.goal_id == goal
    assert sessions.get(session).activity.title == "Papaochtend"


def test_a_weekly_series_shows_its_dates_before_saving(qtbot: QtBot, screen: PlanningScreen, place: int) -> None:
    screen.presenter.new(Spot(date(2026, 10, 28)))
    form = screen.panels.session
    assert form
    form.title.setText("Babymassage")
    press(qtbot, form, "More often")
    form.repeat.until.typed.setText("25/11/2026")
    with qtbot.waitSignal(form.repeat.changed):
        form.repeat.ask_again()
    # Wednesdays 28 October (French schools), 4 (Dutch-language schools) and 11 November (everybody) are skipped
    assert form.repeat._summary.text() == "This makes 2 sessions, 3 dates are skipped"
    assert [box.text()[:14] for box in form.repeat._boxes()] == ["Keep Wed 28 Oc", "Keep Wed 4 Nov", "Keep Wed 11 No"]
    form.repeat._boxes()[0].click()
    assert form.repeat._summary.text() == "This makes 3 sessions, 2 dates are skipped"
    assert not sessions.is_any()
    press(qtbot, screen.panels.panel, "Plan it")
    made = sessions.between(date(2026, 10, 1), date(2026, 12, 31))
    assert [session.day for session in made] == [date(2026, 10, 28), date(2026, 11, 18), date(2026, 11, 25)]


def test_a_series_without_a_weekday_says_so_once_and_goes_on_when_one_is_chosen(
    qtbot: QtBot, screen: PlanningScreen, place: int
) -> None:
    screen.presenter.new(Spot(date(2026, 10, 28)))
    form = screen.panels.session
    assert form
    form.title.setText("Babymassage")
    press(qtbot, form, "More often")
    press(qtbot, form.repeat.weekdays, "Wed")
    press(qtbot, screen.panels.panel, "Plan it")
    said = [
        one.text() for one in form.findChildren(QLabel) if one.isVisibleTo(form) and one.property("kind") == "error"
    ]
    assert said == ["Choose at least one day."]
    with qtbot.waitSignal(form.repeat.changed):
        press(qtbot, form.repeat.weekdays, "Thu")
    assert not [one for one in form.findChildren(QLabel) if one.isVisibleTo(form) and one.property("kind") == "error"]


def _planned(qtbot: QtBot, screen: PlanningScreen, way: str, **typed: str) -> list[date]:
    screen.presenter.new(Spot(date(2026, 11, 7)))  # a Saturday
    form = screen.panels.session
    assert form
    form.title.setText("Papazaterdag")
    press(qtbot, form, "More often")
    form.repeat.every.setCurrentIndex(form.repeat.every.findText(way))
    for name, words in typed.items():
        getattr(form.repeat, name).setText(words)
    press(qtbot, screen.panels.panel, "Plan it")
    return [one.day for one in sessions.between(date(2026, 11, 1), date(2027, 8, 31))]


def test_a_series_on_the_first_saturday_has_as_many_sessions_as_asked(
    qtbot: QtBot, screen: PlanningScreen, place: int
) -> None:
    # first Saturdays that are in some school holiday are skipped: 7 November (Dutch), 2 January, 6 March (French),
    # 3 April (Dutch), 1 May (everybody)
    assert _planned(qtbot, screen, "every month", number="3") == [
        date(2026, 12, 5), date(2027, 2, 6), date(2027, 6, 5),
    ]  # fmt: skip


def test_a_series_on_picked_dates(qtbot: QtBot, screen: PlanningScreen, place: int) -> None:
    assert _planned(qtbot, screen, "on dates that I choose", dates="21/11, 5/12") == [
        date(2026, 11, 21),
        date(2026, 12, 5),
    ]  # fmt: skip  (7 November itself is in the autumn holiday)


def test_what_is_no_date_or_no_number_is_said_in_the_form(qtbot: QtBot, screen: PlanningScreen, place: int) -> None:
    assert _planned(qtbot, screen, "on dates that I choose", dates="21/11, morgen ofzo") == []
    form = screen.panels.session
    assert form
    assert "morgen ofzo" in form.repeat._rule.field("dates")._under.text()
    form.repeat.every.setCurrentIndex(0)
    form.repeat.number.setText("10000")
    press(qtbot, screen.panels.panel, "Plan it")
    assert not sessions.is_any()


def test_the_day_is_said_with_its_weekday(qtbot: QtBot, screen: PlanningScreen, place: int) -> None:
    screen.presenter.new(Spot(date(2026, 10, 28)))
    form = screen.panels.session
    assert form
    form.day.typed.selectAll()
    qtbot.keyClicks(form.day.typed, "1/11")
    assert form.form.field("day")._under.text() == "Sunday 1 November"


def test_a_place_brings_its_languages_even_rare_ones(qtbot: QtBot, screen: PlanningScreen, place: int) -> None:
    make_place("Bonnevie", languages=("zgh", "nl"))
    screen.presenter.new(Spot(date(2026, 10, 28)))
    form = screen.panels.session
    assert form
    form.place.setCurrentIndex(form.place.findText("Bonnevie"))
    assert set(form.more.languages.codes) >= {"zgh", "nl"}


def test_esc_asks_before_a_half_filled_form_goes_away(qtbot: QtBot, screen: PlanningScreen, place: int) -> None:
    screen.presenter.new(Spot(date(2026, 10, 28)))
    form = screen.panels.session
    assert form
    qtbot.keyClicks(form.title, "Babym")
    qtbot.keyClick(form.title, Qt.Key.Key_Escape)
    assert screen.panels.session is form
    assert form.isVisible()


def test_a_title_that_was_used_before_brings_what_it_was(qtbot: QtBot, screen: PlanningScreen, place: int) -> None:
    functions = (Function.EMOTIONAL,)
    make_session(place, title="Babymassage", theme="rust", functions=functions, to_months=12, expect=("songs",))
    screen.presenter.new()
    form = screen.panels.session
    assert form
    completer = form.title.completer()
    assert completer
    completer.activated[str].emit("Babymassage")
    assert (form.theme.text(), form.functions.on, form.more.expect.on) == ("rust", functions, ("songs",))
    assert form.more.to_months.currentData() == 12


def test_from_a_voice_the_form_opens_with_its_theme(qtbot: QtBot, screen: PlanningScreen, place: int) -> None:
    voice = voices.add(Voice(0, DAY, "meer boekjes", theme="lezen", functions=(Function.INFORMATION,)))
    screen.open(voice_id=voice)
    form = screen.panels.session
    assert form
    assert (form.theme.text(), form.functions.on) == ("lezen", (Function.INFORMATION,))
    form.title.setText("Voorlezen")
    press(qtbot, screen.panels.panel, "Plan it")
    assert sessions.between(DAY, DAY)[0].voices == (voice,)


def test_a_session_does_not_go_on_with_a_reason_and_goes_on_after_all(
    qtbot: QtBot, screen: PlanningScreen, place: int
) -> None:
    session = make_session(place)
    screen.open(session_id=session)
    qtbot.keyClick(block(screen, session), Qt.Key.Key_Delete)
    form = screen.panels.cancel
    assert form
    press(qtbot, screen.panels.panel, "Does not go on")
    assert form._form.field("reason")._under.text() == "Say why, in a few words. Parents and the team will ask."
    press(qtbot, form, "Somebody of the team is ill")
    press(qtbot, screen.panels.panel, "Does not go on")
    assert sessions.get(session).state is SessionState.CANCELLED
    assert sessions.get(session).reason == "Somebody of the team is ill"
    press(qtbot, screen._beside, "Goes on after all")
    assert sessions.get(session).state is SessionState.PLANNED


def test_enter_opens_the_form_of_a_session(qtbot: QtBot, screen: PlanningScreen, place: int) -> None:
    session = make_session(place, title="Babbelcafé", start=time(18), end=time(19, 30))
    screen.open(session_id=session)
    qtbot.keyClick(block(screen, session), Qt.Key.Key_Return)
    form = screen.panels.session
    assert form
    assert (form.title.text(), form.start.typed.text()) == ("Babbelcafé", "18:00")
    form.title.setText("Babbelcafé: slapen")
    press(qtbot, screen.panels.panel, "Save")
    assert sessions.get(session).activity.title == "Babbelcafé: slapen"


def test_where_people_were_registered_the_form_keeps_day_hours_and_place(
    qtbot: QtBot, screen: PlanningScreen, place: int, around: Surroundings
) -> None:
    session = make_session(place)
    make_visit(session, None, around.clock())
    screen.open(session_id=session)
    screen.presenter.act("change")
    form = screen.panels.session
    assert form
    assert not form.day.isEnabled()
    assert not form.place.isEnabled()
    form.theme.setText("slapen")
    press(qtbot, screen.panels.panel, "Save")
    assert sessions.get(session).activity.theme == "slapen"


def test_in_a_narrow_window_the_details_open_in_a_panel(qtbot: QtBot, screen: PlanningScreen, place: int) -> None:
    session = make_session(place, title="Open ontmoeting")
    screen.resize(900, 700)
    screen.refresh()
    assert not screen._beside.isVisible()
    qtbot.mouseClick(block(screen, session), LEFT)
    assert screen.panels.panel
    press(qtbot, screen.panels.panel, "Change")
    assert screen.panels.session


def test_the_list_opens_a_session(qtbot: QtBot, screen: PlanningScreen, place: int) -> None:
    make_session(place, title="Babbelcafé")
    make_session(place, title="Open ontmoeting")
    press(qtbot, screen, "List")
    assert screen.views.list.table.count == 2
    with qtbot.waitSignal(screen.views.list.search.searched):
        qtbot.keyClicks(screen.views.list.search, "babbel")
    assert screen.views.list.table.count == 1
    screen.views.list.table.selectRow(0)
    screen.views.list.table.setCurrentIndex(screen.views.list.table.model().index(0, 0))
    qtbot.keyClick(screen.views.list.table, Qt.Key.Key_Return)
    assert screen.panels.panel
    assert screen.panels.panel.accessibleName() == "Babbelcafé"


def test_an_empty_house_offers_the_first_step(qtbot: QtBot, screen: PlanningScreen, place: int) -> None:
    press(qtbot, screen, "Plan the first session")
    assert screen.panels.session
    assert screen.primary
    assert screen.primary.text() == "New session"


def test_with_large_letters_only_the_view_scrolls_never_the_page_around_it(
    qtbot: QtBot, qapp: QApplication, around: Surroundings, place: int
) -> None:
    make_session(place, functions=(Function.COHESION,))
    theme.apply(qapp, "light", 1.5)
    screen = PlanningScreen(around)
    qtbot.addWidget(screen)
    screen.resize(1242, 768)
    screen.show()
    screen.open()
    screen.presenter.filter(Wanted(function=Function.COHESION))  # its line takes room too
    for mode in (MONTH, WEEK, BY_PLACE, YEAR):
        screen.presenter.look(mode)
        qapp.processEvents()
        assert screen.page.verticalScrollBar().maximum() == 0
        if mode == YEAR:
            bars = [bar for bar in screen.views.year.findChildren(QScrollBar) if bar.isVisible()]
            assert [bar.orientation() for bar in bars] == [Qt.Orientation.Vertical]
