"""The pictures and logos of the sample house: drawings of our own in `resources/sample_house`, no photo of anybody."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

from meetingplace import paths
from meetingplace.documents import picture_files
from meetingplace.domain.flyer_pictures import ReadyPicture
from meetingplace.services.sample_house.source import Ingredients
from meetingplace.storage import bulk, tables

_PICTURE, _LOGO = 1_600, 600  # px of the long side: enough for their frames on an A4
_ADDED = timedelta(weeks=9)  # before today


def save(given: Ingredients) -> dict[str | None, int]:
    """Write the pictures and the logos, and give the number of each by the name of its file."""
    pictures = given.texts["flyer_pictures"]
    files = {picture["file"]: _PICTURE for picture in pictures}
    files |= {partner["logo"]: _LOGO for partner in given.texts["partners"] if "logo" in partner}
    images: dict[str | None, int] = {file: number for number, file in enumerate(files, 1)}
    ready = {file: _ready(file, longest) for file, longest in files.items()}
    rows = [(images[file], one.content, one.small, one.width, one.height) for file, one in ready.items()]
    bulk.load(tables.Image, ["id", "content", "small", "width", "height"], rows)
    added = given.today - _ADDED
    bulk.load(
        tables.FlyerPicture,
        ["image", "name", "description", "added_on"],
        [(images[one["file"]], one["name"], one["description"], added) for one in pictures],
    )
    return images


@cache
def _ready(file: str, longest: int) -> ReadyPicture:
    """Draw once what every sample house of this program has."""
    return picture_files.made_ready(paths.resource("sample_house", file).read_bytes(), longest)
