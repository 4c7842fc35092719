"""The panels of the planning screen, one at a time: the form of a session, repeating, cancelling, details."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from meetingplace.domain.refusals import Refused
from meetingplace.i18n import refusals
from meetingplace.ui.kit.buttons import MenuButton, button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.text import on_button
from meetingplace.ui.planning.cancel_form import CancelForm
from meetingplace.ui.planning.details import Details
from meetingplace.ui.planning.editing import Editing
from meetingplace.ui.planning.ending import Ending
from meetingplace.ui.planning.repeat_form import RepeatForm
from meetingplace.ui.planning.session_form import SessionForm, scopes
from meetingplace.ui.planning.shown import CancelShown, DetailsShown, PreviewShown
from meetingplace.ui.planning.typed import FormShown, RepeatShown

_WIDE, _MIDDLE, _SMALL = 860, 640, 560  # px at 100 %


class Panels:
    """What is open over the planning."""

    def __init__(self, around: Surroundings, over: QWidget, editing: Editing, ending: Ending) -> None:
        """Open panels over a screen; what is typed goes to `editing`, or to `ending` when something ends."""
        self._around, self._over, self._editing, self._ending = around, over, editing, ending
        self._ = around.words
        self.panel: Panel | None = None
        self.session: SessionForm | None = None
        self.repeat: RepeatForm | None = None
        self.cancel: CancelForm | None = None
        self._details: Details | None = None
        self._act: Callable[[str], None] | None = None

    # --- opening and closing ---

    def _hold(self, panel: Panel, *parts: QWidget) -> None:
        """Show one panel at a time."""
        self.close()
        panel.closed.connect(lambda: self._forget(panel))
        panel.add(*parts)
        self.panel = panel

    def close(self) -> None:
        """Close what is open."""
        if self.panel is not None:
            self.panel.close_panel()

    def _forget(self, panel: Panel) -> None:
        if self.panel is panel:
            self.panel = self.session = self.repeat = self.cancel = self._details = None

    def open_form(self, shown: FormShown) -> None:
        """Open the form of a session."""
        _ = self._
        form = SessionForm(self._around, shown, self._say)
        panel = FormPanel(shown.title, self._over, _, shown.save, _WIDE)
        self._hold(panel, form)
        self.session, self.repeat = form, form.repeat
        form.preview_wanted.connect(lambda: self._editing.preview(form.repeat.read_or_refusal(), False))
        panel.wanted.connect(self._save)
        panel.add_verb(*([self._remove(shown)] if shown.can_remove else []))
        panel.open(form.title)

    def _remove(self, shown: FormShown) -> QWidget:
        """Offer to take the session away; in a series also those that follow, or all."""
        word = self._("Take away")
        if not shown.can_follow:
            return button(word, "danger", "trash-can-outline", self._ending.remove)
        made = MenuButton(word, "trash-can-outline")
        for scope, choice in scopes(self._).items():
            chosen = QAction(on_button(choice), made.choices)
            chosen.triggered.connect(partial(self._ending.remove, scope))
            made.choices.addAction(chosen)
        return made

    def open_repeat(self, shown: RepeatShown) -> None:
        """Open the form that repeats a session, or goes on with its series."""
        form = RepeatForm(self._around, lambda: shown.first, shown.weekday, shown.until, shown.is_extension)
        panel = FormPanel(shown.title, self._over, self._, shown.save, _MIDDLE)
        self._hold(panel, label(shown.sentence, "soft", is_wrapped=True), form)
        self.repeat = form
        form.changed.connect(lambda: self._editing.preview(form.read_or_refusal(), shown.is_extension))
        panel.wanted.connect(self._save_repeat)
        panel.add_verb()
        panel.open(form.until)
        self._editing.preview(form.read_or_refusal(), shown.is_extension)

    def open_cancel(self, shown: CancelShown) -> None:
        """Ask why a session does not go on."""
        form = CancelForm(self._, shown)
        panel = FormPanel(shown.title, self._over, self._, self._("Does not go on"), _SMALL, "danger")
        self._hold(panel, form)
        self.cancel = form
        panel.wanted.connect(self._save_cancel)
        panel.add_verb()
        panel.open(form.reason)

    def open_details(self, act: Callable[[str], None]) -> None:
        """Show the session that is chosen next in a panel, as soon as it is known."""
        self.close()
        self._act = act

    def refresh_details(self, shown: DetailsShown | None) -> None:
        """Show the session that is now known, if a panel waits for it."""
        act, self._act = self._act, None
        if shown is None or act is None:
            return
        details = Details(self._, shown, False)
        panel = Panel(shown.title, self._over, self._("Close"), _SMALL)
        self._hold(panel, details)
        self._details = details
        panel.add_acts(details.acts)
        details.act.connect(lambda _name: panel.close_panel())
        details.act.connect(act)
        panel.open(details)

    # --- saving ---

    def _save(self) -> None:
        typed = self.session.read() if self.session else None
        if typed is None:
            self._release()
        else:
            self._editing.save(typed)

    def _save_repeat(self) -> None:
        read = self.repeat.read_or_refusal() if self.repeat else None
        if isinstance(read, Refused):
            self.show_wrong("until", self._say(read))
        elif read is not None:
            self._editing.save_repeat(read)

    def _save_cancel(self) -> None:
        if self.cancel:
            self._ending.save_cancel(self.cancel.reason.text(), self.cancel.rest.isChecked())

    # --- answers ---

    def show_preview(self, shown: PreviewShown) -> None:
        """Show the dates of a rule in the open form."""
        if self.repeat:
            self.repeat.show_preview(shown)

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong in the open form; without one, in the toast."""
        self._release()
        if self.session:
            self.session.show_wrong(field, sentence)
        elif self.cancel:
            self.cancel.show_wrong(field, sentence)
        elif self.repeat:
            self.repeat.show_wrong(sentence)
        else:
            self._around.say(sentence)

    def _release(self) -> None:
        if isinstance(self.panel, FormPanel):
            self.panel.release()

    def _say(self, refused: Refused) -> str:
        return refusals.sentence(self._, refused, self._around.formats)
