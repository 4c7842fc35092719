"""The words about a plan that is read: what of a session differs, and why a row is unclear."""

from __future__ import annotations

from meetingplace.i18n.catalog import Translator
from meetingplace.services.plan_files.imported import Hint, Unclear


def plan_facts(_: Translator) -> dict[str, str]:
    """Name the facts of a session that may differ, by the names that a preview uses."""
    return {
        "day": _("the date"),
        "hours": _("the hours"),
        "place": _("the place"),
        "title": _("the title"),
        "state": _("whether it goes on"),
        "theme": _("the theme"),
        "functions": _("the functions"),
        "ages": _("the ages"),
        "languages": _("the languages"),
        "team": _("the team"),
        "partners": _("the partners"),
        "capacity": _("the room for children"),
        "entry": _("walk-in or sign up"),
        "price": _("the price"),
        "goal": _("the goal"),
        "reason": _("the reason"),
    }


def unclear_word(_: Translator, why: Unclear, words: str = "") -> str:
    """Say why a row is not taken over, with the words of the row that make it so."""
    return {
        Unclear.NO_TITLE: _("it has no title"),
        Unclear.NO_DATE: _("it has no date that can be read"),
        Unclear.NO_HOURS: _("it has no start and end on one day"),
        Unclear.END_BEFORE_START: _("it ends before it starts"),
        Unclear.NO_PLACE: _("its place is not known here"),
        Unclear.CANCELLED: _("it does not go on, and was never planned here"),
        Unclear.PROTECTED: _("it was held or people were registered, so it stays as it is"),
        Unclear.TOO_LONG: _("a text in it is too long"),
        Unclear.AGES: _("its youngest age is higher than its oldest"),
        Unclear.NUMBER: _("a number in it is too large"),
        Unclear.TWICE: _("it stands in the file twice"),
        Unclear.NO_PARTNER: _("“{name}” is no partner that is known here", name=words),
        Unclear.NO_GOAL: _("“{name}” is no goal of the action plan of that school year", name=words),
    }[why]


def hint_word(_: Translator, hint: Hint) -> str:
    """Say what of a row is passed over, though the row is taken over."""
    if hint.fact == "team":
        return _("“{name}” is not in the team here and is left out", name=hint.words)
    if hint.fact == "zone":
        return _("the time zone “{name}” is not known: its hours are read as hours here", name=hint.words)
    return _("{what}: “{words}” cannot be read and is passed over", what=plan_facts(_)[hint.fact], words=hint.words)
