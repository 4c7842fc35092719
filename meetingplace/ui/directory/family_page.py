"""The page of one family: who they are, their children, their visits. It is handed texts and tells what was pressed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.directory.shown import ChildShown, FamilyShown, VisitShown
from meetingplace.ui.kit.buttons import MenuButton, button
from meetingplace.ui.kit.cards import Card, EmptyState, PressableCard, label
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.layouts import Flow, clear, column, row, rule, scrolling
from meetingplace.ui.kit.marks import family_picture, icon_mark
from meetingplace.ui.kit.text import breakable
from meetingplace.ui.kit.theme import current

_PICTURE = 96  # px
_LONG = 24  # letters of a name that needs more than one line
_AT_THE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


class FamilyPage(Card):
    """A card that scrolls; without a family it says what will stand here."""

    back_wanted = Signal()
    change_wanted = Signal()
    picture_wanted = Signal()
    child_wanted = Signal(int)  # the id of the child; 0 for a new one
    all_visits_wanted = Signal()
    removal_wanted = Signal()
    room_wanted = Signal(str, object)  # the name of the room, and the family

    def __init__(self, words: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=1, spacing=0)
        self._ = words
        self._content = QWidget(self)
        self._parts = QVBoxLayout(self._content)
        self._parts.setSpacing(12)
        self._is_alone = False
        self._shown: FamilyShown | None = None
        self._page = scrolling(self._content, self)
        self.body.addWidget(self._page)
        self.show_nobody()

    def show_alone(self, is_alone: bool) -> None:
        """Say whether the page has the screen for itself; then it leads back to the list."""
        if is_alone != self._is_alone:
            self._is_alone = is_alone
            self._show()

    def show_nobody(self) -> None:
        """Show that no family is chosen."""
        self._shown = None
        self._show()

    def show_family(self, shown: FamilyShown) -> None:
        """Show a family; another one begins at the top of its page, and the keyboard stays on the same act."""
        is_other = self._shown is None or self._shown.family_id != shown.family_id
        focused = self.focusWidget()
        held = focused.objectName() if focused is not None and focused.hasFocus() else ""
        self._shown = shown
        self._show()
        if is_other:
            self._page.verticalScrollBar().setValue(0)
        kept = self.findChild(QWidget, held) if held else None
        if kept is not None:
            kept.setFocus()

    def take_keyboard(self) -> None:
        """Give the keyboard to the way back to the list."""
        back = self.findChild(QWidget, "back")
        if back is not None:
            back.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self) -> None:
        _ = self._
        clear(self._parts)
        self._dress(is_paper=self._shown is not None)
        for old in self._content.findChildren(QWidget):
            old.setObjectName("")  # it is still there until Qt has time to let it go
        if self._is_alone:
            back = self._act(_("All families"), "text", "arrow-left", self.back_wanted.emit, "back")
            self._parts.addLayout(row(back, None))
        if self._shown is None:
            nobody = _("Choose a family in the list: here stand its children and its visits.")
            self._parts.addWidget(EmptyState(_("No family chosen"), nobody, parent=self._content))
        else:
            self._show_top(self._shown)
            self._show_children(self._shown)
            self._show_contact(self._shown)
            self._show_visits(self._shown)
        self._parts.addStretch(1)

    def _dress(self, is_paper: bool) -> None:
        """Be a white card with a family on it, and nothing of one's own without."""
        self._parts.setContentsMargins(*((24, 20, 24, 24) if is_paper else (0, 0, 0, 0)))
        if self.property("card") != is_paper:
            self.setProperty("card", is_paper)
            self.style().unpolish(self)
            self.style().polish(self)

    def _show_top(self, shown: FamilyShown) -> None:
        _ = self._
        picture = family_picture(shown.picture, shown.picture_name, _PICTURE, self._content)
        name = self._said(shown.nickname, "title")
        languages = self._said(shown.languages, "lead")
        change = self._act(_("Change"), "quiet", "pencil-outline", self.change_wanted.emit, "change")
        other = self._act(_("Other picture"), "quiet", "shape-outline", self.picture_wanted.emit, "picture")
        acts = Flow(self._content)
        acts.replace([change, other])
        if shown.may_be_removed:
            remove = self._act(_("Take away"), "danger", "trash-can-outline", self.removal_wanted.emit, "remove")
            acts.flow.addWidget(remove)
        acts.flow.addWidget(self._more(shown))
        names = column(name, languages, 4, acts, spacing=4)
        top = row(spacing=20)
        top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(names, 1)
        self._parts.addLayout(top)
        if shown.facts:
            self._parts.addLayout(self._facts(shown.facts))

    def _more(self, shown: FamilyShown) -> MenuButton:
        """Make the menu with what is seldom done."""
        _ = self._
        more = MenuButton(_("More"), name=_("More for {nickname}", nickname=shown.nickname), parent=self._content)
        more.setObjectName("more")
        rooms = (
            ("same", "call-merge", _("The same as another family…")),
            ("statement", "file-document-outline", _("All that we know, on paper…")),
            ("forget", "account-remove-outline", _("Forget this family…")),
        )
        for room, icon_name, words in rooms:
            drawing = icon(icon_name, current().tokens.soft)
            more.choices.addAction(drawing, words, partial(self.room_wanted.emit, room, shown))
        return more

    def _facts(self, facts: tuple[tuple[str, str], ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for at, (word, text) in enumerate(facts):
            grid.addWidget(label(word, "soft", self._content), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._said(text), at, 1)
        return grid

    def _show_children(self, shown: FamilyShown) -> None:
        _ = self._
        title = label(_("Children"), "section", self._content)
        add = self._act(_("Add a child"), "text", "plus", partial(self.child_wanted.emit, 0), "child 0")
        self._parts.addSpacing(8)
        self._parts.addLayout(row(title, None, add))
        if shown.no_children:
            self._parts.addWidget(label(shown.no_children, "soft", self._content))
            return
        children = Flow(self._content, spacing=12)
        children.replace([self._child(child) for child in shown.children])
        self._parts.addWidget(children)

    def _child(self, child: ChildShown) -> PressableCard:
        _ = self._
        spoken = _("Change {child}", child=child.spoken)
        card = PressableCard(spoken, partial(self.child_wanted.emit, child.child_id), self._content, padding=12)
        card.setObjectName(f"child {child.child_id}")
        name = label(breakable(child.name), "name", card, is_wrapped=len(child.name) > _LONG)
        name.setAlignment(_AT_THE_LEFT)
        words = column(name, label(child.line, "soft", card), spacing=0)
        if child.also_in:
            words.addWidget(label(breakable(child.also_in), "soft", card, is_wrapped=len(child.also_in) > 2 * _LONG))
        pencil = icon_mark("pencil-outline", "soft", current().icon_side(20), parent=card)
        card.body.addLayout(row(words, pencil, spacing=16))
        return card

    def _show_contact(self, shown: FamilyShown) -> None:
        """Say whether a contact is kept, where contacts are; it is shown only when somebody presses for it."""
        line, words = shown.contact
        if not words:
            return
        title = label(self._("Contact"), "section", self._content)
        icon_name = "eye-outline" if shown.has_contact else "plus"
        press = partial(self.room_wanted.emit, "contact", shown)
        self._parts.addSpacing(8)
        self._parts.addLayout(row(title, None, self._act(words, "text", icon_name, press, "contact")))
        self._parts.addWidget(label(line, "soft", self._content, is_wrapped=True))

    def _show_visits(self, shown: FamilyShown) -> None:
        title = label(self._("Visits"), "section", self._content)
        self._parts.addSpacing(8)
        self._parts.addLayout(row(title, label(shown.visits_line, "soft", self._content), None))
        for visit in shown.visits:
            self._parts.addWidget(rule(self._content))
            self._parts.addLayout(self._visit(visit))
        if shown.all_visits:
            every = self._act(shown.all_visits, "text", "chevron-down", self.all_visits_wanted.emit, "all visits")
            self._parts.addLayout(row(every, None))

    def _visit(self, visit: VisitShown) -> QGridLayout:
        line = QGridLayout()
        line.setHorizontalSpacing(16)
        line.setVerticalSpacing(0)
        line.setColumnMinimumWidth(0, current().px(118))
        line.setColumnStretch(1, 1)
        day: QLabel = label(visit.day, "strong", self._content)
        line.addWidget(day, 0, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._said(visit.session), 0, 1)
        line.addWidget(self._said(visit.who, "soft"), 1, 1)
        return line

    def _said(self, words: str, kind: str = "") -> QLabel:
        """Show words that people typed: in whatever script, they stand where all words of the page begin."""
        said = label(breakable(words), kind, self._content, is_wrapped=True)
        said.setAlignment(_AT_THE_LEFT)
        return said

    def _act(self, text: str, kind: str, icon_name: str, pressed: object, name: str) -> QWidget:
        act = button(text, kind, icon_name, pressed, self._content)  # type: ignore[arg-type]
        act.setObjectName(name)
        return act
