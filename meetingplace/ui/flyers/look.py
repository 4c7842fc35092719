"""How the flyer in the making looks, whatever it is of: layout, paper, colours, picture, languages. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from meetingplace.services.flyer_layouts import LayoutChoice, layouts_of
from meetingplace.services.flyers import Draft, Paper, Subject

PAIR, SINGLE = "dutch-plus-one", "one-language"


def about(subject: Subject, today: date) -> Draft:
    """Begin the flyer of a session, a series or a month, as it is made today."""
    return Draft(subject.session_id, subject.series_id, month=subject.month, place_id=subject.place_id, since=today)


def about_what(draft: Draft | Subject) -> tuple[int | None, int | None, date | None, int | None]:
    """Give what it is of, to see whether two are of the same."""
    return draft.session_id, draft.series_id, draft.month, draft.place_id if draft.month else None


def kind_of(draft: Draft | Subject) -> str:
    """Tell whether it is of a session, a series or a month."""
    return "series" if draft.series_id is not None else "month" if draft.month else "session"


@dataclass(frozen=True)
class Look:
    """What is chosen, kept from one flyer to the next; `kind` is session, series or month."""

    kind: str = "session"
    layout: str = ""  # its key; none before the first choice
    paper: Paper = Paper.A4
    mood: str = ""  # empty: the colours of the house
    is_grey: bool = False
    picture_id: int | None = None
    code: str = ""  # a link or text for the code; empty: the calendar
    languages: tuple[str, ...] = ()

    @classmethod
    def like(cls, draft: Draft) -> Look:
        """Look as a flyer that was made."""
        return cls(
            kind_of(draft),
            draft.layout,
            draft.paper,
            draft.mood,
            draft.is_grey,
            draft.picture_id,
            draft.code,
            tuple(draft.languages),
        )

    @property
    def choice(self) -> LayoutChoice:
        """Give the layout that is chosen."""
        offered = layouts_of(self.kind)
        return next((one for one in offered if one.key == self.layout), offered[0])

    @property
    def others(self) -> tuple[str, ...]:
        """Give the languages beside the Dutch."""
        return tuple(code for code in self.languages if code != "nl")

    @property
    def on_paper(self) -> tuple[str, ...]:
        """Give the languages in the order of the paper: where Dutch stands first, it comes first here too."""
        return ("nl", *self.others) if self.choice.is_dutch_first else self.languages

    def of(self, kind: str) -> Look:
        """Look as well as can be for a flyer of another kind."""
        offered = layouts_of(kind)
        usual = PAIR if self.others else SINGLE
        kept = next((key for key in (self.layout, usual) if any(one.key == key for one in offered)), offered[0].key)
        return replace(self, kind=kind).laid_out(kept)

    def laid_out(self, key: str, known: Sequence[str] = ()) -> Look:
        """Lay it out so; the paper stays where the layout comes on it, and a language is added where one must be."""
        look = replace(self, layout=key)
        choice = look.choice
        if choice.least > len(look.others):
            beside = [code for code in known if code != "nl"]
            look = replace(look, languages=("nl", *beside[: choice.least])) if beside else look
        return look if look.paper in choice.papers else replace(look, paper=choice.papers[0])

    def speaking(self, *codes: str) -> Look:
        """Put languages on the paper, after those that are there; Dutch always stands first."""
        first = ("nl",) if "nl" in codes else ()
        return replace(self, languages=tuple(dict.fromkeys((*first, *self.languages, *codes))))

    def silent(self, code: str) -> Look:
        """Take a language off; one always stays, and Dutch alone is a sheet in one language."""
        left = tuple(other for other in self.languages if other != code)
        look = replace(self, languages=left or ("nl",))
        return look.laid_out(SINGLE) if look.choice.least > len(look.others) else look

    def draft(self, draft: Draft) -> Draft:
        """Give a draft this look."""
        return replace(
            draft,
            layout=self.layout,
            paper=self.paper,
            mood=self.mood,
            is_grey=self.is_grey,
            picture_id=self.picture_id,
            code=self.code,
            languages=self.on_paper,
        )
