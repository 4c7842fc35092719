"""How the house presents itself: name, line, phone, e-mail, colours, mark and languages of its paper; saved at once."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from meetingplace.domain.families import PICTURE_SHAPES
from meetingplace.domain.language import PAPER
from meetingplace.domain.places import House
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import own_name
from meetingplace.i18n.words import picture_name
from meetingplace.services.organisation import MOODS, mood_colours
from meetingplace.ui.kit.cards import Card
from meetingplace.ui.kit.fields import Ticks, line_edit
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.pick import GAP, Pick
from meetingplace.ui.kit.theme import current
from meetingplace.ui.settings.house_keeping import HouseKeeper


class HouseSection(QWidget):
    """The facts of the house; each is saved when its field is left."""

    def __init__(self, words: Translator, keeper: HouseKeeper) -> None:
        """Begin empty, until the house is known."""
        super().__init__()
        _ = words
        self._keeper = keeper
        self.form = Form(self)
        self.lines: dict[str, QLineEdit] = {}
        for name, title, help_text in (
            ("name", _("Name of the house"), _("The sender on every sheet.")),
            ("line", _("Line under the name"), _("For instance: meeting place for parents and children, Schaarbeek")),
            ("phone", _("Phone"), ""),
            ("email", _("E-mail"), ""),
        ):
            self.lines[name] = editor = line_edit("")
            editor.editingFinished.connect(lambda name=name: self._leave(name))
            self.form.row(name, title, editor, help_text)
        moods = {"cherry": _("Cherry"), "park": _("Park"), "evening": _("Evening")}
        self.mood = Pick([(mood, moods[mood]) for mood in MOODS], None, _swatch)
        self.mood.chosen.connect(lambda mood: keeper.change(mood=mood))
        self.form.row("mood", _("Colours of your paper"), self.mood)
        marks = [(shape, picture_name(_, shape)) for shape in PICTURE_SHAPES]
        self.picture = Pick(marks, None, _mark, has_words=False)
        self.picture.chosen.connect(lambda shape: keeper.change(picture=shape))
        self.form.row("picture", _("Mark of the house"), self.picture)
        others = [(code, own_name(code)) for code in PAPER if code != "nl"]
        self.languages = Ticks(others)
        self.languages.changed.connect(lambda: keeper.change(languages=("nl", *self.languages.on)))
        self.form.row(
            "languages", _("Languages of your flyers"), self.languages, _("Dutch is always on the sheet, and first.")
        )
        card = Card(self, padding=20)
        card.body.addWidget(self.form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(5, 5, 5, 5)
        whole.addWidget(card)
        whole.addStretch(1)

    def show_house(self, house: House) -> None:
        """Show the house; what somebody is typing just now stays, and so does what was refused."""
        for name, editor in self.lines.items():
            is_being_typed = editor.hasFocus() and editor.isModified()
            if not is_being_typed and not editor.property("wrong"):
                editor.setText(getattr(house, name))
                editor.setCursorPosition(0)  # long words are read from their beginning
        self.mood.choose(house.mood)
        self.picture.choose(house.picture)
        self.languages.choose(house.languages)

    def show_wrong(self, name: str, sentence: str) -> None:
        """Say what is wrong with a field."""
        self.form.show_wrong(name, sentence)

    def _leave(self, name: str) -> None:
        editor = self.lines[name]
        if editor.isModified():
            editor.setModified(False)
            self.form.clear_errors()
            self._keeper.change(**{name: editor.text()})


def _ratio() -> float:
    running = QApplication.instance()
    return running.devicePixelRatio() if isinstance(running, QApplication) else 1.0


def _swatch(mood: object) -> QIcon:
    """Draw the three strong tones of a colour mood beside each other."""
    side, ratio = current().icon_side(24), _ratio()
    pixmap = QPixmap(round((side + GAP) * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for at, colour in enumerate(mood_colours(str(mood))):
        painter.setBrush(QColor(colour))
        painter.drawRect(QRectF(at * side / 3, 3, side / 3, side - 6))
    painter.end()
    return QIcon(pixmap)


def _mark(shape: object) -> QIcon:
    return icon(str(shape), current().tokens.ink, current().icon_side(24))
