"""Who was forgotten in this run of the program, as numbers, and which journals speak of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from meetingplace.storage.database import Journal


@dataclass(frozen=True)
class Erased:
    """The families and children of which nothing may come back."""

    families: frozenset[int]
    children: frozenset[int]

    def is_in(self, done: Journal) -> bool:
        """Tell whether a journal speaks of one of them."""
        return any(self._is_about(entry.table, entry.id, image) for entry in done.entries
                   for image in (entry.before, entry.after) if image)  # fmt: skip

    def with_merged(self, journals: Iterable[Journal]) -> Erased:
        """Add the families that went into one of these by a merge, as its journal tells."""
        gone = {entry.id for done in journals if self.is_in(done) for entry in done.entries
                if entry.table == "Family" and None in (entry.before, entry.after)}  # fmt: skip
        return Erased(self.families | gone, self.children)

    def _is_about(self, table: str, id: int, image: dict[str, object]) -> bool:
        if (table == "Family" and id in self.families) or (table == "Child" and id in self.children):
            return True
        return bool({image.get("family"), image.get("other")} & self.families or image.get("child") in self.children)
