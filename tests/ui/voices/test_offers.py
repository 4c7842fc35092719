"""The room of offers: written, found, changed, and a contact only for who wants to be reached."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from meetingplace.storage import offers as kept, places
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.voices.offers.form import OfferForm
from meetingplace.ui.voices.offers.panel import OffersPanel, open_room
from tests.makers import DAY, make_house, make_place


@pytest.fixture
def room(around: Surroundings, qtbot: QtBot) -> OffersPanel:
    """Open the room over a house where contacts may be kept."""
    make_house()
    places.change(make_place(), None, level="contact")
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(1100, 760)
    over.show()
    open_room(around, over)
    return over.findChild(OffersPanel)


def form(room: OffersPanel) -> OfferForm:
    """Give the form that is open."""
    return next(one for one in room.window().findChildren(OfferForm) if one.is_open)


def write(room: OffersPanel, what: str, contact: str = "") -> None:
    """Write an offer down."""
    room.new.click()
    made = form(room)
    made.what.setText(what)
    made.contact.setText(contact)
    made.languages.choose(["ar"])
    QTest.keyClick(made.what, Qt.Key.Key_Return)


def said(room: OffersPanel) -> list[str]:
    """Give what stands in the room."""
    return [part.text() for part in room.findChildren(QLabel) if part.isVisible()]


def test_an_offer_is_written_down_found_and_changed(room: OffersPanel, around: Surroundings) -> None:
    assert "No offer yet" in said(room)
    write(room, "tolken <b>&")
    (offer,) = kept.listed()
    assert (offer.what, offer.languages, offer.contact, offer.contact_until) == ("tolken <b>&", ("ar",), "", None)
    assert list(room.cards) == [offer.id]
    room.presenter.search("naaien")
    assert room.cards == {}
    room.presenter.search("TOLK")
    room.presenter.change(offer.id)
    made = form(room)
    made.free.setText("op dinsdag")
    made.press()
    assert kept.get(offer.id).free == "op dinsdag"
    room.presenter.remove(offer.id)
    assert kept.listed() == []
    around.work.undo()
    assert [one.what for one in kept.listed()] == ["tolken <b>&"]


def test_a_contact_is_told_to_be_there_and_seen_only_in_the_form(room: OffersPanel) -> None:
    write(room, "naaien", "0470 12 34 56")
    (offer,) = kept.listed()
    assert offer.contact_until is not None
    assert offer.contact_until > DAY + timedelta(days=300)
    assert "0470" not in " ".join(said(room))
    room.presenter.change(offer.id)
    assert form(room).contact.text() == "0470 12 34 56"


def test_a_house_that_keeps_no_contacts_asks_for_none(room: OffersPanel) -> None:
    for place in places.listed():
        places.change(place.id, None, level="pseudonym")
    room.presenter.refresh()
    room.new.click()
    assert not form(room).form.has("contact")


@pytest.mark.parametrize(
    ("what", "until", "says"),
    [
        (" ", "", "There is no text yet. Type what was said and try again."),
        ("x" * 400, "", "This text is too long. Make it shorter; what you typed is still there."),
        ("naaien", "31/02/2027", "“31/02/2027” is not a date. Type it like 25/11/2026."),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_lost(room: OffersPanel, what: str, until: str, says: str) -> None:
    room.new.click()
    made = form(room)
    made.what.setText(what)
    made.contact.setText("0470")
    if until:
        made.until.typed.setText(until)
    made.press()
    assert made.is_open
    assert says in [part.text() for part in made.findChildren(QLabel)]
    assert made.what.text() == what
    assert kept.listed() == []
