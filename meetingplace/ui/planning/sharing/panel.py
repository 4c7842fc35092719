"""The panel in which the plan is handed out as a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from meetingplace.domain.refusals import Refused
from meetingplace.domain.wanted import Wanted
from meetingplace.i18n import refusals
from meetingplace.services.sharing import Form
from meetingplace.ui.kit.cards import Notice, label
from meetingplace.ui.kit.fields import combo
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form as FieldForm
from meetingplace.ui.kit.moments import DateField
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.sharing.presenter import Asked, Presenter, SharingShown, Whom
from meetingplace.ui.planning.sight import HasSight, Sight


class SharingPanel(FormPanel):
    """Of whom, from when to when, in which form."""

    def __init__(self, around: Surroundings, over: QWidget, sight: Sight) -> None:
        """Open over the planning, with what it looks at."""
        _ = self._words = around.words
        super().__init__(_("Hand out the plan"), over, _, _("Save the file"), width=620)
        self._around = around
        self.presenter = Presenter(around, self, sight)
        self._which: dict[Whom, tuple[tuple[object, str], ...]] = {}
        self._is_filtered = False
        whom = [
            (Whom.ALL, _("All places")), (Whom.PLACE, _("One place")), (Whom.SERIES, _("One series")),
            (Whom.PERSON, _("One team member")),
        ]  # fmt: skip
        self.whom = combo(whom, Whom.ALL, self)
        self.which = combo([], None, self)
        today = around.clock().date()
        pick, language = _("Choose a day"), around.formats.language
        self.first = DateField(today, today, _("First day"), pick, language, self)
        self.last = DateField(today, today, _("Last day"), pick, language, self)
        forms = [
            (Form.ICS, _("Calendar (.ics): for a phone or another agenda")),
            (Form.XLSX, _("Spreadsheet (.xlsx): to look through and to change")),
            (Form.CSV, _("Plain table (.csv): for other programs")),
        ]
        self.form = combo(forms, Form.ICS, self)
        self._form = form = FieldForm(self)
        form.row("whom", _("Whose sessions"), self.whom)
        form.row("which", _("Which one"), self.which)
        form.side_by_side(("first", _("First day"), self.first), ("last", _("Last day"), self.last))
        form.row("form", _("Kind of file"), self.form)
        says = _(
            "Who gets a calendar again sees what moved and what does not go on. No contacts, no names of children."
        )
        self._filtered = Notice(_("Only what the filter of the planning lets through goes out."), "info", parent=self)
        self._filtered.hide()
        self.add(form, self._filtered, label(says, "soft", self, is_wrapped=True))
        self.add_verb()
        self.whom.currentIndexChanged.connect(lambda _index: self._show_which())
        self.wanted.connect(self._save)

    def show_choices(self, shown: SharingShown) -> None:
        """Show what can be chosen."""
        self._which = {Whom.PLACE: shown.places, Whom.SERIES: shown.series, Whom.PERSON: shown.people}
        self._is_filtered = shown.is_filtered
        self.first.show_day(shown.first)
        self.last.show_day(shown.last)
        self._show_which()
        self.begin_anew()

    def _show_which(self) -> None:
        choices = self._which.get(self.whom.currentData(), ())
        self.which.clear()
        for value, word in choices:
            self.which.addItem(word, value)
        self._form.field("which").setVisible(bool(choices))
        self._filtered.setVisible(self._is_filtered and self.whom.currentData() in (Whom.ALL, Whom.PLACE))

    def _save(self) -> None:
        self._form.clear_errors()
        days: list[date] = []
        for name, editor in (("first", self.first), ("last", self.last)):
            try:
                days.append(editor.day)
            except Refused as refused:
                self.show_wrong(name, refusals.sentence(self._words, refused, self._around.formats))
                return
        first, last = days
        asked = Asked(self.whom.currentData(), self.which.currentData(), first, last, self.form.currentData())
        self.presenter.save(asked)

    def ask_file(self, name: str, form: Form) -> None:
        """Ask where to save it; without an answer the panel stays."""
        kinds = f"*.{form.value}"
        chosen, _kind = QFileDialog.getSaveFileName(
            self, self._words("Hand out the plan"), str(Path.home() / name), kinds
        )
        self.release()
        if chosen:
            file = Path(chosen)
            self.presenter.write(file if file.suffix else file.with_suffix(f".{form.value}"))

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong, beside a field or under everything."""
        self.release()
        self._form.show_wrong(field, sentence)


def open_room(
    around: Surroundings, over: QWidget, go_to: Callable[[date, int | None], None], session_id: int | None = None
) -> None:
    """Open it over the planning, with what is looked at."""
    del go_to, session_id
    looking = getattr(over, "presenter", None)
    today = Sight("", around.clock().date(), Wanted(around.place.id))
    panel = SharingPanel(around, over, looking.sight if isinstance(looking, HasSight) else today)
    panel.open(panel.whom)
    panel.presenter.refresh()
