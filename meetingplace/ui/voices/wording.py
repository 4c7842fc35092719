"""From boards of voices to ready-made texts. No Qt, and no decisions about what happens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from meetingplace.domain.language import is_right_to_left
from meetingplace.domain.sessions import Function, Session, SessionState
from meetingplace.domain.team import TeamMember
from meetingplace.domain.voices import Channel, Kind, ToldHow, Voice, VoiceState
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import (
    channel_name,
    function_name,
    session_state_name,
    text_state_name,
    told_how_name,
    voice_kind_name,
    voice_state_name,
)
from meetingplace.services.voice_forms import FormBoard
from meetingplace.services.voices import Column, Only, Told, VoiceBoard, VoicesBoard
from meetingplace.ui.voices.filtering.shown import OnlyShown
from meetingplace.ui.voices.pictures import pictures_shown
from meetingplace.ui.voices.shown import (
    AnswerDraft,
    AnswerShown,
    BoardShown,
    CardShown,
    Choices,
    ColumnShown,
    FormShown,
    Said,
    Strip,
    TellShown,
    Tint,
    VoiceDraft,
)

MORE = 50  # cards that "show more" adds
_EXCERPT = 240  # letters on a card; the page has everything
STATE_ICONS = {
    VoiceState.HEARD: "ear-hearing",
    VoiceState.DISCUSSED: "forum-outline",
    VoiceState.PLANNED: "calendar-check-outline",
    VoiceState.DONE: "check-circle-outline",
    VoiceState.NOT_POSSIBLE: "minus-circle-outline",
}
CHANNEL_ICONS = {
    Channel.CONVERSATION: "account-voice",
    Channel.GROUP: "account-group",
    Channel.PAPER: "file-document-outline",
    Channel.CORNER: "sofa-outline",
    Channel.DOTS: "dots-grid",
}
_KIND_ICONS = {
    Kind.WISH: "star-outline",
    Kind.IDEA: "lightbulb-on-outline",
    Kind.QUESTION: "help-circle-outline",
    Kind.THANKS: "heart-outline",
    Kind.COMPLAINT: "message-alert-outline",
    Kind.OFFER: "hand-heart-outline",
}
_NOTES = {
    "machine": (Tint.WAIT, "robot-outline"),
    "human": (Tint.PLAIN, "account-outline"),
    "checked": (Tint.GOOD, "check"),
}


class Wording:
    """The words of the voices screen in one language."""

    def __init__(self, words: Translator, formats: Formats) -> None:
        """Take the language."""
        self._ = words
        self._formats = formats

    def board(self, board: VoicesBoard, language: str, typed_words: str, only: Only) -> BoardShown:
        """Say everything that the board shows; `language`, `typed_words` and `only` are what was searched by."""
        _ = self._
        waiting = _.plural("{n} waits for an answer", "{n} wait for an answer", board.waiting)
        codes = tuple(dict.fromkeys([*board.languages, *([language] if language else [])]))
        is_searched = bool(language or typed_words.strip() or only.narrows)
        return BoardShown(
            columns=tuple(self._column(column, board) for column in board.columns),
            waiting=waiting if board.waiting else "",
            languages=(("", _("All languages")), *((code, self._formats.own_name(code)) for code in codes)),
            language=language,
            only=self._only(only),
            is_empty=board.is_empty,
            found_nothing=is_searched and not any(column.number for column in board.columns),
        )

    def narrowing(self, board: VoicesBoard, only: Only) -> OnlyShown:
        """Say what the board can be narrowed to."""
        _ = self._
        themes = dict.fromkeys([*board.themes, *([only.theme] if only.theme else [])])
        return OnlyShown(
            kinds=((None, _("All kinds")), *((kind, voice_kind_name(_, kind)) for kind in Kind)),
            themes=(("", _("All themes")), *((theme, theme) for theme in themes)),
            functions=((None, _("All functions")), *((one, function_name(_, one)) for one in Function)),
            only=only,
        )

    def _only(self, only: Only) -> str:
        _ = self._
        parts = (
            voice_kind_name(_, only.kind) if only.kind else "",
            only.theme,
            function_name(_, only.function) if only.function else "",
        )
        return _("Only: {what}", what=" · ".join(part for part in parts if part)) if only.narrows else ""

    def form(self, board: FormBoard, draft: VoiceDraft) -> FormShown:
        """Say what the form offers, filled in with a draft."""
        _ = self._
        where = _("Not at a session")
        return FormShown(
            title=_("Change what was told") if board.voice else _("New voice"),
            save=_("Save") if board.voice else _("Write it down"),
            draft=draft,
            languages=board.languages,
            kinds=tuple((kind, voice_kind_name(_, kind)) for kind in Kind),
            channels=tuple((channel, channel_name(_, channel)) for channel in Channel),
            sessions=((None, where), *((one.id, self._session(one, board)) for one in board.sessions)),
            themes=board.themes,
            functions=tuple((function, function_name(_, function)) for function in Function),
            followers=self._followers(board.team),
        )

    def answer(self, board: VoiceBoard, draft: AnswerDraft) -> AnswerShown:
        """Say what the form for an answer shows, filled in with a draft."""
        _ = self._
        voice = board.told.voice
        decisions = [state for state in VoiceState if state is not VoiceState.HEARD]
        name = self._formats.own_name(voice.language)
        return AnswerShown(
            title=_("Change the answer") if voice.answer else _("Give an answer"),
            words=self._told(voice, voice.words),
            translation=voice.translation,
            draft=draft,
            decisions=tuple((state, voice_state_name(_, state)) for state in decisions),
            in_language="" if voice.language == _.language else _("The same in {language}", language=name),
            followers=self._followers(board.team),
        )

    def tell(self, board: VoiceBoard) -> TellShown:
        """Say what the form for telling back shows."""
        voice = board.told.voice
        return TellShown(
            answer=voice.answer,
            ways=tuple((how, told_how_name(self._, how)) for how in ToldHow),
            how=voice.told_how or ToldHow.IN_PERSON,
            told_on=voice.told_on or board.today,
            today=board.today,
        )

    def _column(self, column: Column, board: VoicesBoard) -> ColumnShown:
        _ = self._
        title, left = voice_state_name(_, column.state), column.number - len(column.voices)
        more = _("Show all {n}", n=column.number) if left <= MORE else _("Show {n} more", n=MORE)
        return ColumnShown(
            state=column.state,
            title=title,
            icon=STATE_ICONS[column.state],
            number=str(column.number),
            spoken=_.plural("{title}: {n} voice", "{title}: {n} voices", column.number, title=title),
            cards=tuple(self._card(told, board) for told in column.voices),
            more=more if left else "",
        )

    def _card(self, told: Told, board: VoicesBoard) -> CardShown:
        voice = told.voice
        language = self._formats.own_name(voice.language)
        kind, age = voice_kind_name(self._, voice.kind), self._age(told, board.today)
        strips = self._strips(told, board.today)
        pictures = pictures_shown(self._, voice.pictures)
        spoken = [
            language, voice.words, *(picture.word for picture in pictures), voice.translation, kind, age,
            *(strip.text for strip in strips), self._others(told.others),
            self._("hangs on the board of the corner") if voice.is_shown else "",
        ]  # fmt: skip
        return CardShown(
            voice_id=voice.id,
            state=voice.state,
            channel_icon=CHANNEL_ICONS[voice.channel],
            language=language,
            words=self._told(voice, excerpt(voice.words)),
            translation=excerpt(voice.translation),
            note=self._note(voice),
            kind=kind,
            kind_icon=_KIND_ICONS[voice.kind],
            age=age,
            is_too_long=told.waits_too_long,
            strips=strips,
            answer=self._("Give an answer") if voice.id == board.oldest_waiting else "",
            spoken=", ".join(part for part in spoken if part),
            pictures=pictures,
            others=f"+{told.others}" if told.others else "",
            hangs=self._("Hangs on the board") if voice.is_shown else "",
        )

    def _strips(self, told: Told, today: date) -> tuple[Strip, ...]:
        _ = self._
        voice = told.voice
        strips = []
        if voice.state is VoiceState.NOT_POSSIBLE:
            strips.append(Strip(Tint.PLAIN, "information-outline", excerpt(voice.answer)))
        for session in nearest(told.sessions, today, 1):
            lines = (session.activity.title, self._when(session, today), self._number(told.sessions, 1))
            strips.append(Strip(Tint.INFO, "calendar-check-outline", "\n".join(line for line in lines if line)))
        back = self._told_back(voice, today)
        if back:
            strips.append(back)
        if told.follower and voice.told_on is None:
            follows = _("{name} follows it up", name=told.follower.name)
            strips.append(Strip(Tint.INFO, "account-arrow-right-outline", follows))
        return tuple(strips)

    def _told_back(self, voice: Voice, today: date) -> Strip | None:
        _ = self._
        if voice.told_on is not None:
            day = self._day(voice.told_on, today)
            how = told_how_name(_, voice.told_how) if voice.told_how else ""
            text = _("Told {day}, {how}", day=day, how=how) if how else _("Told {day}", day=day)
            return Strip(Tint.GOOD, "comment-check-outline", text)
        if voice.answer:
            return Strip(Tint.WAIT, "message-text-clock-outline", _("Not told back yet"))
        if voice.state is VoiceState.DONE and voice.kind is not Kind.THANKS:
            return Strip(Tint.WAIT, "message-text-clock-outline", _("No answer yet"))
        return None

    def _age(self, told: Told, today: date) -> str:
        _ = self._
        if not told.voice.waits:
            return self._day(told.voice.heard_on, today)
        return _.plural("waits {n} day", "waits {n} days", told.days) if told.days else _("heard today")

    def _note(self, voice: Voice) -> Strip | None:
        if not voice.translation:
            return None
        tint, icon = _NOTES.get(voice.translation_state, _NOTES["machine"])
        if voice.translation_state in ("human", "checked"):
            return Strip(tint, icon, text_state_name(self._, voice.translation_state))
        return Strip(tint, icon, self._("by a machine, still to be read"))

    def _others(self, number: int) -> str:
        return self._.plural("{n} more says the same", "{n} more say the same", number) if number else ""

    def _told(self, voice: Voice, words: str) -> Said:
        """Give what was told; without words, what the pictures stand for."""
        if words:
            return self._said(words, voice.language)
        meant = [picture.word for picture in pictures_shown(self._, voice.pictures)]
        return self._said(self._formats.list_of(meant), self._.language)

    def _said(self, text: str, language: str) -> Said:
        return Said(text, language, is_right_to_left(language))

    def _followers(self, team: Sequence[TeamMember]) -> Choices:
        return ((None, self._("Nobody yet")), *((member.id, member.name) for member in team))

    def _session(self, session: Session, board: FormBoard) -> str:
        place = board.place_names.get(session.activity.place_id, "")
        parts = (self._when(session, board.today), session.activity.title, place)
        return " · ".join(part for part in parts if part)

    def _when(self, session: Session, today: date) -> str:
        when = f"{self._day(session.day, today)}, {self._formats.time(session.activity.start)}"
        is_cancelled = session.state is SessionState.CANCELLED
        return f"{when} · {session_state_name(self._, session.state)}" if is_cancelled else when

    def _number(self, sessions: Sequence[Session], shown: int) -> str:
        number = len(sessions)
        return self._.plural("{n} session in all", "{n} sessions in all", number) if number > shown else ""

    def _day(self, day: date, today: date) -> str:
        return self._("today") if day == today else self._formats.short_day(day, today)


def nearest(sessions: Sequence[Session], today: date, number: int) -> Sequence[Session]:
    """Give the next sessions; when all are over, the last ones. A whole series may come from one voice."""
    coming = [session for session in sessions if session.day >= today]
    return coming[:number] if coming else sessions[-number:]


def excerpt(text: str) -> str:
    """Give the beginning of a long text, up to the end of a word; the page of the voice has all of it."""
    if len(text) <= _EXCERPT:
        return text
    begun = text[:_EXCERPT]
    return f"{begun.rsplit(maxsplit=1)[0] if ' ' in begun else begun} …"
