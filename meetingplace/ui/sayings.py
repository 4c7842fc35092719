"""What the window says in the toast: what was done, why not, how to take it back; and the lane in which it lies."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from meetingplace.domain.refusals import Refused
from meetingplace.i18n import acts, refusals
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats
from meetingplace.services.changes import Act, Changes, Undo
from meetingplace.ui.kit import theme
from meetingplace.ui.kit.header import SavedSign
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.screen import MARGIN
from meetingplace.ui.kit.toast import MARGIN as UNDER, Toast
from meetingplace.ui.kit.work import Work
from meetingplace.ui.stage import Stage

_NAMES = ("nickname", "name", "title")  # the fact that stands out in a toast
_WIDEST = 814  # px at 100 %
_ABOVE = 12  # px between the toast and what lies over it


class Sayings:
    """The toast of one window, over the screen that is in sight."""

    def __init__(self, words: Translator, formats: Formats, work: Work, stage: Stage, workplace: QWidget) -> None:
        """Say nothing yet."""
        self._, self._formats, self._work, self._stage, self._workplace = words, formats, work, stage, workplace
        self.toast = Toast(words("Undo"), words("Close"), workplace)
        self.toast.lie_over(self._lane)
        self.toast.shown.connect(self.make_room)

    def say(
        self,
        text: str,
        undo: Undo | None = None,
        act_word: str = "",
        act: Callable[[], object] | None = None,
        strong: str = "",
    ) -> None:
        """Say a sentence, perhaps with Undo and one more act."""
        self._come_forward()
        self.toast.say(text, partial(self._work.undo, undo) if undo else None, act_word, act, strong=strong)

    def say_act(self, changes: Changes) -> None:
        """Say what was done, with the way back."""
        text = acts.sentence(self._, changes.act, changes.facts)
        if changes.act is Act.UNDONE:
            self.say(text, act_word=self._("Do it again"), act=self._work.redo)
            return
        strong = next((str(changes.facts[name]) for name in _NAMES if changes.facts.get(name)), "")
        self.say(text, changes.undo, strong=strong)

    def say_refusal(self, refused: Refused) -> None:
        """Say why something was not done."""
        self._come_forward()
        self.toast.say(self.sentence(refused), is_refusal=True)

    def sentence(self, refused: Refused) -> str:
        """Give the sentence of a refusal."""
        return refusals.sentence(self._, refused, self._formats)

    def fill_sign(self, sign: SavedSign) -> None:
        """Put the acts that can be undone, or done again, into the menu of the sign in the header."""
        history = self._work.history
        undo, redo = (acts.undo_name(self._, act) if act else "" for act in (history.next_undo, history.next_redo))
        sign.offer(undo, redo, self._work.undo, self._work.redo)

    def make_room(self, is_shown: bool | None = None) -> None:
        """Let the screen in sight, or the panel over it, keep free what the toast lies over."""
        is_shown = self.toast.isVisible() if is_shown is None else is_shown
        free = self.toast.height() + UNDER + _ABOVE if is_shown else 0
        screen, over = self._stage.screen_in_sight, self.toast.parentWidget()
        if isinstance(over, Panel):
            over.keep_free(free)
        if screen is not None:
            screen.keep_free(0 if isinstance(over, Panel) else free)
        self.toast.place()

    def _come_forward(self) -> None:
        """Lie over the panel in front, while one is open: what lies behind its veil cannot be pressed."""
        panels = [panel for panel in self._workplace.window().findChildren(Panel) if panel.is_open]
        over = panels[-1] if panels else self._workplace
        if self.toast.parentWidget() is over:
            return
        is_shown = not self.toast.isHidden()
        self.toast.setParent(over)
        if panels:
            panels[-1].closed.connect(self._come_forward)
        self.toast.setVisible(is_shown)
        self.toast.raise_()
        self.make_room()

    def _lane(self) -> QRect:
        panel = self.toast.parentWidget()
        if isinstance(panel, Panel):
            width = min(panel.width() - 2 * MARGIN, theme.current().px(_WIDEST))
            return QRect((panel.width() - width) // 2, 0, width, panel.height() - UNDER)
        screen = self._stage.screen_in_sight
        part = screen.lane if screen else None
        bottom = self._workplace.height() - UNDER
        if part is not None:
            corner = part.mapTo(self._workplace, QPoint(0, 0))
            return QRect(corner.x(), 0, part.width(), bottom)
        stage = self._stage.geometry()
        width = min(stage.width() - 2 * MARGIN, theme.current().px(_WIDEST))
        is_mirrored = self._workplace.isRightToLeft()
        left = stage.right() - MARGIN - width if is_mirrored else stage.left() + MARGIN
        return QRect(left, 0, width, bottom)
