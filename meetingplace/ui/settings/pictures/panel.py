"""A picture with its name and description, or a logo: a file is chosen, seen at once, and then saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.services import flyer_pictures
from meetingplace.services.flyer_pictures import ENDINGS, FlyerPicture, Logo, ReadyPicture
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.fields import line_edit
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.layouts import column, row
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.thumbnail import Thumbnail
from meetingplace.ui.settings.pictures.presenter import DESCRIPTION, FILE, NAME, Presenter

_SEEN = (240, 160)  # px


class FileChoice(QWidget):
    """What was chosen, and the way to choose a file."""

    chosen = Signal(Path)

    def __init__(self, words: Translator, small: bytes, name: str) -> None:
        """Begin with what is there."""
        super().__init__()
        self._ = words
        self.seen = Thumbnail(*_SEEN, "image-outline", parent=self)
        self.seen.show_picture(small, name)
        self.choose = button(words("Choose a file…"), "quiet", "folder-open-outline", self._ask, self)
        self.says = label("", "soft", self, is_wrapped=True)
        beside = column(row(self.choose, None), self.says, None, spacing=8)
        line = row(self.seen, beside, spacing=16)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setFocusProxy(self.choose)

    def show_busy(self) -> None:
        """Say that it takes a moment: a large photo is made smaller."""
        self.says.setText(self._("It is being made ready…"))

    def show_ready(self, ready: ReadyPicture, name: str, says: str) -> None:
        """Show what was chosen."""
        self.seen.show_picture(ready.small, name)
        self.says.setText(says)

    def _ask(self) -> None:
        _ = self._
        kinds = " ".join(f"*.{ending} *.{ending.upper()}" for ending in ENDINGS)
        kinds = _("Pictures ({kinds})", kinds=kinds)
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Choose a file"), str(Path.home()), kinds)
        if chosen:
            self.chosen.emit(Path(chosen))


class FilePanel(FormPanel):
    """A form with a file; what was chosen and typed stays until it is saved or thrown away."""

    def __init__(self, around: Surroundings, over: QWidget, title: str) -> None:
        """Begin without a file."""
        _ = around.words
        super().__init__(title, over, _, _("Save"), width=620)
        self.presenter = Presenter(around)
        self.ready: ReadyPicture | None = None
        self._said = ""
        self.form = Form(self)
        self._wrong = label("", "error", self, is_wrapped=True)
        self._wrong.hide()
        self.remove = button(_("Take away"), "danger", pressed=self._remove, parent=self)
        self.add(self.form, self._wrong)
        self.add_verb(self.remove)
        self.wanted.connect(self._save)

    def ask_file(
        self, title: str, help_text: str, small: bytes, name: str, make_ready: Callable[[Path], ReadyPicture]
    ) -> None:
        """Add the file."""
        self.file = FileChoice(self._, small, name)
        self.file.chosen.connect(partial(self._choose, make_ready))
        self.form.row(FILE, title, self.file, help_text)

    def _choose(self, make_ready: Callable[[Path], ReadyPicture], file: Path) -> None:
        self.file.show_busy()
        self.presenter.choose(file, make_ready, self)

    def start(self) -> None:
        """Open with the keyboard at the file."""
        self.open(self.file.choose)

    def show_ready(self, ready: ReadyPicture, name: str, says: str) -> None:
        """Show what was chosen, and what there is to know about it."""
        self.ready, self._said = ready, says
        self.form.clear_errors()
        self._wrong.hide()
        self.file.show_ready(ready, name, says)

    @property
    def is_changed(self) -> bool:
        """Tell whether something was chosen or typed that is not saved."""
        return self.ready is not None or super().is_changed

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field, or, without one, with the whole."""
        self.release()
        self.remove.setEnabled(True)
        is_at_field = self.form.has(field)
        self.form.show_wrong(field, sentence)
        self.file.says.setText(self._said if self.ready else "")
        self._wrong.setText("" if is_at_field else sentence)
        self._wrong.setVisible(not is_at_field)

    def _save(self) -> None:
        """Save it."""

    def _remove(self) -> None:
        """Forget it."""


class PicturePanel(FilePanel):
    """A picture for flyers. A picture that is there keeps its file: another one is another picture."""

    def __init__(self, around: Surroundings, over: QWidget, picture: FlyerPicture) -> None:
        """Begin with a picture; one with id 0 is new."""
        _ = around.words
        title = picture.name if picture.id else _("New picture")
        super().__init__(around, over, title)
        self._picture = picture
        limits = _("A JPEG, PNG or SVG of your own. Whoever is in it agreed. Where it was taken is left out.")
        title = _("The picture")
        self.ask_file(title, "" if picture.id else limits, picture.small, picture.name, flyer_pictures.ready_picture)
        self.file.choose.setVisible(not picture.id)
        self.remove.setVisible(bool(picture.id))
        self.name, self.description = line_edit(picture.name), line_edit(picture.description)
        self.form.row(NAME, _("Name"), self.name, _("How you find it again when you make a flyer."))
        why = _("In Dutch, for who cannot see it: “Ouders en kinderen spelen aan een tafel.”")
        self.form.row(DESCRIPTION, _("What is to be seen?"), self.description, why)

    def start(self) -> None:
        """Open with the keyboard at what comes first."""
        self.open(self.name if self._picture.id else self.file.choose)

    def show_ready(self, ready: ReadyPicture, name: str, says: str) -> None:
        """Show what was chosen; until somebody types a name, it has that of its file."""
        super().show_ready(ready, name, says)
        if not self.name.isModified():
            self.name.setText(name)

    def _save(self) -> None:
        self.presenter.save_picture(self._picture, self.ready, self.name.text(), self.description.text(), self)

    def _remove(self) -> None:
        self.remove.setEnabled(False)
        self.presenter.remove_picture(self._picture, self)


class LogoPanel(FilePanel):
    """The logo of the house or of a partner."""

    def __init__(self, around: Surroundings, over: QWidget, logo: Logo) -> None:
        """Begin with the logo that is there, or without one."""
        _ = around.words
        super().__init__(around, over, _("Logo of {name}", name=logo.name))
        self._logo = logo
        why = _("A JPEG, PNG or SVG. It stands in the foot of flyers; without one the name stands there.")
        self.ask_file(_("Logo"), why, logo.small, logo.name if logo.small else "", flyer_pictures.ready_logo)
        self.remove.setVisible(bool(logo.small))

    def _save(self) -> None:
        self.presenter.save_logo(self._logo, self.ready, self)

    def _remove(self) -> None:
        self.remove.setEnabled(False)
        self.presenter.remove_logo(self._logo, self)


def open_logo(around: Surroundings, over: QWidget, partner_id: int | None) -> None:
    """Open the logo of a partner, or (None) of the house, over a screen."""
    around.work.ask(
        flyer_pictures.logo_of, partner_id, then=lambda logo: LogoPanel(around, over, logo).start(), slot="logo"
    )
