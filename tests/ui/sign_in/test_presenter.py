"""The way of a parent from the wall of languages to being in, over a real house and without any window."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from meetingplace.domain.families import BirthMonth, Child, Family, Relation
from meetingplace.domain.language import PAPER
from meetingplace.domain.pictures import PICTURE_SHAPES, Picture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.voices import Channel, Voice
from meetingplace.services import arrivals
from meetingplace.storage import families, places, sessions, visits, voices
from meetingplace.ui.guarded.shown import EndShown
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.sign_in.presenter import Presenter, Step
from meetingplace.ui.sign_in.shown import FamilyShown, NicknameShown
from tests.makers import DAY, make_family, make_house, make_place, make_session

NOW = datetime(2026, 10, 27, 10, 5)
SNAIL, OWL = Picture("snail", 2), Picture("owl", 0)


@dataclass
class View:
    pages: list[Any] = field(default_factory=list)
    wrong: list[tuple[str, int]] = field(default_factory=list)
    is_right_to_left: bool = False

    def turn(self, is_right_to_left: bool) -> None:
        self.is_right_to_left = is_right_to_left

    def _show(self, shown: object) -> None:
        self.pages.append(shown)

    show_languages = show_shapes = show_colours = show_nickname = show_family = show_end = _show

    def show_wrong(self, says: str, seconds: int) -> None:
        self.wrong.append((says, seconds))

    @property
    def page(self) -> Any:
        return self.pages[-1]


@dataclass
class Scene:
    presenter: Presenter
    view: View
    around: Surroundings
    session: int
    family: int

    def come_to_the_nickname(self, picture: Picture = SNAIL, language: str = "en") -> None:
        self.presenter.begin()
        self.presenter.choose_language(language)
        self.presenter.choose_shape(picture.shape)
        self.presenter.choose_picture(picture)


@pytest.fixture
def scene(around: Surroundings) -> Scene:
    make_house(has_sign_in=True)
    session = make_session(make_place())
    children = (Child(0, "Yasmine", BirthMonth(2024, 3)), Child(0, "", BirthMonth(2022, 1)))
    family = families.add(Family(0, "Mohamed", SNAIL, ("ar",), first_seen=DAY, children=children))
    view = View()
    around = replace(around, clock=lambda: NOW)
    presenter = Presenter(around, view)
    presenter.begin()
    return Scene(presenter, view, around, session, family)


def test_the_wall_has_thirty_languages_in_their_own_script_those_that_are_used_first(scene: Scene) -> None:
    voices.add(Voice(0, DAY, "ትግርኛ", "ti", channel=Channel.CORNER))
    scene.presenter.begin()
    codes = [code for code, _name in scene.view.page.languages]
    assert codes[:3] == ["ti", "nl", "fr"]  # as on the wall of the corner: what is told there, then the house
    assert len(codes) == 30
    assert sorted(codes) == sorted(PAPER)
    assert dict(scene.view.page.languages)["ar"] == "العربية"
    assert scene.view.page.greetings == ("Welkom", "Bienvenue", "أهلاً وسهلاً", "Hoş geldiniz")


def test_arabic_is_read_from_right_to_left_until_the_next_parent_comes(scene: Scene) -> None:
    scene.presenter.choose_language("ar")
    assert scene.view.is_right_to_left
    assert scene.view.page.question == "أي صورة هي صورتكم؟"
    scene.presenter.begin()
    assert not scene.view.is_right_to_left


def test_every_picture_is_offered_whether_a_family_has_it_or_not(scene: Scene) -> None:
    scene.presenter.choose_language("nl")
    assert [shape for shape, _name in scene.view.page.shapes] == list(PICTURE_SHAPES)
    assert dict(scene.view.page.shapes)["snail"] == "slak"
    scene.presenter.choose_shape("cactus")
    assert [picture for picture, _name in scene.view.page.pictures] == [Picture("cactus", at) for at in range(8)]


def test_a_family_says_who_is_here_and_is_in(scene: Scene) -> None:
    scene.come_to_the_nickname()
    scene.presenter.say_nickname(" muhammad ")
    page = scene.view.page
    assert isinstance(page, FamilyShown)
    first, second = families.get(scene.family).children
    assert page.children == ((first.id, "Yasmine", True), (second.id, "child \u20682\u2069", True))
    assert [word for _who, word, is_on in page.adults if is_on] == ["mum"]
    assert Relation.PROFESSIONAL not in [who for who, _word, _is_on in page.adults]
    scene.presenter.come_in((first.id,), (Relation.FATHER,))
    assert scene.view.page == EndShown("check-circle-outline", "You are in. Welcome!", "To the beginning")
    (visit,) = visits.of_session(scene.session)
    assert (visit.family_id, visit.adults, visit.by_family) == (scene.family, (Relation.FATHER,), True)


def test_a_family_that_is_in_can_only_leave_and_one_that_left_can_only_come_back(scene: Scene) -> None:
    arrivals.check_in(scene.session, scene.family, NOW)
    for act, is_leaving, says in (
        ("We leave", True, "Goodbye, see you soon!"),
        ("We are in", False, "You are in. Welcome!"),
    ):
        scene.come_to_the_nickname()
        scene.presenter.say_nickname("Mohamed")
        page = scene.view.page
        assert (page.act, page.is_leaving, page.children, page.adults) == (act, is_leaving, (), ())
        scene.presenter.come_in((), ())
        assert scene.view.page.says == says
    assert visits.number_in(scene.session) == 1


def test_a_wrong_nickname_gets_a_kind_sentence_that_does_not_tell_what_was_wrong(scene: Scene) -> None:
    make_family("Ster", picture=OWL)
    for picture, typed in ((SNAIL, "Ster"), (Picture("cat", 3), "Ster")):
        scene.come_to_the_nickname(picture)
        scene.presenter.say_nickname(typed)
        assert isinstance(scene.view.page, NicknameShown)
    says = "We do not find you with this picture and this name. Try once more, or ask somebody of the team."
    assert scene.view.wrong == [(says, 0)] * 2
    scene.presenter.say_nickname("Ster")
    assert scene.view.wrong[-1] == ("Wait a moment, then try once more. Or ask somebody of the team.", 5)


def test_nobody_ticked_is_said_and_nothing_is_written(scene: Scene) -> None:
    scene.come_to_the_nickname()
    scene.presenter.say_nickname("Mohamed")
    scene.presenter.come_in((), ())
    assert scene.view.wrong == [("Tap who is here first.", 0)]
    assert visits.number_in(scene.session) == 0


def test_nothing_typed_asks_nothing(scene: Scene) -> None:
    scene.come_to_the_nickname()
    scene.presenter.say_nickname("   ")
    assert scene.view.wrong == []
    assert scene.presenter.step is Step.NICKNAME


def test_an_answer_that_comes_after_the_next_parent_began_is_shown_to_nobody(scene: Scene) -> None:
    scene.come_to_the_nickname()
    late: list[Any] = []
    waiting = replace(scene.around, work=_Waiting(late))
    scene.presenter._around = waiting
    scene.presenter.say_nickname("Mohamed")
    scene.presenter.begin()
    scene.presenter._around = scene.around
    pages = len(scene.view.pages)
    late[0]()
    assert len(scene.view.pages) == pages
    scene.presenter.come_in((), (Relation.MOTHER,))
    assert visits.number_in(scene.session) == 0


def test_a_late_answer_is_not_that_of_the_next_parent_who_chose_the_same_picture(scene: Scene) -> None:
    scene.come_to_the_nickname()
    late: list[Any] = []
    scene.presenter._around = replace(scene.around, work=_Waiting(late))
    scene.presenter.say_nickname("Mohamed")
    scene.presenter._around = scene.around
    scene.come_to_the_nickname()
    pages = len(scene.view.pages)
    late[0]()
    assert len(scene.view.pages) == pages
    scene.presenter.say_nickname("Mohamed")
    assert len(scene.view.pages) == pages + 1


class _Waiting:
    """Answers a question only later."""

    def __init__(self, late: list[Any]) -> None:
        self._late = late

    def ask(self, question: Any, *args: Any, then: Any, failed: Any = None, slot: str = "") -> None:
        self._late.append(lambda: then(question(*args)))


def test_two_presses_make_one_arrival(scene: Scene) -> None:
    scene.come_to_the_nickname()
    scene.presenter.say_nickname("Mohamed")
    scene.presenter.come_in((), (Relation.MOTHER,))
    scene.presenter.come_in((), (Relation.MOTHER,))
    assert visits.number_in(scene.session) == 1


def test_when_the_desk_was_quicker_the_family_is_simply_in(scene: Scene) -> None:
    scene.come_to_the_nickname()
    scene.presenter.say_nickname("Mohamed")
    arrivals.check_in(scene.session, scene.family, NOW)
    scene.presenter.come_in((), (Relation.MOTHER,))
    assert scene.view.page.says == "You are in. Welcome!"


def test_what_cannot_be_saved_is_said_kindly_and_welcome_is_not(scene: Scene) -> None:
    scene.come_to_the_nickname()
    scene.presenter.say_nickname("Mohamed")

    class Away:
        def do(self, verb: Any, *args: Any, then: Any, failed: Any, quietly: bool) -> None:
            failed(Refused(Reason.SERVER_LOST))

    scene.presenter._around = replace(scene.around, work=Away())
    scene.presenter.come_in((), (Relation.MOTHER,))
    assert scene.view.page.says == "It did not work. Tell somebody of the team."


@pytest.mark.parametrize("why", ["not wanted", "only counts", "another day"])
def test_where_nobody_can_sign_in_that_is_said_before_anything_is_asked(scene: Scene, why: str) -> None:
    if why == "not wanted":
        places.change_house(None, has_sign_in=False)
    elif why == "only counts":
        places.change(1, None, level="tally")
    else:
        scene.presenter._around = replace(scene.around, clock=lambda: NOW + timedelta(days=1))
    scene.presenter.choose_language("en")
    assert scene.view.page.says == "You cannot sign in here now. Ask somebody of the team."
    assert sessions.get(scene.session).turned_away == 0


def test_back_leads_page_by_page_to_the_wall(scene: Scene) -> None:
    scene.come_to_the_nickname()
    scene.presenter.say_nickname("Mohamed")
    steps = []
    for _ in range(2):
        scene.presenter.back()
        steps.append(scene.presenter.step)
    assert steps == [Step.LANGUAGE, Step.LANGUAGE]  # from a family straight to the beginning
    scene.come_to_the_nickname()
    steps = []
    for _ in range(3):
        scene.presenter.back()
        steps.append(scene.presenter.step)
    assert steps == [Step.COLOUR, Step.SHAPE, Step.LANGUAGE]
