"""The words of the planning screen: boards of the core in, ready-made texts out. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from meetingplace.domain.calendar import DayOff, DaysOff, Holiday
from meetingplace.domain.clashes import Clash, Hint
from meetingplace.domain.places import Place
from meetingplace.domain.recurrence import Plan, Weekly
from meetingplace.domain.refusals import Refused
from meetingplace.domain.sessions import Session, SessionState
from meetingplace.domain.voices import Voice
from meetingplace.i18n import phrases, refusals
from meetingplace.i18n.catalog import Translator, translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import function_name, session_state_name
from meetingplace.services.timetable import HoursBoard, ListBoard, Planned, SessionBoard
from meetingplace.ui.planning.shown import (
    ActShown,
    BandShown,
    BlockShown,
    DetailsShown,
    EmptyShown,
    FactShown,
    HeadShown,
    HoursShown,
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
        self._ = words
        self._formats = formats

    def refusal(self, refused: Refused) -> str:
        """Say a refusal."""
        return refusals.sentence(self._, refused, self._formats)

    # --- hours: a week, or a day by place ---

    def week(self, board: HoursBoard, now: datetime) -> HoursShown:
        """Say a week, a column a day."""
        today = (now.date() - board.first).days
        is_now = 0 <= today < 7
        return HoursShown(
            line=self._("week {number}", number=board.first.isocalendar().week),
            period=self.period(board.first, board.last, now.year),
            heads=tuple(self._head(board, board.first + timedelta(days=number)) for number in range(7)),
            bands=tuple(self._band(board.first, holiday) for holiday in board.holidays),
            blocks=tuple(
                self._block(planned, (planned.session.day - board.first).days, planned.place_name)
                for planned in board.planned
            ),
            now=now.time() if is_now else None,
            now_columns=(today,) if is_now else (),
            hours=self._hours,
        )

    def day(self, board: HoursBoard, now: datetime) -> HoursShown:
        """Say one day, a column a place; holidays lie over all of them."""
        places = self.places_of_day(board)
        column = {place.id: number for number, place in enumerate(places)}
        head, is_now = self._head(board, board.first), board.first == now.date()
        return HoursShown(
            line=self._("week {number}", number=board.first.isocalendar().week),
            period=self._formats.full_day(board.first),
            heads=tuple(replace(head, word=place.name, number="", spoken=place.name) for place in places),
            bands=tuple(
                replace(self._band(board.first, holiday), first=0, last=len(places) - 1) for holiday in board.holidays
            ),
            blocks=tuple(
                self._block(planned, column[planned.session.activity.place_id], self._theme_or_team(planned))
                for planned in board.planned
            ),
            now=now.time() if is_now else None,
            now_columns=tuple(range(len(places))) if is_now else (),
            hours=self._hours,
        )

    @staticmethod
    def places_of_day(board: HoursBoard) -> tuple[Place, ...]:
        """List the places that have a column: those in use, and those where something goes on that day."""
        used = {planned.session.activity.place_id for planned in board.planned}
        found = tuple(place for place in board.places if place.is_active or place.id in used)
        return found or board.places

    @staticmethod
    def _theme_or_team(planned: Planned) -> str:
        return ", ".join(member.name for member in planned.team) or planned.session.activity.theme

    @property
    def _hours(self) -> tuple[str, ...]:
        return tuple(self._formats.time(time(hour)) for hour in range(24))

    def period(self, first: date, last: date, year: int) -> str:
        """Say a period; the year is said when it is another one, or when it changes."""
        formats = self._formats
        if first.year == last.year:
            days = formats.day_range(first, last)
            return days if first.year == year else f"{days} {first.year}"
        return f"{formats.day_of_month(first)} {first.year} – {formats.day_of_month(last)} {last.year}"

    def _head(self, board: HoursBoard, day: date) -> HeadShown:
        closed = ", ".join(off.name for off in board.public if off.day == day)
        schools = [holiday.name for holiday in board.holidays if holiday.first <= day <= holiday.last]
        return HeadShown(
            word=self._formats.weekday_short(day),
            number=str(day.day),
            is_today=day == board.today,
            is_weekend=day.weekday() >= 5,
            closed=closed,
            spoken=", ".join(part for part in (self._formats.day(day), closed, *schools) if part),
        )

    def _band(self, monday: date, holiday: Holiday) -> BandShown:
        days = self._formats.day_range(holiday.first, holiday.last)
        is_one_day = holiday.first == holiday.last
        return BandShown(
            calendar=holiday.calendar,
            first=max(0, (holiday.first - monday).days),
            last=min(6, (holiday.last - monday).days),
            words=(holiday.name,) if is_one_day else (f"{holiday.name} {days}", holiday.name),
        )

    def _block(self, planned: Planned, column: int, under: str) -> BlockShown:
        session, activity = planned.session, planned.session.activity
        start, end = (self._formats.time(moment).replace("\u00a0", "") for moment in (activity.start, activity.end))
        state = "" if session.state is SessionState.PLANNED else session_state_name(self._, session.state)
        hints = [
            self.clash(clash, {member.id: member.name for member in planned.team}, {})[0] for clash in planned.clashes
        ]
        said = (
            self._formats.day(session.day), self._formats.hours(activity.start, activity.end), activity.title,
            planned.place_name, state, session.reason, *hints,
        )  # fmt: skip
        return BlockShown(
            session_id=session.id,
            column=column,
            start=activity.start,
            end=activity.end,
            hours=(f"{start}–{end}", start),
            title=activity.title,
            under=under,
            function=next(iter(activity.functions), None),
            state=session.state,
            has_hint=bool(planned.clashes),
            may_move=not planned.is_protected and session.state is SessionState.PLANNED,
            spoken=", ".join(part for part in said if part),
        )

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
        for voice in board.voices:
            yield FactShown("comment-quote-outline", *self.voice(voice))
        if activity.theme:
            yield FactShown("lightbulb-outline", activity.theme)
        if board.partners:
            names = ", ".join(partner.name for partner in board.partners)
            yield FactShown("handshake-outline", names, _("partner") if len(board.partners) == 1 else _("partners"))
        for off in board.days_off:
            yield FactShown("calendar-star", off.name, self.calendar(off.calendar))

    def _acts(self, board: SessionBoard) -> Iterable[ActShown]:
        _, session = self._, board.planned.session
        if session.state is SessionState.CANCELLED:
            yield ActShown("reinstate", _("Goes on after all"), "calendar-check")
            yield ActShown("remove", _("Take away"), "trash-can-outline")
            return
        if session.state is SessionState.PLANNED:
            yield ActShown("change", _("Change"), "pencil-outline")
            yield ActShown("repeat", _("Add dates") if board.series else _("Repeat"), "repeat")
        yield ActShown("copy", _("Copy"), "content-copy", is_rare=True)
        yield ActShown("flyer", _("Flyer"), "newspaper-variant-outline")
        yield ActShown("desk", _("Arrivals"), "door-open")
        if board.series:
            yield ActShown("series_flyer", _("Flyer of the series"), "newspaper-variant-outline", is_rare=True)
        if not board.planned.is_protected:
            yield ActShown("cancel", _("Does not go on…"), "", "danger")

    def _coming(self, coming: tuple[date, ...]) -> str:
        if not coming:
            return self._("the last one")
        until = self._formats.day_of_month(coming[-1])
        return self._.plural("{n} more, until {day}", "{n} more, until {day}", len(coming), day=until)

    def rule(self, rule: Weekly) -> str:
        """Say when a series repeats: "Every Tuesday"."""
        words = phrases.recurrence(translator("paper", self._formats.language), rule.weekdays, rule.every)
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
        }[calendar]

    def clash(self, clash: Clash, names: Mapping[int, str], places: Mapping[int, str]) -> tuple[str, str]:
        """Say a hint: in a few words, and in a sentence with a way out; names of members and places by their ids."""
        _ = self._
        if clash.hint is Hint.TOO_FEW_HOSTS:
            return _.plural("{n} host too few", "{n} hosts too few", clash.missing), ""
        if clash.hint is Hint.DAY_OFF:
            return _("Public holiday: {name}", name=clash.day_off.name if clash.day_off else ""), ""
        free = _("Free from {time}.", time=self._formats.time(clash.free_from)) if clash.free_from else ""
        other = self._said(clash.other, places)
        if clash.hint is Hint.PLACE_TAKEN:
            return _("The place is taken"), f"{other} {free}".strip()
        return _("{name} is asked twice", name=names.get(clash.member_id or 0, "…")), f"{other} {free}".strip()

    def _said(self, other: Session | None, places: Mapping[int, str]) -> str:
        if other is None:
            return ""
        hours = self._formats.hours(other.activity.start, other.activity.end)
        where = places.get(other.activity.place_id, "…")
        return self._("{title} at {place}, {hours}.", title=other.activity.title, place=where, hours=hours)

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
