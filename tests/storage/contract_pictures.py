"""What every backend must do alike with pictures, logos, readers and flyers that were made: a part of the contract."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from meetingplace.domain.flyer_pictures import FlyerPicture, Logo, ReadyPicture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import FlyerMade, OwnText, Reader
from meetingplace.storage import activities, database, flyer_pictures, partners, places, sessions, tables
from tests.makers import DAY, make_house, make_member, make_place, make_session

DOTS = bytes(range(256)) * 4_000 + b"\x00'\\\n"  # a million dots, among them every byte there is
PHOTO = ReadyPicture(DOTS, b"\x89PNG\x00", 1_200, 800)
DRAWING = ReadyPicture(b"\x89PNG of a drawing", b"\x89PNG small", 600, 400)
TRICKY = "park <b>& 🏠 السكن =1+1"


def add(ready: ReadyPicture = PHOTO, name: str = "Samen aan tafel") -> int:
    """Add a picture."""
    with database.transaction():
        return flyer_pictures.add(ready, name, TRICKY, DAY)


class PicturesContract:
    """Pictures and logos to the byte, who read a text, and how a flyer looked."""

    def test_a_picture_comes_back_to_the_byte(self, restart: Callable[[], None]) -> None:
        made = add()
        restart()
        version = flyer_pictures.get(made).version
        picture = FlyerPicture(made, "Samen aan tafel", TRICKY, DAY, PHOTO.small, 1_200, 800, version)
        assert flyer_pictures.get(made) == picture
        assert flyer_pictures.listed() == [picture]
        assert flyer_pictures.content_of(made) == DOTS

    def test_pictures_come_by_name(self) -> None:
        for name in ("Tuin", "Aan tafel", "Lezen"):
            add(name=name)
        assert [picture.name for picture in flyer_pictures.listed()] == ["Aan tafel", "Lezen", "Tuin"]

    def test_of_a_picture_that_is_forgotten_nothing_is_left_but_that_a_flyer_was_made(self) -> None:
        made, session = add(), make_session(make_place())
        add(DRAWING)
        sessions.add_flyer(session=session, layout="one", made_at=datetime(2026, 10, 20, 8), picture=made)
        with database.transaction():
            flyer_pictures.remove(made, flyer_pictures.get(made).version)
        assert [image.content for image in tables.Image.select()] == [DRAWING.content]
        flyer = sessions.last_flyer(session, None)
        assert flyer
        assert flyer.picture_id is None
        with pytest.raises(Refused) as refused:
            flyer_pictures.content_of(made)
        assert refused.value.reason is Reason.NOT_FOUND

    def test_a_picture_that_was_changed_meanwhile_is_not_forgotten(self) -> None:
        made = add()
        seen = flyer_pictures.get(made).version
        with database.transaction():
            flyer_pictures.change(made, seen, name="Tuin", description="")
        for act in (
            lambda: flyer_pictures.remove(made, seen),
            lambda: flyer_pictures.change(made, seen, name="Bos"),
        ):
            with pytest.raises(Refused) as refused, database.transaction():
                act()
            assert refused.value.reason is Reason.CHANGED_MEANWHILE
        assert (flyer_pictures.get(made).name, flyer_pictures.content_of(made)) == ("Tuin", DOTS)

    def test_house_and_partners_have_a_logo_each_and_the_one_of_before_is_forgotten(self) -> None:
        make_house("De Kersenpit")
        library, school = partners.add(name="Bibliotheek"), partners.add(name="Brede School")
        partners.add(name="Weg", is_active=False)
        with database.transaction():
            flyer_pictures.put_logo(None, version_of_house(), PHOTO)
            flyer_pictures.put_logo(school, partners.get(school).version, PHOTO)
            flyer_pictures.put_logo(school, partners.get(school).version, DRAWING)
        assert [replace(logo, version=0) for logo in flyer_pictures.logos()] == [
            Logo(None, "De Kersenpit", PHOTO.small),
            Logo(library, "Bibliotheek"),
            Logo(school, "Brede School", DRAWING.small),
        ]
        house, logo = places.house(), partners.get(school).logo
        assert house
        assert house.logo
        assert logo
        assert flyer_pictures.contents_of([logo, house.logo]) == [DRAWING.content, DOTS]
        with database.transaction():
            flyer_pictures.put_logo(None, version_of_house(), None)
        assert [image.content for image in tables.Image.select()] == [DRAWING.content]

    def test_who_read_a_text_is_kept_with_these_very_words(self) -> None:
        member, place = make_member(), make_place()
        session = make_session(place, texts=(OwnText("ar", "قهوة", "معًا"), OwnText("fr", "Café")))
        version = sessions.get(session).version
        read = OwnText("ar", "قهوة", "معًا", read_by=Reader.PARENT, read_on=DAY, ticked_by=member)
        with database.transaction():
            activities.note_read({"session": session}, read)
        assert sessions.get(session).activity.texts == (read, OwnText("fr", "Café"))
        assert sessions.get(session).version == version  # what is on paper did not change
        for other in (replace(read, body=""), replace(read, language="tr")):
            with pytest.raises(Refused) as refused, database.transaction():
                activities.note_read({"session": session}, other)
            assert refused.value.reason is Reason.CHANGED_MEANWHILE

    def test_flyers_come_by_when_they_were_made_with_how_they_looked(self) -> None:
        place, picture = make_place(), add()
        session, month = make_session(place), date(2026, 11, 1)
        moments = [datetime(2026, 10, day, 8) for day in (20, 22, 21)]
        look = {"paper": "a3", "mood": "park", "is_grey": True, "picture": picture, "languages": ("nl", "ar")}
        sessions.add_flyer(session=session, layout="door-poster", made_at=moments[0], of_version=7, **look)
        sessions.add_flyer(month=month, place=place, layout="month-programme", made_at=moments[1], of_version=8)
        sessions.add_flyer(session=session, layout="cards", made_at=moments[2])
        assert sessions.latest_flyers(2) == [
            FlyerMade(moments[1], "month-programme", (), 8, month=month, place_id=place),
            FlyerMade(moments[2], "cards", (), 0, session),
        ]
        assert sessions.latest_flyers(9)[2] == FlyerMade(
            moments[0], "door-poster", ("nl", "ar"), 7, session, paper="a3", mood="park", is_grey=True,
            picture_id=picture,
        )  # fmt: skip


def version_of_house() -> int:
    """Give the version of the house."""
    house = places.house()
    assert house
    return house.version
