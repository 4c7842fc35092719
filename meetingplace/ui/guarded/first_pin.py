"""The first PIN: without one nobody could leave a guarded window again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from meetingplace.domain.refusals import Refused
from meetingplace.i18n.refusals import sentence
from meetingplace.services import upkeep
from meetingplace.services.changes import Changes
from meetingplace.services.upkeep import LONGEST_PIN
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.hidden import hidden_line
from meetingplace.ui.kit.surroundings import Surroundings


class FirstPinPanel(FormPanel):
    """Asks the host at this PC for a PIN, and goes on to the window once it is set."""

    def __init__(self, around: Surroundings, over: QWidget, member_id: int, go_on: Callable[[], object]) -> None:
        _ = around.words
        super().__init__(_("First a PIN"), over, _, _("Set a PIN"), width=480)
        self._around, self._member_id, self._go_on = around, member_id, go_on
        why = _("Parents cannot leave that screen. Only the PIN of somebody of the team leads out of it.")
        self.pin = hidden_line(longest=LONGEST_PIN)
        self.again = hidden_line(longest=LONGEST_PIN)
        self.form = Form(self)
        self.form.row("pin", _("New PIN"), self.pin, _("At least 4 digits."))
        self.form.row("again", _("Once more"), self.again)
        self.add(label(why, "", self, is_wrapped=True), self.form)
        self.add_verb()
        self.wanted.connect(self._set)
        self.open(self.pin)

    def _set(self) -> None:
        _, typed = self._, self.pin.text()
        if not typed:
            self._say("pin", _("Type at least 4 digits."))
        elif typed != self.again.text():
            self._say("again", _("This is not the same as above. Type it once more."))
        else:
            self._around.work.do(upkeep.set_pin, self._member_id, typed, then=self._go, failed=self._refuse)

    def _go(self, _changes: Changes) -> None:
        self.close_panel()
        self._go_on()

    def _refuse(self, refused: Refused) -> None:
        self._say("pin", sentence(self._, refused, self._around.formats))

    def _say(self, field: str, says: str) -> None:
        self.release()
        self.form.show_wrong(field, says)
