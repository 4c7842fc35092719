"""Which families of a house were forgotten, beside its file: their numbers and days only, never a name.

A back-up that is put back takes the place of the house, not of this list: so whoever was forgotten since is forgotten
again. A list is of one house, told by its mark; a back-up of before there were marks is taken for that house.
"""

from __future__ import annotations

import json
import secrets
from datetime import date
from pathlib import Path
from typing import Any

from meetingplace import paths
from meetingplace.storage import upkeep
from meetingplace.storage.forgetting import Forgotten, forgotten

LIST_FILE = "forgotten.json"


def noted(folder: Path) -> list[Forgotten]:
    """Read which families of the bound house were forgotten, whatever it says itself."""
    return [
        Forgotten(one["number"], _day(one["first_seen"]), date.fromisoformat(one["on"]))
        for one in _read(folder).get(_mark(folder), [])
    ]


def note(folder: Path) -> None:
    """Add to the list whoever the bound house has forgotten."""
    mark, houses = _mark(folder), _read(folder)
    known = {one["number"]: one for one in houses.get(mark, [])}
    for one in forgotten():
        first = one.first_seen.isoformat() if one.first_seen else None
        known[one.number] = {"number": one.number, "first_seen": first, "on": one.on.isoformat()}
    if known and list(known.values()) != houses.get(mark):
        houses[mark] = list(known.values())
        part = folder / f"{LIST_FILE}.part"
        part.write_text(json.dumps(houses, indent=1), encoding="utf-8")
        paths.move_into(part, folder / LIST_FILE)


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _mark(folder: Path) -> str:
    """Give the mark of the bound house; one without takes that of the house whose list lies here, if there is one."""
    mark = upkeep.fact(upkeep.HOUSE_MARK)
    if not mark:
        mark = next(iter(_read(folder)), "") or secrets.token_hex(8)
        upkeep.note(upkeep.HOUSE_MARK, mark)
    return mark


def _read(folder: Path) -> dict[str, list[dict[str, Any]]]:
    try:
        houses = json.loads((folder / LIST_FILE).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):  # never written, or by a hand; the house itself says the same
        return {}
    return houses if isinstance(houses, dict) else {}
