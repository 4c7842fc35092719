"""What the arrival desk does with a gesture: which verb, which panel, which session. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, Protocol

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import refusals
from meetingplace.services import arrivals, closing, desk
from meetingplace.services.changes import Changes, Topic
from meetingplace.services.desk import DeskBoard, OpenDesk, Presence, SessionChoice, Tile
from meetingplace.ui.arrivals.notes import Notes
from meetingplace.ui.arrivals.numbers import Numbers
from meetingplace.ui.arrivals.panel_presenter import PanelPresenter, PanelView
from meetingplace.ui.arrivals.shown import DeskShown, NoSessionShown, WallShown
from meetingplace.ui.arrivals.wording import Wording
from meetingplace.ui.kit.surroundings import Surroundings

FOLLOWS = frozenset({Topic.VISITS, Topic.SESSIONS, Topic.FAMILIES, Topic.PLACES, Topic.ENROLMENTS})


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_desk(self, shown: DeskShown) -> None:
        """Show the desk of a session."""

    def show_wall(self, shown: WallShown) -> None:
        """Show what a search found."""

    def show_no_session(self, shown: NoSessionShown) -> None:
        """Show that there is no session today, with the first step."""

    def clear_search(self) -> None:
        """Empty the search."""

    def choose_tile(self) -> None:
        """Put the keyboard on the first of several tiles that were found."""


class Presenter:
    """The desk of one session."""

    def __init__(self, around: Surroundings, view: View, panels: PanelView) -> None:
        """Take the surroundings; nothing is asked before `open`."""
        self._around = around
        self._view = view
        self._ = around.words
        self._wording = Wording(around.words, around.formats)
        self._asked: int | None = None  # the session that somebody chose
        self._place = around.place.id
        self._choices: tuple[SessionChoice, ...] = ()
        self._board: DeskBoard | None = None
        self._words = ""
        self._all_adults = False
        self._wants_closing = False
        self.notes = Notes(around)
        self.numbers = Numbers(around, self)
        self.panels = PanelPresenter(around, panels, self._wording, self)

    # --- which session ---

    def open(self, session_id: int | None = None, wants_closing: bool = False) -> None:
        """Open the desk of a session; without one, of the session that runs now or comes next today.

        `wants_closing` opens the panel for closing as well: Today leads to it.
        """
        self._wants_closing = wants_closing
        self._place = self._around.place.id
        if session_id is not None:
            self._asked = session_id
        elif self._board and self._board.session.begins.date() != self._around.clock().date():
            self._asked = None  # a desk of another day was looked at: whoever comes back means today's
        self.refresh()

    def refresh(self) -> None:
        """Ask everything again."""
        around = self._around
        if around.place.id != self._place:  # the session that was chosen may be somewhere else
            self._place, self._asked = around.place.id, None
        around.work.ask(
            desk.open_desk,
            around.clock(),
            self._place,
            self._asked,
            self._words,
            then=self._show_open,
            failed=self._is_gone,
            slot="desk",
        )

    def choose_session(self, session_id: int) -> None:
        """Show the desk of another session."""
        self._asked = session_id
        self._words = ""
        self._view.clear_search()
        self.refresh()

    def plan(self) -> None:
        """Go and plan a session: there is none today."""
        self._around.go("planning")

    def hear(self) -> None:
        """Write down what a parent says at this session."""
        if self._board:
            self._around.go("voices", session_id=self._board.session.session_id)

    def print_lists(self) -> None:
        """Go to the paper lists of this session."""
        if self._board:
            self._around.go("flyers", session_id=self._board.session.session_id, lists=True)

    # --- who comes in ---

    def typed(self, words: str) -> None:
        """Search while somebody types."""
        self._words = words
        if self._board and words.strip():
            self._search(self._show_found)
        elif self._board and self._board.is_search:
            self.refresh()

    def enter(self, words: str) -> None:
        """Take the one family that is found; with several hits nothing is guessed."""
        self._words = words
        if self._board and words.strip():
            self._search(self._enter_found)

    def tap(self, family_id: int) -> None:
        """Tap a tile: the family is in; who is in already can be adjusted."""
        tile = self._tile(family_id)
        if self._board is None or tile is None:
            return
        if tile.presence is Presence.IN and tile.visit_id is not None:
            self.panels.adjust(tile.visit_id)
            return
        visit = (self.session_id, family_id, self.moment(), self._around.host())
        self._do(arrivals.check_in, *visit, then=self.came, failed=self._not_in, quietly=True)

    def turn(self, visit_id: int, had_left: bool) -> None:
        """Note that they have left, or are in again."""
        if had_left:
            self._do(arrivals.come_back, visit_id, failed=self._not_in)
        else:
            self._do(arrivals.leave, visit_id, self.moment())

    def turn_family(self, family_id: int) -> None:
        """Note that a family has left, or is in again; of one that was not here nothing is noted."""
        tile = self._tile(family_id)
        if tile and tile.visit_id is not None:
            self.turn(tile.visit_id, tile.presence is Presence.LEFT)

    # --- more counters, opening again ---

    def show_all_adults(self) -> None:
        """Show a counter for every relation."""
        self._all_adults = True
        self._show()

    def reopen(self) -> None:
        """Open the session again."""
        if self._board:
            self._do(closing.reopen_session, self.session_id, self._board.version)

    # --- what follows ---

    @property
    def board(self) -> DeskBoard | None:
        """Give what the desk shows."""
        return self._board

    @property
    def wording(self) -> Wording:
        """Give the words of the desk."""
        return self._wording

    @property
    def session_id(self) -> int:
        """Give the session in view."""
        return self._board.session.session_id if self._board else 0

    @property
    def name_in_vain(self) -> str:
        """Give what was searched in vain: the nickname of a new family."""
        return self._words.strip() if self._board and not self._board.tiles else ""

    def moment(self) -> datetime:
        """Give the hour of an arrival: now, and on another day than today (a paper list) the hour of opening."""
        now = self._around.clock()
        begins = self._board.session.begins if self._board else now
        return now if begins.date() == now.date() else begins

    def _do(self, verb: Callable[..., Changes], *args: object, **what: Any) -> None:
        self.notes.do(self.session_id, verb, *args, **what)

    def came(self, changes: Changes) -> None:
        """Say who came, with a way to adjust it and to undo it."""
        visit_id = changes.made or 0
        name = str(changes.facts.get("nickname", ""))
        act = partial(self.panels.adjust, visit_id)
        self._around.say(
            self._wording.said(changes), undo=changes.undo, act_word=self._("Adjust"), act=act, strong=name
        )
        self.end_search()

    def end_search(self) -> None:
        """Show the regulars again: whoever was searched is in."""
        if self._words:
            self._words = ""
            self._view.clear_search()
            self.refresh()

    def _show_open(self, opened: OpenDesk) -> None:
        before = self._board
        self._choices, self._board = opened.choices, opened.board
        if before and opened.board and before.level.knows_families and not opened.board.level.knows_families:
            # it takes the place of what was said last, with the name of a family
            self._around.say(self._("This place only counts: no names are kept."))
        if opened.board:
            self._show()
            if self._wants_closing and opened.board.refusal is None:
                self.panels.open_closing()
            self._wants_closing = False
        else:
            self._view.show_no_session(self._wording.no_session(opened.choices))

    def _is_gone(self, refused: Refused) -> None:
        """Open today's desk when the session that was chosen is no longer there."""
        if self._asked is not None and refused.reason is Reason.NOT_FOUND:
            self._asked = None
            self.refresh()
        else:
            self._say_refusal(refused)

    def _not_in(self, refused: Refused) -> None:
        """Show anew whom another desk let in a moment ago, or a second press; say every other refusal."""
        if refused.reason is Reason.ALREADY_THERE:
            self.refresh()
        else:
            self._say_refusal(refused)

    def _say_refusal(self, refused: Refused) -> None:
        self._around.say(refusals.sentence(self._, refused, self._around.formats))

    def _show(self) -> None:
        if self._board:
            today = self._around.clock().date()
            self._view.show_desk(self._wording.desk(self._board, self._choices, self._all_adults, today))

    def _search(self, then: Callable[[tuple[Tile, ...]], None]) -> None:
        self._around.work.ask(desk.search_tiles, self.session_id, self._words, then=then, slot="search")

    def _show_found(self, tiles: tuple[Tile, ...]) -> None:
        if self._board and self._words.strip():
            self._board = replace(self._board, tiles=tiles, is_search=True)
            self._view.show_wall(self._wording.wall(self._board))

    def _enter_found(self, tiles: tuple[Tile, ...]) -> None:
        self._show_found(tiles)
        if len(tiles) == 1:
            self.tap(tiles[0].family_id)
        elif tiles:
            self._view.choose_tile()

    def _tile(self, family_id: int) -> Tile | None:
        tiles = self._board.tiles if self._board else ()
        return next((tile for tile in tiles if tile.family_id == family_id), None)
