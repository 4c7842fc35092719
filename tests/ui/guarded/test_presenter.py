"""When a guarded window begins anew and who may leave, over a real house and without any window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from meetingplace.services import guard, upkeep
from meetingplace.storage import places
from meetingplace.ui.guarded.presenter import Presenter
from meetingplace.ui.kit.surroundings import Surroundings
from tests.makers import make_house, make_member

NOW = datetime(2026, 10, 27, 10, 5)


@dataclass
class Clock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def goes_on(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass
class View:
    begun: int = 0
    pad: bool = False
    wrong: list[tuple[str, int]] = field(default_factory=list)
    is_free: bool = False

    def begin_anew(self) -> None:
        self.begun += 1

    def show_pad(self, is_shown: bool) -> None:
        self.pad = is_shown

    def show_wrong(self, says: str, seconds: int) -> None:
        self.wrong.append((says, seconds))

    def let_go(self) -> None:
        self.is_free = True


Made = tuple[Presenter, View, Clock]


@pytest.fixture
def made(around: Surroundings) -> Callable[[], Made]:
    make_house()
    upkeep.set_pin(make_member(), "2468")
    clock = Clock()

    def make() -> Made:
        view = View()
        return Presenter(replace(around, clock=clock), view), view, clock

    return make


def test_it_begins_anew_after_a_minute_without_a_touch_and_only_once(made: Callable[[], Made]) -> None:
    presenter, view, clock = made()
    presenter.tick()
    clock.goes_on(600)
    presenter.tick()
    assert view.begun == 0  # nobody was there
    presenter.touch()
    clock.goes_on(59)
    presenter.tick()
    assert view.begun == 0
    presenter.touch()
    clock.goes_on(59)
    presenter.tick()
    assert view.begun == 0
    clock.goes_on(1)
    presenter.tick()
    clock.goes_on(600)
    presenter.tick()
    assert view.begun == 1


def test_the_house_chooses_how_long(made: Callable[[], Made]) -> None:
    places.change_house(None, corner_seconds=20)
    presenter, view, clock = made()
    presenter.touch()
    clock.goes_on(19)
    presenter.tick()
    assert view.begun == 0
    clock.goes_on(1)
    presenter.tick()
    assert view.begun == 1


def test_a_clock_that_is_put_back_makes_it_wait_from_then(made: Callable[[], Made]) -> None:
    presenter, view, clock = made()
    presenter.touch()
    clock.goes_on(-86_400)
    presenter.tick()
    clock.goes_on(60)
    presenter.tick()
    assert view.begun == 1


def test_the_keys_for_the_pin_go_away_by_themselves_too(made: Callable[[], Made]) -> None:
    presenter, view, clock = made()
    presenter.hold()
    assert view.pad
    clock.goes_on(60)
    presenter.tick()
    assert not view.pad


def test_only_the_pin_of_a_host_leads_out(made: Callable[[], Made]) -> None:
    presenter, view, _clock = made()
    presenter.try_pin("1111")
    assert (view.is_free, view.wrong) == (False, [("This PIN is not right. Try again.", 0)])
    presenter.try_pin("2468")
    assert view.is_free


def test_each_wrong_pin_makes_the_next_wait_longer_also_after_a_restart(made: Callable[[], Made]) -> None:
    presenter, view, clock = made()
    for _ in range(3):
        presenter.try_pin("1111")
    assert [seconds for _says, seconds in view.wrong] == [0, 0, 5]
    restarted, anew, _clock = made()
    restarted.try_pin("2468")
    assert (anew.is_free, anew.wrong[-1][1]) == (False, 5)
    clock.goes_on(5)
    restarted.try_pin("1111")
    assert anew.wrong[-1][1] == 10
    clock.goes_on(10)
    restarted.try_pin("2468")
    assert anew.is_free
    assert guard.has_key()


def test_a_pin_that_was_never_answered_does_not_keep_the_host_in(
    made: Callable[[], Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    presenter, view, _clock = made()
    with monkeypatch.context() as broken:
        broken.setattr(presenter._around.work, "ask", lambda *_args, **_more: None)
        presenter.try_pin("2468")
    presenter.try_pin("2468")
    assert not view.is_free  # the first try may still be answered
    presenter.hold()
    presenter.try_pin("2468")
    assert view.is_free
