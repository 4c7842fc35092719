"""What the voices screen says, asks and does, over a real database and without any window."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Function
from meetingplace.domain.voices import Channel, Kind, Rung, ToldHow, Voice, VoiceState
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import changes, voices
from meetingplace.settings import Settings
from meetingplace.storage import voices as stored
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.work import InlineWork
from meetingplace.ui.voices.filtering.shown import OnlyShown
from meetingplace.ui.voices.presenter import FOLLOWS, Presenter
from meetingplace.ui.voices.shown import (
    AnswerDraft,
    AnswerShown,
    BoardShown,
    CardShown,
    FormShown,
    PageShown,
    Strip,
    TellShown,
    Tint,
    VoiceDraft,
)
from tests.makers import DAY, make_member, make_place, make_session

NOW = datetime(2026, 10, 27, 9, 10)
ARABIC = "نتمنى مكانًا هادئًا للرضاعة."


class Screen:
    """Remembers what it was asked to show."""

    board: BoardShown
    page: PageShown | None = None
    form: FormShown | None = None
    answer: AnswerShown | None = None
    tell: TellShown | None = None
    filter: OnlyShown | None = None
    hanging: tuple[int, bool] | None = None
    joining: int | None = None

    def __init__(self) -> None:
        self.wrong: list[tuple[str, str]] = []
        self.closed = 0
        self.emptied = 0

    def show_board(self, shown: BoardShown) -> None:
        self.board = shown

    def show_page(self, shown: PageShown) -> None:
        self.page = shown

    def close_page(self) -> None:
        self.page = None

    def show_form(self, shown: FormShown) -> None:
        self.form = shown

    def show_answer(self, shown: AnswerShown) -> None:
        self.answer = shown

    def show_tell(self, shown: TellShown) -> None:
        self.tell = shown

    def show_wrong(self, field: str, said: str) -> None:
        self.wrong.append((field, said))

    def close_form(self) -> None:
        self.closed += 1

    def clear_search(self) -> None:
        self.emptied += 1

    def open_filter(self, shown: OnlyShown) -> None:
        self.filter = shown

    def open_hanging(self, voice_id: int, hangs: bool) -> None:
        self.hanging = (voice_id, hangs)

    def open_joining(self, voice_id: int) -> None:
        self.joining = voice_id


class Day:
    """A presenter with its screen, and everything that it says and does."""

    def __init__(self, place_id: int | None = None, host: int = 0) -> None:
        self.said: list[str] = []
        self.went: list[tuple[str, dict[str, Any]]] = []
        self.refused: list[Refused] = []
        bulletin = Bulletin()
        self.work = InlineWork(bulletin, say_refusal=self.refused.append)
        around = SimpleNamespace(
            work=self.work,
            words=translator("app", "en"),
            formats=Formats("en"),
            clock=lambda: NOW,
            place=SimpleNamespace(id=place_id),
            settings=SimpleNamespace(current=Settings(host=host)),
            go=lambda screen, **what: self.went.append((screen, what)),
            say=lambda text, **_more: self.said.append(text),
        )
        self.screen = Screen()
        self.presenter = Presenter(cast(Any, around), self.screen)
        bulletin.follow(FOLLOWS, self.presenter.refresh)
        self.presenter.open()

    def cards(self, state: VoiceState = VoiceState.HEARD) -> tuple[CardShown, ...]:
        return next(column.cards for column in self.screen.board.columns if column.state is state)

    def card(self, state: VoiceState = VoiceState.HEARD) -> CardShown:
        return self.cards(state)[0]


def tell(words: str = ARABIC, days: int = 0, **more: Any) -> Voice:
    """Write a voice down that was heard so many days ago."""
    made = voices.hear(words=words, now=NOW - timedelta(days=days), **more).made
    assert made is not None
    return stored.get(made)


def answered(words: str, state: VoiceState, answer: str, days: int = 5) -> Voice:
    voice = tell(words, days)
    voices.answer(voice.id, voice.version, state, answer)
    return stored.get(voice.id)


@pytest.fixture
def place(house: None) -> int:
    """Make a place."""
    return make_place()


# --- the board ---


def test_a_card_has_the_words_in_their_direction_with_language_age_kind_and_translation(place: int) -> None:
    tell(language="ar", days=16, translation="Een rustige plek.", kind=Kind.WISH, follower_id=make_member("Nele"))
    card = Day().card()
    assert (card.words.text, card.words.is_right_to_left, card.language) == (ARABIC, True, "العربية")
    assert (card.age, card.is_too_long, card.kind) == ("waits 16 days", True, "Wish")
    assert card.translation == "Een rustige plek."
    assert card.note == Strip(Tint.PLAIN, "account-outline", "by a person")
    assert [strip.text for strip in card.strips] == ["Nele follows it up"]
    assert card.spoken == f"العربية, {ARABIC}, Een rustige plek., Wish, waits 16 days, Nele follows it up"


@pytest.mark.parametrize(
    ("days", "age", "is_too_long"),
    [(0, "heard today", False), (1, "waits 1 day", False), (14, "waits 14 days", False), (15, "waits 15 days", True)],
)
def test_a_card_says_how_long_it_waits(place: int, days: int, age: str, is_too_long: bool) -> None:
    tell(days=days)
    card = Day().card()
    assert (card.age, card.is_too_long) == (age, is_too_long)


def test_only_the_oldest_that_waits_has_a_button(place: int) -> None:
    tell("jong", 2)
    tell("oud", 9)
    tell("ouder", 20)
    answered("oudst", VoiceState.DISCUSSED, "We kijken", 30)
    day = Day()
    assert [(card.words.text, card.answer) for card in day.cards()] == [
        ("ouder", "Give an answer"),
        ("oud", ""),
        ("jong", ""),
    ]
    assert day.card(VoiceState.DISCUSSED).answer == ""
    assert day.screen.board.waiting == "3 wait for an answer"
    assert [column.number for column in day.screen.board.columns] == ["3", "1", "0", "0", "0"]
    assert day.screen.board.columns[0].spoken == "Heard: 3 voices"


def test_not_possible_always_shows_the_reason_and_an_answer_whether_it_was_told(place: int) -> None:
    no = answered("opvang", VoiceState.NOT_POSSIBLE, "Ouders blijven erbij.")
    yes = answered("gordijn", VoiceState.DONE, "Het hangt er.")
    voices.tell_back(yes.id, yes.version, ToldHow.GROUP, DAY - timedelta(days=1), NOW)
    day = Day()
    assert [strip.text for strip in day.card(VoiceState.NOT_POSSIBLE).strips] == [
        "Ouders blijven erbij.",
        "Not told back yet",
    ]
    assert day.card(VoiceState.DONE).strips == (
        Strip(Tint.GOOD, "comment-check-outline", "Told Mon 26 Oct, in the group"),
    )
    assert day.card(VoiceState.NOT_POSSIBLE).age == "Thu 22 Oct"
    voices.tell_back(no.id, no.version, ToldHow.IN_PERSON, DAY, NOW)
    day.presenter.refresh()
    assert day.card(VoiceState.NOT_POSSIBLE).strips[1].text == "Told today, in person"


def test_what_is_done_without_an_answer_says_so_but_thanks_need_none(place: int) -> None:
    for kind in (Kind.WISH, Kind.THANKS):
        voice = tell(kind.value, kind=kind)
        voices.move(voice.id, voice.version, VoiceState.DONE)
    strips = {card.words.text: [strip.text for strip in card.strips] for card in Day().cards(VoiceState.DONE)}
    assert strips == {"wish": ["No answer yet"], "thanks": []}


def test_a_card_names_the_session_that_came_from_it(place: int) -> None:
    voice = tell()
    stored.change(
        Voice(**{**vars(voice), "sessions": (make_session(place, title="Koken & <b>", day=date(2026, 11, 3)),)}), None
    )
    assert Day().card().strips[0].text == "Koken & <b>\nTue 3 Nov, 9:30"


def test_a_series_from_a_voice_shows_what_comes_next_and_how_many_there_are(place: int) -> None:
    voice = tell()
    days = [DAY + timedelta(days=7 * week) for week in range(-2, 6)]
    sessions = tuple(make_session(place, title="Koken", day=day) for day in days)
    stored.change(Voice(**{**vars(voice), "sessions": sessions}), None)
    day = Day()
    assert day.card().strips[0].text == "Koken\ntoday, 9:30\n8 sessions in all"
    day.presenter.open_voice(voice.id)
    assert day.screen.page is not None
    assert [line.session_id for line in day.screen.page.sessions] == list(sessions[2:6])
    assert day.screen.page.more_sessions == "8 sessions in all"
    over = Voice(**{**vars(stored.get(voice.id)), "sessions": sessions[:2]})
    stored.change(over, None)
    day.presenter.refresh()
    assert day.card().strips[0].text == "Koken\nTue 20 Oct, 9:30\n2 sessions in all"
    assert day.screen.page.more_sessions == ""


def test_a_very_long_voice_begins_on_its_card_and_is_whole_on_its_page(place: int) -> None:
    words = "woord " * 600
    voice = tell(words)
    day = Day()
    assert day.card().words.text.startswith("woord woord")
    assert day.card().words.text.endswith("woord …")
    assert len(day.card().words.text) < 250
    day.presenter.open_voice(voice.id)
    assert day.screen.page is not None
    assert day.screen.page.words.text == words.strip()


def test_search_and_language_narrow_the_board_and_say_when_nothing_is_found(place: int) -> None:
    tell("Çay", language="tr")
    tell("Koffie", language="nl")
    day = Day()
    assert day.screen.board.languages == (("", "All languages"), ("tr", "Türkçe"), ("nl", "Nederlands"))
    day.presenter.typed("cay")
    assert [card.words.text for card in day.cards()] == ["Çay"]
    day.presenter.choose_language("nl")
    assert day.screen.board.found_nothing
    assert not day.screen.board.is_empty
    day.presenter.show_everything()
    assert len(day.cards()) == 2
    assert day.screen.emptied == 1


def test_an_empty_board_says_so(place: int) -> None:
    day = Day()
    assert day.screen.board.is_empty
    assert day.screen.board.waiting == ""
    tell()
    day.presenter.refresh()
    assert not day.screen.board.is_empty


def test_a_long_column_offers_more(place: int) -> None:
    for number in range(7):
        answered(f"stem {number}", VoiceState.DONE, "Ja")
    day = Day()
    done = day.screen.board.columns[3]
    assert (len(done.cards), done.number, done.more) == (5, "7", "Show all 7")
    day.presenter.show_more(VoiceState.DONE)
    done = day.screen.board.columns[3]
    assert (len(done.cards), done.more) == (7, "")


# --- one voice ---


def test_the_page_tells_everything_about_a_voice(place: int) -> None:
    nele, session = make_member("Nele"), make_session(place, title="Open ontmoeting")
    voice = tell(
        session_id=session,
        language="ar",
        channel=Channel.GROUP,
        theme="rust",
        functions=(Function.PRACTICAL,),
        follower_id=nele,
    )
    day = Day()
    day.presenter.open_voice(voice.id)
    page = day.screen.page
    assert page is not None
    assert page.line == "Wish · in a group · today · Open ontmoeting · Kuregem"
    assert (page.answer_heading, page.waits, page.may_tell, page.may_read) == ("No answer yet", True, False, False)
    assert page.age is not None
    assert page.age.text == "heard today"
    assert (page.theme, page.functions) == ("rust", ((Function.PRACTICAL, "Practical"),))
    assert (page.follower, page.followers) == (nele, ((None, "Nobody yet"), (nele, "Nele")))
    assert page.rung is Rung.ASKED
    day.presenter.close_voice()
    assert day.screen.page is None


def test_everything_on_the_page_is_saved_at_once(place: int) -> None:
    nele = make_member("Nele")
    voice = tell(translation="Stil")
    day = Day()
    day.presenter.open_voice(voice.id)
    day.presenter.hand_to(nele)
    day.presenter.set_rung(Rung.DOING_THEMSELVES)
    day.presenter.translation_was_read()
    day.presenter.move_here(VoiceState.PLANNED)
    saved = stored.get(voice.id)
    assert (saved.follower_id, saved.rung, saved.translation_state) == (nele, Rung.DOING_THEMSELVES, "checked")
    assert saved.state is VoiceState.PLANNED
    page = day.screen.page
    assert page is not None
    assert (page.follower, page.rung, page.may_read, page.state) == (
        nele,
        Rung.DOING_THEMSELVES,
        False,
        VoiceState.PLANNED,
    )
    for _step in range(4):
        day.work.undo()
    assert stored.get(voice.id) == voice


def test_a_session_is_planned_from_the_voice(place: int) -> None:
    voice = tell()
    day = Day()
    day.presenter.open_voice(voice.id)
    day.presenter.plan()
    day.presenter.open_session(7)
    assert day.went == [("planning", {"voice_id": voice.id}), ("planning", {"session_id": 7})]


def test_taking_a_voice_away_leads_back_to_the_board(place: int) -> None:
    voice = tell()
    day = Day()
    day.presenter.open_voice(voice.id)
    day.presenter.remove()
    assert day.screen.page is None
    assert day.screen.board.is_empty
    day.work.undo()
    assert stored.get(voice.id) == voice


def test_a_voice_that_is_gone_closes_its_page(place: int) -> None:
    day = Day()
    done = voices.hear(words="weg", now=NOW)
    day.presenter.open(voice_id=done.made)
    assert day.screen.page is not None
    assert done.undo is not None
    changes.undo(done.undo)
    day.presenter.refresh()
    assert day.screen.page is None


def test_dragging_to_not_possible_asks_for_the_reason_and_keeps_the_card(place: int) -> None:
    voice = tell()
    day = Day()
    day.presenter.move(voice.id, VoiceState.NOT_POSSIBLE)
    assert day.screen.answer is not None
    assert day.screen.answer.draft.decision is VoiceState.NOT_POSSIBLE
    assert stored.get(voice.id).state is VoiceState.HEARD
    day.presenter.move(voice.id, VoiceState.HEARD)  # dropped where it came from
    day.presenter.move(voice.id, VoiceState.DISCUSSED)
    assert stored.get(voice.id).state is VoiceState.DISCUSSED
    assert day.said == []


def test_moving_what_somebody_else_moved_says_so(place: int) -> None:
    voice = tell()
    day = Day()
    voices.move(voice.id, voice.version, VoiceState.DONE)
    day.presenter.move(voice.id, VoiceState.PLANNED)
    assert day.said == [
        "Somebody changed this at the same time. Nothing of theirs was overwritten: look and try again."
    ]
    assert [card.voice_id for card in day.cards(VoiceState.DONE)] == [voice.id]


# --- the forms ---


def test_a_new_voice_begins_with_the_host_and_the_language_of_the_program(place: int) -> None:
    samira = make_member()
    day = Day(host=samira)
    day.presenter.writing.write_down()
    assert day.screen.form is not None
    assert day.screen.form.draft == VoiceDraft(language="en", follower_id=samira)
    assert day.screen.form.sessions == ((None, "Not at a session"),)


def test_a_voice_heard_at_a_session_opens_with_it(place: int) -> None:
    session = make_session(place, day=DAY - timedelta(days=7))
    day = Day()
    day.presenter.open(session_id=session)
    assert day.screen.form is not None
    assert day.screen.form.draft.session_id == session
    assert day.screen.form.sessions[1] == (session, "Tue 20 Oct, 9:30 · Open ontmoeting · Kuregem")


def test_what_was_typed_is_written_down_at_the_place_in_view(place: int) -> None:
    day = Day(place)
    day.presenter.writing.write_down()
    day.presenter.writing.save(VoiceDraft(words="=1+1 <b>&", language="ar", kind=Kind.OFFER))
    assert day.screen.closed == 1
    saved = stored.listed()[0]
    assert (saved.words, saved.language, saved.kind, saved.place_id) == ("=1+1 <b>&", "ar", Kind.OFFER, place)
    assert [card.words.text for card in day.cards()] == ["=1+1 <b>&"]
    day.presenter.writing.write_down()
    assert day.screen.form is not None
    assert day.screen.form.draft.words == ""


@pytest.mark.parametrize(
    ("draft", "field", "said"),
    [
        (VoiceDraft(words=" \n"), "words", "There is no text yet. Type what was said and try again."),
        (
            VoiceDraft(words="a" * 10_000),
            "words",
            "This text is too long. Make it shorter; what you typed is still there.",
        ),
        (
            VoiceDraft(words="a", translation="b" * 10_000),
            "translation",
            "This text is too long. Make it shorter; what you typed is still there.",
        ),
        (
            VoiceDraft(words="a", theme="b" * 10_000),
            "theme",
            "This text is too long. Make it shorter; what you typed is still there.",
        ),
    ],
)
def test_what_is_wrong_is_said_under_its_field_and_nothing_typed_is_lost(
    place: int, draft: VoiceDraft, field: str, said: str
) -> None:
    day = Day()
    day.presenter.writing.write_down()
    day.presenter.writing.save(draft)
    assert (day.screen.wrong, day.screen.closed) == ([(field, said)], 0)
    assert stored.listed() == []
    day.presenter.writing.write_down()  # closed meanwhile, and opened again
    assert day.screen.form is not None
    assert day.screen.form.draft == draft


def test_a_form_that_was_closed_opens_with_what_was_typed_for_that_voice_only(place: int) -> None:
    voice = tell("Eén")
    day = Day()
    day.presenter.writing.write_down()
    day.presenter.writing.keep_draft(VoiceDraft(words="half"))
    day.presenter.open_voice(voice.id)
    day.presenter.change()
    assert day.screen.form is not None
    assert day.screen.form.draft.words == "Eén"
    day.presenter.writing.keep_draft(VoiceDraft(words="Eén en een half"))
    day.presenter.writing.write_down()
    assert day.screen.form.draft.words == "half"
    day.presenter.change()
    day.presenter.writing.save(VoiceDraft(words="Twee"))
    assert stored.get(voice.id).words == "Twee"


def test_an_answer_is_given_in_two_languages_and_told_back(place: int) -> None:
    voice = tell(language="ar", days=3)
    day = Day()
    day.presenter.open_voice(voice.id)
    day.presenter.answer()
    answer = day.screen.answer
    assert answer is not None
    assert (answer.title, answer.in_language) == ("Give an answer", "The same in العربية")
    assert answer.draft.decision is VoiceState.DISCUSSED
    assert VoiceState.HEARD not in [state for state, _word in answer.decisions]
    day.presenter.writing.save_answer(AnswerDraft(VoiceState.DONE, "Er is een hoekje.", "هناك ركن هادئ."))
    assert (stored.get(voice.id).state, stored.get(voice.id).answer_in_language) == (VoiceState.DONE, "هناك ركن هادئ.")
    page = day.screen.page
    assert page is not None
    assert (page.answer_heading, page.may_tell, page.waits) == ("What we answered", True, False)
    assert page.answer_in_language.is_right_to_left
    assert page.told == Strip(Tint.WAIT, "message-text-clock-outline", "Not told back yet")
    day.presenter.tell()
    assert day.screen.tell is not None
    assert (day.screen.tell.how, day.screen.tell.told_on) == (ToldHow.IN_PERSON, DAY)
    day.presenter.writing.save_told(ToldHow.POSTER, lambda: DAY - timedelta(days=1))
    assert (stored.get(voice.id).told_on, stored.get(voice.id).told_how) == (DAY - timedelta(days=1), ToldHow.POSTER)
    assert day.screen.closed == 2


def test_an_answer_without_a_reason_is_asked_for_and_kept(place: int) -> None:
    voice = tell()
    day = Day()
    day.presenter.writing.answer(voice.id)
    day.presenter.writing.save_answer(AnswerDraft(VoiceState.NOT_POSSIBLE, "", "لا"))
    assert day.screen.wrong == [("answer", "Say why, in a few words. Parents and the team will ask.")]
    day.presenter.writing.answer(voice.id)
    assert day.screen.answer is not None
    assert day.screen.answer.draft == AnswerDraft(VoiceState.NOT_POSSIBLE, "", "لا")


def test_an_answer_in_the_language_of_the_program_is_typed_once(place: int) -> None:
    voice = tell("Could you watch them?", language="en")
    day = Day()
    day.presenter.writing.answer(voice.id)
    assert day.screen.answer is not None
    assert day.screen.answer.in_language == ""


def test_a_day_that_cannot_be_is_said_under_the_day(place: int) -> None:
    voice = answered("opvang", VoiceState.DONE, "Ja", days=5)
    day = Day()
    day.presenter.open_voice(voice.id)
    day.presenter.tell()

    def unreadable() -> date:
        raise Refused(Reason.DATE_IMPOSSIBLE, typed="31/2/2026")

    day.presenter.writing.save_told(ToldHow.GROUP, unreadable)
    day.presenter.writing.save_told(ToldHow.GROUP, lambda: DAY + timedelta(days=1))
    assert day.screen.wrong == [
        ("told_on", "“31/2/2026” is not a date. Type it like 25/11/2026."),
        ("told_on", "Choose a day from Thursday 22 October up to Tuesday 27 October."),
    ]
    assert stored.get(voice.id).told_on is None
