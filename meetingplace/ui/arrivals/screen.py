"""The arrival desk: families to tap, who is in, the counting panel, and the panels that open over them."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QWidget

from meetingplace.domain.refusals import Reason
from meetingplace.ui.arrivals.closing.opening import open_closing
from meetingplace.ui.arrivals.closing.shown import ClosingShown
from meetingplace.ui.arrivals.desk_panel import DeskPanel
from meetingplace.ui.arrivals.enrolled import EnrolledList
from meetingplace.ui.arrivals.halves import Halves
from meetingplace.ui.arrivals.inside import Inside
from meetingplace.ui.arrivals.panels import GuestPanel, NewcomerPanel, VisitPanel
from meetingplace.ui.arrivals.presenter import FOLLOWS, Presenter
from meetingplace.ui.arrivals.shown import (
    DeskShown,
    NewcomerShown,
    NoSessionShown,
    VisitShown,
    WallShown,
)
from meetingplace.ui.arrivals.signals.section import open_signals
from meetingplace.ui.arrivals.tiles import HALF, ONE_LINE, SIDES
from meetingplace.ui.arrivals.totals import TotalsPanel
from meetingplace.ui.arrivals.wall import Wall
from meetingplace.ui.kit.buttons import MenuButton, button
from meetingplace.ui.kit.cards import EmptyState, Notice
from meetingplace.ui.kit.fields import SearchField
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import clear, column, row
from meetingplace.ui.kit.screen import MARGIN, Screen
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current


class ArrivalsScreen(Screen):
    """The desk of one session."""

    help_key = "arrivals"
    follows = FOLLOWS

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, around.words("Arrivals"))
        _ = self._
        self._panel: DeskPanel | None = None
        self.search = self._search = SearchField(_("Type two letters of the name"), self, _("Empty the search"))
        self.primary = self.newcomer = button(_("New family"), "primary", "plus", parent=self)
        self.guest = button(_("Guest"), "quiet", "account-plus-outline", parent=self)
        self.close_act = button(_("Close the session"), "quiet", "flag-checkered", parent=self)
        self.reopen_act = button(_("Open again"), "quiet", "lock-open-variant-outline", parent=self)
        self.sessions = MenuButton(name=_("Choose the session"), parent=self)
        self.notice = Notice("", "info", parent=self)
        self.enrolled = EnrolledList(_, self)
        self.wall, self.inside = Wall(_, self), Inside(_, self)
        self.totals = TotalsPanel(_, self)
        self.voice = button(_("A parent says something"), "text", "comment-quote-outline", parent=self)
        self.signal = button(_("Signal"), "text", "lighthouse-on", parent=self)
        self.lists = button(_("Paper lists"), "text", "printer-outline", parent=self)
        if current().scale > ONE_LINE:  # long words would be cut or take a line more; they are still read aloud
            self._search.setPlaceholderText(_("Name"))
            self.voice.setText(_("Voices"))
            self.lists.setText(_("Lists"))
        self._notice_row = row(spacing=12, margins=(HALF, 0, 0, 0))
        self._first_steps = column(spacing=12, margins=(HALF, 0, 0, 0))
        self._presenter = Presenter(around, self)
        self._build()
        self._wire()

    def _build(self) -> None:
        self.header.add_beside_title(self.sessions)
        self.add_act(self.close_act)
        self._notice_row.addWidget(self.notice, 1)
        self._notice_row.addWidget(self.reopen_act)
        self._entrance = QWidget(self)
        for act in (self.guest, self.newcomer):
            act.setMinimumHeight(current().height(48))
        entrance = row(spacing=12, margins=SIDES)
        entrance.addWidget(self._search, 1)
        entrance.addWidget(self.guest)
        entrance.addWidget(self.newcomer)
        self._entrance.setLayout(entrance)
        left = column(self._entrance, spacing=8)
        left.addLayout(self.wall, 1)
        left.addLayout(self.inside)
        for act in (self.voice, self.signal, self.lists):
            self.inside.head.flow.addWidget(act)
        inside = self.inside
        over = (self._search, self.guest, self.newcomer, self.wall.tiles)
        under = (inside.left_key, inside.inside_key, self.voice, self.signal, self.lists, inside.pills)
        for before, after in pairwise((*over, *under)):  # Tab goes as one reads
            self.setTabOrder(before, after)
        self._desk = Halves(left, self.wall.tiles, self.totals, self)
        self._nothing = QWidget(self)
        self._nothing.setLayout(self._first_steps)
        self.add(self._notice_row)
        self.add(self.enrolled)
        self.add(self._desk, stretch=1)
        self.keep_free(0)
        self.add(self._nothing)
        self.body.addStretch(0)
        for part in (self._desk, self._nothing, self.close_act, self.sessions):
            part.hide()

    def _wire(self) -> None:
        presenter = self._presenter
        self._search.installEventFilter(self)
        self._search.searched.connect(presenter.typed)
        self._search.returnPressed.connect(lambda: presenter.enter(self._search.text()))
        self.newcomer.clicked.connect(lambda: presenter.panels.open_newcomer())
        self.guest.clicked.connect(lambda: presenter.panels.open_guests())
        self.close_act.clicked.connect(lambda: presenter.panels.open_closing())
        self.reopen_act.clicked.connect(lambda: presenter.reopen())
        self.voice.clicked.connect(lambda: presenter.hear())
        self.signal.clicked.connect(lambda: open_signals(self.around, self, presenter.session_id))
        self.lists.clicked.connect(lambda: presenter.print_lists())
        self.wall.tiles.tapped.connect(lambda tile: presenter.tap(tile.family_id))
        self.enrolled.ticked.connect(presenter.tick)
        self.inside.tapped.connect(presenter.panels.adjust)
        for people in (self.wall.tiles, self.inside.pills):
            people.typed.connect(self._type)
        self._desk.laid.connect(self._choose_lane)
        self.totals.stepped.connect(presenter.step)
        self.totals.others_wanted.connect(presenter.show_all_adults)

    def open(self, **what: Any) -> None:
        """Open the desk of a session, or of the one that a host means at this hour; perhaps to close it at once."""
        self._presenter.open(what.get("session_id"), bool(what.get("closing")))
        self._search.setFocus()

    def keep_free(self, height: int) -> None:
        """Keep the room of the toast free inside the desk, so that nothing moves; else under everything."""
        self._desk.keep_free(height - MARGIN)
        below = max(MARGIN, height) if self.lane is None else MARGIN
        self.body.setContentsMargins(MARGIN - HALF, ROOM, MARGIN, below)  # HALF: where the ring of a tile begins

    def refresh(self) -> None:
        """Ask the desk again."""
        self._presenter.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow down go from the search to the tiles."""
        is_press = watched is self._search and event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            self.choose_tile()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let letters from anywhere go to the search."""
        if event.text().isprintable() and event.text().strip() and not self._search.hasFocus():
            self._type(event.text())
        else:
            super().keyPressEvent(event)

    def _type(self, letters: str) -> None:
        if self._search.isVisible():
            self._search.setFocus()
            self._search.insert(letters)

    # --- what the presenter shows ---

    def show_desk(self, shown: DeskShown) -> None:
        """Show the desk of a session."""
        self._nothing.hide()
        self._desk.show()
        self._show_session(shown)
        self._entrance.setVisible(shown.takes_families)
        for act in (self.newcomer, self.guest):
            act.setEnabled(shown.takes_families)
        self.notice.sentence.setText(shown.notice)
        self.notice.setVisible(bool(shown.notice))
        self.reopen_act.setVisible(shown.may_reopen)
        self.enrolled.show_desk(shown)
        self.totals.show_totals(shown.totals, shown.warnings)
        self._lie(shown.knows_families)  # in the height that the counters need now
        if shown.knows_families:
            self.show_wall(shown.wall)
            self.inside.show_desk(shown)
        self.wall.tiles.setEnabled(shown.takes_families)

    def _show_session(self, shown: DeskShown) -> None:
        self.close_act.setVisible(shown.may_close)
        self.sessions.setVisible(bool(shown.sessions))
        self.show_line("" if shown.sessions else shown.line)
        self.sessions.setText(shown.line.replace("&", "&&"))
        self.sessions.setAccessibleName(self._("Choose the session: {session}", session=shown.line))
        self._offer(shown)

    def _offer(self, shown: DeskShown) -> None:
        self.sessions.choices.clear()
        for session_id, words in shown.sessions:
            action = QAction(words.replace("&", "&&"), self.sessions.choices)
            action.setCheckable(True)
            action.setChecked(session_id == shown.session_id)
            action.triggered.connect(lambda _on=False, chosen=session_id: self._presenter.choose_session(chosen))
            self.sessions.choices.addAction(action)

    def _lie(self, knows_families: bool) -> None:
        """Show families, or give the counters the whole width at a place that only counts."""
        self._desk.lie(knows_families)
        if not knows_families:
            self.wall.show_for_families(False)
            self.inside.show_for_families(False)
        elif not self.wall.tiles.isVisibleTo(self):
            self.wall.show_for_families(True)
            self.inside.show_for_families(True)
        self._choose_lane()

    def _choose_lane(self) -> None:
        has_lane = self._desk.isVisibleTo(self) and not self._desk.scrolls
        self.lane = self._desk.room if has_lane else None

    def show_wall(self, shown: WallShown) -> None:
        """Show the regulars, or what a search found."""
        self.wall.show_wall(shown)

    def choose_tile(self) -> None:
        """Put the keyboard on the first tile."""
        self.wall.tiles.choose_first()

    def show_no_session(self, shown: NoSessionShown) -> None:
        """Show that there is no session, with the first step."""
        for part in (self._desk, self.close_act, self.sessions, self.enrolled):
            part.hide()
        self.newcomer.setEnabled(False)
        self.show_line("")
        self.lane = None
        clear(self._first_steps)
        plan = EmptyState(shown.title, shown.sentence, self._("Plan a session"), self._presenter.plan, self._nothing)
        self._first_steps.addWidget(plan)
        for session_id, words in shown.sessions:
            go = button(words, "quiet", "door-open", partial(self._presenter.choose_session, session_id), self._nothing)
            self._first_steps.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        self._nothing.show()

    def show_visit(self, shown: VisitShown) -> None:
        """Open the panel where a visit is adjusted."""
        panel = VisitPanel(shown, self._, self)
        acts = self._presenter.panels
        for told, act in (
            (panel.saved, acts.save_visit),
            (panel.left, acts.leave),
            (panel.came_back, acts.come_back),
            (panel.removed, acts.remove),
        ):
            told.connect(act)
        self._take(panel)

    def show_newcomer(self, shown: NewcomerShown) -> None:
        """Open the panel for a new family."""
        self._take(NewcomerPanel(shown, self._, self, self._presenter.panels.new_family))

    def show_guests(self, shown: NewcomerShown) -> None:
        """Open the panel for unnamed people."""
        self._take(GuestPanel(shown, self._, self, self._presenter.panels.guests))

    def show_closing(self, shown: ClosingShown) -> None:
        """Open the panel for closing the session."""
        self._take(open_closing(shown, self.around, self, self._presenter.panels))

    def _take(self, panel: DeskPanel) -> None:
        self._panel = panel
        panel.closed.connect(self._let_go)

    def _let_go(self) -> None:
        self._panel = None

    def show_wrong(self, sentence: str, reason: Reason) -> None:
        """Say in the open panel why it was refused."""
        if self._panel:
            self._panel.show_wrong(sentence, reason)
        else:
            self.around.say(sentence)

    def close_panel(self) -> None:
        """Close the panel that is open, and go back to the search."""
        if self._panel:
            self._panel.close_panel()
        self._search.setFocus()

    def clear_search(self) -> None:
        """Empty the search."""
        self._search.clear()
