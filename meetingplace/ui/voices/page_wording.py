"""From the board of one voice to the ready-made texts of its page. No Qt, and no decisions about what happens."""

from __future__ import annotations

from datetime import date

from meetingplace.domain.voices import Rung, Voice, VoiceState
from meetingplace.i18n.words import channel_name, function_name, rung_name, voice_kind_name, voice_state_name
from meetingplace.services.voices import VoiceBoard
from meetingplace.ui.voices.pictures import pictures_shown
from meetingplace.ui.voices.shown import HangingShown, JoinedShown, PageShown, SessionLine, Strip, Tint
from meetingplace.ui.voices.wording import CHANNEL_ICONS, STATE_ICONS, Wording, excerpt, nearest

_SESSIONS = 4  # on the page of a voice


class PageWording(Wording):
    """The words of the page of a voice, beside those of the board."""

    def page(self, board: VoiceBoard) -> PageShown:
        """Say everything about one voice."""
        _ = self._
        told, voice = board.told, board.told.voice
        age = self._age(told, board.today)
        return PageShown(
            voice_id=voice.id,
            channel_icon=CHANNEL_ICONS[voice.channel],
            language=self._formats.own_name(voice.language),
            line=self._heard(board),
            words=self._told(voice, voice.words),
            translation=voice.translation,
            note=self._note(voice),
            may_read=bool(voice.translation) and voice.translation_state != "checked",
            age=Strip(Tint.WAIT if told.waits_too_long else Tint.PLAIN, "clock-outline", age) if voice.waits else None,
            answer=voice.answer,
            answer_heading=self._answer_heading(voice),
            answer_in_language=self._said(voice.answer_in_language, voice.language),
            told=self._told_back(voice, board.today),
            waits=voice.waits,
            may_tell=bool(voice.answer),
            state=voice.state,
            states=tuple((state, voice_state_name(_, state), STATE_ICONS[state]) for state in VoiceState),
            followers=self._followers(board.team),
            follower=voice.follower_id,
            rungs=tuple((rung, rung_name(_, rung)) for rung in Rung),
            rung=voice.rung,
            theme=voice.theme,
            functions=tuple((function, function_name(_, function)) for function in voice.functions),
            sessions=tuple(
                SessionLine(session.id, session.activity.title, self._when(session, board.today))
                for session in nearest(told.sessions, board.today, _SESSIONS)
            ),
            more_sessions=self._number(told.sessions, _SESSIONS),
            pictures=pictures_shown(_, voice.pictures),
            notes=voice.notes,
            hanging=self._hanging(voice),
            joined=tuple(self._joined(one, board.today) for one in board.joined),
            others=self._others(told.others),
            stands_with=self._joined(board.stands_with, board.today) if board.stands_with else None,
        )

    def _answer_heading(self, voice: Voice) -> str:
        if voice.state is VoiceState.NOT_POSSIBLE:
            return self._("Why it is not possible")
        return self._("What we answered") if voice.answer else self._("No answer yet")

    def _heard(self, board: VoiceBoard) -> str:
        _ = self._
        voice = board.told.voice
        heard_at = board.heard_at.activity.title if board.heard_at else ""
        parts = [
            voice_kind_name(_, voice.kind),
            channel_name(_, voice.channel),
            self._day(voice.heard_on, board.today),
            heard_at,
            board.place_name,
        ]
        return " · ".join(part for part in parts if part)

    def _hanging(self, voice: Voice) -> HangingShown:
        _ = self._
        codes = dict.fromkeys([voice.words_in("nl")[1], *(text.language for text in voice.texts if text.words)])
        names = self._formats.list_of([self._formats.own_name(code) for code in codes])
        if voice.joined_id is not None:
            line = _("The voice that it stands with hangs on the board for both.")
            return HangingShown(voice.is_shown, line, "", may_hang=voice.is_shown)
        line = _("Everybody can read it in the parents’ corner.") if voice.is_shown else _("Only the team sees it now.")
        return HangingShown(voice.is_shown, line, _("In {languages}", languages=names) if voice.is_shown else "")

    def _joined(self, voice: Voice, today: date) -> JoinedShown:
        # the language last: a line that began with Arabic letters would run from right to left
        channel, day = channel_name(self._, voice.channel), self._day(voice.heard_on, today)
        said = (channel, day, self._formats.own_name(voice.language))
        return JoinedShown(
            voice_id=voice.id,
            words=self._told(voice, excerpt(voice.words)),
            line=" · ".join(said),
            told=self._told_back(voice, today),
            may_tell=bool(voice.answer),
        )
