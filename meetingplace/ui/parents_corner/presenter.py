"""The way through the corner, from the wall of languages to "Thank you!" and back. No Qt here.

Nothing of a parent outlives the way: `begin` forgets it, and an answer that comes after it is shown to nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import Any, Protocol

from meetingplace.domain.faces import Face, Subject
from meetingplace.domain.language import PAPER, is_right_to_left
from meetingplace.domain.pace import Pace
from meetingplace.domain.polls import DOTS
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.voices import Kind
from meetingplace.i18n import corner as say
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import own_name
from meetingplace.services import parents_corner as corner
from meetingplace.services.changes import Changes
from meetingplace.ui.guarded.shown import EndShown, LanguagesShown
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.parents_corner import wording
from meetingplace.ui.parents_corner.shown import (
    BoardShown,
    DoorsShown,
    FacesShown,
    IdeaPageShown,
    PollShown,
    SubjectsShown,
)

_GREETINGS = ("nl", "fr", "ar", "tr")
ON_A_PAGE = 5  # ideas, beside the key for one's own


class Step(Enum):
    """Where on the way a parent is."""

    WALL = "wall"
    DOORS = "doors"
    FACES = "faces"
    IDEA = "idea"
    BOARD = "board"
    POLL = "poll"
    END = "end"


class View(Protocol):
    """What shows the pages; each takes the place of the one before."""

    def turn(self, language: str, is_right_to_left: bool) -> None:
        """Read in this language and direction from now on."""

    def show_languages(self, shown: LanguagesShown) -> None:
        """Show the wall of languages."""

    def show_doors(self, shown: DoorsShown) -> None:
        """Show the doors."""

    def show_faces(self, shown: FacesShown) -> None:
        """Show the faces."""

    def show_subjects(self, shown: SubjectsShown) -> None:
        """Ask, below the faces, what it was about."""

    def show_idea(self, shown: IdeaPageShown) -> None:
        """Show the page of an idea."""

    def show_board(self, shown: BoardShown) -> None:
        """Show the board, or another page of it."""

    def show_poll(self, shown: PollShown) -> None:
        """Show the cards, or their dots anew."""

    def show_trouble(self, says: str) -> None:
        """Say on this page what did not work; nothing on it is lost."""

    def show_end(self, shown: EndShown) -> None:
        """Show the last page; it goes back to the beginning by itself."""


class Presenter:
    """Leads one parent after the other."""

    def __init__(self, around: Surroundings, view: View) -> None:
        """Nothing is shown before `begin`."""
        self._around, self._view = around, view
        self._pace = Pace()
        self._languages: tuple[str, ...] = PAPER
        self.step = Step.WALL
        self._speak("nl")
        self._forget()

    def _forget(self) -> None:
        self._visit = object()  # of one parent: answers for another one are dropped
        self._wall: corner.WallBoard | None = None
        self._face: Face | None = None
        self._ideas: tuple[corner.IdeaShown, ...] = ()
        self._page = 0
        self._agreed: frozenset[int] = frozenset()
        self._poll: corner.PollShown | None = None
        self._dots: list[int] = []
        self._is_acting = False

    def _speak(self, language: str) -> None:
        self._ = translator("paper", language)

    # --- the wall and the doors ---

    def begin(self) -> None:
        """Begin anew, with nothing of whoever was there."""
        self._forget()
        self.step = Step.WALL
        self._show_wall()
        self._ask(corner.languages, then=self._order, failed=lambda: None)  # the wall stands as it is

    def _order(self, languages: tuple[str, ...]) -> None:
        if self.step is Step.WALL and languages != self._languages:
            self._languages = languages
            self._show_wall()

    def _show_wall(self) -> None:
        greetings = tuple(say.welcome(translator("paper", code)) for code in _GREETINGS)
        self._view.turn("nl", False)
        self._view.show_languages(LanguagesShown(greetings, tuple((code, own_name(code)) for code in self._languages)))

    def choose_language(self, code: str) -> None:
        """Speak this language, and show the doors."""
        self._speak(code)
        self._view.turn(code, is_right_to_left(code))
        self._ask(corner.wall, self._now.date(), self._place, then=self._show_doors)

    def _show_doors(self, wall: corner.WallBoard) -> None:
        self.step, self._wall = Step.DOORS, wall
        self._view.show_doors(wording.doors(self._, wall))

    def open_door(self, key: str) -> None:
        """Go through a door: faces, idea, board or poll; what was asked at another door comes no more."""
        self._visit, self._is_acting = object(), False
        if key == "faces":
            self.step = Step.FACES
            self._view.show_faces(wording.faces(self._))
        elif key == "idea":
            self.step = Step.IDEA
            self._view.show_idea(wording.idea(self._))
        elif key == "board":
            self._ask(corner.ideas, self._.language, self._place, then=self._show_ideas)
        elif key == "poll":
            self._ask(corner.poll, self._.language, self._now.date(), self._place, then=self._show_poll)

    def back(self) -> None:
        """Go one page back: to the doors, from there to the wall."""
        if self.step is Step.DOORS or self._wall is None:
            self.begin()
            return
        wall = self._wall
        self._forget()
        self._show_doors(wall)

    # --- how was it? ---

    def choose_face(self, face: Face) -> None:
        """Take a face, and ask what it was about."""
        self._face = face
        self._view.show_subjects(wording.subjects(self._, face))

    def give_face(self, subjects: tuple[Subject, ...]) -> None:
        """Write the face down."""
        if self._face is not None:
            self._do("faces", corner.give_face, self._face, subjects, self._.language, self._now, self._place)

    # --- I have an idea ---

    def leave_idea(self, words: str, pictures: tuple[str, ...], helps: bool) -> None:
        """Write the idea down."""
        if not words.strip() and not pictures:
            self._view.show_trouble(say.troubles(self._)["nothing"])
            return
        kind = Kind.OFFER if helps else Kind.IDEA
        self._do("idea", corner.leave_idea, words, pictures, self._.language, self._now, self._place, kind)

    def call_host(self) -> None:
        """Ask somebody of the team to come."""
        self._do("call", corner.call_host, self._.language, self._now, self._place)

    # --- what happened with our ideas? ---

    def _show_ideas(self, ideas: tuple[corner.IdeaShown, ...]) -> None:
        self.step, self._ideas, self._page = Step.BOARD, ideas, 0
        self._show_board()

    def _show_board(self) -> None:
        first = self._page * ON_A_PAGE
        shown = self._ideas[first : first + ON_A_PAGE]
        has_more = len(self._ideas) > ON_A_PAGE
        self._view.show_board(wording.board(self._, shown, self._agreed, has_more))

    def turn_page(self) -> None:
        """Show the next ideas; after the last ones the first ones again."""
        pages = max(1, -(-len(self._ideas) // ON_A_PAGE))
        self._page = (self._page + 1) % pages
        self._show_board()

    def agree(self, idea_id: int) -> None:
        """Say "me too", once for each idea."""
        if idea_id in self._agreed or self._is_acting:
            return
        if not self._pace.allows(f"agree {idea_id}", self._now):
            self._view.show_trouble(say.troubles(self._)["too_soon"])
            return
        self._act(f"agree {idea_id}", corner.agree, idea_id, self._now, then=lambda: self._agreed_with(idea_id))

    def _agreed_with(self, idea_id: int) -> None:
        self._is_acting = False
        self._agreed |= {idea_id}
        if self.step is Step.BOARD:
            self._show_board()

    # --- choose together ---

    def _show_poll(self, poll: corner.PollShown | None) -> None:
        if poll is None:
            self._end("calendar-check-outline", say.troubles(self._)["closed"])
            return
        was_choosing = self._poll is not None and self._poll.is_open
        self.step, self._poll, self._dots = Step.POLL, poll, []
        self._view.show_poll(wording.poll(self._, poll, Counter()))
        if was_choosing and not poll.is_open:
            self._view.show_trouble(say.troubles(self._)["closed"])

    def drop_dot(self, card_id: int) -> None:
        """Drop a dot on a card, while there is one left."""
        if self._poll and self._poll.is_open and len(self._dots) < DOTS:
            self._dots.append(card_id)
            self._show_dots()

    def take_dot_back(self) -> None:
        """Take the last dot back."""
        if self._poll and self._dots:
            self._dots.pop()
            self._show_dots()

    def _show_dots(self) -> None:
        if self._poll:
            self._view.show_poll(wording.poll(self._, self._poll, Counter(self._dots)))

    def give_dots(self) -> None:
        """Write the dots down, all at once."""
        if self._poll and self._dots:
            self._do("poll", corner.drop_dots, self._poll.id, dict(Counter(self._dots)), self._now)

    # --- doing ---

    @property
    def _now(self) -> datetime:
        return self._around.clock()

    @property
    def _place(self) -> int | None:
        return self._around.place.id

    def _ask(
        self,
        question: Callable[..., Any],
        *args: Any,
        then: Callable[[Any], None],
        failed: Callable[[], None] | None = None,
    ) -> None:
        visit, failing = self._visit, failed or self._fail
        self._around.work.ask(
            question, *args,
            then=lambda answer: then(answer) if visit is self._visit else None,
            failed=lambda _refused: failing() if visit is self._visit else None,
            slot="corner",
        )  # fmt: skip

    def _do(self, kind: str, verb: Callable[..., Changes], *args: Any) -> None:
        """Do what a page is for; it is thanked for once it is saved, never before."""
        if self._is_acting:
            return
        if self._pace.allows(kind, self._now):
            self._act(kind, verb, *args, then=lambda: self._thank(kind))
        else:
            self._end("timer-sand", say.troubles(self._)["too_soon"])

    def _act(self, kind: str, verb: Callable[..., Changes], *args: Any, then: Callable[[], None]) -> None:
        """Do it once: also who goes away and comes back while it is being saved waits before the next one."""
        visit = self._visit
        self._is_acting = True
        self._pace.note(kind, self._now)

        def not_done(refused: Refused) -> None:
            self._pace.take_back(kind)
            if visit is self._visit:
                self._not_done(refused)

        self._around.work.do(
            verb, *args,
            then=lambda _changes: then() if visit is self._visit else None, failed=not_done, quietly=True,
        )  # fmt: skip

    def _thank(self, kind: str) -> None:
        thanks = say.thanks(self._)
        also = f"\n{thanks['answer']}" if kind == "idea" else ""
        self._end("account-voice" if kind == "call" else "heart-outline", thanks[kind] + also)

    def _not_done(self, refused: Refused) -> None:
        self._is_acting = False
        if refused.reason is Reason.POLL_CLOSED or (refused.reason is Reason.NOT_FOUND and self.step is Step.POLL):
            self.open_door("poll")  # where what came out is shown now
        elif refused.reason is Reason.NOT_FOUND and self.step is Step.BOARD:
            self.open_door("board")  # without what a host took down meanwhile
        else:
            known = {Reason.TEXT_TOO_LONG: "too_long", Reason.TEXT_MISSING: "nothing"}
            self._view.show_trouble(say.troubles(self._)[known.get(refused.reason, "not_saved")])

    def _fail(self) -> None:
        self._end("account-question-outline", say.troubles(self._)["not_shown"])

    def _end(self, icon: str, says: str) -> None:
        again = say.ways(self._)["again"]
        self._forget()
        self.step = Step.END
        self._view.show_end(EndShown(icon, says, again))
