"""The code on a paper list: 794-44 is the example of ISO 7064 itself."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, strategies as st

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sheet_code import code_of, session_of

sessions = st.integers(min_value=1, max_value=10**9)


def test_the_example_of_the_standard() -> None:
    assert code_of(794) == "794-44"


@pytest.mark.parametrize("typed", ["794-44", "79444", " 794 – 44 ", "794.44", "7 9 4 4 4"])
def test_it_is_read_as_people_type_it(typed: str) -> None:
    assert session_of(typed) == 794


@pytest.mark.parametrize("typed", ["", "44", "794-45", "749-44", "-", "abc", "794-4４", "9" * 10_000, "00"])
def test_what_is_no_code_is_refused_with_what_was_typed(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        session_of(typed)
    assert refused.value.reason is Reason.SHEET_CODE_WRONG
    assert refused.value.facts["typed"] == typed.strip()[:20]


@given(sessions)
def test_every_session_is_found_again(session_id: int) -> None:
    assert session_of(code_of(session_id)) == session_id


@given(sessions, st.data())
def test_a_wrong_digit_never_leads_to_another_session(session_id: int, data: st.DataObject) -> None:
    digits = code_of(session_id).replace("-", "")
    place = data.draw(st.integers(0, len(digits) - 1))
    other = data.draw(st.sampled_from("0123456789"))
    assume(other != digits[place])
    with pytest.raises(Refused):
        session_of(digits[:place] + other + digits[place + 1 :])


@given(sessions, st.data())
def test_two_digits_that_changed_places_never_lead_to_another_session(session_id: int, data: st.DataObject) -> None:
    digits = code_of(session_id).replace("-", "")
    place = data.draw(st.integers(0, len(digits) - 2))
    assume(digits[place] != digits[place + 1])
    turned = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    with pytest.raises(Refused):
        session_of(turned)
