"""The filter of the planning in words, and what can be chosen. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from meetingplace.domain.sessions import Function
from meetingplace.domain.wanted import Wanted
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.words import exact_age, function_name
from meetingplace.services.filtering import FilterBoard
from meetingplace.ui.kit.surroundings import Surroundings

_YEARS = 12  # ages that may be chosen: children under twelve

Choices = tuple[tuple[object, str], ...]  # value and word; the first one asks nothing


@dataclass(frozen=True)
class FilterShown:
    """What can be chosen, and what is."""

    themes: Choices
    functions: Choices
    team: Choices
    languages: Choices
    ages: Choices
    wanted: Wanted


class FilterWording:
    """Says a filter."""

    def __init__(self, around: Surroundings) -> None:
        """Take the language."""
        self._, self._formats = around.words, around.formats

    def choices(self, board: FilterBoard, wanted: Wanted) -> FilterShown:
        """Say what can be chosen."""
        _, formats = self._, self._formats
        names = sorted((formats.language_name(code), code) for code in board.languages)
        return FilterShown(
            themes=(("", _("All themes")), *((theme, theme) for theme in board.themes)),
            functions=((None, _("All functions")), *((one, function_name(_, one)) for one in Function)),
            team=((None, _("The whole team")), *((member.id, member.name) for member in board.team)),
            languages=(("", _("All languages")), *((code, name) for name, code in names)),
            ages=((None, _("All ages")), *((months, _age(_, months)) for months in _ages())),
            wanted=wanted,
        )

    def said(self, board: FilterBoard, wanted: Wanted) -> str:
        """Say in words what is shown only."""
        _, formats = self._, self._formats
        member = next((one.name for one in board.team if one.id == wanted.member_id), "")
        parts = (
            wanted.theme,
            function_name(_, wanted.function) if wanted.function else "",
            member,
            formats.language_name(wanted.language) if wanted.language else "",
            _("for a child of {age}", age=_age(_, wanted.months)) if wanted.months is not None else "",
        )
        return _("Only: {what}", what=" · ".join(part for part in parts if part))


def still_there(board: FilterBoard, wanted: Wanted) -> Wanted:
    """Let fall away what is asked of somebody, a theme or a language that the house no longer has."""
    members = {member.id for member in board.team}
    return Wanted(
        place_id=wanted.place_id,
        theme=_kept(wanted.theme, board.themes),
        function=wanted.function,
        member_id=wanted.member_id if wanted.member_id in members else None,
        language=_kept(wanted.language, board.languages),
        months=wanted.months,
    )


def _kept(word: str, known: Sequence[str]) -> str:
    return word if word in known else ""


def _age(_: Translator, months: int) -> str:
    """Say an age in full, in whole years from two years on."""
    return exact_age(_, months if months < 24 else months // 12 * 12)


def _ages() -> list[int]:
    return [0, 6, *(year * 12 for year in range(1, _YEARS))]
