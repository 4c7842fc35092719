"""The Families screen: the list with its search, and beside it, or instead of it, the page of one family."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from meetingplace.domain.families import Order
from meetingplace.domain.pictures import Picture
from meetingplace.ui.directory.children.panel import ChildPanel
from meetingplace.ui.directory.family_list import FamilyList
from meetingplace.ui.directory.family_page import FamilyPage
from meetingplace.ui.directory.forms import FamilyPanel, RowsPanel
from meetingplace.ui.directory.pictures import PicturePanel
from meetingplace.ui.directory.presenter import FOLLOWS, Presenter
from meetingplace.ui.directory.rooms import Rooms
from meetingplace.ui.directory.shown import ChildFormShown, FamilyShown, FormShown, ListShown, PictureShown
from meetingplace.ui.kit.buttons import Segment, button
from meetingplace.ui.kit.cards import Card, EmptyState, label
from meetingplace.ui.kit.fields import SearchField
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import clear, column, row
from meetingplace.ui.kit.screen import Screen
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current

_LIST_WIDTH = 440  # px at 100 %
_BOTH = 980  # px at 100 %: in a narrower screen, list and page take turns


class DirectoryScreen(Screen):
    """Every family that the house knows."""

    help_key = "directory"
    follows = FOLLOWS
    has_place_choice = False  # a family belongs to the whole house

    def __init__(self, around: Surroundings) -> None:
        _ = around.words
        super().__init__(around, _("Families"))
        self.presenter = Presenter(around, self)
        self.panel: RowsPanel | None = None
        self.rooms = Rooms(around, self, self.presenter.choose)
        self.add_act(button(_("Look alike"), "quiet", "account-multiple-outline", self.rooms.show_doubles, self))
        self.primary = self._new = button(_("New family"), "primary", "plus", self.presenter.add_family, self)
        self.add_act(self._new)
        self.field = SearchField(_("Name, child, picture or language"), self, _("Empty the search"))
        self.search = self.field
        orders = [(Order.NICKNAME.value, _("By name")), (Order.LAST_VISIT.value, _("By last visit"))]
        self.order = Segment(orders, Order.NICKNAME.value, _("Order of the list"), self)
        self.families = FamilyList(_("Families"), self)
        self.page_of_family = FamilyPage(_, self)
        self._list_side = self._build_list()
        both = row(self._list_side, spacing=24)
        both.addWidget(self.page_of_family, 1)
        self.add(both, stretch=1)
        self._has_family = self._has_rows = False
        self._wire()

    def _build_list(self) -> QWidget:
        _ = self._
        side = QWidget(self)
        self._paper = paper = Card(side, padding=ROOM, spacing=0)
        self._empty = column()
        self._note = label("", "soft", side, is_wrapped=True)
        self._note.hide()
        self.before = button("", "quiet", "chevron-left", partial(self.presenter.turn, -1), side, tip=_("Page before"))
        self.after = button("", "quiet", "chevron-right", partial(self.presenter.turn, 1), side, tip=_("Next page"))
        self._pages = label("", "soft", side)
        self._pager = QWidget(side)
        self._pager.setLayout(row(self.before, None, self._pages, None, self.after, margins=(ROOM, ROOM, ROOM, ROOM)))
        paper.body.addWidget(self.families, 1)
        paper.body.addWidget(self._pager)
        whole = column(self.field, row(self.order, None), self._note, self._empty)
        whole.addWidget(paper, 1)
        side.setLayout(whole)
        return side

    def _wire(self) -> None:
        page, presenter = self.page_of_family, self.presenter
        self.field.installEventFilter(self)
        self.field.searched.connect(presenter.typed)
        self.field.returnPressed.connect(presenter.enter)
        self.order.chosen.connect(lambda key: presenter.sort(Order(key)))
        self.families.opened.connect(presenter.choose)
        page.back_wanted.connect(self._go_back)
        page.change_wanted.connect(presenter.change_family)
        page.picture_wanted.connect(presenter.choose_picture)
        children = presenter.children
        page.child_wanted.connect(lambda child: children.change(child) if child else children.add())
        page.all_visits_wanted.connect(presenter.show_all_visits)
        page.removal_wanted.connect(presenter.remove_family)
        page.room_wanted.connect(self.rooms.open)

    def open(self, **what: Any) -> None:
        """Come to the list, perhaps for one family (`family_id`)."""
        self.presenter.open(what.get("family_id"))

    def refresh(self) -> None:
        """Ask everything again."""
        self.presenter.refresh()

    # --- what the presenter asks ---

    def show_list(self, shown: ListShown) -> None:
        """Show a page of the list."""
        self.show_line(shown.line)
        self.families.show_rows(shown.rows)
        title, sentence, step = shown.empty
        clear(self._empty)
        if title:
            self._empty.addWidget(EmptyState(title, sentence, step, self.presenter.add_family, self))
            self._empty.addStretch(1)
        self._paper.setVisible(not title)
        self._note.setText(shown.note)
        self._note.setVisible(bool(shown.note))
        self._new.setEnabled(shown.may_add)
        self._pages.setText(shown.pages)
        self._pager.setVisible(bool(shown.pages))
        self.before.setEnabled(shown.has_before)
        self.after.setEnabled(shown.has_after)
        self._has_rows = bool(shown.rows)
        self._arrange()

    def show_family(self, shown: FamilyShown) -> None:
        """Show the page of a family."""
        came_from_list = self.families.hasFocus()
        self._has_family = True
        self.families.show_open(shown.family_id)
        self.page_of_family.show_family(shown)
        self._arrange()
        if came_from_list and self._is_in_turn:
            self.page_of_family.take_keyboard()

    def show_no_family(self) -> None:
        """Show that no family is chosen."""
        self._has_family = False
        self.families.show_open(None)
        self.page_of_family.show_nobody()
        self._arrange()

    def show_form(self, shown: FormShown) -> None:
        """Open the form of a family."""
        panel = FamilyPanel(self.around, self, shown, self.presenter.wrong)
        panel.saved.connect(self.presenter.save)
        panel.picture_wanted.connect(self.presenter.choose_form_picture)
        self._open_panel(panel, panel.nickname)

    def show_child_form(self, shown: ChildFormShown) -> None:
        """Open the form of a child."""
        panel = ChildPanel(self.around, self, shown)
        children = self.presenter.children
        panel.saved.connect(children.save)
        panel.removed.connect(children.remove)
        panel.share_wanted.connect(lambda: self.rooms.share(panel, children.family, children.share))
        self._open_panel(panel, panel.nickname)

    def show_pictures(self, shown: tuple[PictureShown, ...], chosen: Callable[[Picture], None]) -> None:
        """Open the pictures to choose from."""
        PicturePanel(self._, self, shown, chosen).open()

    def show_form_picture(self, picture: Picture, name: str) -> None:
        """Show another picture in the form that is open."""
        if isinstance(self.panel, FamilyPanel):
            self.panel.show_picture(picture, name)

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong in the form that is open."""
        if self.panel is not None:
            self.panel.show_wrong(field, sentence)

    def close_panel(self) -> None:
        """Close the form that is open."""
        if self.panel is not None:
            self.panel.close_panel()

    def _open_panel(self, panel: RowsPanel, first: QWidget) -> None:
        self.panel = panel
        panel.closed.connect(self._forget_panel)
        panel.open(first)

    def _forget_panel(self) -> None:
        self.panel = None

    # --- list and page, side by side or in turn ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put list and page side by side where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the search to the list with Arrow down."""
        is_down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if watched is self.field and is_down and event.type() == QEvent.Type.KeyPress and self.families.isVisible():
            self.families.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc from a page that stands alone."""
        if event.key() == Qt.Key.Key_Escape and self._is_in_turn and self._has_family:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        self.presenter.close_family()
        self.families.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def _is_in_turn(self) -> bool:
        return self.width() < current().px(_BOTH)

    def _arrange(self) -> None:
        is_in_turn = self._is_in_turn
        has_page = self._has_family or (self._has_rows and not is_in_turn)  # without a list there is nobody to choose
        self._list_side.setVisible(not (is_in_turn and self._has_family))
        self.page_of_family.setVisible(has_page)
        self.page_of_family.show_alone(is_in_turn and self._has_family)
        is_alone = is_in_turn or not has_page
        width = 16_777_215 if is_alone else current().px(_LIST_WIDTH)  # the largest that Qt knows: no limit
        self._list_side.setMaximumWidth(width)
        self._list_side.setMinimumWidth(0 if is_alone else width)
