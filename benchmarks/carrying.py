"""Carrying a session with the mouse through a week and a month: one step of the hand, until it has been painted."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.measuring import Row, child, median, milliseconds, p99

_MOST = 16  # ms: sixty steps a second
_STEPS, _RUNS = 300, 15


def rows(school_year: Path) -> Iterator[Row]:
    """Measure steps to other hours and days; each finds what clashes there."""
    found = child("carrying", school_year)
    for mode in ("week", "month"):
        act = f"a step of a session in the hand, {mode}; p99"
        yield Row(act, found[mode], "ms", _MOST, "painting the whole view once, ms", found[f"whole {mode}"])


def _measure(folder: Path) -> dict[str, float]:
    from PySide6.QtCore import QEvent

    from benchmarks.stage import window_on
    from meetingplace.ui.planning.screen import PlanningScreen

    found: dict[str, float] = {}
    with window_on(folder) as stage:
        stage.shell.go("planning")
        stage.settle()
        (screen,) = stage.shell.findChildren(PlanningScreen)

        def paint(part: Any) -> None:
            part.update()
            stage.settle()

        for mode in ("week", "month"):
            body, part, grip = _taken(stage, screen, mode)
            _mouse(part, QEvent.Type.MouseButtonPress, grip)

            def carry(step: int, body: Any = body, part: Any = part) -> None:
                _mouse(part, QEvent.Type.MouseMove, part.mapFrom(body, _spot(body, step)))
                stage.paint()

            carry(0)
            found[mode] = p99([milliseconds(lambda step=step: carry(step)) for step in range(1, _STEPS + 1)])
            body.put_back()
            found[f"whole {mode}"] = median(lambda body=body: paint(body), _RUNS)
    return found


def _taken(stage: Any, screen: Any, mode: str) -> tuple[Any, Any, Any]:
    """Look at the first days with a session that may move: give their view, what is pressed in it and where."""
    from PySide6.QtCore import QPoint

    for weeks in range(1, 52):
        screen.presenter.look(mode, date.today() + timedelta(weeks=weeks))
        stage.settle()
        body = screen.views.current.body
        if mode == "week":
            for block in body.blocks.values():
                if block.shown.may_move:
                    return body, block, block.rect().center()
        for placed in body.placed if mode == "month" else ():
            if placed.item and placed.item.may_move:
                return body, body, QPoint(round(placed.box.left) + 10, round(placed.box.top) + 8)
    raise LookupError("nothing is planned that may move")


def _spot(body: Any, step: int) -> Any:
    """Give one point after the other, each over another hour or day, all over the view."""
    from PySide6.QtCore import QPoint

    return QPoint(60 + step * 37 % (body.width() - 70), 45 + step * 23 % (body.height() - 60))


def _mouse(part: Any, kind: Any, at: Any) -> None:
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    left, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(part, QMouseEvent(kind, QPointF(at), QPointF(part.mapToGlobal(at)), left, left, keys))


if __name__ == "__main__":
    print(json.dumps(_measure(Path(sys.argv[2]))))
