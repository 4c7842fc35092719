"""What every backend must do alike with what was handed out in calendar files: a part of the contract."""

from __future__ import annotations

from datetime import date, time

from meetingplace.storage import database, published, sessions
from tests.makers import make_place, make_session

NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))


def told(session_id: int, day: date = date(2026, 11, 3)) -> None:
    """Note that a session was handed out."""
    what = {"title": "عطلة 🎈 <b>", "place": sessions.get(session_id).activity.place_id, "told": '[{"a": "é"}]'}
    when = {"day": day, "start": time(9, 30), "end": time(12)}
    published.add(uid=f"{session_id}@x", session=session_id, **what, **when)


class PublishedContract:
    """Events of calendar files."""

    def test_what_was_told_comes_back_as_it_was_noted(self, house: None) -> None:
        session = make_session(make_place(), day=date(2026, 11, 3))
        with database.transaction():
            told(session)
        (one,) = published.of_sessions([session, session + 1]).values()
        assert (one.uid, one.session_id, one.sequence) == (f"{session}@x", session, 0)
        assert (one.told, one.title, one.day, one.start) == (
            '[{"a": "é"}]', "عطلة 🎈 <b>", date(2026, 11, 3), time(9, 30),
        )  # fmt: skip
        assert published.sessions_by_uid([f"{session}@x", "nobody", f"{session}@x"]) == {f"{session}@x": session}
        assert published.sessions_by_uid([]) == published.of_sessions([]) == {}

    def test_a_session_that_is_taken_away_leaves_its_event_behind(self, house: None) -> None:
        session = make_session(make_place(), day=date(2026, 11, 3))
        with database.transaction():
            told(session)
        assert published.left_behind(*NOVEMBER) == []
        with database.transaction():
            sessions.remove(session)
        (one,) = published.left_behind(*NOVEMBER)
        assert (one.uid, one.session_id) == (f"{session}@x", None)
        assert published.left_behind(date(2026, 11, 4), NOVEMBER[1]) == []
        assert published.sessions_by_uid([one.uid]) == {}

    def test_what_was_ever_told_otherwise_may_have_been_told_of_any_period(self, house: None) -> None:
        place = make_place()
        inside, outside, moved = (make_session(place, title=title) for title in "abc")
        with database.transaction():
            told(inside)
            told(outside, date(2026, 12, 1))
            told(moved, date(2026, 12, 8))
            published.change(published.of_sessions([moved])[moved].id, sequence=1)
        assert [one.session_id for one in published.perhaps_told(*NOVEMBER)] == [inside, moved]
