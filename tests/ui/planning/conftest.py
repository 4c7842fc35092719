"""Surroundings and a view for the presenters of planning, without Qt; a house with a place and two hosts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from meetingplace.domain.refusals import Refused
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.services.changes import Changes
from meetingplace.settings import Settings
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.surroundings import SettingsDoor
from meetingplace.ui.kit.work import InlineWork
from meetingplace.ui.planning.filtering.presenter import FilterShown
from meetingplace.ui.planning.month.shown import MonthShown
from meetingplace.ui.planning.presenter import FOLLOWS, Presenter
from meetingplace.ui.planning.shown import CancelShown, DetailsShown, EmptyShown, HoursShown, ListShown, PreviewShown
from meetingplace.ui.planning.typed import FormShown, RepeatShown
from meetingplace.ui.planning.year.shown import YearShown
from tests.makers import make_member, make_place

NOW = datetime(2026, 10, 27, 9, 10)


@dataclass
class Seen:
    """Remembers what it was asked to show."""

    week: HoursShown | None = None
    day: HoursShown | None = None
    year: YearShown | None = None
    month: MonthShown | None = None
    filter: FilterShown | None = None
    only: str = ""
    hints: int = 0
    room: tuple[str, int | None] | None = None
    selected: int | None = None
    listed: ListShown | None = None
    empty: EmptyShown | None = None
    details: DetailsShown | None = None
    form: FormShown | None = None
    repeat: RepeatShown | None = None
    cancel: CancelShown | None = None
    preview: PreviewShown | None = None
    wrong: tuple[str, str] | None = None
    closed: int = 0

    def show_week(self, shown: HoursShown, selected: int | None) -> None:
        self.week, self.selected = shown, selected

    def show_day(self, shown: HoursShown, selected: int | None) -> None:
        self.day, self.selected = shown, selected

    def show_month(self, shown: MonthShown, selected: int | None) -> None:
        self.month, self.selected = shown, selected

    def show_year(self, shown: YearShown, selected: int | None) -> None:
        self.year, self.selected = shown, selected

    def open_filter(self, shown: FilterShown) -> None:
        self.filter = shown

    def show_filter(self, words: str) -> None:
        self.only = words

    def show_hints(self, number: int) -> None:
        self.hints = number

    def open_room(self, name: str, session_id: int | None) -> None:
        self.room = (name, session_id)

    def show_list(self, shown: ListShown) -> None:
        self.listed = shown

    def show_empty(self, shown: EmptyShown | None) -> None:
        self.empty = shown

    def show_details(self, shown: DetailsShown | None) -> None:
        self.details = shown

    def open_form(self, shown: FormShown) -> None:
        self.form = shown

    def open_repeat(self, shown: RepeatShown) -> None:
        self.repeat = shown

    def open_cancel(self, shown: CancelShown) -> None:
        self.cancel = shown

    def show_preview(self, shown: PreviewShown) -> None:
        self.preview = shown

    def show_wrong(self, field: str, sentence: str) -> None:
        self.wrong = (field, sentence)

    def close_form(self) -> None:
        self.closed += 1


@dataclass
class Desk:
    """A presenter with all that it reaches."""

    presenter: Presenter
    seen: Seen
    work: InlineWork
    around: Any
    done: list[Changes] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    went: list[tuple[str, dict[str, int]]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


MakeDesk = Callable[..., Desk]


@pytest.fixture
def place(house: None) -> int:
    """Make the place of most tests."""
    return make_place("Kuregem", capacity=25)


@pytest.fixture
def team(house: None) -> tuple[int, int]:
    """Make two paid hosts: as many as a place needs."""
    return make_member("Samira", is_paid=True), make_member("Nele", is_paid=True)


@pytest.fixture
def desk(tmp_path: Path) -> MakeDesk:
    """Give a maker of presenters that do everything at once, in English."""

    def make(now: datetime = NOW, place_id: int | None = None, **what: int) -> Desk:
        bulletin, seen = Bulletin(), Seen()
        done: list[Changes] = []
        refused: list[Refused] = []
        went: list[tuple[str, dict[str, int]]] = []
        said: list[str] = []
        work = InlineWork(bulletin, done.append, refused.append)
        around = SimpleNamespace(
            work=work,
            words=translator("app", "en"),
            formats=Formats("en"),
            clock=lambda: now,
            settings=SettingsDoor(tmp_path / "settings.toml", Settings()),
            place=SimpleNamespace(id=place_id, choose=lambda place: setattr(around.place, "id", place)),
            go=lambda screen, **to: went.append((screen, to)),
            say=lambda text, **_more: said.append(text),
        )
        presenter = Presenter(cast(Any, around), seen)
        bulletin.follow(FOLLOWS, presenter.refresh)
        presenter.open(**what)
        return Desk(presenter, seen, work, around, done, refused, went, said)

    return make
