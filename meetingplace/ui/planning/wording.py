"""The words of the planning screen: boards of the core in, ready-made texts out. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from meetingplace.domain.calendar import DayOff, DaysOff
from meetingplace.domain.clashes import Clash, Hint
from meetingplace.domain.recurrence import Plan, Rule
from meetingplace.domain.refusals import Refused
from meetingplace.domain.series_dates import Departure, departure_of
from meetingplace.domain.sessions import Brief, Series, Session, SessionState
from meetingplace.domain.voices import Voice
from meetingplace.i18n import phrases, refusals
from meetingplace.i18n.catalog import Translator, translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import function_name, session_state_name
from meetingplace.services.timetable import ListBoard, Planned, SessionBoard
from meetingplace.ui.planning.shown import (
    ActShown,
    DetailsShown,
    EmptyShown,
    FactShown,
    ListShown,
    PreviewShown,
    RowShown,
    SkipShown,
)

_LONGEST_QUOTE = 140  # characters of a voice beside a session; the whole of it is under Voices
_CHIPS = {SessionState.HELD: "good", SessionState.CANCELLED: "stop", SessionState.PLANNED: "wait"}


class Wording:
    """Says boards in one language."""

    def __init__(self, words: Translator, formats: Formats) -> None:
        """Take a language."""
        self.words = self._ = words
        self.formats = self._formats = formats

    def refusal(self, refused: Refused) -> str:
        """Say a refusal."""
        return refusals.sentence(self._, refused, self._formats)

    def period(self, first: date, last: date, year: int) -> str:
        """Say a period; the year is said when it is another one, or when it changes."""
        formats = self._formats
        if first.year == last.year:
            days = formats.day_range(first, last)
            return days if first.year == year else f"{days} {first.year}"
        return f"{formats.day_of_month(first)} {first.year} – {formats.day_of_month(last)} {last.year}"

    # --- the list ---

    def listing(self, board: ListBoard) -> ListShown:
        """Say a period as a list."""
        return ListShown(
            period=self.period(board.first, board.last, board.first.year),
            rows=tuple(self._row(planned) for planned in board.planned),
            empty=None if board.planned else self._empty(bool(board.all_in_period)),
        )

    def _empty(self, is_searched: bool) -> EmptyShown:
        _ = self._
        if is_searched:
            return EmptyShown(_("Nothing found"), _("Try another word, or look in another period."))
        says = _("Look in another period, or plan a session.")
        return EmptyShown(_("Nothing is planned in this period"), says, _("New session"))

    def _row(self, planned: Planned) -> RowShown:
        session = planned.session
        state = session_state_name(self._, session.state)
        return RowShown(
            session_id=session.id,
            day=self._formats.short_day(session.day),
            hours=self._formats.hours(session.activity.start, session.activity.end),
            title=session.activity.title,
            place=planned.place_name,
            team=", ".join(member.name for member in planned.team),
            state=self._("{state}: {reason}", state=state, reason=session.reason) if session.reason else state,
        )

    # --- one session ---

    def details(self, board: SessionBoard) -> DetailsShown:
        """Say one session with all about it."""
        session = board.planned.session
        names = {member.id: member.name for member in board.members}
        where = {place.id: place.name for place in board.places}
        clashes = [self.clash(clash, names, where) for clash in board.planned.clashes]
        is_planned = session.state is SessionState.PLANNED
        return DetailsShown(
            session_id=session.id,
            title=session.activity.title,
            function=next(iter(session.activity.functions), None),
            chip="" if is_planned else session_state_name(self._, session.state),
            chip_kind=_CHIPS[session.state],
            facts=tuple(self._facts(board)),
            functions=tuple((one, function_name(self._, one)) for one in session.activity.functions),
            hints=tuple(FactShown("alert", title, sentence) for title, sentence in clashes),
            acts=tuple(self._acts(board)),
        )

    def _facts(self, board: SessionBoard) -> Iterable[FactShown]:
        _, formats, activity = self._, self._formats, board.planned.session.activity
        session = board.planned.session
        hours = formats.hours(activity.start, activity.end)
        yield FactShown("calendar-month-outline", formats.day(session.day), hours)
        if session.reason:
            yield FactShown("close-circle-outline", session.reason)
        room = _.plural("room for {n} child", "room for {n} children", activity.capacity)
        yield FactShown("map-marker-outline", board.place.name, room if activity.capacity else "")
        hosts = [member.name for member in board.planned.team if member.is_paid]
        volunteers = [member.name for member in board.planned.team if not member.is_paid]
        helped = _.plural("volunteer: {names}", "volunteers: {names}", len(volunteers), names=", ".join(volunteers))
        if hosts or not volunteers:
            yield FactShown(
                "account-multiple-outline", ", ".join(hosts) or _("No team yet"), helped if volunteers else ""
            )
        else:
            yield FactShown("account-multiple-outline", ", ".join(volunteers), _("volunteers"))
        if board.series:
            yield FactShown("repeat", self.rule(board.series.rule), self._coming(board.coming))
            exception = self._exception(session, board.series)
            if exception:
                yield FactShown("calendar-edit", exception)
        for voice in board.voices:
            yield FactShown("comment-quote-outline", *self.voice(voice))
        if board.goal:
            yield FactShown("flag-outline", board.goal.title, _("goal of the action plan"))
        if activity.theme:
            yield FactShown("lightbulb-outline", activity.theme)
        if board.partners:
            names = ", ".join(partner.name for partner in board.partners)
            yield FactShown("handshake-outline", names, _("partner") if len(board.partners) == 1 else _("partners"))
        for off in board.days_off:
            yield FactShown("calendar-star", off.name, self.calendar(off.calendar))

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

    def _exception(self, session: Session, series: Series) -> str:
        """Say in what a session is not as its series; a cancelled one says its reason already."""
        _, formats, usual = self._, self._formats, series.activity
        departure = departure_of(session, series)
        if departure is Departure.ADDED:
            return _("Added to the series by hand")
        if departure is Departure.KEPT:
            return _("On a day off that the series skips")
        if departure is not Departure.MOVED:
            return ""
        if session.rule_day is not None and session.day != session.rule_day:
            return _("Moved from {day}", day=formats.day(session.rule_day))
        if (session.activity.start, session.activity.end) != (usual.start, usual.end):
            return _("The series is at other hours: {hours}", hours=formats.hours(usual.start, usual.end))
        return _("The series is at another place")

    def rule(self, rule: Rule) -> str:
        """Say when a series repeats: "Every Tuesday"."""
        words = phrases.recurrence(translator("paper", self._formats.language), rule)
        return words[:1].upper() + words[1:]

    def voice(self, voice: Voice) -> tuple[str, str]:
        """Say from which voice a session came, with the parent's own words."""
        words = " ".join(voice.words.split())
        quote = words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
        return self._("From voice {number}", number=voice.id), self._("“{words}”", words=quote)

    def calendar(self, calendar: DaysOff) -> str:
        """Say whose holiday it is, in a few words."""
        return {
            DaysOff.FLEMISH: self._("Dutch-language schools"),
            DaysOff.FRENCH: self._("French-language schools"),
            DaysOff.PUBLIC: self._("public holiday"),
            DaysOff.OWN: self._("closing day"),
        }[calendar]

    def clash(self, clash: Clash, names: Mapping[int, str], places: Mapping[int, str]) -> tuple[str, str]:
        """Say a hint: in a few words, and in a sentence with a way out; names of members and places by their ids."""
        _ = self._
        if clash.hint is Hint.TOO_FEW_HOSTS:
            return _.plural("{n} host too few", "{n} hosts too few", clash.number), ""
        if clash.hint is Hint.DAY_OFF:
            return self._off(clash.day_off), ""
        if clash.hint is Hint.TOO_MANY_ENROLLED:
            return _.plural(
                "{n} child more than there is room", "{n} children more than there is room", clash.number
            ), ""
        if clash.hint is Hint.MEMBER_AWAY:
            return self._away(clash, names.get(clash.member_id or 0, "…"))
        free = _("Free from {time}.", time=self._formats.time(clash.free_from)) if clash.free_from else ""
        other = self._said(clash.other, places)
        if clash.hint is Hint.PLACE_TAKEN:
            return _("The place is taken"), f"{other} {free}".strip()
        return _("{name} is asked twice", name=names.get(clash.member_id or 0, "…")), f"{other} {free}".strip()

    def _off(self, off: DayOff | None) -> str:
        if off is None or off.calendar is DaysOff.PUBLIC:
            return self._("Public holiday: {name}", name=off.name if off else "")
        return self._("Closing day: {name}", name=off.name) if off.name else self._("Closing day")

    def _away(self, clash: Clash, name: str) -> tuple[str, str]:
        """Say that a team member is not expected; never why."""
        if clash.away is None:
            return self._("{name} does not usually come on this weekday", name=name), ""
        days = self._formats.day_range(clash.away.first_day, clash.away.last_day)
        return self._("{name} is away", name=name), days

    def _said(self, other: Brief | None, places: Mapping[int, str]) -> str:
        if other is None:
            return ""
        hours, where = self._formats.hours(other.start, other.end), places.get(other.place_id, "…")
        return self._("{title} at {place}, {hours}.", title=other.title, place=where, hours=hours)

    # --- a series before it is saved ---

    def preview(self, plan: Plan, kept: Iterable[date]) -> PreviewShown:
        """Say which dates are made and which are skipped, with why."""
        _ = self._
        ticked = set(kept) & {skip.day for skip in plan.skipped}
        made = sorted({*plan.made, *ticked})
        planned = _.plural("This makes {n} session", "This makes {n} sessions", len(made))
        skipped = len(plan.skipped) - len(ticked)
        left_out = _.plural("{n} date is skipped", "{n} dates are skipped", skipped)
        return PreviewShown(
            summary=f"{planned}, {left_out}" if skipped else planned,
            made=tuple(self._formats.short_day(day) for day in made),
            skipped=tuple(
                SkipShown(skip.day, _("{day}: {why}", day=self._formats.short_day(skip.day), why=self._why(skip.why)))
                for skip in plan.skipped
            ),
        )

    def _why(self, why: Iterable[DayOff]) -> str:
        reasons: dict[str, list[str]] = {}
        for off in why:
            reasons.setdefault(off.name, []).append(self.calendar(off.calendar))
        return "; ".join(f"{name} ({', '.join(whose)})" for name, whose in reasons.items())
