"""What the whole days share with the tests of the window, and a sample house that is made once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from meetingplace import startup
from meetingplace.services.sample_house.source import SampleSize
from meetingplace.startup import OpenHouse
from tests.ui.conftest import door, dressed

__all__ = ["door", "dressed"]

MORNING = datetime(2026, 10, 13, 10, 10)  # a Tuesday outside of the holidays


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a small sample house, as it is on that morning."""
    folder = tmp_path_factory.mktemp("sample") / "house"
    startup.make_sample(folder, date(2026, 10, 13), SampleSize(visits=400))
    return folder


@pytest.fixture
def sample(sample_folder: Path) -> Iterator[OpenHouse]:
    """Open the sample house, connected for the length of the test."""
    with startup.open_house(str(sample_folder), takes_lock=False) as house, house.connection():
        yield house
