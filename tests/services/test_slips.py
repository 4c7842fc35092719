"""Referral slips over a real house: for which partner, in which languages, and what is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services import slips
from meetingplace.storage import partners
from tests.documents import reading
from tests.makers import make_house

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def partner(house: None) -> int:
    """Make a house with a partner that parents are referred to."""
    make_house("Huis Kersenhof", phone="02 555 01 23", languages=("nl", "bn", "tr"))
    return partners.add(name="De Wieg", is_referral=True, hours="elke dag", price="Gratuit", stop="bus 86")


def reason_of(act: Callable[[], object]) -> Reason:
    """Give the reason for which an act is refused."""
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.reason


def test_partners_to_refer_to_and_the_languages_of_the_house_come_first(partner: int) -> None:
    other = partners.add(name="Bibliotheek", is_referral=False)
    choices = slips.slip_choices()
    assert choices.partners == ((partner, "De Wieg"),)
    assert choices.languages[:3] == ("nl", "tr", "fr")  # nobody wrote phrases in Somali yet
    assert slips.slip_choices(other).partners == ((other, "Bibliotheek"), (partner, "De Wieg"))


def test_the_slip_tells_what_the_house_knows_of_the_partner(partner: int) -> None:
    words = reading.words(slips.referral_slip(partner, "tr"))
    for text in ("Huis Kersenhof", "02 555 01 23", "De Wieg", "elke dag", "bus 86", "gratis", "ücretsiz"):
        assert text in words
    assert "Gratuit" not in words


def test_dutch_alone_is_one_language(partner: int) -> None:
    assert {line.language for line in reading.lines(slips.referral_slip(partner, "nl"))} == {"nl"}


def test_a_slip_that_cannot_be_made_is_refused(partner: int) -> None:
    assert reason_of(lambda: slips.referral_slip(partner, "bn")) is Reason.LANGUAGE_UNKNOWN
    assert reason_of(lambda: slips.referral_slip(99, "nl")) is Reason.NOT_FOUND
