"""The signals of a session as a list, with the way to note one: a part of the panel for closing, and of its own."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from meetingplace.domain.refusals import Reason
from meetingplace.ui.arrivals.signals.form import SignalForm
from meetingplace.ui.arrivals.signals.presenter import FOLLOWS, Presenter
from meetingplace.ui.arrivals.signals.shown import FormShown, SignalShown, SignalsShown
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.layouts import clear, column, row
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.slip.panel import open_slip


class SignalsSection(QWidget):
    """What was noted of one session; it follows what others note."""

    def __init__(self, around: Surroundings, session_id: int, panel: Panel) -> None:
        """Stand in a panel, for as long as that is open."""
        super().__init__(panel)
        _ = self._ = around.words
        self._around, self._panel = around, panel
        self._form: SignalForm | None = None
        self._is_known = False
        self.presenter = Presenter(around, self, session_id)
        self.note = button(_("Note a signal"), "quiet", "lighthouse-on", self.presenter.begin, self)
        self._rows = column(spacing=8)
        box = column(self._rows, row(self.note, None), spacing=8)
        self.setLayout(box)
        panel.closed.connect(around.bulletin.follow(FOLLOWS, self.presenter.refresh))
        self.presenter.refresh()

    def show_signals(self, shown: SignalsShown) -> None:
        """Show the signals."""
        clear(self._rows)
        for one in shown.signals:
            self._rows.addWidget(self._row(one, shown.may_note))
        self.note.setEnabled(shown.may_note)
        self.updateGeometry()
        if self._is_known:  # what was noted a moment ago is seen
            self._panel.bring_into_sight(self.note)
        self._is_known = True

    def _row(self, shown: SignalShown, may_change: bool) -> QWidget:
        part = QWidget(self)
        words = column(label(shown.title, "strong", part, is_wrapped=True), spacing=2)
        if shown.line:
            words.addWidget(label(shown.line, "soft", part, is_wrapped=True))
        word, press = self._("Change"), partial(self.presenter.change, shown.signal_id)
        change = button(word, "text", "pencil-outline", press, part)
        change.setAccessibleName(f"{word}: {shown.title}")
        change.setEnabled(may_change)
        line = row(words, change)
        line.setStretch(0, 1)
        part.setLayout(line)
        return part

    def open_form(self, shown: FormShown) -> None:
        """Open the form over the panel."""
        presenter = self.presenter
        self._form = SignalForm(shown, self._, self._panel, presenter.save, presenter.remove, self._print_slip)
        self._form.closed.connect(self._let_go)

    def _print_slip(self, partner_id: int) -> None:
        open_slip(self._around, self._form or self._panel, partner_id)

    def _let_go(self) -> None:
        self._form = None

    def show_wrong(self, said: str, reason: Reason) -> None:
        """Say in the form why it was refused."""
        if self._form:
            self._form.show_wrong(said, reason)
        else:
            self._around.say(said)

    def close_form(self) -> None:
        """Close the form."""
        if self._form:
            self._form.close_panel()


def open_signals(around: Surroundings, over: QWidget, session_id: int) -> Panel:
    """Open the signals of a session over a screen."""
    _ = around.words
    panel = Panel(_("Signals"), over, _("Close"), width=620)
    says = _(
        "A worry that you saw or heard, without any person: no name, no family, no hour. It is only counted, so that "
        "the house knows what weighs on parents."
    )
    section = SignalsSection(around, session_id, panel)
    panel.add(label(says, "soft", panel, is_wrapped=True), section)
    panel.add_acts(None, button(_("Close"), "quiet", pressed=panel.close_panel))
    panel.open(section.note)
    return panel
