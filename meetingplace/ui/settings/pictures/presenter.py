"""Which pictures and logos are there, and what is done with them. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.typed_text import NAME_LIMIT
from meetingplace.i18n import refusals
from meetingplace.services import flyer_pictures
from meetingplace.services.changes import Changes, Topic
from meetingplace.services.flyer_pictures import FlyerPicture, Logo, PicturesBoard, ReadyPicture
from meetingplace.ui.kit.surroundings import Surroundings

FOLLOWS = frozenset({Topic.PICTURES, Topic.HOUSE, Topic.PARTNERS})
FILE, NAME, DESCRIPTION = "file", "name", "description"
COARSE = 1_000  # px of the long side: fewer look coarse over the width of an A4


@dataclass(frozen=True)
class RowShown:
    """A picture or a logo in its list."""

    title: str
    line: str
    small: bytes


@dataclass(frozen=True)
class PicturesShown:
    """The whole section: each row with the picture or the logo behind it."""

    pictures: tuple[tuple[RowShown, FlyerPicture], ...]
    logos: tuple[tuple[RowShown, Logo], ...]


class View(Protocol):
    """The part of the House screen that lists pictures and logos."""

    def show_pictures(self, shown: PicturesShown) -> None:
        """Show them."""


class Form(Protocol):
    """A panel in which a file is chosen."""

    def show_ready(self, ready: ReadyPicture, name: str, says: str) -> None:
        """Show what was chosen, the name of its file, and what there is to know about it."""

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field; without a field, with the whole."""

    def close_panel(self) -> None:
        """Close it: it is saved."""


class Presenter:
    """The pictures and logos of the house."""

    def __init__(self, around: Surroundings, view: View | None = None) -> None:
        """Nothing is asked before `refresh`; a panel that is opened from elsewhere needs no list."""
        self.around, self._view, self._ = around, view, around.words

    def refresh(self) -> None:
        """Ask the pictures again."""
        self.around.work.ask(flyer_pictures.pictures_board, then=self._show, slot="pictures")

    def _show(self, board: PicturesBoard) -> None:
        if self._view is None:
            return
        pictures = tuple((self._row(picture), picture) for picture in board.pictures)
        logos = tuple((RowShown(logo.name, self._without(logo), logo.small), logo) for logo in board.logos)
        self._view.show_pictures(PicturesShown(pictures, logos))

    def _without(self, logo: Logo) -> str:
        """Say what stands on a flyer as long as there is no logo."""
        _ = self._
        if logo.small:
            return ""
        return _("No logo yet.") if logo.partner_id is None else _("No logo yet: the name stands there.")

    def _row(self, picture: FlyerPicture) -> RowShown:
        missing = self._("Not described yet for who cannot see it.")
        return RowShown(picture.name, picture.description or missing, picture.small)

    # --- a file ---

    def choose(self, file: Path, make_ready: Callable[[Path], ReadyPicture], form: Form) -> None:
        """Make a chosen file ready and show it; what is wrong with it is said at its field."""
        self.around.work.ask(
            make_ready, file, then=partial(self._chosen, file, form), failed=partial(self._wrong, form), on_paper=True
        )

    def _chosen(self, file: Path, form: Form, ready: ReadyPicture) -> None:
        _ = self._
        says = _("{width} × {height} dots", width=ready.width, height=ready.height)
        if max(ready.width, ready.height) < COARSE:
            says += ". " + _("That is little: over a whole page it looks coarse.")
        form.show_ready(ready, file.stem.replace("_", " ").replace("-", " ").strip()[:NAME_LIMIT], says)

    def _wrong(self, form: Form, refused: Refused) -> None:
        form.show_wrong(_field_of(refused), refusals.sentence(self._, refused, self.around.formats))

    # --- what is done ---

    def save_picture(
        self, picture: FlyerPicture, ready: ReadyPicture | None, name: str, description: str, form: Form
    ) -> None:
        """Save a picture; one with id 0 is new."""
        if picture.id:
            self._do(form, flyer_pictures.change_picture, replace(picture, name=name, description=description))
        else:
            self._do(form, flyer_pictures.add_picture, ready, name, description, self.around.clock().date())

    def remove_picture(self, picture: FlyerPicture, form: Form) -> None:
        """Forget a picture."""
        self._do(form, flyer_pictures.remove_picture, picture.id, picture.version)

    def save_logo(self, logo: Logo, ready: ReadyPicture | None, form: Form) -> None:
        """Give the house or a partner a logo."""
        self._do(form, flyer_pictures.put_logo, logo.partner_id, logo.version, ready)

    def remove_logo(self, logo: Logo, form: Form) -> None:
        """Forget a logo."""
        self._do(form, flyer_pictures.remove_logo, logo.partner_id, logo.version)

    def _do(self, form: Form, verb: Callable[..., Changes], *args: object) -> None:
        self.around.work.do(verb, *args, then=lambda _changes: form.close_panel(), failed=partial(self._wrong, form))


def _field_of(refused: Refused) -> str:
    """Find the field that a refusal is about; about a file are all the others."""
    if refused.reason is Reason.NAME_MISSING:
        return NAME
    if refused.reason is Reason.TEXT_TOO_LONG:
        return NAME if refused.facts.get("limit") == NAME_LIMIT else DESCRIPTION
    return "" if refused.reason in (Reason.CHANGED_MEANWHILE, Reason.NOT_FOUND) else FILE
