"""What the Flyers screen decides: what the flyer is of, its languages, its preview, and the words on it. No Qt here.

Printing and saving are in `ui.flyers.paper`, the own words in `ui.flyers.writing`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Protocol

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.formats import own_name
from meetingplace.services import flyers
from meetingplace.services.changes import Topic
from meetingplace.services.flyer_layouts import layouts_of
from meetingplace.services.flyers import Choices, Draft, FlyerBoard, Paper, Subject
from meetingplace.services.recent_flyers import RecentFlyer, recent_flyers
from meetingplace.ui.flyers.look import Look, about, about_what, kind_of
from meetingplace.ui.flyers.paper import PaperActs, PaperView
from meetingplace.ui.flyers.preview import Preview, PreviewView
from meetingplace.ui.flyers.several.presenter import Several, SeveralShown
from meetingplace.ui.flyers.shown import (
    BoardShown,
    ChoicesShown,
    LanguageShown,
    LayoutShown,
    RecentShown,
    SubjectShown,
)
from meetingplace.ui.flyers.wording import Wording
from meetingplace.ui.flyers.writing import WritingActs, WritingView
from meetingplace.ui.kit.surroundings import Surroundings

_MOST_RECENT = 12
FOLLOWS = frozenset({Topic.HOUSE, Topic.PLACES, Topic.PARTNERS, Topic.SESSIONS, Topic.FLYERS, Topic.PICTURES})


class View(PaperView, PreviewView, WritingView, Protocol):
    """What the presenter asks of the screen."""

    def show_choices(self, shown: ChoicesShown) -> None:
        """Show what is chosen."""

    def show_nothing(self) -> None:
        """Say that there is nothing to make a flyer of."""

    def show_board(self, shown: BoardShown) -> None:
        """Show the texts and the check list."""

    def open_recent(self, made: tuple[RecentShown, ...]) -> None:
        """Show the flyers that were made before."""

    def open_several(self, shown: SeveralShown, presenter: Several) -> None:
        """Open the panel for several flyers at once."""

    def choose_among(self, subjects: tuple[SubjectShown, ...]) -> None:
        """Let somebody choose what the flyer is of."""


class Presenter:
    """The flyer in the making."""

    def __init__(self, around: Surroundings, view: View) -> None:
        """Take the surroundings; nothing is asked before `open`."""
        self._around = around
        self._view = view
        self._ = around.words
        self._wording = Wording(around.words, around.formats)
        self._place_id = around.place.id
        self._wants_lists = False
        self._draft: Draft | None = None
        self._look = Look()
        self._choices: Choices | None = None
        self._board: FlyerBoard | None = None
        self._made_before: tuple[RecentFlyer, ...] = ()
        self._board_shown: BoardShown | None = None
        self.preview = Preview(around, view, self._wording, self._show_checks)
        self.paper = PaperActs(around, view)
        self.writing = WritingActs(around, view)

    # --- what it is of ---

    def open(self, session_id: int | None = None, series_id: int | None = None, wants_lists: bool = False) -> None:
        """Make the flyer of a session or of a series; without one, go on with the last, or begin with the next.

        `wants_lists` opens the paper lists as well: the desk and the planning lead to them.
        """
        self._wants_lists = wants_lists
        if session_id is not None or series_id is not None:
            self._place_id = self._around.place.id
            self._take(Draft(session_id, series_id, since=self._today))
        self.refresh()

    def refresh(self) -> None:
        """Ask everything again."""
        around = self._around
        if around.place.id != self._place_id:
            self._place_id = around.place.id
            self._let_go()  # at another place, begin with what comes there
        ask = around.work.ask
        ask(flyers.flyer_choices, around.clock().date(), around.place.id, then=self._show_choices, slot="choices")

    def choose_kind(self, kind: str) -> None:
        """Make flyers of sessions, of series or of months; the first of them is taken."""
        self._look = self._look.of(kind)
        first = next(iter(self._subjects()), None)
        self._take(about(first, self._today)) if first else self._let_go()
        self._show_chosen()

    def ask_subject(self) -> None:
        """Let somebody choose another session, series or month."""
        chosen = self._draft and about_what(self._draft)
        shown = (
            self._wording.subject(one, is_chosen=about_what(one) == chosen, with_place=True) for one in self._subjects()
        )
        self._view.choose_among(tuple(shown))

    def choose_subject(self, number: int) -> None:
        """Make the flyer of the one at this place of the list."""
        self._take(about(self._subjects()[number], self._today))
        self._show_chosen()

    @property
    def _today(self) -> date:
        return self._around.clock().date()

    def _take(self, draft: Draft) -> None:
        if kind_of(draft) != self._look.kind:
            self._look = self._look.of(kind_of(draft))
        self._draft = draft
        self._board = None
        self.preview.begin()

    def _let_go(self) -> None:
        self._draft, self._board = None, None
        self.preview.begin()

    def _subjects(self) -> tuple[Subject, ...]:
        if self._choices is None:
            return ()
        of = {"session": self._choices.sessions, "series": self._choices.series, "month": self._choices.months}
        return of[self._look.kind]

    def _show_choices(self, choices: Choices) -> None:
        self._choices = choices
        if self._look.picture_id not in {one.id for one in choices.pictures}:
            self._look = replace(self._look, picture_id=None)  # somebody took it away
        if not self._look.languages:
            self._look = replace(self._look, languages=choices.usual_languages or ("nl",))
        if not self._look.layout:
            self._look = self._look.of(self._look.kind)
        if self._draft is None:
            first = next(iter((*choices.sessions, *choices.series)), None)
            if first:
                self._take(about(first, self._today))
        self._show_chosen()

    # --- how it looks, and in which languages ---

    def choose_layout(self, key: str) -> None:
        """Lay it out otherwise."""
        self._choose(self._look.laid_out(key, self._choices.languages if self._choices else ()))

    def choose_paper(self, paper: str) -> None:
        """Print it on another paper."""
        self._choose(replace(self._look, paper=Paper(paper)))

    def choose_mood(self, mood: str) -> None:
        """Print it in other colours."""
        self._choose(replace(self._look, mood=mood))

    def choose_grey(self, is_grey: bool) -> None:
        """Print it without colours, or with them again."""
        self._choose(replace(self._look, is_grey=is_grey))

    def choose_picture(self, picture_id: int | None) -> None:
        """Put a picture of the house on it, or the pattern alone."""
        self._choose(replace(self._look, picture_id=picture_id))

    def choose_code(self, text: str) -> None:
        """Put a link or a text into the code of the flyer; nothing: the calendar."""
        if text != self._look.code:
            self._choose(replace(self._look, code=text))

    def add_language(self, code: str) -> None:
        """Put a language on the paper, after those that are there; Dutch always stands first."""
        self._choose(self._look.speaking(code))

    def add_family_languages(self) -> None:
        """Put the languages of the families that come on the paper."""
        self._choose(self._look.speaking(*self._families()))

    def remove_language(self, code: str) -> None:
        """Take a language off the paper; one always stays."""
        self._choose(self._look.silent(code))

    def ask_recent(self) -> None:
        """Show the flyers that were made before."""
        today = self._around.clock().date()
        self._around.work.ask(recent_flyers, today, _MOST_RECENT, then=self._show_recent, slot="recent")

    def _show_recent(self, made: tuple[RecentFlyer, ...]) -> None:
        self._made_before = made
        self._view.open_recent(tuple(self._wording.recent(one) for one in made))

    def make_again(self, number: int) -> None:
        """Make a flyer of that list again, as it was."""
        draft = self._made_before[number].draft
        self._look = Look.like(draft)
        self._take(draft)
        self._show_chosen()

    def open_several(self) -> None:
        """Offer to make several flyers at once, each with this look."""
        if self._draft:
            subjects = self._subjects()
            shown = tuple(self._wording.subject(one, with_place=True) for one in subjects)
            several = Several(self._around, subjects, self._look)
            self._view.open_several(SeveralShown(shown, self._wording.look(self._draft)), several)

    def _choose(self, look: Look) -> None:
        self._look = look
        self._show_chosen()

    def _families(self) -> tuple[str, ...]:
        """Give the languages of the families that come, as far as they are not on the paper yet."""
        spoken = self._board.family_languages if self._board else ()
        return tuple(code for code in spoken if code not in self._look.on_paper)

    def _show_chosen(self) -> None:
        is_any = bool(self._choices and (self._choices.sessions or self._choices.series))
        if self._draft is None and not is_any:
            self._view.show_nothing()
            return
        if self._draft:
            self._draft = self._look.draft(self._draft)
        self._view.show_choices(self._chosen())
        if self._draft is None:
            self._view.show_problem(self._none_there())
            return
        self._around.work.ask(
            flyers.flyer_board, self._draft, then=self._show_board, failed=self._is_gone, slot="board"
        )
        self.preview.soon(self._draft)

    def _chosen(self) -> ChoicesShown:
        look, language = self._look, self._around.formats.language
        codes, families = look.on_paper, self._families()
        known = self._choices.languages if self._choices else ()
        return ChoicesShown(
            kind=look.kind,
            subject=self._wording.subject(self._board.subject) if self._board else None,
            none_there=self._none_there() if self._draft is None else "",
            layout=look.choice.key,
            layouts=tuple(LayoutShown(one.key, one.name(language), one.blocks) for one in layouts_of(look.kind)),
            paper=look.paper.value,
            papers=tuple((paper.value, self._wording.paper(paper)) for paper in look.choice.papers),
            mood=look.mood or (self._choices.mood if self._choices else ""),
            is_grey=look.is_grey,
            pictures=tuple((one.id, one.name) for one in self._choices.pictures) if self._choices else (),
            picture_id=look.picture_id,
            code=look.code,
            languages=tuple(LanguageShown(code, own_name(code), self._note(code, len(codes))) for code in codes),
            others=tuple((code, own_name(code)) for code in known if code not in codes),
            families=self._around.formats.list_of([own_name(code) for code in families]),
        )

    def _note(self, code: str, number: int) -> str:
        if code == "nl" and self._look.choice.is_dutch_first:
            return self._("always first")
        return self._("one stays") if number == 1 else ""

    def _none_there(self) -> str:
        _ = self._
        return {
            "session": _("No session in the coming weeks."),
            "series": _("No series runs now."),
            "month": _("Nothing is planned in the coming months."),
        }[self._look.kind]

    def _show_board(self, board: FlyerBoard) -> None:
        self._board = board
        self.paper.take(self._draft, board)
        self.writing.take(self._draft, board)
        self._view.show_choices(self._chosen())
        self._show_checks()
        if self._wants_lists:
            self._wants_lists = False
            self.paper.open_lists()

    def _show_checks(self) -> None:
        """Show the words and what to look at; how small the words are is known once the paper is made."""
        if self._board:
            shown = self._wording.board(self._board, self.preview.size_check)
            if shown != self._board_shown:
                self._board_shown = shown
                self._view.show_board(shown)

    def _is_gone(self, refused: Refused) -> None:
        if refused.reason is not Reason.NOT_FOUND:
            self.preview.refused(refused)
            return
        self._let_go()  # somebody took it away: begin with the next one
        self.refresh()
