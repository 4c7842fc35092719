"""Signals at the desk: noted without any person, changed, taken away, and the slip; by presenter and by hand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from meetingplace.domain.refusals import Reason
from meetingplace.domain.signals import Done, Signal, Situation
from meetingplace.services.changes import Act
from meetingplace.storage import partners, sessions, signals
from meetingplace.ui.arrivals.signals.form import SignalForm
from meetingplace.ui.arrivals.signals.presenter import Presenter
from meetingplace.ui.arrivals.signals.section import open_signals
from meetingplace.ui.arrivals.signals.shown import FormShown, SignalsShown
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.slip.panel import SlipPanel
from tests.makers import make_house, make_place, make_session


@dataclass
class View:
    """Remembers what it is shown."""

    shown: SignalsShown | None = None
    form: FormShown | None = None
    wrong: list[tuple[str, Reason]] = field(default_factory=list)

    def show_signals(self, shown: SignalsShown) -> None:
        self.shown = shown

    def open_form(self, shown: FormShown) -> None:
        self.form = shown

    def show_wrong(self, said: str, reason: Reason) -> None:
        self.wrong.append((said, reason))

    def close_form(self) -> None:
        self.form = None


@pytest.fixture
def session_id(house: None) -> int:
    """Make a session of today, with its house."""
    make_house("Huis Kersenhof")
    return make_session(make_place(), title="Open ontmoeting", theme="spelen")


@pytest.fixture
def partner(session_id: int) -> int:
    """Make somebody to refer to."""
    return partners.add(name="De Wieg & <b>", is_referral=True)


def presented(around: Surroundings, session_id: int) -> tuple[Presenter, View]:
    """Show the signals of a session."""
    view = View()
    presenter = Presenter(around, view, session_id)
    around.bulletin.follow(frozenset(), presenter.refresh)
    presenter.refresh()
    return presenter, view


def test_a_signal_says_its_situation_its_theme_and_what_was_done(
    around: Surroundings, session_id: int, partner: int
) -> None:
    done = (Done.LISTENED, Done.REFERRED)
    signals.add(Signal(0, session_id, Situation.TENSION, "slapen", done, partner))
    signals.add(Signal(0, session_id, Situation.DISTRESS, "", (Done.REFERRED,)))
    _presenter, view = presented(around, session_id)
    assert view.shown is not None
    assert [(one.title, one.line) for one in view.shown.signals] == [
        ("Tension: slapen", "Listened · Referred to De Wieg & <b>"),
        ("Distress", "Referred"),
    ]


def test_crisis_and_distress_remind_of_specialised_help(around: Surroundings, session_id: int) -> None:
    presenter, view = presented(around, session_id)
    presenter.begin()
    assert view.form is not None
    reminded = {one.situation for one in view.form.situations if "specialised help" in one.reminder}
    assert reminded == {Situation.CRISIS, Situation.DISTRESS}
    assert all(one.meaning for one in view.form.situations)
    assert view.form.themes == ("spelen",)


def test_what_is_refused_keeps_the_form_open(around: Surroundings, session_id: int) -> None:
    presenter, view = presented(around, session_id)
    presenter.begin()
    assert view.form is not None
    presenter.save(replace(view.form.signal, theme="x" * 10_000))
    assert view.form is not None
    assert view.wrong[0][1] is Reason.TEXT_TOO_LONG
    presenter.save(replace(view.form.signal, theme="x"))
    assert view.form is None
    assert len(signals.of_session(session_id)) == 1


def test_at_a_closed_session_nothing_is_noted(around: Surroundings, session_id: int) -> None:
    sessions.change(session_id, None, state="held")
    _presenter, view = presented(around, session_id)
    assert view.shown is not None
    assert not view.shown.may_note


# --- by hand ---


@pytest.fixture
def over(qtbot: QtBot, around: Surroundings) -> QWidget:
    """Stand in for the desk."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def press(words: str, within: QWidget) -> None:
    """Press the button of these words."""
    found = [one for one in within.findChildren(QPushButton) if words in (one.text(), one.accessibleName())]
    assert found, words
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def front(over: QWidget) -> Any:
    """Give the panel that lies in front."""
    return [panel for panel in over.findChildren(Panel) if panel.is_open][-1]


def test_a_signal_is_noted_changed_and_removed_by_hand(
    around: Surroundings, heard: Any, over: QWidget, session_id: int, partner: int
) -> None:
    panel = open_signals(around, over, session_id)
    press("Note a signal", panel)
    form = front(over)
    assert isinstance(form, SignalForm)
    assert form.reminder.isHidden()
    press("Crisis", form)
    assert not form.reminder.isHidden()
    press("spelen", form)
    press("Listened", form)
    assert form.form.field("partner").isHidden()
    press("Referred", form)
    assert not form.form.field("partner").isHidden()
    assert not form.slip.isEnabled()
    form.partner.setCurrentIndex(form.partner.findData(partner))
    form.partner.activated.emit(form.partner.currentIndex())
    press("Save", form)
    (noted,) = signals.of_session(session_id)
    assert (noted.situation, noted.theme, noted.partner_id) == (Situation.CRISIS, "spelen", partner)
    assert noted.done == (Done.LISTENED, Done.REFERRED)
    press("Change: Crisis: spelen", panel)
    press("Remove", front(over))
    assert signals.of_session(session_id) == []
    assert [done.act for done in heard.acts] == [Act.SIGNAL_ADDED, Act.SIGNAL_REMOVED]


def test_the_slip_opens_over_the_form_and_nothing_typed_is_lost(
    around: Surroundings, over: QWidget, session_id: int, partner: int
) -> None:
    press("Note a signal", open_signals(around, over, session_id))
    form = front(over)
    form.theme.setText("wonen")
    press("Referred", form)
    form.partner.setCurrentIndex(form.partner.findData(partner))
    form.partner.activated.emit(form.partner.currentIndex())
    press("Print a slip", form)
    slip = front(over)
    assert isinstance(slip, SlipPanel)
    assert (slip.partners.currentData(), slip.languages.currentData()) == (partner, "fr")
    assert slip.page.has_picture
    slip.close_panel()
    assert front(over) is form
    assert form.theme.text() == "wonen"


def test_to_whom_comes_into_sight_when_somebody_was_referred(
    around: Surroundings, over: QWidget, session_id: int, partner: int, qtbot: QtBot
) -> None:
    over.resize(700, 420)
    press("Note a signal", open_signals(around, over, session_id))
    form = front(over)
    press("Referred", form)
    qtbot.wait(1)
    top = form.slip.mapTo(form.paper, form.slip.rect().topLeft()).y()
    assert 0 < top < form.verb.mapTo(form.paper, form.verb.rect().topLeft()).y() - form.slip.height()
