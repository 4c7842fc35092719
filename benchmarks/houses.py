"""The houses that are measured on: sample houses, encrypted by SQLCipher, each made once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from meetingplace import startup
from meetingplace.services.sample_house import house as sample
from meetingplace.services.sample_house.source import SampleSize
from meetingplace.startup import NewHouse

PASSPHRASE = "kraan wolk sokken tram"
ONE_YEAR = SampleSize(years=1, places=12, families=1_000, visits=25_000, voices=400)
TEN_YEARS = SampleSize(years=10, places=12, families=10_000, visits=250_000, voices=4_000)
SCHOOL_YEAR = SampleSize(years=1, places=40, families=500, visits=5_000, voices=50)  # some 2,000 sessions
QUICK = {
    TEN_YEARS: SampleSize(years=3, places=12, families=10_000, visits=40_000, voices=400),
    ONE_YEAR: SampleSize(years=1, places=12, families=1_000, visits=8_000, voices=100),
}


def made(size: SampleSize, parent: Path, today: date) -> Path:
    """Give the folder of the house of this size, as it is on this day; it is made when it is not there."""
    folder = parent / f"{size.years}y-{size.places}p-{size.visits}v-{today.isoformat()}"
    if not (folder / startup.HOUSE_FILE).exists():
        beside = parent / f"{folder.name}.part"
        startup.create_house(beside, NewHouse("Huis Kersenhof", "Kersenhof", "Samira", passphrase=PASSPHRASE))
        with opened(beside):
            sample.make(size, today)
        beside.rename(folder)
    return folder


@contextmanager
def opened(folder: Path) -> Iterator[startup.OpenHouse]:
    """Open a house as the program does, with this thread's connection."""
    with startup.open_house(str(folder), lambda: PASSPHRASE) as house, house.connection():
        yield house
