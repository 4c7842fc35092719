"""From the wall of languages to "We are in". No Qt here.

Nothing of a parent outlives the way: `begin` forgets it, and an answer that comes after it is shown to nobody.
"""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from meetingplace.domain.families import Relation
from meetingplace.domain.language import PAPER
from meetingplace.domain.pictures import PICTURE_COLOURS, PICTURE_SHAPES, Picture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.visits import Company
from meetingplace.i18n import corner, sign_in_phrases as say
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import own_name
from meetingplace.services import arrivals, parents_corner, sign_in
from meetingplace.services.changes import Changes
from meetingplace.services.desk import Presence
from meetingplace.services.sign_in import OwnFamily
from meetingplace.ui.guarded.shown import EndShown, LanguagesShown
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.sign_in.shown import ColoursShown, FamilyShown, NicknameShown, ShapesShown

_GREETINGS = ("nl", "fr", "ar", "tr")
_OFFERED = tuple(relation for relation in Relation if relation is not Relation.PROFESSIONAL)


class Step(Enum):
    """Where on the way a parent is."""

    LANGUAGE = "language"
    SHAPE = "shape"
    COLOUR = "colour"
    NICKNAME = "nickname"
    FAMILY = "family"
    END = "end"


class View(Protocol):
    """What shows the pages; each takes the place of the one before."""

    def turn(self, is_right_to_left: bool) -> None:
        """Read in this direction from now on."""

    def show_languages(self, shown: LanguagesShown) -> None:
        """Show the wall of languages."""

    def show_shapes(self, shown: ShapesShown) -> None:
        """Show the shapes of pictures."""

    def show_colours(self, shown: ColoursShown) -> None:
        """Show one shape in its colours."""

    def show_nickname(self, shown: NicknameShown) -> None:
        """Ask for the nickname."""

    def show_family(self, shown: FamilyShown) -> None:
        """Show a family to itself."""

    def show_wrong(self, says: str, seconds: int) -> None:
        """Say on this page what is wrong; its act waits so many seconds."""

    def show_end(self, shown: EndShown) -> None:
        """Show the last page; it goes back to the beginning by itself."""


class Presenter:
    """Leads one parent after the other."""

    def __init__(self, around: Surroundings, view: View, session_id: int | None = None) -> None:
        """Sign in for the session that a host chose, as long as it is open, else for the one of now."""
        self._around, self._view, self._chosen_session = around, view, session_id
        self._languages: tuple[str, ...] = PAPER
        self.step = Step.LANGUAGE
        self._speak(PAPER[0])
        self._forget()

    def _forget(self) -> None:
        self._session: int | None = None
        self._shape = ""
        self._picture: Picture | None = None
        self._family: OwnFamily | None = None
        self._is_acting = False

    def _speak(self, language: str) -> None:
        self._ = translator("paper", language)
        self._words = say.phrases(self._)

    # --- the way ---

    def begin(self) -> None:
        """Begin anew, with nothing of whoever was there."""
        self._forget()
        self.step = Step.LANGUAGE
        self._show_wall()
        ask = self._around.work.ask
        ask(parents_corner.languages, then=self._order, failed=lambda _refused: None, slot="wall")

    def _order(self, languages: tuple[str, ...]) -> None:
        if self.step is Step.LANGUAGE and languages != self._languages:
            self._languages = languages
            self._show_wall()

    def _show_wall(self) -> None:
        greetings = tuple(corner.welcome(translator("paper", code)) for code in _GREETINGS)
        self._view.turn(False)
        self._view.show_languages(LanguagesShown(greetings, tuple((code, own_name(code)) for code in self._languages)))

    def choose_language(self, code: str) -> None:
        """Speak this language, and look for which session one can sign in."""
        self._speak(code)
        self._view.turn(self._.is_right_to_left)
        now, place = self._around.clock(), self._around.place.id
        self._around.work.ask(
            sign_in.session_now, now, place, self._chosen_session,
            then=self._take_session, failed=self._fail, slot="wall",
        )  # fmt: skip

    def _take_session(self, session_id: int | None) -> None:
        if self.step is not Step.LANGUAGE:
            return
        self._session = session_id
        if session_id is None:
            self._end("clock-outline", self._words.nothing_now)
        else:
            self._ask_shape()

    def _ask_shape(self) -> None:
        self.step = Step.SHAPE
        shapes = tuple((shape, say.shape(self._, shape)) for shape in PICTURE_SHAPES)
        self._view.show_shapes(ShapesShown(self._words.which_picture, self._words.back, shapes))

    def choose_shape(self, shape: str) -> None:
        """Take a shape, and ask for its colour; every one is offered, so nobody learns which ones families have."""
        self.step, self._shape = Step.COLOUR, shape
        pictures = tuple(Picture(shape, colour) for colour in range(len(PICTURE_COLOURS)))
        named = tuple((picture, self._name_of(picture)) for picture in pictures)
        self._view.show_colours(ColoursShown(self._words.which_colour, self._words.back, named))

    def choose_picture(self, picture: Picture) -> None:
        """Take the picture, and ask for the nickname."""
        self.step, self._picture = Step.NICKNAME, picture
        words = self._words
        self._view.show_nickname(
            NicknameShown(words.nickname, words.back, words.go_on, picture, self._name_of(picture))
        )

    def say_nickname(self, typed: str) -> None:
        """Look for the family with this picture and this nickname."""
        if self._session is None or self._picture is None or self._is_acting or not typed.strip():
            return
        self._is_acting = True
        asked = self._session, self._picture, typed, self._around.clock()
        self._around.work.ask(sign_in.own_family, *asked, then=self._found, failed=self._not_found, slot="family")

    def back(self) -> None:
        """Go one page back."""
        self._is_acting = False
        if self.step is Step.NICKNAME:
            self.choose_shape(self._shape)
        elif self.step is Step.COLOUR:
            self._ask_shape()
        else:
            self.begin()

    # --- the family ---

    def come_in(self, children: tuple[int, ...], adults: tuple[Relation, ...]) -> None:
        """Do the act of the page: these people are in, or the family leaves."""
        family = self._family
        if family is None or self._is_acting:
            return
        if family.presence is Presence.NOT_HERE and not children and not adults:
            self._view.show_wrong(self._words.nobody, 0)
            return
        self._is_acting = True
        now, work = self._around.clock(), self._around.work
        if family.presence is Presence.IN:
            work.do(arrivals.leave, family.visit_id, now, then=self._left, failed=self._fail, quietly=True)
        else:
            who = family.session_id, family.family_id, now, None, Company(children, adults)
            work.do(arrivals.check_in, *who, then=self._came, failed=self._not_in, quietly=True)

    def _found(self, family: OwnFamily) -> None:
        # who has asked nothing gets no answer: it would be that of the parent before, with the same picture
        if self.step is not Step.NICKNAME or family.picture != self._picture or not self._is_acting:
            return
        self.step, self._family, self._is_acting = Step.FAMILY, family, False
        words, is_new = self._words, family.presence is Presence.NOT_HERE
        children = tuple(
            (child.child_id, child.nickname or say.child_without_name(self._, number), child.is_here)
            for number, child in enumerate(family.children, 1)
        )
        adults = tuple((who, say.relation(self._, who), who in family.adults) for who in self._offered(family))
        self._view.show_family(
            FamilyShown(
                nickname=family.nickname,
                picture=family.picture,
                picture_name=self._name_of(family.picture),
                question=words.who if is_new else "",
                back=words.back,
                children=children if is_new else (),
                adults=adults if is_new else (),
                act=words.we_leave if family.presence is Presence.IN else words.we_are_in,
                is_leaving=family.presence is Presence.IN,
            )
        )

    def _offered(self, family: OwnFamily) -> tuple[Relation, ...]:
        return tuple(dict.fromkeys((*_OFFERED, *family.adults)))

    def _not_found(self, refused: Refused) -> None:
        if self.step is not Step.NICKNAME:
            return
        if refused.reason is not Reason.NOT_FOUND:
            self._fail(refused)
            return
        self._is_acting = False
        seconds = refused.facts.get("seconds", 0)
        wait = seconds if isinstance(seconds, int) else 0
        self._view.show_wrong(self._words.wait if wait else self._words.unknown, wait)

    def _came(self, _changes: Changes) -> None:
        if self.step is Step.FAMILY:
            self._end("check-circle-outline", self._words.welcome)

    def _left(self, _changes: Changes) -> None:
        if self.step is Step.FAMILY:
            self._end("hand-wave-outline", self._words.goodbye)

    def _not_in(self, refused: Refused) -> None:
        if self.step is Step.FAMILY and refused.reason is Reason.ALREADY_THERE:  # the desk was quicker
            self._end("check-circle-outline", self._words.welcome)
        else:
            self._fail(refused)

    def _fail(self, _refused: Refused) -> None:
        if self.step is not Step.END:
            self._end("account-question-outline", self._words.failed)

    def _end(self, icon: str, says: str) -> None:
        self._forget()
        self.step = Step.END
        self._view.show_end(EndShown(icon, says, self._words.to_the_start))

    def _name_of(self, picture: Picture) -> str:
        return f"{say.shape(self._, picture.shape)}, {say.colour(self._, picture.colour)}"
