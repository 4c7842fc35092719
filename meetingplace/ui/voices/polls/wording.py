"""From choices to ready-made texts, and from what was typed to a choice. No Qt here."""

from __future__ import annotations

from dataclasses import replace

from meetingplace.domain import pictograms
from meetingplace.domain.polls import Card, Poll, PollText
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.voices import Channel
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.refusals import sentence
from meetingplace.i18n.words import text_state_name
from meetingplace.services.polls import PollResult, PollsBoard
from meetingplace.ui.voices.counts import CountRow, CountsShown
from meetingplace.ui.voices.pictures import for_cards
from meetingplace.ui.voices.polls.shown import CardDraft, FormShown, PollDraft, PollShown, PosterShown, TextDraft

_STATES = ("human", "machine", "checked")


class Wording:
    """The words of the room of choices."""

    def __init__(self, words: Translator, formats: Formats) -> None:
        """Take the language."""
        self._, self._formats = words, formats

    def poll(self, result: PollResult, board: PollsBoard) -> PollShown:
        """Say what came out of a choice."""
        _, poll = self._, result.poll
        state, kind = self._state(poll)
        return PollShown(
            poll_id=poll.id,
            question=poll.question,
            state=state,
            kind=kind,
            line=self._line(poll, board),
            note=self._note(poll, board),
            people=self._people(result),
            counts=self.counts(result),
            is_open=poll.is_open,
        )

    def counts(self, result: PollResult) -> CountsShown:
        """Say the dots of each card, of the corner and of the poster, apart and together."""
        _, count = self._, result.count
        ways = (Channel.CORNER, Channel.PAPER, None)
        rows = tuple(
            CountRow(pictograms.glyph(card.picture), card.words, tuple(count.of(card.id, way) for way in ways))
            for card in result.poll.cards
        )
        sums = tuple(sum(row.numbers[at] for row in rows) for at in range(len(ways)))
        heads = (_("In the corner"), _("On the poster"), _("Together"))
        return CountsShown(result.poll.question, heads, rows, CountRow("", _("All dots"), sums))

    def form(self, board: PollsBoard, draft: PollDraft, result: PollResult | None) -> FormShown:
        """Say what the form offers."""
        _ = self._
        dots = result.count.total if result else 0
        stay = sentence(_, Refused(Reason.POLL_HAS_DOTS, dots=dots), self._formats)
        codes = dict.fromkeys([*board.languages, *draft.texts])
        return FormShown(
            title=_("Change the choice") if result else _("New choice"),
            draft=draft,
            places=((None, _("At all places")), *board.place_names.items()),
            pictures=for_cards(_),
            languages=tuple((code, self._formats.own_name(code)) for code in codes if code != "nl"),
            states=tuple((state, text_state_name(_, state)) for state in _STATES),
            keeps_cards=stay if dots else "",
        )

    @staticmethod
    def poster(result: PollResult) -> PosterShown:
        """Say what is counted of a poster."""
        return PosterShown(
            result.poll.question,
            tuple(
                (card.id, pictograms.glyph(card.picture), card.words, result.count.of(card.id, Channel.PAPER))
                for card in result.poll.cards
            ),
        )

    def _state(self, poll: Poll) -> tuple[str, str]:
        _ = self._
        if poll.is_open:
            return _("Open in the corner"), "good"
        return (_("Closed"), "plain") if poll.closed_on else (_("Not opened yet"), "plain")

    def _line(self, poll: Poll, board: PollsBoard) -> str:
        _, day = self._, self._formats.day_of_month
        where = board.place_names.get(poll.place_id, "") if poll.place_id is not None else _("At all places")
        when = ""
        if poll.opened_on and poll.closed_on:
            when = _("{first} to {last}", first=day(poll.opened_on), last=day(poll.closed_on))
        elif poll.opened_on:
            when = _("since {day}", day=day(poll.opened_on))
        codes = dict.fromkeys(["nl", *(text.language for text in poll.texts)])
        languages = self._formats.list_of([self._formats.own_name(code) for code in codes])
        return " · ".join(part for part in (where, when, languages) if part)

    def _note(self, poll: Poll, board: PollsBoard) -> str:
        """Say when another choice stands before it in the corner: only the one that was opened last is shown."""
        opened = [one.poll for one in board.polls if one.poll.is_open]
        before = [one for one in opened if _meet(one, poll) and _order(one) > _order(poll)]
        is_hidden = poll.is_open and bool(before)
        return self._("The corner shows the one that was opened last: “{question}”.",
                      question=before[0].question) if is_hidden else ""  # fmt: skip

    def _people(self, result: PollResult) -> str:
        _, people = self._, result.count.people
        if not result.count.total:
            return _("No dots yet")
        return _.plural("{n} person in the corner", "{n} people in the corner", people)


def _meet(one: Poll, other: Poll) -> bool:
    """Tell whether two choices may stand in the corner of the same place."""
    return None in (one.place_id, other.place_id) or one.place_id == other.place_id


def _order(poll: Poll) -> tuple[str, int]:
    return (poll.opened_on.isoformat() if poll.opened_on else "", poll.id)


def draft_of(poll: Poll) -> PollDraft:
    """Give a choice as it stands in the form."""
    codes = dict.fromkeys(
        [*(text.language for text in poll.texts), *(text.language for card in poll.cards for text in card.texts)]
    )
    return PollDraft(
        poll.question,
        poll.place_id,
        tuple(CardDraft(pictograms.glyph(card.picture), card.words, card.id) for card in poll.cards),
        {code: _text_of(poll, code) for code in codes},
    )


def _text_of(poll: Poll, code: str) -> TextDraft:
    question = poll.in_language(code)
    cards = [card.in_language(code) for card in poll.cards]
    first = question or next((card for card in cards if card), None)
    return TextDraft(
        question.words if question else "",
        tuple(card.words if card else "" for card in cards),
        first.state if first else "human",
    )


def as_typed(draft: PollDraft, poll: Poll | None) -> Poll:
    """Give the choice that was typed, over the one that was there; empty cards fall away with their texts."""
    before = poll or Poll(0, "", ())
    kept = {card.id: card.picture for card in before.cards}
    cards = []
    for at, card in enumerate(draft.cards):
        if not card.is_empty:
            same = kept.get(card.card_id, "")
            picture = same if same and pictograms.glyph(same) == card.picture else card.picture
            said = ((code, text, text.cards[at]) for code, text in draft.texts.items() if at < len(text.cards))
            texts = tuple(PollText(code, words, text.state) for code, text, words in said if words.strip())
            cards.append(Card(card.card_id, picture, card.words, texts))
    texts = tuple(
        PollText(code, text.question, text.state) for code, text in draft.texts.items() if text.question.strip()
    )
    return replace(before, question=draft.question, place_id=draft.place_id, cards=tuple(cards), texts=texts)
