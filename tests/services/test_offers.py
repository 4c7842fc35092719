"""Help that parents offer, and the end of what they left to be reached by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from meetingplace.domain.offers import Offer
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.voices import Voice
from meetingplace.services import offers
from meetingplace.storage import offers as kept, places, voices
from tests.makers import DAY, make_house, make_place

SEWING = Offer(0, DAY, "  naaien   en verstellen ", "op dinsdag", ("nl", "ar", "nl"))


@pytest.fixture
def place(house: None) -> int:
    """Make a house with one place where contacts may be kept."""
    make_house()
    made = make_place()
    places.change(made, None, level="contact")
    return made


def refused(verb: Callable[[], object]) -> Reason:
    """Give why something is refused."""
    with pytest.raises(Refused) as why:
        verb()
    return why.value.reason


def test_an_offer_is_written_down_and_found(place: int):
    voice = voices.add(Voice(0, DAY, "Ik kan naaien"))
    made = offers.add(replace(SEWING, voice_id=voice, place_id=place), DAY).made or 0
    found = kept.get(made)
    assert (found.what, found.languages, found.voice_id) == ("naaien en verstellen", ("nl", "ar"), voice)
    assert [one.id for one in offers.offers_board(place, "DINSDAG naai").offers] == [made]
    assert offers.offers_board(place, "koken").offers == ()
    assert offers.offers_board(make_place("Bonnevie")).offers == ()


def test_it_stays_of_the_day_on_which_it_was_offered(place: int):
    made = offers.add(SEWING, DAY).made or 0
    offers.change(replace(kept.get(made), what="tolken"), DAY + timedelta(days=9))
    assert (kept.get(made).what, kept.get(made).offered_on) == ("tolken", DAY)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"what": " "}, Reason.TEXT_MISSING),
        ({"what": "x" * 301}, Reason.TEXT_TOO_LONG),
        ({"languages": ("xx",)}, Reason.LANGUAGE_UNKNOWN),
        ({"voice_id": 99}, Reason.NOT_FOUND),
        ({"place_id": 99}, Reason.NOT_FOUND),
        ({"contact": "0470"}, Reason.CONTACT_END_MISSING),
        ({"contact": "0470", "contact_until": DAY - timedelta(days=1)}, Reason.DAY_OUTSIDE),
        ({"contact": "0470", "contact_until": DAY + timedelta(days=367)}, Reason.DAY_OUTSIDE),
    ],
)
def test_what_cannot_be_is_refused(place: int, changes: dict[str, object], reason: Reason):
    assert refused(lambda: offers.add(replace(SEWING, **changes), DAY)) is reason  # type: ignore[arg-type]
    assert kept.listed() == []


def test_no_contact_is_kept_where_the_house_keeps_none(place: int):
    places.change(place, None, level="pseudonym")
    offer = replace(SEWING, contact="0470", contact_until=DAY)
    assert refused(lambda: offers.add(offer, DAY)) is Reason.CONTACT_NOT_KEPT
    assert not offers.offers_board().keeps_contacts


def test_a_contact_ends_and_the_offer_stays(place: int):
    made = offers.add(replace(SEWING, contact="0470", contact_until=DAY), DAY).made or 0
    assert offers.forget_old_contacts(DAY) == 0
    assert offers.forget_old_contacts(DAY + timedelta(days=1)) == 1
    assert (kept.get(made).contact, kept.get(made).contact_until) == ("", None)
    assert kept.get(made).what == "naaien en verstellen"


def test_somebody_else_may_have_changed_it(place: int):
    made = offers.add(SEWING, DAY).made or 0
    seen = kept.get(made)
    offers.change(replace(seen, free="op woensdag"), DAY)
    assert refused(lambda: offers.remove(made, seen.version)) is Reason.CHANGED_MEANWHILE
    offers.remove(made, kept.get(made).version)
    assert kept.listed() == []
