"""The room of a list: one field and Enter, what is said of it, and its acts."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from meetingplace.domain.enrolments import OnList
from meetingplace.domain.privacy import Level
from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.sessions import Activity
from meetingplace.services import enrolments, series
from meetingplace.services.series import Repeats
from meetingplace.storage import enrolments as kept, sessions
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.enrolment.panel import ChangeForm, EnrolmentPanel
from meetingplace.ui.planning.enrolment.presenter import OWN, WHOLE
from tests.makers import DAY, make_house, make_place, make_session
from tests.ui.conftest import Heard


@pytest.fixture
def place(around: Surroundings) -> int:
    make_house()
    return make_place("Kuregem", level=Level.CONTACT.value)


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(1000, 800)
    qtbot.addWidget(window)
    window.show()
    return window


def opened(around: Surroundings, over: QWidget, session_id: int) -> EnrolmentPanel:
    panel = EnrolmentPanel(around, over, session_id)
    panel.presenter.refresh()
    panel.open(panel.name)
    return panel


def said(panel: QWidget, word: str) -> QPushButton:
    return next(one for one in panel.findChildren(QPushButton) if one.accessibleName() == word)


def test_enter_enrols_and_waits_for_the_next_name(
    around: Surroundings, over: QWidget, place: int, qtbot: QtBot, heard: Heard
) -> None:
    session = make_session(place, capacity=1, is_walk_in=False)
    panel = opened(around, over, session)
    for name in ("Lina", "ليلى"):
        panel.name.setText(name)
        qtbot.keyClick(panel.name, Qt.Key.Key_Return)
        assert panel.name.text() == ""
        assert panel.name.hasFocus()
    assert [(one.first_name, one.is_waiting) for one in kept.on_list(OnList(session))] == [
        ("Lina", False),
        ("ليلى", True),
    ]
    assert panel.numbers.text() == "1 of 1 place taken · 1 waits"


def test_what_is_refused_stays_typed_with_a_sentence_under_it(
    around: Surroundings, over: QWidget, place: int, qtbot: QtBot
) -> None:
    panel = opened(around, over, make_session(place, is_walk_in=False))
    panel.name.setText("Lina El Amrani")
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    assert panel.name.text() == "Lina El Amrani"
    assert "Only the first name" in panel.name.accessibleDescription()


def test_a_contact_is_folded_away_and_asks_until_when(
    around: Surroundings, over: QWidget, place: int, qtbot: QtBot
) -> None:
    session = make_session(place, day=DAY + timedelta(days=7), is_walk_in=False)
    panel = opened(around, over, session)
    assert not panel.contact.isVisibleTo(panel)
    qtbot.mouseClick(panel.fold, Qt.MouseButton.LeftButton)
    panel.name.setText("Lina")
    panel.contact.contact.setText("0470 12 34 56")
    assert panel.contact.until == DAY + timedelta(days=7)  # of the session
    panel.contact.day.typed.setText("")
    qtbot.mouseClick(panel.verb, Qt.MouseButton.LeftButton)
    assert kept.on_list(OnList(session)) == []
    assert panel.contact.contact.text() == "0470 12 34 56"
    panel.contact.day.typed.setText("31/31/2026")
    qtbot.mouseClick(panel.verb, Qt.MouseButton.LeftButton)
    assert kept.on_list(OnList(session)) == []
    panel.contact.day.show_day(DAY + timedelta(days=9))
    qtbot.mouseClick(panel.verb, Qt.MouseButton.LeftButton)
    (lina,) = kept.on_list(OnList(session))
    assert (lina.contact, lina.contact_until) == ("0470 12 34 56", DAY + timedelta(days=9))


def test_a_place_without_contacts_says_so_and_offers_none(around: Surroundings, over: QWidget, place: int) -> None:
    panel = opened(around, over, make_session(make_place("Bonnevie"), is_walk_in=False))
    assert panel.no_contact.text() == "At Bonnevie no contacts are kept."
    assert not panel.fold.isVisibleTo(panel)


def test_who_is_taken_off_lets_the_next_move_up_on_the_screen(
    around: Surroundings, over: QWidget, place: int, qtbot: QtBot
) -> None:
    session = make_session(place, capacity=1, is_walk_in=False)
    for name in ("Lina", "Adam"):
        enrolments.enrol(OnList(session), name, "", None, around.clock())
    panel = opened(around, over, session)
    qtbot.mouseClick(said(panel, "Take off: Lina"), Qt.MouseButton.LeftButton)
    assert panel.numbers.text() == "1 of 1 place taken"
    assert [one.first_name for one in kept.on_list(OnList(session))] == ["Adam"]


def test_a_name_is_changed_in_a_form(around: Surroundings, over: QWidget, place: int, qtbot: QtBot) -> None:
    session = make_session(place, is_walk_in=False)
    enrolments.enrol(OnList(session), "Lina", "0470", DAY, around.clock())
    panel = opened(around, over, session)
    qtbot.mouseClick(said(panel, "Change: Lina"), Qt.MouseButton.LeftButton)
    form = over.findChild(ChangeForm)
    assert form.contact.contact.text() == "0470"
    form.name.setText("Lena Peeters Maes")
    form.press()
    assert kept.on_list(OnList(session))[0].first_name == "Lina"
    form.name.setText("Lena")
    form.press()
    assert kept.on_list(OnList(session))[0].first_name == "Lena"


def test_the_whole_series_or_only_this_session(around: Surroundings, over: QWidget, place: int) -> None:
    activity = Activity("Atelier", place, time(14), time(16), capacity=3, is_walk_in=False)
    rule = Weekly((2,), date(2026, 11, 18), date(2026, 12, 2))
    whole = series.plan(activity, Repeats(rule)).made or 0
    first = sessions.of_series(whole)[0].id
    enrolments.enrol(OnList(series_id=whole), "Lina", "", None, around.clock())
    panel = opened(around, over, first)
    assert panel.which.on == WHOLE
    assert panel.numbers.text() == "1 of 3 places taken"
    panel.presenter.choose(OWN)
    panel.presenter.enrol("Adam", "", None)
    assert panel.numbers.text() == "2 of 3 places taken"
    assert [one.first_name for one in kept.on_list(OnList(session_id=first))] == ["Adam"]


def test_a_cancelled_session_says_why_nobody_is_enrolled(around: Surroundings, over: QWidget, place: int) -> None:
    session = make_session(place, is_walk_in=False)
    sessions.change(session, None, state="cancelled", reason="ziek")
    panel = opened(around, over, session)
    assert panel.notice.sentence.text() == "This session does not go on. Plan it again to register who comes."
    assert not panel.name.isVisibleTo(panel)


def test_printing_leads_to_the_paper_lists(around: Surroundings, over: QWidget, place: int, heard: Heard) -> None:
    session = make_session(place, is_walk_in=False)
    opened(around, over, session).presenter.print_list()
    assert heard.went == [("flyers", {"session_id": session, "lists": True})]
