"""The words of the planning screen: boards of the core in, ready-made texts out. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from meetingplace.domain.calendar import DayOff, DaysOff
from meetingplace.domain.clashes import Clash, Hint
from meetingplace.domain.recurrence import Plan, Rule
from meetingplace.domain.refusals import Refused
from meetingplace.domain.series_dates import Departure, Usual, departure_of
from meetingplace.domain.sessions import Brief
from meetingplace.domain.voices import Voice
from meetingplace.i18n import phrases, refusals
from meetingplace.i18n.catalog import Translator, translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import session_state_name
from meetingplace.services.timetable import ListBoard, Planned
from meetingplace.ui.planning.shown import EmptyShown, ListShown, PreviewShown, RowShown, SkipShown

_LONGEST_QUOTE = 140  # characters of a voice beside a session; the whole of it is under Voices


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

    def first_step(self, has_places: bool, is_anything_planned: bool) -> EmptyShown | None:
        """Say what this screen is and what comes first in a house without places or sessions."""
        _ = self._
        if not has_places:
            sentence = _("A session is held somewhere. Say first where parents come.")
            return EmptyShown(_("No place yet"), sentence, _("Add a place"))
        if not is_anything_planned:
            sentence = _("Here stands what goes on at your places: one session, or every week the same.")
            return EmptyShown(_("Nothing planned yet"), sentence, _("Plan the first session"))
        return None

    # --- rules, voices, holidays and hints ---

    def rule(self, rule: Rule) -> str:
        """Say when a series repeats: "Every Tuesday"."""
        words = phrases.recurrence(translator("paper", self._formats.language), rule)
        return words[:1].upper() + words[1:]

    def exception(self, session: Brief, usual: Usual | None) -> str:
        """Say in what a session is not as its series; a cancelled one says its reason already."""
        _, formats = self._, self._formats
        departure = departure_of(session, usual) if usual else None
        if departure is Departure.ADDED:
            return _("Added to the series by hand")
        if departure is Departure.KEPT:
            return _("On a day off that the series skips")
        if usual is None or departure is not Departure.MOVED:
            return ""
        if session.rule_day is not None and session.day != session.rule_day:
            return _("Moved from {day}", day=formats.day(session.rule_day))
        if (session.start, session.end) != (usual.start, usual.end):
            return _("The series is at other hours: {hours}", hours=formats.hours(usual.start, usual.end))
        return _("The series is at another place")

    def voice(self, voice: Voice) -> tuple[str, str]:
        """Say from which voice a session came, with the parent's own words."""
        words = " ".join(voice.words.split())
        quote = words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
        return self._("From voice {number}", number=voice.id), self._("“{words}”", words=quote) if quote else ""

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
