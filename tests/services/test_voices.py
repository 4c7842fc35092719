"""Voices over a real database in memory: hearing, answering, telling back, the board, and undo of every act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Function
from meetingplace.domain.voices import Channel, Kind, Rung, ToldHow, Voice, VoiceState
from meetingplace.services import changes, voice_forms, voices
from meetingplace.services.changes import Act, Changes, Topic
from meetingplace.storage import sessions, voices as stored
from tests.makers import DAY, make_family, make_member, make_place, make_session

NOW = datetime(2026, 10, 27, 9, 10)
WORDS = "نتمنى مكانًا هادئًا للرضاعة."


@pytest.fixture
def place(house: None) -> int:
    """Make a place."""
    return make_place()


def heard(words: str = WORDS, days: int = 0, **more: object) -> Voice:
    """Write a voice down that was heard so many days ago."""
    made = voices.hear(words=words, now=NOW - timedelta(days=days), **more).made  # type: ignore[arg-type]
    assert made is not None
    return stored.get(made)


def refuses(reason: Reason, act: Callable[[], object]) -> Refused:
    """Check that an act is refused for a reason."""
    with pytest.raises(Refused) as refused:
        act()
    assert refused.value.reason is reason
    return refused.value


def test_a_voice_keeps_the_parents_own_words_and_waits_from_now(place: int) -> None:
    samira = make_member()
    done = voices.hear(
        words=f"  {WORDS}\r\nشكرًا <b>&  ",
        language="ar",
        kind=Kind.IDEA,
        now=NOW,
        translation="Een rustige plek.",
        channel=Channel.GROUP,
        theme=" ruimte \n",
        functions=[Function.PRACTICAL, Function.PRACTICAL],
        place_id=place,
        follower_id=samira,
    )
    assert (done.act, done.topics, done.facts["kind"]) == (Act.VOICE_HEARD, {Topic.VOICES}, Kind.IDEA)
    assert done.made is not None
    voice = stored.get(done.made)
    assert voice.words == f"{WORDS}\nشكرًا <b>&"
    assert (voice.heard_on, voice.state, voice.waits) == (DAY, VoiceState.HEARD, True)
    assert (voice.translation_state, voice.theme, voice.functions) == ("human", "ruimte", (Function.PRACTICAL,))
    assert (voice.channel, voice.kind, voice.place_id, voice.follower_id) == (Channel.GROUP, Kind.IDEA, place, samira)


def test_a_voice_heard_at_a_session_has_its_place_and_its_day(place: int) -> None:
    other = make_place("Bonnevie")
    session = make_session(other, day=DAY - timedelta(days=6))
    voice = heard(session_id=session, place_id=place)
    assert (voice.place_id, voice.heard_on, voice.session_id) == (other, DAY - timedelta(days=6), session)
    coming = make_session(other, day=DAY + timedelta(days=1))
    assert heard(session_id=coming).heard_on == DAY  # nobody has heard anything tomorrow


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (Reason.TEXT_MISSING, {"words": " \n\t "}),
        (Reason.TEXT_TOO_LONG, {"words": "a" * 10_000}),
        (Reason.TEXT_TOO_LONG, {"words": "a", "translation": "b" * 5_001}),
        (Reason.TEXT_TOO_LONG, {"words": "a", "theme": "b" * 301}),
        (Reason.LANGUAGE_UNKNOWN, {"words": "a", "language": "xx"}),
        (Reason.NOT_FOUND, {"words": "a", "session_id": 99}),
        (Reason.NOT_FOUND, {"words": "a", "place_id": 99}),
        (Reason.NOT_FOUND, {"words": "a", "follower_id": 99}),
    ],
)
def test_what_cannot_be_written_down_is_refused_and_nothing_is_saved(
    place: int, reason: Reason, told: dict[str, object]
) -> None:
    refuses(reason, lambda: voices.hear(now=NOW, **told))  # type: ignore[arg-type]
    assert stored.listed() == []


def test_words_that_look_like_a_formula_or_are_emoji_stay_as_they_are(place: int) -> None:
    for words in ("=1+1", "👶🏽❤️", "\u202bمرحبا\u202c", "<script>"):
        assert heard(words).words == words


def test_change_writes_what_was_told_and_leaves_what_became_of_it(place: int) -> None:
    voice = heard(translation="Stil", language="ar")
    voices.answer(voice.id, voice.version, VoiceState.DISCUSSED, "We kijken")
    now_is = stored.get(voice.id)
    voices.translation_was_read(voice.id, now_is.version)
    now_is = stored.get(voice.id)
    assert now_is.translation_state == "checked"
    voices.change(replace(now_is, theme="rust", state=VoiceState.DONE, answer="weg"))
    changed = stored.get(voice.id)
    assert (changed.theme, changed.state, changed.answer) == ("rust", VoiceState.DISCUSSED, "We kijken")
    assert changed.translation_state == "checked"
    voices.change(replace(changed, translation="Een stille plek"))
    assert stored.get(voice.id).translation_state == "human"
    refuses(Reason.TEXT_MISSING, lambda: voices.change(replace(stored.get(voice.id), words=" ")))
    refuses(Reason.CHANGED_MEANWHILE, lambda: voices.change(replace(changed, theme="te laat")))


def test_not_possible_asks_for_its_reason_and_every_voice_may_move_back(place: int) -> None:
    voice = heard()
    refuses(Reason.REASON_MISSING, lambda: voices.move(voice.id, voice.version, VoiceState.NOT_POSSIBLE))
    for state in (VoiceState.PLANNED, VoiceState.DONE, VoiceState.HEARD):
        voices.move(voice.id, stored.get(voice.id).version, state)
        assert stored.get(voice.id).state is state
    refuses(Reason.STATE_NOT_ALLOWED, lambda: voices.move(voice.id, stored.get(voice.id).version, VoiceState.HEARD))
    voices.answer(voice.id, stored.get(voice.id).version, VoiceState.DISCUSSED, "Te duur")
    voices.move(voice.id, stored.get(voice.id).version, VoiceState.NOT_POSSIBLE)
    assert stored.get(voice.id).answer == "Te duur"


def test_an_answer_is_a_decision_with_its_reason_in_two_languages(place: int) -> None:
    voice, nele = heard(), make_member("Nele")
    refuses(Reason.REASON_MISSING, lambda: voices.answer(voice.id, voice.version, VoiceState.NOT_POSSIBLE, " "))
    refuses(Reason.TEXT_MISSING, lambda: voices.answer(voice.id, voice.version, VoiceState.DONE, " "))
    refuses(Reason.STATE_NOT_ALLOWED, lambda: voices.answer(voice.id, voice.version, VoiceState.HEARD, "ja"))
    refuses(Reason.TEXT_TOO_LONG, lambda: voices.answer(voice.id, voice.version, VoiceState.DONE, "a" * 10_000))
    assert stored.get(voice.id) == voice
    voices.answer(voice.id, voice.version, VoiceState.NOT_POSSIBLE, " Geen lokaal vrij. ", " لا توجد قاعة ", nele)
    decided = stored.get(voice.id)
    assert (decided.state, decided.answer) == (VoiceState.NOT_POSSIBLE, "Geen lokaal vrij.")
    assert (decided.answer_in_language, decided.follower_id, decided.waits) == ("لا توجد قاعة", nele, False)


def test_it_is_told_back_only_when_there_is_an_answer_and_never_tomorrow(place: int) -> None:
    voice = heard(days=10)
    tell = lambda day: voices.tell_back(voice.id, stored.get(voice.id).version, ToldHow.GROUP, day, NOW)  # noqa: E731
    refuses(Reason.TEXT_MISSING, lambda: tell(DAY))
    voices.answer(voice.id, voice.version, VoiceState.DONE, "Er is nu een hoekje.")
    for day in (DAY + timedelta(days=1), DAY - timedelta(days=11)):
        assert refuses(Reason.DAY_OUTSIDE, lambda day=day: tell(day)).facts["last"] == DAY
    tell(DAY - timedelta(days=1))
    told = stored.get(voice.id)
    assert (told.told_on, told.told_how) == (DAY - timedelta(days=1), ToldHow.GROUP)


def every_act(voice: Voice, member: int) -> list[Callable[[], Changes]]:
    """List every act on a voice."""
    id, version = voice.id, voice.version
    return [
        lambda: voices.change(replace(voice, words="Anders", theme="rust")),
        lambda: voices.translation_was_read(id, version),
        lambda: voices.hand_to(id, version, member),
        lambda: voices.set_rung(id, version, Rung.DECIDING_TOGETHER),
        lambda: voices.move(id, version, VoiceState.PLANNED),
        lambda: voices.answer(id, version, VoiceState.DONE, "Ja"),
        lambda: voices.remove(id, version),
    ]


@pytest.mark.parametrize("number", range(7))
def test_every_act_can_be_undone_and_refuses_to_overwrite(place: int, number: int) -> None:
    member, session = make_member(), make_session(place)
    first = heard(translation="Stil")
    stored.change(replace(first, sessions=(session,)), None)
    before = stored.get(first.id)
    done = every_act(before, member)[number]()
    assert stored.listed() != [before]
    assert done.undo is not None
    taken_back = changes.undo(done.undo)
    assert stored.listed() == [before]
    assert taken_back.undo is not None
    changes.undo(taken_back.undo)
    assert stored.listed() != [before]


@pytest.mark.parametrize("number", range(7))
def test_no_act_overwrites_what_somebody_else_did_meanwhile(place: int, number: int) -> None:
    member = make_member()
    seen = heard(translation="Stil")
    voices.set_rung(seen.id, seen.version, Rung.INFORMED)
    refuses(Reason.CHANGED_MEANWHILE, every_act(seen, member)[number])


def test_hearing_and_telling_back_can_be_undone(place: int) -> None:
    done = voices.hear(words="Ja", now=NOW)
    assert done.undo is not None
    changes.undo(done.undo)
    assert stored.listed() == []
    voice = heard()
    voices.answer(voice.id, voice.version, VoiceState.DONE, "Ja")
    told = voices.tell_back(voice.id, stored.get(voice.id).version, ToldHow.POSTER, DAY, NOW)
    assert told.undo is not None
    changes.undo(told.undo)
    assert stored.get(voice.id).told_on is None


def test_who_follows_it_up_and_the_rung_are_written(place: int) -> None:
    voice, nele = heard(), make_member("Nele")
    voices.hand_to(voice.id, voice.version, nele)
    voices.set_rung(voice.id, stored.get(voice.id).version, Rung.THINKING_ALONG)
    assert (stored.get(voice.id).follower_id, stored.get(voice.id).rung) == (nele, Rung.THINKING_ALONG)
    refuses(Reason.NOT_FOUND, lambda: voices.hand_to(voice.id, stored.get(voice.id).version, 99))
    voices.hand_to(voice.id, stored.get(voice.id).version, None)
    assert stored.get(voice.id).follower_id is None


def columns(board: voices.VoicesBoard) -> dict[VoiceState, list[str]]:
    """Give the words of each column."""
    return {column.state: [told.voice.words for told in column.voices] for column in board.columns}


def test_the_board_says_who_waits_longest_and_who_too_long(place: int) -> None:
    for words, days in (("Kort", 3), ("Lang", 16), ("Net niet", 14)):
        heard(words, days)
    done = heard("Gedaan", 40)
    voices.move(done.id, done.version, VoiceState.DONE)
    board = voices.voices_board(NOW)
    assert columns(board)[VoiceState.HEARD] == ["Lang", "Net niet", "Kort"]
    assert columns(board)[VoiceState.DONE] == ["Gedaan"]
    assert [column.number for column in board.columns] == [3, 0, 0, 1, 0]
    waiting = board.columns[0].voices
    assert [(told.days, told.waits_too_long) for told in waiting] == [(16, True), (14, False), (3, False)]
    assert (board.waiting, board.oldest_waiting, board.today) == (3, waiting[0].voice.id, DAY)
    assert not board.is_empty


def test_the_board_names_who_follows_up_and_the_sessions_that_came_from_it(place: int) -> None:
    nele = make_member("Nele")
    voice = heard(follower_id=nele)
    later, sooner = make_session(place, day=date(2026, 11, 20), title="Later"), make_session(place, title="Eerst")
    stored.change(replace(voice, sessions=(later, sooner)), None)
    told = voices.voices_board(NOW).columns[0].voices[0]
    assert told.follower is not None
    assert told.follower.name == "Nele"
    assert [session.activity.title for session in told.sessions] == ["Eerst", "Later"]
    page = voices.voice_board(voice.id, NOW)
    assert [member.name for member in page.team] == ["Nele"]
    assert [session.id for session in page.told.sessions] == [sooner, later]
    refuses(Reason.NOT_FOUND, lambda: voices.voice_board(99, NOW))


def test_search_folds_accents_and_case_and_looks_at_words_translation_and_theme(place: int) -> None:
    heard("Çocuklar için şarkı", language="tr", translation="Liedjes voor kinderen", theme="Taal")
    heard("Mag oma ook komen?", theme="uren")
    heard("=1+1 100% <b>")

    def found(words: str, language: str = "") -> list[str]:
        return columns(voices.voices_board(NOW, None, words, language))[VoiceState.HEARD]

    assert found("COCUKLAR sarki") == ["Çocuklar için şarkı"]
    assert found("liedjes taal") == ["Çocuklar için şarkı"]
    assert found("uren") == ["Mag oma ook komen?"]
    assert found("100%") == ["=1+1 100% <b>"]
    assert found("oma liedjes") == []
    assert found("", "tr") == ["Çocuklar için şarkı"]
    board = voices.voices_board(NOW, None, "nergens")
    assert (board.waiting, board.oldest_waiting, board.is_empty) == (0, None, False)
    assert board.languages == ("nl", "tr")


def test_the_board_follows_the_place_and_keeps_voices_of_no_place(place: int) -> None:
    other = make_place("Bonnevie")
    heard("hier", place_id=place)
    heard("daar", place_id=other)
    heard("nergens")
    assert columns(voices.voices_board(NOW, place))[VoiceState.HEARD] == ["hier", "nergens"]
    assert voices.voices_board(NOW, other).waiting == 2


def test_a_long_column_shows_its_first_cards_and_more_when_asked(place: int) -> None:
    for number in range(8):
        voice = heard(f"stem {number}", days=number)
        voices.move(voice.id, voice.version, VoiceState.DONE)
    done = voices.voices_board(NOW).columns[3]
    assert (done.number, [told.voice.words for told in done.voices]) == (8, [f"stem {n}" for n in range(5)])
    more = voices.voices_board(NOW, more={VoiceState.DONE: 50}).columns[3]
    assert len(more.voices) == 8


def test_an_empty_house_has_an_empty_board(place: int) -> None:
    board = voices.voices_board(NOW)
    assert board.is_empty
    assert [column.state for column in board.columns] == list(VoiceState)


def test_the_form_offers_the_languages_of_the_house_and_sessions_of_late(place: int) -> None:
    make_family(languages=["so"])
    today = make_session(place, start=NOW.time(), title="Nu")
    make_session(place, day=DAY + timedelta(days=1), title="Morgen")
    last_week = make_session(place, day=DAY - timedelta(days=7), title="Vorige week")
    cancelled = make_session(place, day=DAY - timedelta(days=1), title="Weg")
    sessions.change(cancelled, None, state="cancelled", reason="ziek")
    long_ago = make_session(place, day=DAY - timedelta(days=60), title="Lang geleden")
    heard(theme="ruimte")
    heard(theme="ruimte")
    make_member("Weg", is_active=False)
    board = voice_forms.form_board(NOW)
    assert board.languages[:3] == ("so", "fr", "en")
    assert [session.id for session in board.sessions] == [today, last_week]
    assert (board.themes, board.team) == (("ruimte",), ())
    known = voice_forms.form_board(NOW, None, long_ago)
    assert (known.session_id, known.sessions[0].id) == (long_ago, long_ago)
    voice = heard(session_id=last_week)
    changing = voice_forms.form_board(NOW, None, None, voice.id)
    assert changing.voice is not None
    assert (changing.voice.id, changing.session_id) == (voice.id, last_week)
