"""What the arrival desk does with a gesture: which verb, which panel, which session. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from meetingplace.domain.families import Picture, Relation
from meetingplace.domain.sessions import Closing
from meetingplace.domain.visits import Tallied
from meetingplace.services import arrivals, desk
from meetingplace.services.changes import Changes, Topic
from meetingplace.services.desk import DeskBoard, NewcomerBoard, Presence, SessionChoice, Tile, VisitBoard
from meetingplace.ui.arrivals.shown import Choice, ClosingShown, DeskShown, NewcomerShown, TileShown, VisitShown
from meetingplace.ui.arrivals.wording import Wording
from meetingplace.ui.kit.surroundings import Surroundings

FOLLOWS = frozenset({Topic.VISITS, Topic.SESSIONS, Topic.FAMILIES, Topic.PLACES})


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_desk(self, shown: DeskShown) -> None:
        """Show the desk of a session."""

    def show_tiles(self, tiles: tuple[TileShown, ...]) -> None:
        """Show what a search found."""

    def show_no_session(self) -> None:
        """Show that there is no session today, with the first step."""

    def show_visit(self, shown: VisitShown) -> None:
        """Open the panel where a visit is adjusted."""

    def show_newcomer(self, shown: NewcomerShown) -> None:
        """Open the panel for a new family."""

    def show_closing(self, shown: ClosingShown) -> None:
        """Open the panel for closing the session."""

    def close_panel(self) -> None:
        """Close the panel that is open, and go back to the search."""

    def clear_search(self) -> None:
        """Empty the search."""


class Presenter:
    """The desk of one session."""

    def __init__(self, around: Surroundings, view: View) -> None:
        """Take the surroundings; nothing is asked before `open`."""
        self._around = around
        self._view = view
        self._wording = Wording(around.words, around.formats)
        self._asked: int | None = None  # the session that somebody chose
        self._choices: tuple[SessionChoice, ...] = ()
        self._board: DeskBoard | None = None
        self._visit: VisitBoard | None = None
        self._closing_version: int | None = None
        self._words = ""
        self._all_adults = False

    def open(self, session_id: int | None = None) -> None:
        """Open the desk of a session; without one, of the session that runs now or comes next today."""
        self._asked = session_id if session_id is not None else self._asked
        self.refresh()

    def refresh(self) -> None:
        """Ask everything again."""
        around = self._around
        around.work.ask(desk.desk_choices, around.clock().date(), around.place.id, then=self._choose, slot="choices")

    def choose_session(self, session_id: int) -> None:
        """Show the desk of another session."""
        self._asked = session_id
        self._words = ""
        self._view.clear_search()
        self.refresh()

    def choose_place(self) -> None:
        """Follow the place in view: the session that was chosen may be somewhere else."""
        self._asked = None
        self.refresh()

    def typed(self, words: str) -> None:
        """Search while somebody types."""
        self._words = words
        if self._board is None:
            return
        if words.strip():
            self._around.work.ask(
                desk.search_tiles, self._board.session.session_id, words, then=self._show_found, slot="search"
            )
        else:
            self._ask_board(self._board.session.session_id)

    def enter(self) -> None:
        """Take the one family that was found; with several hits nothing is guessed."""
        if self._board and self._board.is_search and len(self._board.tiles) == 1:
            self.tap(self._board.tiles[0].family_id)

    def tap(self, family_id: int) -> None:
        """Tap a tile: the family is in; who is in already can be adjusted."""
        tile = self._tile(family_id)
        if self._board is None or tile is None:
            return
        if tile.presence is Presence.IN and tile.visit_id is not None:
            self.adjust(tile.visit_id)
            return
        session_id = self._board.session.session_id
        self._do(arrivals.check_in, session_id, family_id, self._around.clock(), then=self._end_search)

    def adjust(self, visit_id: int) -> None:
        """Open a visit to say who really came."""
        self._around.work.ask(desk.visit_board, visit_id, then=self._show_visit, slot="visit")

    def save_visit(
        self, children: Sequence[int], extra_months: Sequence[int | None], adults: Sequence[Relation]
    ) -> None:
        """Write who really came."""
        if self._visit:
            self._do(
                arrivals.adjust,
                self._visit.visit_id,
                self._visit.version,
                tuple(children),
                tuple(extra_months),
                tuple(adults),
                then=self._end_panel,
            )

    def leave(self) -> None:
        """Note that the visitors of the open panel have left."""
        if self._visit:
            self._do(arrivals.leave, self._visit.visit_id, self._around.clock(), then=self._end_panel)

    def come_back(self) -> None:
        """Note that the visitors of the open panel are in again."""
        if self._visit:
            self._do(arrivals.come_back, self._visit.visit_id, then=self._end_panel)

    def remove(self) -> None:
        """Take the visit of the open panel away: it was a mistake."""
        if self._visit:
            self._do(arrivals.remove_visit, self._visit.visit_id, then=self._end_panel)

    def step(self, what: Tallied, key: str, step: int) -> None:
        """Count unnamed people, up or down."""
        if self._board:
            self._do(arrivals.tally, self._board.session.session_id, what, key, step)

    def show_all_adults(self) -> None:
        """Show a counter for every relation."""
        self._all_adults = True
        self._show()

    def guests(
        self, children: Sequence[int | None], adults: Sequence[Relation], languages: Sequence[str], group: str
    ) -> None:
        """Register unnamed people."""
        if self._board:
            session_id, now = self._board.session.session_id, self._around.clock()
            self._do(
                arrivals.guests,
                session_id,
                tuple(children),
                tuple(adults),
                tuple(languages),
                group,
                now,
                then=self._end_panel,
            )

    def open_newcomer(self) -> None:
        """Open the panel for a new family; a name that was searched in vain is its nickname."""
        self._around.work.ask(desk.newcomer_board, then=self._show_newcomer, slot="newcomer")

    def new_family(
        self,
        nickname: str,
        picture: Picture | None,
        months: Sequence[int | None],
        adults: Sequence[Relation],
        languages: Sequence[str],
    ) -> None:
        """Make a family and let it in."""
        if self._board:
            session_id, now = self._board.session.session_id, self._around.clock()
            self._do(
                arrivals.new_family_arrives,
                session_id,
                nickname,
                picture,
                tuple(months),
                tuple(adults),
                tuple(languages),
                now,
                then=self._end_panel,
            )

    def open_closing(self) -> None:
        """Open the panel for closing the session."""
        if self._board:
            session_id = self._board.session.session_id
            self._around.work.ask(desk.closing_board, session_id, then=self._show_closing, slot="closing")

    def close(self, closing: Closing) -> None:
        """Close the session."""
        if self._board:
            session_id, now = self._board.session.session_id, self._around.clock()
            self._do(arrivals.close_session, session_id, self._closing_version, closing, now, then=self._end_panel)

    def reopen(self) -> None:
        """Open the session again."""
        if self._board:
            self._do(arrivals.reopen_session, self._board.session.session_id, self._board.version)

    def plan(self) -> None:
        """Go and plan a session: there is none today."""
        self._around.go("planning")

    def _do(self, verb: Callable[..., Changes], *args: object, then: Callable[[Changes], None] | None = None) -> None:
        self._around.work.do(verb, *args, then=then)

    def _choose(self, choices: tuple[SessionChoice, ...]) -> None:
        self._choices = choices
        chosen = desk.choice_for(choices, self._around.clock())
        if self._asked is not None:
            self._ask_board(self._asked)
        elif chosen:
            self._ask_board(chosen.session_id)
        else:
            self._board = None
            self._view.show_no_session()

    def _ask_board(self, session_id: int) -> None:
        self._around.work.ask(
            desk.desk_board, session_id, self._around.clock(), self._words, then=self._show_board, slot="board"
        )

    def _show_board(self, board: DeskBoard) -> None:
        self._board = board
        self._show()

    def _show(self) -> None:
        if self._board:
            self._view.show_desk(self._wording.desk(self._board, self._choices, self._all_adults))

    def _show_found(self, tiles: tuple[Tile, ...]) -> None:
        if self._board and self._words.strip():
            self._board = replace(self._board, tiles=tiles, is_search=True)
            self._view.show_tiles(self._wording.tiles(tiles))

    def _show_visit(self, board: VisitBoard) -> None:
        self._visit = board
        self._view.show_visit(self._wording.visit(board))

    def _show_newcomer(self, board: NewcomerBoard) -> None:
        is_new_name = bool(self._words.strip()) and not (self._board and self._board.tiles)
        languages = tuple(Choice(code, self._around.formats.own_name(code)) for code in board.languages)
        self._view.show_newcomer(NewcomerShown(self._words.strip() if is_new_name else "", board.pictures, languages))

    def _show_closing(self, board: desk.ClosingBoard) -> None:
        self._closing_version = board.session.version
        self._view.show_closing(self._wording.closing(board))

    def _tile(self, family_id: int) -> Tile | None:
        tiles = self._board.tiles if self._board else ()
        return next((tile for tile in tiles if tile.family_id == family_id), None)

    def _end_search(self, _changes: Changes) -> None:
        if self._words:
            self._words = ""
            self._view.clear_search()
            if self._board:
                self._ask_board(self._board.session.session_id)

    def _end_panel(self, changes: Changes) -> None:
        self._visit = None
        self._view.close_panel()
        self._end_search(changes)
