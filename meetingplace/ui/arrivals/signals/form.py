"""The form in which a signal is noted: where the situation stands, about what, and what was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from meetingplace.domain.refusals import Reason
from meetingplace.domain.signals import Done, Signal
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.words import done_name
from meetingplace.ui.arrivals.desk_panel import DeskPanel
from meetingplace.ui.arrivals.signals.shown import FormShown
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Notice, label
from meetingplace.ui.kit.fields import Ticks, combo, line_edit
from meetingplace.ui.kit.layouts import Flow, column, row
from meetingplace.ui.kit.pick import Pick


class SignalForm(DeskPanel):
    """One signal, without any person.

    `save` is called with the signal as typed, `remove` with the one that was noted, `print_slip` with a partner.
    """

    about = {Reason.TEXT_TOO_LONG: "theme", Reason.NOT_FOUND: "partner"}

    def __init__(
        self,
        shown: FormShown,
        words: Translator,
        over: QWidget,
        save: Callable[[Signal], object],
        remove: Callable[[Signal], object],
        print_slip: Callable[[int], object],
    ) -> None:
        _ = words
        signal = shown.signal
        super().__init__(_("Signal") if signal.id else _("Note a signal"), words, over, _("Save"))
        self._shown, self._save, self._print_slip = shown, save, print_slip
        self.situation = Pick([(one.situation, one.word) for one in shown.situations], signal.situation)
        self.meaning = label("", "soft", self, is_wrapped=True)
        self.reminder = Notice("", "wait", "hand-heart-outline", self)
        self.theme = line_edit(signal.theme, suggestions=shown.themes)
        self.done = Ticks([(done, done_name(_, done)) for done in Done], signal.done)
        self.partner = combo([(0, _("somewhere else")), *shown.partners], signal.partner_id or 0)
        self.slip = button(_("Print a slip"), "quiet", "printer-outline", self._want_slip, self)
        self.remove = button(_("Remove"), "danger", "trash-can-outline", partial(remove, signal), self)
        self.remove.setVisible(bool(signal.id))
        self._build()
        self._wire()
        self._explain(signal.situation)
        self._offer_partner()
        self.open(self.situation)

    def _build(self) -> None:
        _ = self._
        meaning = QWidget(self)
        meaning.setLayout(column(self.situation, self.meaning, self.reminder, spacing=8))
        self.form.row("situation", _("Where does the situation stand?"), meaning)
        about = QWidget(self)
        picks = Flow(about)
        for theme in self._shown.themes:
            picks.flow.addWidget(button(theme, "quiet", pressed=partial(self.theme.setText, theme), parent=picks))
        about.setLayout(column(self.theme, picks, spacing=8))
        about.setFocusProxy(self.theme)
        picks.setVisible(bool(self._shown.themes))
        hint = _("A few words: sleep, eating, a home. No name, and nothing that tells who it is.")
        self.form.row("theme", _("What is it about?"), about, hint)
        self.form.row("done", _("What did you do?"), self.done)
        partner = QWidget(self)
        partner.setLayout(row(self.partner, self.slip, spacing=12))
        partner.setFocusProxy(self.partner)
        partner.layout().setStretch(0, 1)  # type: ignore[union-attr]
        self.form.row("partner", _("Referred to"), partner)
        self.add_verb(self.remove)

    def _wire(self) -> None:
        self.situation.chosen.connect(self._explain)
        self.done.changed.connect(self._offer_partner)
        self.partner.activated.connect(lambda _index: self._offer_partner())
        self.wanted.connect(lambda: self._save(self.typed))

    @property
    def typed(self) -> Signal:
        """Give the signal as it was typed."""
        signal, situation = self._shown.signal, self.situation.on
        return replace(
            signal,
            situation=next(one.situation for one in self._shown.situations if one.situation is situation),
            theme=self.theme.text(),
            done=tuple(done for done in self.done.on if isinstance(done, Done)),
            partner_id=self.partner.currentData() or None,
        )

    def _explain(self, situation: object) -> None:
        shown = next(one for one in self._shown.situations if one.situation is situation)
        self.meaning.setText(shown.meaning)
        self.reminder.sentence.setText(shown.reminder)
        self.reminder.setVisible(bool(shown.reminder))

    def _offer_partner(self) -> None:
        partner = self.form.field("partner")
        is_asked = Done.REFERRED in self.done.on
        if is_asked and partner.isHidden():
            self.bring_into_sight(partner)
        partner.setVisible(is_asked)
        self.slip.setEnabled(bool(self.partner.currentData()))

    def _want_slip(self) -> None:
        self._print_slip(int(self.partner.currentData()))
