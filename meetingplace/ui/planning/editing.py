"""What happens in the forms of the planning screen: new, change, repeat. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, time, timedelta

from meetingplace.domain.calendar import school_year_of
from meetingplace.domain.recurrence import Picked, Weekly
from meetingplace.domain.refusals import Refused
from meetingplace.domain.sessions import Activity, Series, Session, SessionState
from meetingplace.domain.voices import Voice
from meetingplace.services import planning, series, timetable
from meetingplace.services.changes import Changes
from meetingplace.services.series import Repeats
from meetingplace.services.timetable import FormBoard, SessionBoard
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.notice.offer import offer
from meetingplace.ui.planning.rule_preview import RulePreview
from meetingplace.ui.planning.saving import Saving
from meetingplace.ui.planning.spot import Spot
from meetingplace.ui.planning.typed import FormShown, RepeatShown, Scope, Typed
from meetingplace.ui.planning.view import View
from meetingplace.ui.planning.wording import Wording

USUAL = (time(9, 30), time(12))  # our choice: a morning


class Editing:
    """The form that is open, about the session in `board` or about a new one."""

    def __init__(self, around: Surroundings, view: View, wording: Wording, show_day: Callable[..., None]) -> None:
        """Begin without any form; `show_day` brings what was planned into sight."""
        self._around = around
        self._view = view
        self._wording = wording
        self._show_day = show_day
        self._ = around.words
        self.board: SessionBoard | None = None
        self._new: tuple[Spot, time | None, time | None] | None = None
        self._form: FormBoard | None = None
        self._preview = RulePreview(around, view, wording)
        self._saving = Saving(around, view, wording)

    def take(self, board: SessionBoard) -> None:
        """Know the session that the details show."""
        self.board = board

    # --- the form of a session ---

    def new(self, spot: Spot, start: time | None = None, end: time | None = None, voice_id: int | None = None) -> None:
        """Open the form of a new session, perhaps from a voice: its theme and functions are taken over."""
        self._new = (spot, start, end)
        self._around.work.ask(timetable.form_board, None, voice_id, then=self._open_new, slot="form")

    def change(self) -> None:
        """Open the form of the chosen session."""
        if self.board:
            session = self.board.planned.session
            self._around.work.ask(timetable.form_board, session.id, None, then=self._open_change, slot="form")

    def _open_new(self, board: FormBoard) -> None:
        _, (spot, start, end) = self._, self._new or (Spot(self._around.clock().date()), None, None)
        self._form = board
        if not board.places:
            self._around.go("settings")
            return
        begins = start or USUAL[0]
        ends = min(begins.hour * 60 + begins.minute + 150, 23 * 60 + 45)
        place = spot.place_id or self._around.place.id
        known = {one.id for one in board.places}
        voice = board.voice
        wanted = (voice.place_id if voice else None) or place
        self._view.open_form(
            FormShown(
                title=_("New session"),
                save=_("Plan it"),
                board=board,
                activity=None,
                day=spot.day,
                start=begins,
                end=end or time(ends // 60, ends % 60),
                place_id=wanted if wanted in known else board.places[0].id,
                voice=self._from_voice(voice) if voice else "",
                can_repeat=True,
            )
        )

    def _from_voice(self, voice: Voice) -> str:
        title, words = self._wording.voice(voice)
        return self._("{title}: {words}", title=title, words=words)

    def copy(self) -> None:
        """Open the form of a new session that begins as the chosen one, a week later."""
        if self.board:
            session = self.board.planned.session
            self._around.work.ask(timetable.form_board, session.id, None, then=self._open_copy, slot="form")

    def _open_copy(self, board: FormBoard) -> None:
        _, session = self._, board.session
        if session is None:
            return
        self._form = replace(board, session=None, series=None, voice=None, has_visits=False)
        activity = session.activity
        self._view.open_form(
            FormShown(
                title=_("Copy {title}", title=activity.title),
                save=_("Plan it"),
                board=self._form,
                activity=activity,
                day=session.day + timedelta(weeks=1),
                start=activity.start,
                end=activity.end,
                place_id=activity.place_id,
                can_repeat=True,
            )
        )

    def _open_change(self, board: FormBoard) -> None:
        _, session = self._, board.session
        self._form = board
        if session is None:
            return
        activity = session.activity
        fixed = _("People were registered here, so day, hours and place stay as they are.") if board.has_visits else ""
        is_free = session.state is not SessionState.HELD and not board.has_visits
        self._view.open_form(
            FormShown(
                title=_("Change the session"),
                save=_("Save"),
                board=board,
                activity=activity,
                day=session.day,
                start=activity.start,
                end=activity.end,
                place_id=activity.place_id,
                voice="\n".join(self._from_voice(voice) for voice in board.voices),
                fixed=fixed,
                can_follow=session.series_id is not None and is_free,
                can_remove=is_free,
            )
        )

    def save(self, typed: Typed) -> None:
        """Save what was typed: a new session or series, or a change of this session or of those that follow too."""
        board = self._form
        if board is None:
            return
        voices = (board.voice.id,) if board.voice else ()
        session = board.session
        if session is None and typed.repeat:
            self._saving.do(series.plan, typed.activity, typed.repeat, voices, then=self._show_series)
        elif session is None:
            args = (typed.activity, typed.day, voices)
            self._saving.do(planning.add_session, *args, then=lambda made: self._show_day(typed.day, made.made))
        elif typed.scope is not Scope.ONE:
            self._save_series(typed, session, board.series)
        else:
            self._do_and_tell(session, typed, planning.change_session, typed.day)

    def _save_series(self, typed: Typed, session: Session, of: Series | None) -> None:
        """Write several sessions of a series; a day that moved takes the weekday of those that follow along."""
        has_moved = typed.day != session.day
        repeats = _on_another_day(of, session, typed.day) if of and has_moved else None
        if of is None or (has_moved and (repeats is None or typed.scope is Scope.ALL)):
            self._view.show_wrong("day", self._("To move the day, choose “Only this session”."))
        elif typed.scope is Scope.ALL:
            self._do_and_tell(session, typed, series.change_all)
        else:
            self._do_and_tell(session, typed, series.change_following, repeats)

    def _show_series(self, changes: Changes) -> None:
        first = changes.facts.get("first")
        if isinstance(first, date):
            self._show_day(first, None, changes.made)

    def _whole(self, activity: Activity) -> Activity:
        """Keep what the form does not ask: the own texts for the flyer are written under Flyers."""
        session = self._form.session if self._form else None
        return replace(activity, texts=session.activity.texts) if session else activity

    # --- repeating ---

    def repeat(self) -> None:
        """Open the form that makes a series of the chosen session, or that goes on with its series.

        A series of picked dates has no rule to go on by: its dates are added one by one, where all of them stand.
        """
        board, _ = self.board, self._
        if board is None:
            return
        session, series = board.planned.session, board.series
        if series and isinstance(series.rule, Picked):
            self._view.open_room("series_dates", session.id)
            return
        ends = series.rule.last_day if series else session.day
        sentence = self._wording.rule(series.rule) if series else _("This session is the first; the others follow.")
        self._view.open_repeat(
            RepeatShown(
                title=_("Add dates to the series") if series else _("Repeat {title}", title=session.activity.title),
                sentence=sentence,
                save=_("Plan these dates"),
                first=session.day,
                until=school_end(ends + timedelta(days=1)),
                weekday=session.day.weekday(),
                is_extension=series is not None,
            )
        )

    def save_repeat(self, repeat: Repeats) -> None:
        """Make a series of the chosen session, or go on with its series."""
        if self.board is None:
            return
        session, of = self.board.planned.session, self.board.series
        if of:
            self._saving.do(series.extend, of.id, of.version, repeat.rule.last_day, repeat.kept)
        else:
            self._saving.do(series.repeat, session.id, session.version, repeat)

    def preview(self, repeat: Repeats | Refused, is_extension: bool) -> None:
        """Show the dates that a rule makes and skips; a rule that cannot be says why."""
        of = self.board.series if self.board and is_extension else None
        self._preview.ask(repeat, of)

    def _do_and_tell(
        self, session: Session, typed: Typed, verb: Callable[..., Changes], *more: date | Repeats | None
    ) -> None:
        """Write what was typed of a session and bring it into sight; of another hour or place, offer what to tell."""
        before, after = session.activity, self._whole(typed.activity)
        is_moved = (session.day, before.start, before.place_id) != (typed.day, after.start, after.place_id)

        def then(changes: Changes) -> None:
            self._show_day(typed.day, session.id)
            if is_moved:
                offer(self._around, self._view.open_room, session.id, changes)

        self._saving.do(verb, session.id, session.version, after, *more, then=then, quietly=is_moved)


def school_end(day: date) -> date:
    """Give the last day of June of the school year of a day: how long a series usually runs."""
    end = school_year_of(day)[1]
    june = date(end.year, 6, 30)
    return june if june >= day else end


def titles(board: FormBoard) -> Iterable[str]:
    """List the titles that were used before."""
    return (session.activity.title for session in board.templates)


def _on_another_day(of: Series, session: Session, day: date) -> Repeats | None:
    """Give the rule of what follows when a session moves to another weekday; None for a rule that has none."""
    rule = of.rule
    if not isinstance(rule, Weekly) or session.day.weekday() not in rule.weekdays or day > rule.last_day:
        return None
    weekdays = {day.weekday() if weekday == session.day.weekday() else weekday for weekday in rule.weekdays}
    last_day = rule.last_day + max(timedelta(0), day - session.day)  # so that the last one moves along
    return Repeats(Weekly(tuple(sorted(weekdays)), day, last_day, rule.every), of.skips)
