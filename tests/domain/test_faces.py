"""Faces of the corner and of paper give one count; a subject counts once for each person. Worked out by hand."""

from __future__ import annotations

from datetime import date

from hypothesis import given, strategies as st

from meetingplace.domain import faces
from meetingplace.domain.faces import Face, FacesGiven, Subject
from meetingplace.domain.voices import Channel

DAY = date(2026, 11, 10)


def test_screen_and_paper_give_one_count():
    count = faces.counted(
        [
            FacesGiven(1, DAY, Face.GREAT, (Subject.PLAY, Subject.WELCOME)),
            FacesGiven(2, DAY, Face.GREAT, (Subject.PLAY, Subject.PLAY)),
            FacesGiven(3, DAY, Face.BAD, (Subject.HOURS,)),
            FacesGiven(4, DAY, Face.GREAT, channel=Channel.PAPER, number=9),
            FacesGiven(5, DAY, Face.ALL_RIGHT, channel=Channel.PAPER, number=2),
        ]
    )
    assert [count.of(face) for face in Face] == [11, 0, 2, 0, 1]
    assert (count.of(Face.GREAT, Channel.CORNER), count.of(Face.GREAT, Channel.PAPER)) == (2, 9)
    assert count.total == 14
    assert count.subjects == {(Subject.PLAY, True): 2, (Subject.WELCOME, True): 1, (Subject.HOURS, False): 1}


def test_only_the_two_best_faces_are_asked_what_was_good():
    assert [face.is_glad for face in Face] == [True, True, False, False, False]


some = st.lists(
    st.builds(
        FacesGiven,
        st.just(0),
        st.just(DAY),
        st.sampled_from(Face),
        st.lists(st.sampled_from(Subject), max_size=3).map(tuple),
        channel=st.sampled_from([Channel.CORNER, Channel.PAPER]),
        number=st.integers(1, 20),
    )
)


@given(some)
def test_it_counts_as_one_would_on_the_fingers(given_faces: list[FacesGiven]):
    count = faces.counted(given_faces)
    people = [one for one in given_faces for _finger in range(one.number)]
    assert count.total == len(people)
    for face in Face:
        for channel in (Channel.CORNER, Channel.PAPER):
            assert count.of(face, channel) == len(
                [one for one in people if one.face is face and one.channel is channel]
            )
    for subject in Subject:
        glad = [one for one in people if subject in one.subjects and one.face in (Face.GREAT, Face.GOOD)]
        assert count.subjects[subject, True] == len(glad)
