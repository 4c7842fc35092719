"""Pictures for flyers, and the logos of the house and of its partners: chosen from a file, kept in the house."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from meetingplace.documents import picture_files
from meetingplace.domain import typed_text
from meetingplace.domain.flyer_pictures import (
    FlyerPicture as FlyerPicture,
    Logo as Logo,
    ReadyPicture as ReadyPicture,
)
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import flyer_pictures as kept, partners, places

ENDINGS = ("jpg", "jpeg", "png", "svg")  # of the files that can be chosen
DESCRIPTION_LIMIT = 300


@dataclass(frozen=True)
class PicturesBoard:
    """What House → Pictures and logos shows: the pictures by name; the logo of the house first, then the partners."""

    pictures: tuple[FlyerPicture, ...]
    logos: tuple[Logo, ...]


def pictures_board() -> PicturesBoard:
    """Show the pictures, and whose logo is there."""
    return PicturesBoard(flyer_pictures(), tuple(kept.logos()))


def flyer_pictures() -> tuple[FlyerPicture, ...]:
    """List the pictures that a flyer may carry by name, each with a little PNG of it."""
    return tuple(kept.listed())


def picture_of(picture_id: int) -> bytes:
    """Give a picture as JPEG or PNG; refuses NOT_FOUND."""
    return kept.content_of(picture_id)


def description_of(picture_id: int) -> str:
    """Give what is to be seen on a picture, in Dutch; nothing when nobody wrote it down."""
    return next((one.description for one in flyer_pictures() if one.id == picture_id), "")


def logo_of(partner_id: int | None) -> Logo:
    """Give the logo of a partner, or (None) of the house, to look at; refuses NOT_FOUND."""
    found = next((logo for logo in kept.logos() if logo.partner_id == partner_id), None)
    if found is None:
        raise Refused(Reason.NOT_FOUND, what="Partner")
    return found


def logos_on_paper(images: Sequence[int]) -> tuple[bytes, ...]:
    """Give logos as JPEG or PNG, by the numbers that the house and its partners carry."""
    return tuple(kept.contents_of(images))


# --- a file that was chosen ------------------------------------------------------------------------------------------


def ready_picture(file: Path) -> ReadyPicture:
    """Make a chosen picture ready, before anything is saved.

    Refuses FILE_MISSING (file), PICTURE_FILE_TOO_LARGE (limit in MB), PICTURE_TOO_FINE (limit in millions of dots),
    PICTURE_UNREADABLE, and of a drawing DRAWING_REACHES_OUT and DRAWING_NOT_PLAIN.
    """
    return picture_files.made_ready(_read(file), picture_files.PICTURE)


def ready_logo(file: Path) -> ReadyPicture:
    """Make a chosen logo ready; refuses what `ready_picture` refuses."""
    return picture_files.made_ready(_read(file), picture_files.LOGO)


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > picture_files.MOST_BYTES:
            raise Refused(Reason.PICTURE_FILE_TOO_LARGE, limit=picture_files.MOST_BYTES // 1_000_000)
        return file.read_bytes()
    except OSError as gone:
        raise Refused(Reason.FILE_MISSING, file=file.name) from gone


# --- the verbs -------------------------------------------------------------------------------------------------------


def add_picture(ready: ReadyPicture | None, name: str, description: str, today: date) -> Changes:
    """Add a picture that was made ready; refuses PICTURE_MISSING, NAME_MISSING and TEXT_TOO_LONG."""
    if ready is None:
        raise Refused(Reason.PICTURE_MISSING)
    tidy = typed_text.name(name)
    with one_act(Act.PICTURE_ADDED, Topic.PICTURES, name=tidy) as act:
        act.made = kept.add(ready, tidy, typed_text.line(description, DESCRIPTION_LIMIT), today)
    return act.changes


def change_picture(typed: FlyerPicture) -> Changes:
    """Write the name and the description of a picture.

    Refuses NAME_MISSING, TEXT_TOO_LONG, NOT_FOUND and CHANGED_MEANWHILE.
    """
    tidy = typed_text.name(typed.name)
    with one_act(Act.PICTURE_CHANGED, Topic.PICTURES, name=tidy) as act:
        description = typed_text.line(typed.description, DESCRIPTION_LIMIT)
        kept.change(typed.id, typed.version, name=tidy, description=description)
    return act.changes


def remove_picture(picture_id: int, version: int) -> Changes:
    """Forget a picture; refuses NOT_FOUND and CHANGED_MEANWHILE."""
    with one_act(Act.PICTURE_REMOVED, Topic.PICTURES, Topic.FLYERS) as act:
        act.facts["name"] = kept.get(picture_id).name
        kept.remove(picture_id, version)
    return act.changes


def put_logo(partner_id: int | None, version: int, ready: ReadyPicture | None) -> Changes:
    """Give a partner, or (None) the house, a logo that was made ready, in the place of the one of before.

    Refuses PICTURE_MISSING, NOT_FOUND and CHANGED_MEANWHILE.
    """
    if ready is None:
        raise Refused(Reason.PICTURE_MISSING)
    with one_act(Act.LOGO_PUT, Topic.PICTURES, *_owner(partner_id)) as act:
        act.facts["name"] = _name_of(partner_id)
        kept.put_logo(partner_id, version, ready)
    return act.changes


def remove_logo(partner_id: int | None, version: int) -> Changes:
    """Forget the logo of a partner, or (None) of the house; refuses NOT_FOUND and CHANGED_MEANWHILE."""
    with one_act(Act.LOGO_REMOVED, Topic.PICTURES, *_owner(partner_id)) as act:
        act.facts["name"] = _name_of(partner_id)
        kept.put_logo(partner_id, version, None)
    return act.changes


def _owner(partner_id: int | None) -> tuple[Topic]:
    return (Topic.HOUSE if partner_id is None else Topic.PARTNERS,)


def _name_of(partner_id: int | None) -> str:
    if partner_id is not None:
        return partners.get(partner_id).name
    house = places.house()
    return house.name if house else ""
