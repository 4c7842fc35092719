"""The preview of a merge: who gives nickname and picture, which children are one, and what is joined."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from meetingplace.domain.pictures import Picture
from meetingplace.ui.directory.merging.presenter import FOLLOWS, Presenter
from meetingplace.ui.directory.merging.shown import MergeShown, SameChildShown
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Notice, label
from meetingplace.ui.kit.fields import check_box
from meetingplace.ui.kit.layouts import clear, column, row
from meetingplace.ui.kit.marks import family_picture, picture_icon
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.pick import Pick
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.text import breakable
from meetingplace.ui.kit.theme import current

_PICTURE = 56  # px
_SHORT, _LINE = 24, 60  # letters of a nickname on a button, and of a question on one line
_WORDS_AT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop


class MergePanel(Panel):
    """Nothing is done before its verb is pressed, and that can be undone."""

    def __init__(
        self, around: Surroundings, over: QWidget, families: tuple[int, int], merged: Callable[[int], object]
    ) -> None:
        """Take the two; `merged` is given the one that they became."""
        _ = self._ = around.words
        super().__init__(_("One family of these two?"), over, _("Close"), width=680)
        self._shown: MergeShown | None = None
        self.choice: Pick | None = None
        self._problem = Notice("", "stop", parent=self)
        self._problem.hide()
        self._top, self._children = column(spacing=10), column(spacing=0)
        self._facts = column()
        undo = _("You can undo this. No visit is lost, and the figures count one family from now on.")
        self.add(self._problem, self._top, self._children, self._facts, label(undo, "soft", self, is_wrapped=True))
        self.presenter = presenter = Presenter(around, self, families, merged)
        self.two = button(_("They are two"), "quiet", "call-split", presenter.say_two, self)
        self.verb = button(_("Make it one family"), "primary", "call-merge", presenter.merge, self)
        self.verb.setEnabled(False)
        self.add_acts(self.two, None, button(_("Cancel"), "quiet", "", self.leave, self), self.verb)
        self.closed.connect(around.bulletin.follow(FOLLOWS, presenter.refresh))

    def begin(self) -> None:
        """Show it, and ask."""
        self.open(self.two)
        self.presenter.refresh()

    def show_merge(self, shown: MergeShown) -> None:
        """Show what becomes of the two."""
        if shown == self._shown:
            return
        is_new = self._shown is None or self._shown.stays_id != shown.stays_id
        if is_new:
            self._show_top(shown)
        if is_new or self._shown is None or self._ids(self._shown) != self._ids(shown):
            self._show_children(shown.same_children)
        self._show_facts(shown)
        self._shown = shown
        self.verb.setEnabled(True)

    def show_problem(self, said: str) -> None:
        """Say why nothing was done."""
        self._problem.sentence.setText(said)
        self._problem.show()
        self.to_top()

    @staticmethod
    def _ids(shown: MergeShown) -> list[tuple[int, int]]:
        return [(child.stays_id, child.goes_id) for child in shown.same_children]

    def _show_top(self, shown: MergeShown) -> None:
        held = self.focusWidget()
        had_keyboard = self.choice is not None and held is not None and self.choice.isAncestorOf(held)
        clear(self._top)
        picture = family_picture(shown.picture, shown.picture_name, _PICTURE, self)
        name = label(breakable(shown.nickname), "section", self, is_wrapped=True)
        name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        head = row(picture, name, spacing=16)
        head.setStretch(1, 1)
        self._top.addLayout(head)
        pictures: dict[object, Picture] = {family_id: picture for family_id, _name, picture in shown.stays}
        names = [(family_id, name) for family_id, name, _picture in shown.stays]
        self.choice = Pick(
            names,
            shown.stays_id,
            lambda family_id: picture_icon(pictures[family_id], current().icon_side(28)),
            self,
            has_words=all(len(name) <= _SHORT for _id, name in names),
        )
        self.choice.setAccessibleName(self._("Whose nickname and picture stay"))
        self.choice.chosen.connect(self.presenter.let_stay)
        self._top.addWidget(label(self._("Whose nickname and picture stay"), "strong", self, is_wrapped=True))
        self._top.addWidget(self.choice)
        if had_keyboard:
            self.choice.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_children(self, children: tuple[SameChildShown, ...]) -> None:
        clear(self._children)
        for child in children:
            tick = check_box(child.question, child.is_one, self)
            tick.toggled.connect(partial(self.presenter.say_child, child.stays_id, child.goes_id))
            if len(child.question) <= _LINE:
                self._children.addWidget(tick)
                continue
            tick.setText("")  # a tick has one line only
            line = row(tick, label(breakable(child.question), "", self, is_wrapped=True), spacing=4)
            line.setStretch(1, 1)
            self._children.addLayout(line)

    def _show_facts(self, shown: MergeShown) -> None:
        clear(self._facts)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for at, (word, text) in enumerate(shown.facts):
            grid.addWidget(label(word, "soft", self), at, 0, Qt.AlignmentFlag.AlignTop)
            said = label(breakable(text), "", self, is_wrapped=True)
            said.setAlignment(_WORDS_AT)
            grid.addWidget(said, at, 1)
        self._facts.addLayout(grid)
