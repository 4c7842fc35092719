"""The words about a plan that is read: what of a session differs, and why a row is unclear."""

from __future__ import annotations

from meetingplace.i18n.catalog import Translator
from meetingplace.services.plan_files.imported import Unclear


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
        "capacity": _("the room for children"),
    }


def unclear_word(_: Translator, why: Unclear) -> str:
    """Say why a row is not taken over."""
    return {
        Unclear.NO_TITLE: _("it has no title"),
        Unclear.NO_DATE: _("it has no date that can be read"),
        Unclear.NO_HOURS: _("it has no start and end on one day"),
        Unclear.END_BEFORE_START: _("it ends before it starts"),
        Unclear.NO_PLACE: _("its place is not known here"),
        Unclear.CANCELLED: _("it does not go on, and was never planned here"),
        Unclear.PROTECTED: _("it was held or people were registered, so it stays as it is"),
        Unclear.TOO_LONG: _("a text in it is too long"),
        Unclear.TWICE: _("it stands in the file twice"),
    }[why]
