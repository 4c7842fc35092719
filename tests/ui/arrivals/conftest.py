"""The desk of one session with seven families, in its window."""

from __future__ import annotations

import pytest

from meetingplace.domain.pictures import Picture
from meetingplace.ui.kit.surroundings import SettingsDoor
from tests.makers import make_family, make_house, make_place, make_session
from tests.ui.arrivals.hands import SHAPES, Desk


@pytest.fixture
def session_id(house: None) -> int:
    make_house()
    return make_session(make_place(), title="Open ontmoeting", capacity=25)


@pytest.fixture
def moon(session_id: int) -> int:
    for shape, name in zip(SHAPES[1:], ("Slak", "Uil", "Koala", "Tram 81", "Bij", "Panda"), strict=True):
        make_family(name, picture=Picture(shape, 1), languages=("nl",))
    return make_family("Maan", born=[(2024, 3), (2026, 1)])


@pytest.fixture
def desk(session_id: int, moon: int, dressed: object, door: SettingsDoor) -> Desk:
    return Desk(door)
