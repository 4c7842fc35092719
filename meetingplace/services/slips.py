"""Referral slips: for a partner, in Dutch and in the language of the parent; nobody's name is on them."""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.documents import referral_slip as paper
from meetingplace.documents.moods import Mood
from meetingplace.documents.referral_slip import ReferralSlip
from meetingplace.domain.language import PAPER
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.typed_text import folded
from meetingplace.i18n import phrases
from meetingplace.i18n.catalog import translator
from meetingplace.services.organisation import the_house
from meetingplace.storage import partners


@dataclass(frozen=True)
class SlipChoices:
    """For whom a slip can be made: partners by name; and the languages of paper, those of the house first."""

    partners: tuple[tuple[int, str], ...]
    languages: tuple[str, ...]


def slip_choices(partner_id: int | None = None) -> SlipChoices:
    """List to whom parents are referred, and this partner in any case."""
    listed = [
        (one.id, one.name)
        for one in partners.listed(with_inactive=True)
        if (one.is_active and one.is_referral) or one.id == partner_id
    ]
    own = [code for code in the_house().languages if code in PAPER]
    return SlipChoices(tuple(listed), tuple(dict.fromkeys(["nl", *own, *PAPER])))


def referral_slip(partner_id: int, language: str) -> bytes:
    """Make the slip for a partner as PDF of one page, in Dutch and in a language beside it ("nl": Dutch alone).

    Refuses NOT_FOUND, LANGUAGE_UNKNOWN, TEXT_TOO_LONG and LETTERS_MISSING.
    """
    if language not in PAPER:
        raise Refused(Reason.LANGUAGE_UNKNOWN, language=language[:40])
    house, partner = the_house(), partners.get(partner_id)
    slip = ReferralSlip(
        house_name=house.name,
        house_phone=house.phone,
        partner=partner.name,
        address=partner.address,
        phone=partner.phone,
        stop=partner.stop,
        hours=partner.hours,
        price=partner.price,
        is_free=_is_free(partner.price),
        mood=Mood(house.mood),
        mark=house.picture,
    )
    beside = translator("paper", language) if language != "nl" else None
    return paper.referral_slip(slip, translator("paper", "nl"), beside)


def _is_free(price: str) -> bool:
    """Tell whether a price says, in a language of paper, that nothing is paid: then the slip can say it in both."""
    return folded(price) in {folded(phrases.price(translator("paper", code), 0)) for code in PAPER}
