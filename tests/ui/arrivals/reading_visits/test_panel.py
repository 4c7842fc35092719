"""A table of visits in the window: what it would do is shown first, and it is taken over whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from meetingplace.storage import visits
from meetingplace.ui.arrivals.reading_visits.panel import VisitFilePanel
from tests.ui.arrivals.hands import Desk

HEAD = "Date,Place,Nickname,Children,Adults\n"


def chosen(desk: Desk, monkeypatch: pytest.MonkeyPatch, file: Path) -> VisitFilePanel:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    desk.shell.go("arrivals")
    desk.press("Type in")
    desk.press("Read a table of visits")
    QApplication.processEvents()
    panel = desk.panel
    assert isinstance(panel, VisitFilePanel)
    return panel


def rows(panel: VisitFilePanel) -> list[tuple[str, str, str, str]]:
    model = panel.table.model()
    cells = range(model.columnCount())
    role = Qt.ItemDataRole.AccessibleTextRole
    return [tuple(model.index(row, at).data(role) for at in cells) for row in range(model.rowCount())]  # type: ignore[misc]


def test_a_table_is_shown_and_then_taken_over(
    desk: Desk, session_id: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "old.csv"
    file.write_text(f"{HEAD}2026-10-27,Kuregem,Slak,2,mum\n2026-10-27,Kuregem,<b>Nieuw</b>,8m,dad\n")
    panel = chosen(desk, monkeypatch, file)
    assert [row[1:3] for row in rows(panel)] == [("known", "Slak"), ("new family", "<b>Nieuw</b>")]
    assert visits.of_session(session_id) == []
    QTest.mouseClick(panel.verb, Qt.MouseButton.LeftButton)
    assert desk.panel is None
    assert len(visits.of_session(session_id)) == 2
    assert desk.said == "old.csv: 2 visits were read."
    desk.shell.work.undo()
    assert visits.of_session(session_id) == []


def test_what_is_unclear_stands_first_and_nothing_can_be_read(
    desk: Desk, session_id: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "old.csv"
    file.write_text(f"{HEAD}2026-10-27,Kuregem,Slak,2,mum\n2026-10-27,Kuregem,Uil,=1+1,mum\n")
    panel = chosen(desk, monkeypatch, file)
    assert rows(panel)[0] == ("3", "unclear", "Uil", "“=1+1” is not a number that fits here.")
    assert not panel.verb.isEnabled()
    panel.close_panel()
    broken = tmp_path / "old.xlsx"
    broken.write_bytes(b"no spreadsheet")
    panel = chosen(desk, monkeypatch, broken)
    assert "old.xlsx is not a table that can be read" in panel._wrong.sentence.text()
    assert not panel.verb.isEnabled()
