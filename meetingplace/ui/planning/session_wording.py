"""One session with all about it, in words: its facts, its hints and what can be done with it. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from meetingplace.domain.sessions import OLDEST, Activity, SessionState
from meetingplace.i18n.formats import own_name
from meetingplace.i18n.words import exact_age, function_name, session_state_name
from meetingplace.services.timetable import SessionBoard
from meetingplace.ui.planning.shown import ActShown, DetailsShown, FactShown
from meetingplace.ui.planning.wording import Wording

_CHIPS = {SessionState.HELD: "good", SessionState.CANCELLED: "stop", SessionState.PLANNED: "wait"}


class SessionWording:
    """Says the session that is chosen."""

    def __init__(self, wording: Wording) -> None:
        """Say rules, voices and hints as the whole planning does."""
        self._wording = wording
        self._, self._formats = wording.words, wording.formats

    def details(self, board: SessionBoard) -> DetailsShown:
        """Say one session with all about it."""
        session = board.planned.session
        names = {member.id: member.name for member in board.members}
        where = {place.id: place.name for place in board.places}
        clashes = [self._wording.clash(clash, names, where) for clash in board.planned.clashes]
        is_planned = session.state is SessionState.PLANNED
        return DetailsShown(
            session_id=session.id,
            title=session.activity.title,
            function=next(iter(session.activity.functions), None),
            chip="" if is_planned else session_state_name(self._, session.state),
            chip_kind=_CHIPS[session.state],
            facts=(*self._when_and_who(board), *self._why(board), *self._for_whom(board)),
            functions=tuple((one, function_name(self._, one)) for one in session.activity.functions),
            hints=tuple(FactShown("alert", title, sentence) for title, sentence in clashes),
            acts=tuple(self._acts(board)),
        )

    # --- its facts ---

    def _when_and_who(self, board: SessionBoard) -> Iterable[FactShown]:
        _, formats, session = self._, self._formats, board.planned.session
        activity = session.activity
        yield FactShown("calendar-month-outline", formats.day(session.day), formats.hours(activity.start, activity.end))
        if session.reason:
            yield FactShown("close-circle-outline", session.reason)
        on_the_move = [_("on the move")] if board.place.is_mobile else []
        room = _.plural("room for {n} child", "room for {n} children", activity.capacity) if activity.capacity else ""
        yield FactShown("map-marker-outline", board.place.name, " · ".join((*on_the_move, *([room] if room else []))))
        yield self._team(board)
        around = self._around_it(session.day, activity)
        if around:
            yield around
        if board.series:
            yield FactShown("repeat", self._wording.rule(board.series.rule), self._coming(board.coming))
            exception = self._wording.exception(session.brief, board.planned.usual)
            if exception:
                yield FactShown("calendar-edit", exception)

    def _team(self, board: SessionBoard) -> FactShown:
        _ = self._
        hosts = [member.name for member in board.planned.team if member.is_paid]
        volunteers = [member.name for member in board.planned.team if not member.is_paid]
        helped = _.plural("volunteer: {names}", "volunteers: {names}", len(volunteers), names=", ".join(volunteers))
        if hosts or not volunteers:
            whom = ", ".join(hosts) or _("No team yet")
            return FactShown("account-multiple-outline", whom, helped if volunteers else "")
        return FactShown("account-multiple-outline", ", ".join(volunteers), _("volunteers"))

    def _around_it(self, day: date, activity: Activity) -> FactShown | None:
        """Say from when to when the team is there, if that is longer than the session."""
        _, before, after = self._, activity.preparation_minutes, activity.debrief_minutes
        if not before and not after:
            return None
        begins = datetime.combine(day, activity.start) - timedelta(minutes=before)
        ends = datetime.combine(day, activity.end) + timedelta(minutes=after)
        there = _("Team there: {hours}", hours=self._formats.hours(begins, ends))
        line = _("{before} min. before, {after} min. after", before=before, after=after)
        return FactShown("clock-outline", there, line)

    def _why(self, board: SessionBoard) -> Iterable[FactShown]:
        _, activity = self._, board.planned.session.activity
        for voice in board.voices:
            yield FactShown("comment-quote-outline", *self._wording.voice(voice))
        if board.goal:
            yield FactShown("flag-outline", board.goal.title, _("goal of the action plan"))
        if activity.theme:
            yield FactShown("lightbulb-outline", activity.theme)
        if activity.is_formal:
            yield FactShown("school-outline", _("Formal support"))
        if activity.is_led_by_parents:
            yield FactShown("account-star-outline", _("A parent leads it"))

    def _for_whom(self, board: SessionBoard) -> Iterable[FactShown]:
        _, activity = self._, board.planned.session.activity
        first, last = exact_age(_, activity.from_months), exact_age(_, activity.to_months)
        whom = _("Children from {first} up to {last}", first=first, last=last)
        if activity.to_months >= OLDEST:
            whom = _("Children from {first}", first=first)
        yield FactShown("baby-face-outline", whom, ", ".join(own_name(code) for code in activity.languages))
        price = self._formats.money(activity.price_cents) if activity.price_cents else ""
        yield FactShown("ticket-outline", *self._entry(board, price))
        if board.partners:
            names = ", ".join(partner.name for partner in board.partners)
            yield FactShown("handshake-outline", names, _("partner") if len(board.partners) == 1 else _("partners"))
        for off in board.days_off:
            yield FactShown("calendar-star", off.name, self._wording.calendar(off.calendar))

    def _entry(self, board: SessionBoard, price: str) -> tuple[str, str]:
        """Say whether parents walk in, or how many are on the list; and what it costs, unless it is free."""
        _, activity, listed = self._, board.planned.session.activity, board.listed
        if activity.is_walk_in:
            return _("Walk in"), price
        if activity.capacity:
            said = _("Enrolled: {number} of {room}", number=listed.enrolled, room=activity.capacity)
        else:
            said = _("Enrolled: {number}", number=listed.enrolled)
        waits = _.plural("{n} waits", "{n} wait", listed.waiting) if listed.waiting else ""
        return said, " · ".join(part for part in (waits, price) if part)

    # --- what can be done with it ---

    def _acts(self, board: SessionBoard) -> Iterable[ActShown]:
        _, session = self._, board.planned.session
        if session.was_day is not None or session.state is SessionState.CANCELLED:
            yield ActShown("notice", _("What to tell"), "bullhorn-outline")
        if session.state is SessionState.CANCELLED:
            yield ActShown("reinstate", _("Goes on after all"), "calendar-check")
            yield ActShown("remove", _("Take away"), "trash-can-outline")
            return
        if session.state is SessionState.PLANNED:
            yield ActShown("change", _("Change"), "pencil-outline")
            yield ActShown("repeat", _("Add dates") if board.series else _("Repeat"), "repeat")
        yield ActShown("copy", _("Copy"), "content-copy", is_rare=True)
        yield ActShown("templates", _("Make a template"), "content-save-outline", is_rare=True)
        yield ActShown("flyer", _("Flyer"), "newspaper-variant-outline")
        yield ActShown("desk", _("Arrivals"), "door-open")
        if board.voices:
            yield ActShown("voice", _("Open the voice"), "comment-quote-outline", is_rare=True)
        if not session.activity.is_walk_in:
            yield ActShown("enrolment", _("Enrolments"), "clipboard-edit-outline")
        if board.series:
            yield ActShown("series_dates", _("All dates of the series"), "calendar-multiple", is_rare=True)
            yield ActShown("series_flyer", _("Flyer of the series"), "newspaper-variant-outline", is_rare=True)
        if not board.planned.is_protected:
            yield ActShown("cancel", _("Does not go on…"), "", "danger")

    def _coming(self, coming: tuple[date, ...]) -> str:
        if not coming:
            return self._("the last one")
        until = self._formats.day_of_month(coming[-1])
        return self._.plural("{n} more, until {day}", "{n} more, until {day}", len(coming), day=until)
