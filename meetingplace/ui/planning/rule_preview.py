"""The dates of a rule while it is being chosen: made, skipped with why, or why there are none. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from meetingplace.domain.recurrence import Plan
from meetingplace.domain.refusals import Refused
from meetingplace.domain.sessions import Series
from meetingplace.services import series
from meetingplace.services.series import Repeats
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.shown import PreviewShown
from meetingplace.ui.planning.view import View
from meetingplace.ui.planning.wording import Wording


class RulePreview:
    """Asks what a rule gives; dates that are kept are added to it here, so that their ticks stay."""

    def __init__(self, around: Surroundings, view: View, wording: Wording) -> None:
        """Show on a view, in these words."""
        self._around, self._view, self._wording = around, view, wording
        self._kept: tuple[date, ...] = ()

    def ask(self, repeat: Repeats | Refused, of: Series | None) -> None:
        """Ask the dates of a rule, or of a series that goes on."""
        if isinstance(repeat, Refused):
            self._refuse(repeat)
            return
        self._kept = repeat.kept
        language = self._around.formats.language
        if of:
            question: tuple[object, ...] = (series.preview_extension, of.id, repeat.rule.last_day, language)
        else:
            question = (series.preview, replace(repeat, kept=()), self._around.place.id, language)
        ask: Callable[..., None] = self._around.work.ask
        ask(*question, then=self._show, failed=self._refuse, slot="preview")

    def _show(self, plan: Plan) -> None:
        self._view.show_preview(self._wording.preview(plan, self._kept))

    def _refuse(self, refused: Refused) -> None:
        self._view.show_preview(PreviewShown("", (), (), self._wording.refusal(refused)))
