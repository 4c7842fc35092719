"""Flyers over a real house: what can be chosen, what stands on the paper, what must be looked at, what is noted."""

from __future__ import annotations

import errno
import io
import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PIL import Image

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.language import PAPER
from meetingplace.domain.privacy import Level
from meetingplace.domain.recurrence import Picked, Weekly
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity, OwnText, SessionState
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.refusals import sentence
from meetingplace.services import changes, flyer_content, flyer_pictures, flyers
from meetingplace.services.flyer_checks import CheckKind, text_size_check
from meetingplace.services.flyers import Draft, Paper
from meetingplace.storage import places, sessions
from tests.documents import reading
from tests.makers import DAY, make_house, make_place, make_session

pytestmark = pytest.mark.usefixtures("qapp")
NOW = datetime(2026, 10, 20, 10, 0)
SEPTEMBER, JUNE = date(2026, 9, 1), date(2027, 6, 30)


@pytest.fixture(autouse=True)
def _the_house_has_a_name(house: None) -> None:
    make_house("Huis Kersenhof")


@pytest.fixture
def place() -> int:
    """Make a place that has an address."""
    columns = {"address": "Kersenhofstraat 12", "postcode": "1030", "municipality": "Schaarbeek"}
    return make_place("De Kers", **columns)


def make_series(place_id: int, title: str = "Spelen", texts: tuple[OwnText, ...] = (), last: date = JUNE) -> int:
    activity = Activity(title, place_id, time(9, 30), time(12), texts=texts)
    return sessions.add_series(activity, Weekly((2,), SEPTEMBER, last), (DaysOff.FLEMISH,))


def open_checks(draft: Draft) -> dict[CheckKind, tuple[str, ...]]:
    return {check.kind: check.open_for for check in flyers.flyer_board(draft).checks if not check.is_good}


# --- what can be chosen ----------------------------------------------------------------------------------------------


def test_the_coming_sessions_and_the_running_series_can_be_chosen(place: int) -> None:
    today = NOW.date()
    make_session(place, today - timedelta(days=1), title="Gisteren")
    make_session(place, today + timedelta(weeks=7), title="Te ver weg")
    cancelled = make_session(place, today, title="Gaat niet door")
    sessions.change(cancelled, None, state=SessionState.CANCELLED.value, reason="ziek")
    coming = make_session(place, today + timedelta(days=3), title="Voorlezen")
    make_series(place, "Voorbij", last=date(2026, 10, 19))
    running = make_series(place, "Elke week")
    found = flyers.flyer_choices(today, None)
    assert [(one.session_id, one.title, one.place) for one in found.sessions] == [(coming, "Voorlezen", "De Kers")]
    assert [(one.series_id, one.title) for one in found.series] == [(running, "Elke week")]


def test_only_those_of_the_place_in_view(place: int) -> None:
    other = make_place("Bus")
    make_session(other, DAY, title="Elders")
    make_series(other)
    assert flyers.flyer_choices(NOW.date(), place) == flyers.Choices((), (), *_languages(), "cherry")
    assert len(flyers.flyer_choices(NOW.date(), other).sessions) == 1


def _languages() -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = flyers.flyer_choices(NOW.date(), None)
    return found.languages, found.usual_languages


def test_the_languages_of_the_house_stand_first(place: int) -> None:
    del place
    places.change_house(None, languages=("nl", "tr", "bn", "ar"))  # Bengali has no phrases on paper
    every, usual = _languages()
    assert usual == ("nl", "tr", "ar")
    assert every[:11] == ("nl", "tr", "ar", "fr", "en", "es", "ro", "pt", "it", "pl", "de")
    assert sorted(every) == sorted(PAPER)


# --- the paper -------------------------------------------------------------------------------------------------------


def test_a_pair_of_languages_stands_on_each_page_with_dutch_first(place: int) -> None:
    session = make_session(place, title="Spelen", texts=(OwnText("tr", "Oyun", "Birlikte oynuyoruz."),))
    draft = Draft(session_id=session, languages=("tr", "nl", "ar"))
    pages = reading.pages(flyers.preview(draft))
    assert flyers.flyer_board(draft).pages == (("nl", "tr"), ("nl", "ar"))
    first, second = [{reading.tidy(line.text) for line in page} for page in pages]
    assert {"Spelen", "Oyun", "Birlikte oynuyoruz.", "dinsdag 27 oktober", "27 Ekim Salı"} <= first
    assert {"Spelen", "الثلاثاء، 27 أكتوبر"} <= second
    assert "Oyun" not in second


def test_one_language_a_page_always_says_the_dutch_too(place: int) -> None:
    session = make_session(place, title="Spelen", texts=(OwnText("fr", "Jouer"),))
    draft = Draft(session_id=session, layout="one-language", languages=("fr", "nl"))
    french, dutch = [{reading.tidy(line.text) for line in page} for page in reading.pages(flyers.preview(draft))]
    assert {"Jouer", "Spelen", "mardi 27 octobre"} <= french
    assert "Spelen" in dutch
    assert "Jouer" not in dutch


def test_a_language_without_words_of_its_own_shows_the_dutch(place: int) -> None:
    session = make_session(place, title="Intern", texts=(OwnText("nl", "Voorlezen", "Kom luisteren."),))
    draft = Draft(session_id=session, layout="one-language", languages=("pl",))
    words = reading.words(flyers.preview(draft))
    assert "Kom luisteren." in words
    assert "Intern" not in words
    [text] = flyers.flyer_board(draft).texts
    assert (text.title, text.is_missing) == ("Voorlezen", True)


def test_a_series_says_its_rule_and_that_it_stands_still_in_the_holidays(place: int) -> None:
    words = reading.words(flyers.preview(Draft(series_id=make_series(place), languages=("nl", "en"))))
    for said in ("elke woensdag", "niet in de schoolvakanties", "every Wednesday", "not in the school holidays"):
        assert said in words


def test_a_series_of_picked_dates_names_those_that_still_come(place: int) -> None:
    picked = [date(2026, 10, 14), date(2026, 11, 18), date(2026, 12, 2), date(2027, 1, 13)]
    activity = Activity("Spelen", place, time(9, 30), time(12))
    series = sessions.add_series(activity, Picked(tuple(picked)), ())
    _past, moved, cancelled, _last = [sessions.add(activity, day, series) for day in picked]
    sessions.change(moved, None, day=date(2026, 11, 20))
    sessions.change(cancelled, None, state="cancelled", reason="ziek")
    draft = Draft(series_id=series, layout="one-language", languages=("nl",), since=date(2026, 10, 15))
    said = re.sub("[\u2066-\u2069]", "", flyers.plain_text(draft)).replace("\u00a0", " ")
    assert "op 20 november en 13 januari" in said
    assert flyer_content.contents(replace(draft, since=date(2027, 6, 1)))[0].facts.rule == Picked(tuple(picked))


def test_the_code_of_a_series_names_its_next_session(place: int) -> None:
    series = make_series(place)
    for day in (date(2026, 10, 14), date(2026, 10, 21), date(2026, 10, 28)):
        make_session(place, day, series_id=series)
    cancelled = sessions.of_series(series)[1]
    sessions.change(cancelled.id, None, state=SessionState.CANCELLED.value, reason="ziek")
    board = flyers.flyer_board(Draft(series_id=series, since=NOW.date()))
    assert board.sheets_of is not None
    assert board.sheets_of.day == date(2026, 10, 28)


def test_a_session_of_a_series_says_what_the_series_says_until_it_has_words_of_its_own(place: int) -> None:
    series = make_series(place, texts=(OwnText("fr", "Jouer"),))
    session = make_session(place, date(2026, 10, 28), series_id=series)
    draft = Draft(session_id=session)
    assert "Jouer" in reading.words(flyers.preview(draft))
    flyers.write_text(draft, sessions.get(session).version, "fr", "Jouer dehors", "")
    assert "Jouer dehors" in reading.words(flyers.preview(draft))
    assert [text.title for text in sessions.get_series(series).activity.texts] == ["Jouer"]


def test_the_mark_and_the_colours_are_those_of_the_house(place: int) -> None:
    session = make_session(place)
    before = flyers.picture(Draft(session_id=session), 200)
    places.change_house(None, mood="evening", picture="snail")
    assert flyers.picture(Draft(session_id=session), 200) != before


def test_a_language_that_paper_does_not_speak_is_refused(place: int) -> None:
    with pytest.raises(Refused) as refused:
        flyers.preview(Draft(session_id=make_session(place), languages=("nl", "xx")))
    assert (refused.value.reason, refused.value.facts) == (Reason.LANGUAGE_UNKNOWN, {"language": "xx"})


def test_a_title_with_an_emoji_and_one_that_is_too_long_are_refused_by_name(place: int) -> None:
    emoji = make_session(place, title="Feest 😀")
    with pytest.raises(Refused) as refused:
        flyers.preview(Draft(session_id=emoji))
    assert (refused.value.reason, refused.value.facts["letters"]) == (Reason.LETTERS_MISSING, "😀")
    long = make_session(place, texts=(OwnText("fr", "Anticonstitutionnellement" * 4),))
    with pytest.raises(Refused) as refused:
        flyers.preview(Draft(session_id=long))
    assert (refused.value.reason, refused.value.facts["language"]) == (Reason.TEXT_TOO_LONG, "fr")


def test_nothing_to_make_a_flyer_of_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        flyers.preview(Draft())
    assert refused.value.reason is Reason.NOT_FOUND


# --- before printing -------------------------------------------------------------------------------------------------


def test_what_is_open_is_said_but_only_dutch_facts_block(place: int) -> None:
    texts = (OwnText("fr", "Jouer", state="machine"), OwnText("en", "Play", state="checked"))
    draft = Draft(session_id=make_session(place, texts=texts), languages=("nl", "fr", "en", "tr"))
    assert open_checks(draft) == {
        CheckKind.OWN_TEXT: ("tr",),
        CheckKind.READ: ("fr",),
        CheckKind.PARENT: ("fr", "en"),
        CheckKind.PHRASES: ("fr", "tr"),  # Dutch was written by people, English is the source
    }
    assert flyers.flyer_board(draft).may_print
    assert flyers.print_ready(draft) == flyers.preview(draft)


def test_a_link_in_the_code_is_refused_when_a_phone_could_not_read_it(place: int) -> None:
    draft = Draft(session_id=make_session(place), code="  https://huis.example/  ")
    assert flyer_content.contents(draft)[0].facts.code == "https://huis.example/"
    with pytest.raises(Refused) as refused:
        flyers.preview(replace(draft, code="x" * 107))
    assert refused.value.reason is Reason.TEXT_TOO_LONG


def test_nothing_is_said_to_be_read_by_a_parent_where_nothing_is_written(place: int) -> None:
    def kinds(*texts: OwnText) -> list[CheckKind]:
        draft = Draft(session_id=make_session(place, texts=texts), languages=("nl", "fr"))
        return [check.kind for check in flyers.flyer_board(draft).checks]

    assert CheckKind.PARENT not in kinds()
    written = kinds(OwnText("fr", "Jouer"))
    assert written.index(CheckKind.READ) < written.index(CheckKind.PARENT) < written.index(CheckKind.PHRASES)


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOENT, errno.ENODEV])
def test_a_stick_that_was_pulled_out_is_said_and_the_old_file_stays(
    place: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    draft, file = Draft(session_id=make_session(place), languages=("nl", "fr")), tmp_path / "flyer.pdf"
    flyers.save_pdf(draft, file)
    before = file.read_bytes()

    def gone(_handle: int) -> None:
        raise OSError(code, "gone")

    monkeypatch.setattr("os.fsync", gone)
    with pytest.raises(Refused) as refused:
        flyers.save_pdf(replace(draft, mood="park"), file)
    assert refused.value.reason is Reason.FOLDER_READ_ONLY
    assert file.read_bytes() == before


def test_a_layout_of_something_else_is_refused_with_those_that_fit(place: int) -> None:
    wrong = (
        Draft(session_id=make_session(place), layout="series"),
        Draft(month=DAY.replace(day=1), layout="cards", languages=("nl",)),
        Draft(series_id=make_series(place), layout="month-programme"),
    )
    for draft, fitting in zip(wrong, ("one-language", "month-programme", "series"), strict=True):
        with pytest.raises(Refused) as refused:
            flyers.preview(draft)
        assert refused.value.reason is Reason.CHOICE_UNKNOWN
        assert fitting in refused.value.facts["choices"]
        assert draft.layout not in refused.value.facts["choices"]


def test_words_that_had_to_become_small_are_said(place: int) -> None:
    short, long = make_session(place, title="Spelen"), make_session(place, title="Spelen en ontmoeten in vele talen")
    usual = Draft(session_id=short, layout="one-language", languages=("nl",))
    size = flyers.preview_made(usual).smallest
    assert text_size_check(usual, size).is_good
    full = Draft(session_id=long, layout="many-languages", languages=PAPER[:13])
    assert flyers.preview_made(full).smallest < size
    assert text_size_check(full, 9.0).open_for == ("9.0",)
    assert text_size_check(replace(full, paper=Paper.A5), 9.0).is_good  # nearer to the eye


def test_a_picture_that_is_too_coarse_for_the_paper_is_said(place: int, tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    Image.new("RGB", (500, 400), "green").save(file)
    picture = flyer_pictures.add_picture(flyer_pictures.ready_picture(file), "Aan tafel", "", DAY).made
    coarse = Draft(session_id=make_session(place), picture_id=picture, languages=("nl", "fr"))
    assert open_checks(replace(coarse, paper=Paper.A3))[CheckKind.PICTURE] == ("Aan tafel",)
    assert CheckKind.PICTURE not in open_checks(replace(coarse, paper=Paper.A5))


def test_a_place_without_an_address_blocks_unless_it_moves() -> None:
    fixed, bus = make_place("Zonder straat"), make_place("De Bus", is_mobile=True)
    draft = Draft(session_id=make_session(fixed))
    assert open_checks(draft)[CheckKind.FACTS] == ("address",)
    assert not flyers.flyer_board(draft).may_print
    with pytest.raises(Refused) as refused:
        flyers.print_ready(draft)
    assert (refused.value.reason, refused.value.facts) == (Reason.DUTCH_FACTS_MISSING, {"missing": ("address",)})
    assert flyers.print_ready(Draft(session_id=make_session(bus)))


def test_a_session_that_does_not_go_on_gets_no_flyer(place: int) -> None:
    session = make_session(place)
    sessions.change(session, None, state=SessionState.CANCELLED.value, reason="ziek")
    with pytest.raises(Refused) as refused:
        flyers.print_ready(Draft(session_id=session))
    assert refused.value.reason is Reason.SESSION_CANCELLED


def test_a_place_that_only_counts_has_no_first_name_sheet() -> None:
    counting = make_place("Plein", level=Level.TALLY.value)
    assert not flyers.flyer_board(Draft(session_id=make_session(counting))).takes_names


# --- saving ----------------------------------------------------------------------------------------------------------


def test_pdf_and_pictures_are_saved(place: int, tmp_path: Path) -> None:
    draft = Draft(session_id=make_session(place), languages=("nl", "fr", "ar"))
    assert flyers.save_pdf(draft, tmp_path / "flyer.pdf") == (tmp_path / "flyer.pdf",)
    assert (tmp_path / "flyer.pdf").read_bytes() == flyers.preview(draft)
    saved = flyers.save_pictures(draft, tmp_path / "flyer.png")
    assert [file.name for file in saved] == ["flyer-fr.png", "flyer-ar.png"]
    assert {Image.open(file).size for file in saved} == {(1_080, 1_527)}


def test_one_page_keeps_the_name_it_was_given(place: int, tmp_path: Path) -> None:
    draft = Draft(session_id=make_session(place), languages=("nl", "fr"))
    assert flyers.save_pictures(draft, tmp_path / "mijn flyer.png") == (tmp_path / "mijn flyer.png",)
    assert Image.open(io.BytesIO(flyers.picture(draft))).size == Image.open(tmp_path / "mijn flyer.png").size


def test_a_folder_that_cannot_be_written_is_refused(place: int, tmp_path: Path) -> None:
    beside = tmp_path / "file"
    beside.write_text("not a folder")
    with pytest.raises(Refused) as refused:
        flyers.save_pdf(Draft(session_id=make_session(place)), beside / "flyer.pdf")
    assert refused.value.reason is Reason.FOLDER_READ_ONLY


def test_plain_text_says_it_in_both_languages(place: int) -> None:
    session = make_session(place, title="Spelen", texts=(OwnText("fr", "Jouer", "Venez !"),), price_cents=200)
    text = flyers.plain_text(Draft(session_id=session))
    for said in ("Spelen", "Jouer", "Venez !", "dinsdag 27 oktober", "mardi 27 octobre", "€ 2", "Kersenhofstraat 12"):
        assert said in text.replace("\u00a0", " ")


# --- the verbs -------------------------------------------------------------------------------------------------------


def test_a_flyer_is_noted_with_what_it_says_and_ages_when_the_words_change(place: int) -> None:
    session = make_session(place)
    draft = Draft(session_id=session, languages=("nl", "fr"))
    assert flyers.flyer_board(draft).made_at is None
    done = flyers.note_made(draft, NOW)
    board = flyers.flyer_board(draft)
    assert (board.made_at, board.is_out_of_date) == (NOW, False)
    flyers.write_text(draft, board.version, "fr", "Jouer", "")
    assert flyers.flyer_board(draft).is_out_of_date
    assert done.undo is not None
    changes.undo(done.undo)
    assert flyers.flyer_board(draft).made_at is None


def test_words_are_written_changed_read_and_taken_away(place: int) -> None:
    draft = Draft(series_id=make_series(place), languages=("nl", "tr"))

    def write(title: str, body: str, state: str) -> changes.Changes:
        return flyers.write_text(draft, flyers.flyer_board(draft).version, "tr", title, body, state)

    def turkish() -> tuple[str, str, str, bool]:
        text = flyers.flyer_board(draft).texts[1]
        return text.title, text.body, text.state, text.is_missing

    write("  Oyun  ", "Birlikte\r\noynuyoruz.", "machine")
    assert turkish() == ("Oyun", "Birlikte\noynuyoruz.", "machine", False)
    checked = write("Oyun", "Birlikte oynuyoruz.", "checked")
    assert turkish() == ("Oyun", "Birlikte oynuyoruz.", "checked", False)
    assert checked.undo is not None
    changes.undo(checked.undo)
    assert turkish() == ("Oyun", "Birlikte\noynuyoruz.", "machine", False)
    write("", "", "human")
    assert turkish() == ("Spelen", "", "source", True)


@pytest.mark.parametrize(
    ("language", "title", "body", "reason"),
    [
        ("nl", "", "", Reason.NAME_MISSING),
        ("fr", "", "Venez !", Reason.NAME_MISSING),
        ("fr", "x" * 10_000, "", Reason.TEXT_TOO_LONG),
        ("fr", "Jouer", "x" * 10_000, Reason.TEXT_TOO_LONG),
        ("xx", "Jouer", "", Reason.LANGUAGE_UNKNOWN),
    ],
)
def test_words_that_cannot_be_are_refused(place: int, language: str, title: str, body: str, reason: Reason) -> None:
    session = make_session(place)
    with pytest.raises(Refused) as refused:
        flyers.write_text(Draft(session_id=session), sessions.get(session).version, language, title, body)
    assert refused.value.reason is reason
    assert sessions.get(session).activity.texts == ()


def test_words_that_somebody_changed_meanwhile_are_not_overwritten(place: int) -> None:
    session = make_session(place)
    draft, seen = Draft(session_id=session), sessions.get(session).version
    flyers.write_text(draft, seen, "fr", "Jouer", "")
    with pytest.raises(Refused) as refused:
        flyers.write_text(draft, seen, "fr", "Chanter", "")
    assert refused.value.reason is Reason.CHANGED_MEANWHILE
    assert sessions.get(session).activity.texts == (OwnText("fr", "Jouer"),)


def test_a_house_without_a_name_has_no_sender(place: int) -> None:
    places.change_house(None, name="")
    assert open_checks(Draft(session_id=make_session(place)))[CheckKind.SENDER] == ("house",)


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        (
            Refused(Reason.TEXT_TOO_LONG, language="fr", lines=["Jouer et se ", "rencontrer"], role="title"),
            "Français: “Jouer et se rencontrer” does not fit on the paper. Make it shorter; nothing is lost.",
        ),
        (
            Refused(Reason.DUTCH_FACTS_MISSING, missing=("address", "house")),
            "In Dutch something is still missing: the address and the name of the house. Fill it in before you print.",
        ),
        (Refused(Reason.LANGUAGE_UNKNOWN, language=""), "Choose a language beside Dutch."),
    ],
)
def test_refusals_of_paper_say_what_and_where(refused: Refused, said: str) -> None:
    assert sentence(translator("app", "en"), refused, Formats("en")) == said


def test_a_full_disk_is_said_and_what_stood_there_stays(
    place: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "flyer.pdf").write_bytes(b"the flyer of last week")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("meetingplace.paths.os.fsync", full)
    with pytest.raises(Refused) as refused:
        flyers.save_pdf(Draft(session_id=make_session(place)), tmp_path / "flyer.pdf")
    assert refused.value.reason is Reason.DISK_FULL
    assert [file.name for file in tmp_path.iterdir() if file.name != "home"] == ["flyer.pdf"]
    assert (tmp_path / "flyer.pdf").read_bytes() == b"the flyer of last week"


def test_thanks_name_the_next_time_that_goes_on(place: int) -> None:
    days = [date(2026, 11, day) for day in (4, 11, 18, 25)]
    series = make_series(place)
    first, second, _third, last = (make_session(place, day, series_id=series) for day in days)
    sessions.change(second, None, state=SessionState.CANCELLED.value)
    assert flyer_content.contents(Draft(session_id=first))[0].facts.next_day == days[2]
    assert flyer_content.contents(Draft(session_id=last))[0].facts.next_day is None
    assert flyer_content.contents(Draft(series_id=series, since=days[2]))[0].facts.next_day == days[3]
    assert flyer_content.contents(Draft(session_id=make_session(place)))[0].facts.next_day is None
