"""The toast: stays ten seconds at least, is read aloud, offers to undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from meetingplace.ui.kit import toast as toast_module
from meetingplace.ui.kit.toast import Toast


@pytest.fixture
def toast(dressed) -> Toast:
    window = QWidget()
    window.resize(1000, 700)
    window.show()
    made = Toast("Undo", "Close", window)
    made.window_kept = window
    return made


def test_it_stays_for_ten_seconds_at_least(toast: Toast):
    toast.say("Moon is in")
    timer = toast.findChild(QTimer)
    assert toast.isVisible()
    assert timer.isActive()
    assert timer.isSingleShot()
    assert timer.interval() >= 10_000
    timer.timeout.emit()
    assert not toast.isVisible()


def test_it_is_read_aloud(toast: Toast, monkeypatch: pytest.MonkeyPatch):
    announced: list[str] = []
    monkeypatch.setattr(
        toast_module.QAccessible, "updateAccessibility", lambda event: announced.append(event.message())
    )
    toast.say("Moon is in: 1 adult and 2 children")
    assert announced == ["Moon is in: 1 adult and 2 children"]


def test_undo_and_the_other_act_are_offered_only_when_there_is_one(toast: Toast):
    done: list[str] = []
    toast.say("Moon is in", undo=lambda: done.append("undo"), act_word="Adjust", act=lambda: done.append("adjust"))
    offered = {part.text(): part for part in toast.findChildren(QPushButton) if part.isVisible() and part.text()}
    assert set(offered) == {"Undo", "Adjust"}
    offered["Undo"].click()
    assert done == ["undo"]
    assert not toast.isVisible()
    toast.say("Saved")
    assert not [part for part in toast.findChildren(QPushButton) if part.isVisible() and part.text()]


def test_the_name_stands_out_and_is_never_read_as_markup(toast: Toast):
    toast.say("<i>Moon</i> is in", strong="<i>Moon</i>")
    shown = [part.text() for part in toast.findChildren(QLabel)]
    assert any("<b>&lt;i&gt;Moon&lt;/i&gt;</b> is in" in text for text in shown)
    assert toast.text == "<i>Moon</i> is in"


def test_a_new_sentence_takes_the_place_of_the_old_and_counts_anew(toast: Toast):
    toast.say("One")
    toast.say("Two")
    assert toast.text == "Two"
    assert toast.accessibleName() == "Two"
    assert toast.findChild(QTimer).remainingTime() > 9_000


def test_a_name_that_looks_like_markup_stands_out_as_it_was_typed(toast: Toast):
    toast.say("<i> & lt is in", strong="lt")
    assert any("&lt;i&gt; &amp; <b>lt</b> is in" in label.text() for label in toast.findChildren(QLabel))
