"""What the templates say and do. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Protocol

from meetingplace.domain import typed_text
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity, Function
from meetingplace.domain.templates import Template
from meetingplace.i18n import refusals
from meetingplace.i18n.words import function_name
from meetingplace.services import templates
from meetingplace.services.changes import Changes, Topic
from meetingplace.services.templates import TemplateLine, TemplatesBoard
from meetingplace.ui.kit.surroundings import Surroundings

FOLLOWS = frozenset({Topic.TEMPLATES, Topic.PLACES, Topic.TEAM, Topic.PARTNERS})
GoTo = Callable[[date, int | None], None]


@dataclass(frozen=True)
class TemplateShown:
    """A template in words; what is empty is not shown."""

    template_id: int
    title: str
    hours: str
    place: str
    has_place: bool
    team: str
    gone: str
    functions: tuple[tuple[Function, str], ...]
    spoken: str


@dataclass(frozen=True)
class FormShown:
    """What the forms about a template begin with and offer."""

    template: Template
    title: str
    place_id: int | None
    places: tuple[tuple[int | None, str], ...]
    team: tuple[tuple[int, str], ...]
    partners: tuple[tuple[int, str], ...]
    notice: str  # what the coordinator must know before; may be empty


class View(Protocol):
    """Shows the templates: the room and the shelf."""

    def show_templates(self, shown: tuple[TemplateShown, ...]) -> None:
        """Show these templates."""


class FormView(Protocol):
    """A form about a template."""

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field; what was typed stays."""

    def close_panel(self) -> None:
        """Close it: it is done."""


class Presenter:
    """Keeps the templates of the house."""

    def __init__(self, around: Surroundings, view: View, go_to: GoTo) -> None:
        """Show templates in a view; what is planned is brought into sight by `go_to`."""
        self._ = around.words
        self._around, self._view, self._go_to = around, view, go_to
        self._board = TemplatesBoard((), (), (), ())

    def refresh(self) -> None:
        """Ask the templates anew."""
        self._around.work.ask(templates.templates_board, then=self._show, slot="templates")

    def make(self, session_id: int) -> None:
        """Make a template of a session."""
        self._around.work.do(templates.make_from_session, session_id)

    def form(self, template_id: int) -> FormShown | None:
        """Say what a form about a template begins with; None when it was taken away meanwhile."""
        _ = self._
        line = next((one for one in self._board.lines if one.template.id == template_id), None)
        if line is None:
            return None
        none = [] if line.place else [(None, _("Choose a place…"))]
        return FormShown(
            template=line.template,
            title=line.template.title,
            place_id=line.place.id if line.place else None,
            places=(*none, *((place.id, place.name) for place in self._board.places)),
            team=tuple((member.id, member.name) for member in self._board.team),
            partners=tuple((partner.id, partner.name) for partner in self._board.partners),
            notice=self._gone(line),
        )

    def plan(self, template_id: int, day: date, start: time, place_id: int | None, form: FormView) -> None:
        """Plan a session from a template, and bring it into sight."""

        def planned(changes: Changes) -> None:
            form.close_panel()
            self._go_to(day, changes.made)

        def failed(refused: Refused) -> None:
            form.show_wrong("place" if refused.reason is Reason.PLACE_GONE else "", self.say(refused))

        self._around.work.do(templates.plan_from, template_id, day, start, place_id, then=planned, failed=failed)

    def save(self, template: Template, activity: Activity, form: FormView) -> None:
        """Write a template."""

        def failed(refused: Refused) -> None:
            form.show_wrong(_field(activity, refused), self.say(refused))

        def saved(_changes: Changes) -> None:
            form.close_panel()

        self._around.work.do(templates.change, template.id, template.version, activity, then=saved, failed=failed)

    def remove(self, template_id: int) -> None:
        """Take a template away."""
        form = self.form(template_id)
        if form:
            self._around.work.do(templates.remove, template_id, form.template.version)

    def say(self, refused: Refused) -> str:
        """Say a refusal."""
        return refusals.sentence(self._, refused, self._around.formats)

    def _show(self, board: TemplatesBoard) -> None:
        self._board = board
        self._view.show_templates(tuple(self._line(line) for line in board.lines))

    def _line(self, line: TemplateLine) -> TemplateShown:
        _, activity, formats = self._, line.template.activity, self._around.formats
        names = [*(one.name for one in line.team), *(one.name for one in line.partners)]
        hours = formats.hours(activity.start, activity.end)
        place = line.place.name if line.place else _("Its place is no longer used: you choose one when you plan it.")
        return TemplateShown(
            template_id=line.template.id,
            title=activity.title,
            hours=hours,
            place=place,
            has_place=line.place is not None,
            team=_("With {names}", names=formats.list_of(names)) if names else "",
            gone=self._gone(line),
            functions=tuple((function, function_name(_, function)) for function in activity.functions),
            spoken=", ".join((activity.title, hours, place)),
        )

    def _gone(self, line: TemplateLine) -> str:
        if not line.gone:
            return ""
        return self._("No longer there, so left out: {names}", names=self._around.formats.list_of(line.gone))


def _field(activity: Activity, refused: Refused) -> str:
    """Name the field that a refusal is about; empty when it is about the whole."""
    if refused.reason is Reason.NAME_MISSING:
        return "title"
    if refused.reason is Reason.TEXT_TOO_LONG:
        return "title" if len(activity.title) > typed_text.TITLE_LIMIT else "theme"
    return ""
