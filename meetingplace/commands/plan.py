"""The plan as a whole from the command line: printed for the team."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from meetingplace.commands import terminal
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.wanted import Wanted
from meetingplace.i18n.catalog import Translator
from meetingplace.services import files, plan_sheets, planning
from meetingplace.services.plan_sheets import PlanAsked, PlanKind, PlanPaper


def print_sheet(args: Namespace, _: Translator) -> int:
    """Make a sheet of the plan, in the language of the program; without a last day, of what lies around the first."""
    kind = PlanKind(args.kind)
    first, last = args.first, args.last
    if last is None:
        first, last = plan_sheets.period_of(kind, first)
    if last < first:
        raise Refused(Reason.END_BEFORE_START)
    with terminal.open_house(args, _):
        place_id = planning.place_named(args.place).id if args.place is not None else None
        asked = PlanAsked(kind, first, last, Wanted(place_id), PlanPaper(args.paper), _.language)
        files.save(args.out, plan_sheets.plan_sheet(asked, date.today()))
    print(args.out)
    return 0
