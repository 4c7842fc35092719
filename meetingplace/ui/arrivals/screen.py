"""The arrival desk: families to tap, who is in, the counting panel, and the panels that open over them."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QKeyEvent

from meetingplace.domain.paper_lists import PaperKind
from meetingplace.ui.arrivals.acts import DeskActs
from meetingplace.ui.arrivals.attention import Attention
from meetingplace.ui.arrivals.enrolled import EnrolledList
from meetingplace.ui.arrivals.entrance import Entrance
from meetingplace.ui.arrivals.halves import Halves
from meetingplace.ui.arrivals.inside import Inside
from meetingplace.ui.arrivals.just_now.panel import JustNow
from meetingplace.ui.arrivals.no_session import NoSession
from meetingplace.ui.arrivals.opened import Opened
from meetingplace.ui.arrivals.presenter import FOLLOWS, Presenter
from meetingplace.ui.arrivals.session_choice import SessionChoice
from meetingplace.ui.arrivals.shown import DeskShown, NoSessionShown, WallShown
from meetingplace.ui.arrivals.signals.section import open_signals
from meetingplace.ui.arrivals.tiles import HALF, ONE_LINE, SIDES
from meetingplace.ui.arrivals.totals import TotalsPanel
from meetingplace.ui.arrivals.typing_in.chooser import ChooserPanel
from meetingplace.ui.arrivals.typing_in.panel import TypingInPanel
from meetingplace.ui.arrivals.wall import Wall
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Notice
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import column, let_tab_read, row
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
        self.sessions = SessionChoice(_, self)
        self.entrance = Entrance(_, self)
        self.search, self.primary = self.entrance.search, self.entrance.newcomer
        self.close_act = button(_("Close the session"), "quiet", "flag-checkered", parent=self)
        self.reopen_act = button(_("Open again"), "quiet", "lock-open-variant-outline", parent=self)
        self.notice = Notice("", "info", parent=self)
        self.enrolled = EnrolledList(_, self)
        self.wall, self.inside = Wall(_, self), Inside(_, self)
        self.attention, self.totals = Attention(_, self), TotalsPanel(_, self)
        self.acts = DeskActs(_, self)
        self._notice_row = row(spacing=12, margins=(HALF, 0, 0, 0))
        self._opened = Opened(around, self, self.entrance.search.setFocus)
        self._presenter = Presenter(around, self, self._opened)
        self._opened.acts = self._presenter.panels
        self._build()
        self._wire()

    def _build(self) -> None:
        self.header.add_beside_title(self.sessions)
        self.add_act(self.close_act)
        self._notice_row.addWidget(self.notice, 1)
        self._notice_row.addWidget(self.reopen_act)
        left = column(self.entrance, spacing=8)
        left.addLayout(self.wall, 1)
        if current().scale > ONE_LINE:  # large text leaves no room under the tiles
            self.totals.take_in(self.attention)
        else:
            left.addLayout(row(self.attention, margins=SIDES))
        left.addLayout(self.inside)
        for key in self.acts.keys:
            self.inside.head.flow.addWidget(key)
        self._desk = Halves(left, self.wall.tiles, self.totals, self)
        let_tab_read(self._desk)
        self._nothing = NoSession(self._, self)
        self.add(self._notice_row)
        self.add(self.enrolled)
        self.add(self._desk, stretch=1)
        self.keep_free(0)
        self.add(self._nothing)
        self.body.addStretch(0)
        for part in (self._desk, self.close_act, self.sessions):
            part.hide()

    def _wire(self) -> None:
        presenter, entrance = self._presenter, self.entrance
        self.sessions.chosen.connect(presenter.choose_session)
        self._nothing.chosen.connect(presenter.choose_session)
        self._nothing.plan_wanted.connect(presenter.plan)
        entrance.search.searched.connect(presenter.typed)
        entrance.search.returnPressed.connect(lambda: presenter.enter(entrance.search.text()))
        entrance.went_down.connect(self.choose_tile)
        entrance.newcomer.clicked.connect(lambda: presenter.panels.open_newcomer())
        entrance.guest.clicked.connect(lambda: presenter.panels.open_guests())
        self.close_act.clicked.connect(lambda: presenter.panels.open_closing())
        self.reopen_act.clicked.connect(lambda: presenter.reopen())
        acts, go = self.acts, self.around.go
        acts.just_now.clicked.connect(lambda: JustNow(self.around, self, presenter.wording, presenter))
        acts.voice.clicked.connect(lambda: presenter.hear())
        acts.signal.clicked.connect(lambda: open_signals(self.around, self, presenter.session_id))
        acts.lists.triggered.connect(lambda: presenter.print_lists())
        acts.type_in.triggered.connect(lambda: ChooserPanel(self.around, self, presenter.session_id))
        acts.sign_in.triggered.connect(lambda: go("sign_in", session_id=presenter.session_id))
        self.wall.tiles.tapped.connect(lambda tile: presenter.tap(tile.family_id))
        self.enrolled.ticked.connect(presenter.numbers.tick)
        self.wall.tiles.turned.connect(lambda tile: presenter.turn_family(tile.family_id))
        self.inside.tapped.connect(presenter.panels.adjust)
        self.inside.turned.connect(presenter.turn)
        for people in (self.wall.tiles, self.inside.pills):
            people.typed.connect(entrance.take_letters)
        self._desk.laid.connect(self._choose_lane)
        for counters in (self.totals, self.attention):
            counters.stepped.connect(presenter.numbers.step)
        self.attention.turned_away.connect(presenter.numbers.turn_away)
        self.totals.others_wanted.connect(presenter.show_all_adults)

    def open(self, **what: Any) -> None:
        """Open the desk of a session, or of the one that a host means at this hour; perhaps to close it at once.

        With `typing_in` (a kind of paper list) that list of the session opens.
        """
        self._presenter.open(what.get("session_id"), bool(what.get("closing")))
        self.entrance.search.setFocus()
        if what.get("typing_in"):
            TypingInPanel(self.around, self, what["session_id"], PaperKind(what["typing_in"]))

    def keep_free(self, height: int) -> None:
        """Keep the room of the toast free inside the desk, so that nothing moves; else under everything."""
        self._desk.keep_free(height - MARGIN)
        below = max(MARGIN, height) if self.lane is None else MARGIN
        self.body.setContentsMargins(MARGIN - HALF, ROOM, MARGIN, below)  # HALF: where the ring of a tile begins

    def refresh(self) -> None:
        """Ask the desk again."""
        self._presenter.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let letters from anywhere go to the search."""
        if event.text().isprintable() and event.text().strip() and not self.entrance.search.hasFocus():
            self.entrance.take_letters(event.text())
        else:
            super().keyPressEvent(event)

    # --- what the presenter shows ---

    def show_desk(self, shown: DeskShown) -> None:
        """Show the desk of a session."""
        self._nothing.hide()
        self._desk.show()
        self.close_act.setVisible(shown.may_close)
        self.sessions.show_desk(shown)
        self.show_line("" if shown.sessions else shown.line)
        self.entrance.open_for_families(shown.takes_families)
        self.notice.sentence.setText(shown.notice)
        self.notice.setVisible(bool(shown.notice))
        self.reopen_act.setVisible(shown.may_reopen)
        self.enrolled.show_desk(shown)
        self.totals.show_totals(shown.totals)
        self.attention.show_attention(shown.attention)
        self._desk.lie(shown.knows_families)  # in the height that the counters need now
        self.wall.show_desk(shown)
        self.inside.show_desk(shown)
        self.acts.sign_in.setVisible(shown.has_sign_in)
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
        self.entrance.open_for_families(False)
        self.show_line("")
        self.lane = None
        self._nothing.show_steps(shown)

    def clear_search(self) -> None:
        """Empty the search."""
        self.entrance.search.clear()
