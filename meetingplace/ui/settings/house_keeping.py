"""The house itself is saved field by field, each act with the version that the one before left. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from meetingplace.domain.places import House
from meetingplace.domain.refusals import Refused
from meetingplace.services import organisation
from meetingplace.services.changes import Changes
from meetingplace.ui.kit.surroundings import Surroundings


class HouseKeeper:
    """Keeps what was typed until the house as it is now is known; nothing is lost when somebody types fast."""

    def __init__(
        self,
        around: Surroundings,
        refresh: Callable[[], None],
        refused: Callable[[dict[str, Any], Refused], None],
    ) -> None:
        """Begin without a house."""
        self._around, self._refresh, self._refused = around, refresh, refused
        self._house: House | None = None
        self._waiting: dict[str, Any] = {}
        self._is_saving = False

    def take(self, house: House) -> None:
        """Take the house as it is now, and save what waits for it; an answer from before a save is passed over."""
        if self._is_saving and self._house is not None and house.version == self._house.version:
            return
        self._house, self._is_saving = house, False
        self._save()

    @property
    def is_at_rest(self) -> bool:
        """Tell whether nothing is being saved, and nothing waits for it."""
        return not self._is_saving and not self._waiting

    def change(self, **values: Any) -> None:
        """Change some facts of the house; those that are the same already are passed over."""
        house = self._house
        for name, value in values.items():
            if house is None or self._is_saving or getattr(house, name) != value:
                self._waiting[name] = value
        self._save()

    def _save(self) -> None:
        if self._house is None or self._is_saving or not self._waiting:
            return
        values, self._waiting = self._waiting, {}
        self._is_saving = True
        self._around.work.do(
            organisation.change_house,
            replace(self._house, **values),
            then=self._saved,
            failed=partial(self._not_saved, values),
        )

    def _saved(self, _changes: Changes) -> None:
        self._refresh()

    def _not_saved(self, values: dict[str, Any], refused: Refused) -> None:
        self._is_saving = False
        self._refused(values, refused)
