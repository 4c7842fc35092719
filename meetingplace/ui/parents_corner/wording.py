"""The words of each page of the corner, in the language of the parent. No Qt here."""

from __future__ import annotations

from collections import Counter
from functools import partial

from meetingplace.domain.faces import Face, Subject
from meetingplace.domain.language import is_right_to_left
from meetingplace.domain.polls import DOTS
from meetingplace.domain.typed_text import LINE_LIMIT
from meetingplace.domain.voices import VoiceState
from meetingplace.i18n import corner as say
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import own_name
from meetingplace.i18n.phrases import expectation
from meetingplace.services import parents_corner as corner
from meetingplace.ui.parents_corner.shown import (
    BoardShown,
    CardShown,
    DoorsShown,
    FacesShown,
    HeadShown,
    IdeaPageShown,
    IdeaShown,
    PollShown,
    SubjectsShown,
)

_DOORS = {"faces": "emoticon-happy-outline", "idea": "lightbulb-on-outline", "board": "forum-outline"}
_POLL_DOOR = "circle-multiple"
_STATES = {
    VoiceState.HEARD: ("ear-hearing", "heard"),
    VoiceState.DISCUSSED: ("forum", "talking"),
    VoiceState.PLANNED: ("calendar-check-outline", "planned"),
    VoiceState.DONE: ("check-circle", "ready"),
    VoiceState.NOT_POSSIBLE: ("minus-circle", "no"),
}
# what an idea may be about, as pictures that stand on the flyers too
IDEAS = ("play", "songs", "books", "craft", "cooking", "outing", "coffee", "languages")
MOST_LETTERS = 1_000


def head(_: Translator, question: str) -> HeadShown:
    """Give what stands on top."""
    ways = say.ways(_)
    return HeadShown(question, ways["back"], own_name(_.language), ways["language"], ways["listen"])


def doors(_: Translator, wall: corner.WallBoard) -> DoorsShown:
    """Show the doors; the one of a choice only while there is one."""
    words = say.doors(_)
    shown = [(key, icon, words[key]) for key, icon in _DOORS.items()]
    if wall.has_poll:
        shown.append(("poll", _POLL_DOOR, words["poll"]))
    return DoorsShown(head(_, say.welcome(_)), tuple(shown))


def faces(_: Translator) -> FacesShown:
    """Show the faces."""
    words = say.faces(_)
    return FacesShown(
        head(_, say.question_of_the_day(_)), tuple((face, words[face]) for face in Face), say.ways(_)["done"]
    )


def subjects(_: Translator, face: Face) -> SubjectsShown:
    """Ask what a face was about."""
    words = say.subjects(_)
    return SubjectsShown(say.what_about(_, face), tuple((subject, words[subject]) for subject in Subject))


def idea(_: Translator) -> IdeaPageShown:
    """Show the page of an idea."""
    words = say.idea_page(_)
    return IdeaPageShown(
        head=head(_, words["question"]),
        how=words["how"],
        pictures=tuple((key, expectation(_, key)) for key in IDEAS),
        field=words["field"],
        no_names=words["no_names"],
        read_first=words["read_first"],
        help=words["help"],
        rather_tell=words["rather_tell"],
        they_come=words["they_come"],
        send=say.ways(_)["send"],
        most=MOST_LETTERS,
        letters_left=partial(say.letters_left, _),
    )


def board(_: Translator, ideas: tuple[corner.IdeaShown, ...], agreed: frozenset[int], has_more: bool) -> BoardShown:
    """Show a page of the board."""
    words = say.board_page(_)
    return BoardShown(
        head=head(_, say.doors(_)["board"]),
        ideas=tuple(_idea(_, one, words, one.id in agreed) for one in ideas),
        empty="" if ideas else words["empty"],
        me_too=words["me_too"],
        counted=say.thanks(_)["agreed"],
        agreed=agreed,
        own_idea=say.doors(_)["idea"],
        next=say.ways(_)["next"],
        has_more=has_more,
    )


def _idea(_: Translator, one: corner.IdeaShown, words: dict[str, str], has_agreed: bool) -> IdeaShown:
    icon, tone = _STATES[one.state]
    coming = [say.session_from_it(_, session.title, session.day) for session in one.sessions]
    answer = "\n".join(part for part in (one.answer, *coming) if part) or words["soon"]
    is_foreign = bool(one.answer) and one.answer_language != _.language
    people = one.people + has_agreed
    return IdeaShown(
        id=one.id,
        words=_shortened(one.words),
        is_turned=is_right_to_left(one.words_language),
        pictures=tuple((key, expectation(_, key)) for key in one.pictures),
        icon=icon,
        tone=tone,
        state=say.states(_)[one.state],
        answer=answer,
        is_answer_turned=is_right_to_left(one.answer_language if one.answer else _.language),
        note=words["only_dutch"] if is_foreign else "",
        people=people,
        people_words=say.people(_, people),
    )


def _shortened(words: str) -> str:
    """Hang no more on the board than one reads there; a host writes long words shorter, or they end with a mark."""
    return words if len(words) <= LINE_LIMIT else f"{words[:LINE_LIMIT].rstrip()} …"


def poll(_: Translator, found: corner.PollShown, dots: Counter[int]) -> PollShown:
    """Show the cards with the dots that were dropped, or, of a closed one, what came out."""
    words, left = say.poll_page(_), DOTS - dots.total()
    if not found.is_open:
        dots = Counter({card.id: card.dots for card in found.cards})
    return PollShown(
        head=head(_, found.question),
        how=words["how"] if found.is_open else words["result"],
        is_open=found.is_open,
        cards=tuple(
            CardShown(card.id, card.picture, card.words, dots[card.id], say.dots(_, dots[card.id]))
            for card in found.cards
        ),
        left=left,
        left_words=say.dots_left(_, left),
        take_back=words["take_back"],
        done=say.ways(_)["done"],
    )
