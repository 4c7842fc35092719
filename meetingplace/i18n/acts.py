"""The words for what was done: the sentence of the toast, and the name of an undo step."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from enum import Enum

from meetingplace.i18n import flyer_acts, voice_acts
from meetingplace.i18n.catalog import Translator, isolated_if_turned
from meetingplace.i18n.formats import Formats


def sentence(_: Translator, act: Enum, facts: Mapping[str, object]) -> str:
    """Say what was done: "Moon is in: 1 adult and 2 children". An act that was undone is said as such."""
    undone = facts.get("undone")
    if isinstance(undone, Enum):
        return _("Undone: {act}", act=undo_name(_, undone))
    facts = {**facts, "nickname": facts.get("nickname") or _("The guests")}  # unnamed people, perhaps without a group
    text = _sentences(_, facts)[act.name]
    return text.format_map(_Facts(_readable(facts, Formats(_.language))))


def undo_name(_: Translator, act: Enum) -> str:
    """Name an act in a few words, for the menu and the toast: "the arrival"."""
    return {
        "HOUSE_CHANGED": _("the change of the house"),
        "PLACE_ADDED": _("the new place"),
        "PLACE_CHANGED": _("the change of the place"),
        "PLACE_REMOVED": _("taking away the place"),
        "MEMBER_ADDED": _("the new team member"),
        "MEMBER_CHANGED": _("the change of the team member"),
        "MEMBER_REMOVED": _("taking away the team member"),
        "AWAY_ADDED": _("the new days away"),
        "AWAY_REMOVED": _("taking away the days away"),
        "PARTNER_ADDED": _("the new partner"),
        "PARTNER_CHANGED": _("the change of the partner"),
        "PARTNER_REMOVED": _("taking away the partner"),
        "SESSION_ADDED": _("the new session"),
        "SESSION_CHANGED": _("the change of the session"),
        "SESSION_MOVED": _("moving the session"),
        "SESSION_CANCELLED": _("the cancellation"),
        "SESSION_REINSTATED": _("planning the session again"),
        "SESSION_REMOVED": _("taking away the session"),
        "SESSION_CLOSED": _("closing the session"),
        "SESSION_REOPENED": _("opening the session again"),
        "SERIES_ADDED": _("the new series"),
        "SERIES_CHANGED": _("the change of the series"),
        "SERIES_CANCELLED": _("the cancellation of the series"),
        "SERIES_REMOVED": _("taking away the series"),
        "PLAN_IMPORTED": _("reading the plan"),
        "TEXTS_CHANGED": _("the change of the text"),
        "FAMILY_ADDED": _("the new family"),
        "FAMILY_CHANGED": _("the change of the family"),
        "FAMILY_REMOVED": _("taking away the family"),
        "FAMILIES_MERGED": _("making one family of two"),
        "FAMILIES_ARE_TWO": _("saying that they are two"),
        "FAMILY_FORGOTTEN": _("forgetting a family"),
        "CONTACT_WRITTEN": _("the contact"),
        "CONTACT_REMOVED": _("taking away the contact"),
        **voice_acts.names(_),
        **flyer_acts.names(_),
        "BACKUP_MADE": _("the back-up"),
        "UNDONE": _("the undo"),
        **_names_at_the_desk(_),
        **_names_in_the_plan(_),
    }[act.name]


def _names_at_the_desk(_: Translator) -> dict[str, str]:
    return {
        "FAMILY_ARRIVED": _("the arrival"),
        "GUESTS_ARRIVED": _("the arrival"),
        "VISIT_CHANGED": _("the change of the visit"),
        "FAMILY_LEFT": _("the leaving"),
        "FAMILY_BACK": _("the coming back"),
        "VISIT_REMOVED": _("taking away the visit"),
        "TALLY_CHANGED": _("the counting"),
        "TURNED_AWAY": _("the counting"),
        **_names_of_paper(_),
        "SIGNAL_ADDED": _("the new signal"),
        "SIGNAL_CHANGED": _("the change of the signal"),
        "SIGNAL_REMOVED": _("taking away the signal"),
    }


def _names_in_the_plan(_: Translator) -> dict[str, str]:
    return {
        "ENROLLED": _("the enrolment"),
        "ENROLMENT_CHANGED": _("the change of the enrolment"),
        "ENROLMENT_REMOVED": _("taking off the list"),
        "ENROLLED_CAME": _("the tick on the list"),
        "ENROLLED_NOT_THERE": _("taking the tick back"),
        "NOTICE_TOLD": _("noting that it was told"),
        "TEMPLATE_ADDED": _("the new template"),
        "TEMPLATE_CHANGED": _("the change of the template"),
        "TEMPLATE_REMOVED": _("taking away the template"),
        "TEMPLATE_USED": _("planning from the template"),
        "GOAL_ADDED": _("the new goal"),
        "GOAL_CHANGED": _("the change of the goal"),
        "GOAL_REMOVED": _("taking away the goal"),
        "GOALS_COPIED": _("copying the goals"),
        "GOAL_LINKED": _("linking to the goal"),
        "GOAL_UNLINKED": _("unlinking from the goal"),
        "DAYS_OFF_ADDED": _("the new days off"),
        "DAYS_OFF_CHANGED": _("the change of the days off"),
        "DAYS_OFF_REMOVED": _("taking away the days off"),
        "DAYS_OFF_CORRECTED": _("correcting the days off"),
        "DAYS_OFF_RESTORED": _("taking back the correction"),
        "DAYS_OFF_READ": _("reading the calendar file"),
    }


def _names_of_paper(_: Translator) -> dict[str, str]:
    return {
        "VISITS_IMPORTED": _("reading the visits"),
        "ROW_TYPED_IN": _("the row of the list"),
        "PAPER_LIST_PRINTED": _("noting the paper list"),
        "PAPER_LIST_TYPED_IN": _("finishing the paper list"),
        "PAPER_LIST_LAID_ASIDE": _("laying the paper list aside"),
    }


def _sentences_of_paper(_: Translator, facts: Mapping[str, object]) -> dict[str, str]:
    number = _count(facts, "number")
    return {
        "VISITS_IMPORTED": _.plural(
            "{file}: {n} visit was read.", "{file}: {n} visits were read.", number, file="{file}"
        ),
        "ROW_TYPED_IN": _("{nickname} is typed in."),
        "PAPER_LIST_PRINTED": _("{title}: the list waits to be typed in."),
        "PAPER_LIST_TYPED_IN": _("{title}: the list is typed in."),
        "PAPER_LIST_LAID_ASIDE": _("{title}: the list was not used."),
    }  # fmt: skip


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def _readable(facts: Mapping[str, object], formats: Formats) -> dict[str, str]:
    readable = {}
    for name, value in facts.items():
        if isinstance(value, time | datetime):
            readable[name] = formats.time(value)
        elif isinstance(value, date):
            readable[name] = formats.day(value)
        elif isinstance(value, tuple):
            readable[name] = formats.list_of([isolated_if_turned(str(part)) for part in value])
        else:
            readable[name] = isolated_if_turned(str(value.value if isinstance(value, Enum) else value))
    return readable


def _count(facts: Mapping[str, object], name: str) -> int:
    number = facts.get(name, 0)
    return number if isinstance(number, int) else 0


def _who(_: Translator, facts: Mapping[str, object]) -> str:
    children = _.plural("{n} child", "{n} children", _count(facts, "children"))
    adults = _.plural("{n} adult", "{n} adults", _count(facts, "adults"))
    return _("{adults} and {children}", adults=adults, children=children)


def _sentences_of_days_away(_: Translator, is_one_day: bool) -> dict[str, str]:
    if is_one_day:
        return {
            "AWAY_ADDED": _("{name} is away on {first}."),
            "AWAY_REMOVED": _("{name} is there after all on {first}."),
        }
    return {
        "AWAY_ADDED": _("{name} is away from {first} up to {last}."),
        "AWAY_REMOVED": _("{name} is there after all from {first} up to {last}."),
    }


def _sentences(_: Translator, facts: Mapping[str, object]) -> dict[str, str]:
    who = _who(_, facts)
    return {
        "HOUSE_CHANGED": _("The house was changed."),
        "PLACE_ADDED": _("{name} was added."),
        "PLACE_CHANGED": _("{name} was changed."),
        "PLACE_REMOVED": _("{name} is no longer used."),
        "MEMBER_ADDED": _("{name} was added."),
        "MEMBER_CHANGED": _("{name} was changed."),
        "MEMBER_REMOVED": _("{name} is no longer in the team."),
        **_sentences_of_days_away(_, facts.get("first") == facts.get("last")),
        "PARTNER_ADDED": _("{name} was added."),
        "PARTNER_CHANGED": _("{name} was changed."),
        "PARTNER_REMOVED": _("{name} is no longer used."),
        **_sentences_of_sessions(_, facts, who),
        "TEXTS_CHANGED": _("The text was saved."),
        "FAMILY_ADDED": _("{nickname} was added."),
        "FAMILY_CHANGED": _("{nickname} was changed."),
        "FAMILY_REMOVED": _("{nickname} was taken away."),
        "FAMILIES_MERGED": _("{nickname} and {other} are one family now."),
        "FAMILIES_ARE_TWO": _("{nickname} and {other} are two families."),
        "FAMILY_FORGOTTEN": _("The family was forgotten. The numbers stay."),
        "CONTACT_WRITTEN": _("The contact of {nickname} was saved."),
        "CONTACT_REMOVED": _("The contact of {nickname} was taken away."),
        "FAMILY_ARRIVED": _("{nickname} is in: ") + who,
        "GUESTS_ARRIVED": _("Guests are in: ") + who,
        "VISIT_CHANGED": _("{nickname} was changed."),
        "FAMILY_LEFT": _("{nickname} has left."),
        "FAMILY_BACK": _("{nickname} is in again."),
        "VISIT_REMOVED": _("The visit of {nickname} was taken away."),
        "TALLY_CHANGED": _("Counted."),
        "TURNED_AWAY": _("Turned away: {number}."),
        **_sentences_of_paper(_, facts),
        "SIGNAL_ADDED": _("The signal was noted."),
        "SIGNAL_CHANGED": _("The signal was changed."),
        "SIGNAL_REMOVED": _("The signal was taken away."),
        **voice_acts.sentences(_, _count(facts, "number")),
        **flyer_acts.sentences(_),
        "BACKUP_MADE": _("The back-up is ready and was checked."),
        "UNDONE": _("Undone."),
        **_sentences_of_the_plan(_, facts),
    }  # fmt: skip


def _sentences_of_sessions(_: Translator, facts: Mapping[str, object], who: str) -> dict[str, str]:
    return {
        "SESSION_ADDED": _("{title} is planned on {day}."),
        "SESSION_CHANGED": _("{title} was changed.") + _moved_up(_, facts),
        "SESSION_MOVED": _("{title} moved to {day}, {start}."),
        "SESSION_CANCELLED": _("{title} on {day} does not go on."),
        "SESSION_REINSTATED": _("{title} on {day} goes on after all."),
        "SESSION_REMOVED": _("{title} on {day} was taken away."),
        "SESSION_CLOSED": _("{title} is closed: ") + who + ".",
        "SESSION_REOPENED": _("{title} is open again."),
        "SERIES_ADDED": _.plural(
            "{title}: {n} session planned.", "{title}: {n} sessions planned.", _count(facts, "number"), title="{title}"
        ),
        "SERIES_CHANGED": _("The series {title} was changed.") + _what_stayed(_, facts) + _moved_up(_, facts),
        "PLAN_IMPORTED": _("The plan of {file} was read: {number} new, {changed} changed.") + _moved_up(_, facts),
        "SERIES_REMOVED": _.plural(
            "{title}: {n} session was taken away.",
            "{title}: {n} sessions were taken away.",
            _count(facts, "number"),
            title="{title}",
        )
        + _what_is_kept(_, facts),
        "SERIES_CANCELLED": _.plural(
            "{title}: {n} session does not go on.",
            "{title}: {n} sessions do not go on.",
            _count(facts, "number"),
            title="{title}",
        )
        + _what_stayed(_, facts),
    }


def _sentences_of_the_plan(_: Translator, facts: Mapping[str, object]) -> dict[str, str]:
    number = _count(facts, "number")
    return {
        "ENROLLED": _enrolled(_, facts),
        "ENROLMENT_CHANGED": _("{name} was changed."),
        "ENROLMENT_REMOVED": _("{name} is off the list.") + _moved_up(_, facts),
        "ENROLLED_CAME": _("{name} is in."),
        "ENROLLED_NOT_THERE": _("{name} is not in after all."),
        "NOTICE_TOLD": _("{title}: it was told."),
        "TEMPLATE_ADDED": _("“{title}” is a template now."),
        "TEMPLATE_CHANGED": _("The template “{title}” was changed."),
        "TEMPLATE_REMOVED": _("The template “{title}” was taken away."),
        "TEMPLATE_USED": _("{title} is planned on {day}.") + _left_out(_, facts),
        "GOAL_ADDED": _("The goal “{title}” was added."),
        "GOAL_CHANGED": _("The goal “{title}” was changed."),
        "GOAL_REMOVED": _("The goal “{title}” was taken away.") + _without_goal(_, number),
        "GOALS_COPIED": _.plural("{n} goal was copied to this school year.",
                                 "{n} goals were copied to this school year.", number),
        "GOAL_LINKED": _.plural("{n} session now works at “{title}”.", "{n} sessions now work at “{title}”.",
                                number, title="{title}"),
        "GOAL_UNLINKED": _.plural("{n} session no longer works at “{title}”.",
                                  "{n} sessions no longer work at “{title}”.", number, title="{title}"),
        "DAYS_OFF_ADDED": _("{name} stands in the calendar."),
        "DAYS_OFF_CHANGED": _("{name} was changed."),
        "DAYS_OFF_REMOVED": _("{name} was taken away."),
        "DAYS_OFF_CORRECTED": _("{name} was corrected. What you say counts."),
        "DAYS_OFF_RESTORED": _("{name}: the general rule counts again."),
        "DAYS_OFF_READ": _.plural("{file}: {n} new.", "{file}: {n} new.", number, file="{file}") if number
                         else _("{file}: nothing new, nothing was added twice."),
    }  # fmt: skip


def _enrolled(_: Translator, facts: Mapping[str, object]) -> str:
    said = _("{name} waits: every place is taken.") if facts.get("is_waiting") else _("{name} is enrolled.")
    return said + (" " + _("This first name stands twice on the list.") if facts.get("is_double") else "")


def _moved_up(_: Translator, facts: Mapping[str, object]) -> str:
    """Say who left the waiting list by the same act; nothing when nobody did."""
    names = facts.get("moved_up")
    if not isinstance(names, tuple) or not names:
        return ""
    said = _.plural(
        "{names} moves up from the waiting list.",
        "{names} move up from the waiting list.",
        len(names),
        names="{moved_up}",
    )
    return f" {said}"


def _left_out(_: Translator, facts: Mapping[str, object]) -> str:
    return " " + _("No longer there, so left out: {left_out}.") if facts.get("left_out") else ""


def _without_goal(_: Translator, number: int) -> str:
    if not number:
        return ""
    return " " + _.plural("{n} session has no goal now.", "{n} sessions have no goal now.", number)


def _what_stayed(_: Translator, facts: Mapping[str, object]) -> str:
    """Say what a change of a series did not touch, and why: what really happened, and exceptions made by hand."""
    said = ""
    if stayed := _count(facts, "stayed"):
        said += " " + _.plural(
            "{n} session stays as it was: it was held or people were registered.",
            "{n} sessions stay as they were: they were held or people were registered.",
            stayed,
        )
    if kept := _count(facts, "exceptions"):
        said += " " + _.plural("{n} exception keeps its day.", "{n} exceptions keep their day.", kept)
    return said


def _what_is_kept(_: Translator, facts: Mapping[str, object]) -> str:
    """Say what is left of a series that was taken away, and why."""
    stayed = _count(facts, "stayed")
    if not stayed:
        return ""
    return " " + _.plural(
        "{n} session stays: people came, are enrolled or told something there.",
        "{n} sessions stay: people came, are enrolled or told something there.",
        stayed,
    )
