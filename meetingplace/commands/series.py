"""A new series from the command line: by weekday, by weekday of the month, or on picked dates."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from datetime import timedelta

from meetingplace.commands import terminal
from meetingplace.domain.calendar import DayOff
from meetingplace.domain.places import Place
from meetingplace.domain.recurrence import LONGEST, Monthly, Picked, Plan, Rule, Weekly
from meetingplace.domain.sessions import Activity
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import planning, series
from meetingplace.services.series import Repeats


def add(args: Namespace, _: Translator) -> int:
    """Plan a series and print the dates made and the dates skipped, with why."""
    _must_be_whole(args, _)
    repeats = Repeats(_rule(args), tuple(dict.fromkeys(args.skip_holidays)), tuple(args.keep), args.number)
    with terminal.open_house(args, _):
        place = planning.place_named(args.place)
        activity = _activity(args, place)
        plan = series.preview(repeats, place.id, _.language)
        changes = series.plan(activity, repeats)
    skipped = [{"date": skip.day.isoformat(), "why": _why(skip.why)} for skip in plan.skipped]
    facts = {"id": str(changes.made), "made": [day.isoformat() for day in plan.made], "skipped": skipped}
    terminal.tell(args, facts, _lines(_, plan))
    return 0


def _must_be_whole(args: Namespace, _: Translator) -> None:
    """Complain of a rule that has no beginning or no end, and of picked dates beside a rule."""
    if args.dates is not None:
        beside = {"--from": args.first, "--to": args.last, "--monthly": args.monthly, "--number": args.number}
        for option in (option for option, typed in beside.items() if typed is not None):
            args.complain(f"{option}: " + _("this does not go together with %s") % "--dates")
        return
    if args.first is None:
        args.complain(_("this is missing: %s") % "--from")
    if args.last is None and args.number is None:
        args.complain(_("this is missing: %s") % "--to")


def _rule(args: Namespace) -> Rule:
    """Read the rule; without a last day the number of sessions ends it."""
    if args.dates is not None:
        return Picked(tuple(args.dates))
    last = args.last or args.first + timedelta(days=LONGEST)
    if args.monthly is not None:
        return Monthly(args.weekdays, args.monthly, args.first, last, args.every)
    return Weekly(args.weekdays, args.first, last, args.every)


def _activity(args: Namespace, place: Place) -> Activity:
    return Activity(
        args.title,
        place.id,
        args.start,
        args.end,
        functions=tuple(dict.fromkeys(args.function)),
        languages=place.languages,
        capacity=place.capacity if args.capacity is None else args.capacity,
        team=tuple(dict.fromkeys(planning.member_named(name).id for name in args.team)),
    )


def _lines(_: Translator, plan: Plan) -> list[str]:
    formats = Formats(_.language)
    made = [f"  + {formats.full_day(day)}" for day in plan.made]
    skipped = [f"  - {formats.full_day(skip.day)}: {_why(skip.why)}" for skip in plan.skipped]
    return [_.plural("{n} session is planned", "{n} sessions are planned", len(plan.made)), *made, *skipped]


def _why(days_off: Sequence[DayOff]) -> str:
    return ", ".join(dict.fromkeys(off.name for off in days_off))
