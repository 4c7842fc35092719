"""Pictures and logos on flyers: from a chosen file to the paper, and away again."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path

import pytest
from PIL import Image

from meetingplace.documents.pictures import png
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services import changes, flyer_pictures, flyers, organisation
from meetingplace.services.changes import Topic
from meetingplace.services.flyers import Draft
from meetingplace.storage import flyer_pictures as kept, partners, tables
from tests.makers import DAY, make_house, make_place, make_session

pytestmark = pytest.mark.usefixtures("qapp")
GREEN, BLUE = (0, 170, 0), (0, 0, 200)
NOW = datetime(2026, 10, 20, 8)


@pytest.fixture
def place(house: None) -> int:
    """Make a house with a place."""
    make_house()
    return make_place(address="Kade 1", postcode="1070", municipality="Anderlecht")


def file(folder: Path, colour: tuple[int, int, int], name: str = "picture.jpg") -> Path:
    """Make a picture of one colour."""
    made = folder / name
    Image.new("RGB", (900, 600), colour).save(made)
    return made


def refused(act: object) -> Refused:
    assert callable(act)
    with pytest.raises(Refused) as why:
        act()
    return why.value


def colours_of(pdf: bytes) -> set[tuple[int, int, int]]:
    """Give every colour that covers something of the first page."""
    image = Image.open(io.BytesIO(png(pdf, 400))).convert("RGB")
    return {coarse(colour) for _number, colour in image.getcolors(1_000_000) or ()}


def coarse(colour: tuple[int, int, int]) -> tuple[int, int, int]:
    return (colour[0] // 40, colour[1] // 40, colour[2] // 40)


def test_a_picture_is_listed_by_its_name_with_a_little_one_of_it(place: int, tmp_path: Path) -> None:
    ready = flyer_pictures.ready_picture(file(tmp_path, GREEN))
    done = flyer_pictures.add_picture(ready, " Samen  aan tafel ", "ouders en kinderen", DAY)
    (picture,) = flyer_pictures.flyer_pictures()
    assert (picture.id, picture.name, picture.description) == (done.made, "Samen aan tafel", "ouders en kinderen")
    assert (picture.added_on, picture.width, picture.height) == (DAY, 900, 600)
    assert Image.open(io.BytesIO(picture.small)).size == (240, 160)
    assert flyer_pictures.picture_of(picture.id) == ready.content
    assert Topic.PICTURES in done.topics


def test_a_picture_without_a_file_or_a_name_is_refused(place: int, tmp_path: Path) -> None:
    ready = flyer_pictures.ready_picture(file(tmp_path, GREEN))
    assert refused(lambda: flyer_pictures.add_picture(None, "Tuin", "", DAY)).reason is Reason.PICTURE_MISSING
    assert refused(lambda: flyer_pictures.put_logo(None, 0, None)).reason is Reason.PICTURE_MISSING
    assert refused(lambda: flyer_pictures.add_picture(ready, " ", "", DAY)).reason is Reason.NAME_MISSING
    assert refused(lambda: flyer_pictures.add_picture(ready, "x", "y" * 10_000, DAY)).reason is Reason.TEXT_TOO_LONG
    assert flyer_pictures.flyer_pictures() == ()


def test_a_file_that_is_gone_or_far_too_large_is_not_read(tmp_path: Path) -> None:
    gone = refused(lambda: flyer_pictures.ready_picture(tmp_path / "gone.jpg"))
    assert (gone.reason, gone.facts) == (Reason.FILE_MISSING, {"file": "gone.jpg"})
    large = tmp_path / "large.png"
    with large.open("wb") as hollow:
        hollow.truncate(50_000_000_000)  # takes no room: it has holes
    assert refused(lambda: flyer_pictures.ready_logo(large)).reason is Reason.PICTURE_FILE_TOO_LARGE


def test_a_flyer_carries_the_chosen_picture_and_none_that_was_not_chosen(place: int, tmp_path: Path) -> None:
    session = make_session(place)
    green = flyer_pictures.add_picture(flyer_pictures.ready_picture(file(tmp_path, GREEN)), "Groen", "", DAY).made
    flyer_pictures.add_picture(flyer_pictures.ready_picture(file(tmp_path, BLUE)), "Blauw", "", DAY)
    with_it = flyers.preview(Draft(session, layout="one-language", languages=("nl",), picture_id=green))
    assert coarse(GREEN) in colours_of(with_it)
    assert coarse(BLUE) not in colours_of(with_it)
    without = flyers.preview(Draft(session, layout="one-language", languages=("nl",)))
    assert coarse(GREEN) not in colours_of(without)


def test_a_picture_that_was_forgotten_is_said_to_be_gone_and_comes_back_by_undo(place: int, tmp_path: Path) -> None:
    draft = Draft(make_session(place), languages=("nl", "fr"))
    made = flyer_pictures.add_picture(flyer_pictures.ready_picture(file(tmp_path, GREEN)), "Groen", "", DAY).made
    assert made is not None
    draft = Draft(draft.session_id, picture_id=made)
    flyers.note_made(draft, NOW)
    content = flyer_pictures.picture_of(made)
    gone = flyer_pictures.remove_picture(made, kept.get(made).version)
    assert gone.facts["name"] == "Groen"
    assert not tables.Image.select().exists()
    assert refused(lambda: flyers.preview(draft)).reason is Reason.NOT_FOUND
    assert gone.undo
    changes.undo(gone.undo)
    assert flyer_pictures.picture_of(made) == content
    assert tables.Flyer.select().first().picture.id == made


def test_logos_stand_in_the_foot_and_names_where_there_is_none(place: int, tmp_path: Path) -> None:
    school = partners.add(name="Brede School")
    session = make_session(place, partners=(school,))
    draft = Draft(session, layout="one-language", languages=("nl",))
    assert coarse(GREEN) not in colours_of(flyers.preview(draft))
    logo = flyer_pictures.ready_logo(file(tmp_path, GREEN, "logo.png"))
    flyer_pictures.put_logo(school, partners.get(school).version, logo)
    assert coarse(GREEN) in colours_of(flyers.preview(draft))
    flyer_pictures.remove_logo(school, partners.get(school).version)
    assert coarse(GREEN) not in colours_of(flyers.preview(draft))
    flyer_pictures.put_logo(None, organisation.the_house().version, logo)
    assert coarse(GREEN) in colours_of(flyers.preview(draft))


def test_whose_logo_is_kept_is_seen_at_once(place: int, tmp_path: Path) -> None:
    school = partners.add(name="Brede School")
    logo = flyer_pictures.ready_logo(file(tmp_path, GREEN, "logo.png"))
    done = flyer_pictures.put_logo(None, organisation.the_house().version, logo)
    assert (done.facts["name"], Topic.HOUSE in done.topics) == ("De Kersenpit", True)
    board = flyer_pictures.pictures_board()
    assert [(one.partner_id, one.name, bool(one.small)) for one in board.logos] == [
        (None, "De Kersenpit", True),
        (school, "Brede School", False),
    ]
    assert flyer_pictures.logo_of(school) == board.logos[1]
    assert refused(lambda: flyer_pictures.logo_of(99)).reason is Reason.NOT_FOUND


def test_changing_a_partner_keeps_its_logo(place: int, tmp_path: Path) -> None:
    school = partners.add(name="Brede School")
    logo = flyer_pictures.ready_logo(file(tmp_path, GREEN, "logo.png"))
    flyer_pictures.put_logo(school, partners.get(school).version, logo)
    before = partners.get(school)
    organisation.change_partner(before.__class__(**{**vars(before), "name": "Brede School Merel", "logo": None}))
    assert partners.get(school).logo == before.logo


def test_a_logo_that_somebody_else_changed_is_not_overwritten(place: int, tmp_path: Path) -> None:
    seen = organisation.the_house().version
    logo = flyer_pictures.ready_logo(file(tmp_path, GREEN, "logo.png"))
    flyer_pictures.put_logo(None, seen, logo)
    assert refused(lambda: flyer_pictures.remove_logo(None, seen)).reason is Reason.CHANGED_MEANWHILE
    assert tables.Image.select().count() == 1


def test_a_name_can_be_changed_and_the_picture_stays(place: int, tmp_path: Path) -> None:
    made = flyer_pictures.add_picture(
        flyer_pictures.ready_picture(file(tmp_path, GREEN)), "Groen", "", date(2026, 1, 1)
    )
    (before,) = flyer_pictures.flyer_pictures()
    flyer_pictures.change_picture(before.__class__(**{**vars(before), "name": "Tuin", "description": "een tuin"}))
    (after,) = flyer_pictures.flyer_pictures()
    assert (after.id, after.name, after.description) == (made.made, "Tuin", "een tuin")
    assert (after.added_on, after.small) == (before.added_on, before.small)
