"""The panels that open over the Families screen for one family, or for two that may be one."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from meetingplace.services.directory import FamilyBoard
from meetingplace.ui.directory.contact.panel import ContactPanel
from meetingplace.ui.directory.doubles.panel import DoublesPanel
from meetingplace.ui.directory.forgetting.panel import ForgetPanel
from meetingplace.ui.directory.merging.panel import MergePanel
from meetingplace.ui.directory.picking.panel import Pick, PickPanel
from meetingplace.ui.directory.shown import FamilyShown
from meetingplace.ui.kit.surroundings import Surroundings


class Rooms:
    """Opens each panel, which asks for itself; `open_family` shows the page of a family behind it."""

    def __init__(self, around: Surroundings, over: QWidget, open_family: Callable[[int], object]) -> None:
        self._around, self._over, self._open_family = around, over, open_family

    def show_doubles(self) -> None:
        """Open the list of the families that look alike."""
        panel = DoublesPanel(self._around, self._over)
        panel.merge_wanted.connect(lambda one, other: self._merge(panel, one, other))
        panel.begin()

    def open(self, name: str, family: FamilyShown) -> None:
        """Open a room of one family, by its name."""
        rooms = {
            "same": self._find_same,
            "forget": self._forget,
            "contact": self._show_contact,
            "statement": self._show_statement,
        }
        rooms[name](family)

    def share(self, over: QWidget, family: FamilyBoard | None, shared: Callable[[int], object]) -> None:
        """Pick the other family that a child comes with, over its form."""
        if family is None:
            return
        _ = self._around.words
        says = _("The child then stands on both pages. On a day on which it comes with both, it counts once.")
        pick = Pick(_("With which other family?"), says, frozenset({family.family.id}))
        PickPanel(self._around, over, pick, shared).begin()

    def _find_same(self, family: FamilyShown) -> None:
        _ = self._around.words
        pick = Pick(
            _("The same family as {nickname}", nickname=family.nickname),
            _("Look for the one that was written down twice. Then you see what is joined; nothing is done yet."),
            frozenset({family.family_id}),
        )
        PickPanel(self._around, self._over, pick, partial(self._merge, self._over, family.family_id)).begin()

    def _forget(self, family: FamilyShown) -> None:
        ForgetPanel(self._around, self._over, family.family_id).begin()

    def _show_contact(self, family: FamilyShown) -> None:
        ContactPanel(self._around, self._over, family.family_id).begin()

    def _show_statement(self, family: FamilyShown) -> None:
        """Open the statement, whose paper brings its libraries only now."""
        panel = importlib.import_module("meetingplace.ui.directory.statement.panel").StatementPanel
        panel(self._around, self._over, family.family_id).begin()

    def _merge(self, over: QWidget, one: int, other: int) -> None:
        MergePanel(self._around, over, (one, other), self._open_family).begin()
