"""Paper lists typed in through the real window, with keys only."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from meetingplace.domain.families import Relation
from meetingplace.domain.paper_lists import PaperKind
from meetingplace.domain.pictures import PICTURE_SHAPES, Picture
from meetingplace.domain.sheet_code import code_of
from meetingplace.domain.visits import ChildPresent, Tallied
from meetingplace.services import paper_lists
from meetingplace.storage import families, sessions, visits
from meetingplace.ui.arrivals.typing_in.chooser import ChooserPanel
from meetingplace.ui.arrivals.typing_in.panel import TypingInPanel
from meetingplace.ui.arrivals.typing_in.shown import RowState
from tests.makers import DAY, make_family, make_session, make_visit
from tests.ui.arrivals.hands import NOW, Desk

ENTER, TAB, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space
Keys = str | Qt.Key
A_ROW = 8  # keys, on average: forty rows by somebody who types two keys a second are under three minutes
ROWS = 40


class Hands:
    """Presses keys wherever the keyboard is, and counts them."""

    def __init__(self) -> None:
        self.keys = 0

    def press(self, *keys: Keys) -> None:
        for key in keys:
            for one in key if isinstance(key, str) else (key,):
                focused = QApplication.focusWidget()
                assert focused is not None
                self.keys += 1
                QTest.keyClick(focused, one)
                QApplication.processEvents()


@pytest.fixture
def hands(desk: Desk) -> Hands:
    return Hands()


def panel_of(desk: Desk) -> TypingInPanel:
    QApplication.processEvents()
    found = desk.panel
    assert isinstance(found, TypingInPanel)
    return found


def typed_in(desk: Desk, session_id: int, kind: str = "names") -> TypingInPanel:
    desk.shell.go("arrivals", session_id=session_id, typing_in=kind)
    return panel_of(desk)


def make_regulars(session_id: int, number: int) -> None:
    """Make families that came a week ago, each with a child of two years and one of nine months."""
    before = make_session(sessions.get(session_id).activity.place_id, DAY - timedelta(days=7))
    for at in range(number):
        picture = Picture(PICTURE_SHAPES[at], 2)
        family = make_family(f"Gezin {at:02}", born=[(2024, 4), (2026, 1)], picture=picture)
        children = [ChildPresent(child.id) for child in families.get(family).children]
        make_visit(before, family, datetime(2026, 10, 20, 10), children)


def test_forty_rows_are_typed_in_by_keys_alone_and_few_of_them(desk: Desk, session_id: int, hands: Hands) -> None:
    make_regulars(session_id, 26)
    paper_lists.note_printed(session_id, PaperKind.NAMES, NOW)
    panel = typed_in(desk, session_id)
    assert QApplication.focusWidget() is panel.grid
    begun = hands.keys
    for at in range(26):
        if at % 13 == 12:
            hands.press(ENTER)  # two did not come
        elif at % 4 == 3:
            hands.press(TAB, TAB, TAB, SPACE, ENTER)  # with dad
        else:
            hands.press(SPACE, ENTER)  # as last time
    for name in ("Slak", "Uil", "Koala", "Tram", "Bij", "Panda"):
        hands.press(name[:3].lower(), ENTER)  # known here, but not printed on the paper
    for at in range(8):
        hands.press(f"Nieuw{at}", TAB, "2 8m", TAB, SPACE, ENTER)
    assert hands.keys - begun <= ROWS * A_ROW
    came = visits.of_session(session_id)
    assert len(came) == ROWS - 2
    assert sum(visit.adults == (Relation.FATHER,) for visit in came) == 6
    assert families.number() == 26 + 7 + 8  # seven stood in the house before
    states = [row.state for row in panel.grid.model().rows]  # type: ignore[attr-defined]
    assert states.count(RowState.SAVED) == ROWS - 2
    # the totals beside those on the paper, and the end: Enter on the blank row, the two counts, the button
    totals = [count.typed_in for count in panel.counts.shown]
    hands.press(ENTER, str(totals[0]), ENTER, str(totals[1]), ENTER, SPACE)
    assert desk.panel is None
    assert paper_lists.waiting_lists(NOW + timedelta(days=1), None) == ()


def test_what_is_shown_as_saved_is_in_the_house_before_the_list_is_finished(
    desk: Desk, session_id: int, hands: Hands
) -> None:
    make_regulars(session_id, 2)
    panel = typed_in(desk, session_id)
    hands.press(SPACE, ENTER, "x")
    assert panel.grid.model().rows[0].state is RowState.SAVED  # type: ignore[attr-defined]
    assert len(visits.of_session(session_id)) == 1


def test_arrows_follow_the_paper_column_by_column(desk: Desk, session_id: int, hands: Hands) -> None:
    make_regulars(session_id, 3)
    typed_in(desk, session_id)
    hands.press(Qt.Key.Key_Right, Qt.Key.Key_Right, SPACE, Qt.Key.Key_Down, "2", Qt.Key.Key_Down, SPACE)
    hands.press(Qt.Key.Key_Right, SPACE, Qt.Key.Key_Up)
    found = [visit.adults for visit in visits.of_session(session_id)]
    assert found == [(Relation.MOTHER,), (Relation.MOTHER,) * 2, (Relation.MOTHER, Relation.FATHER)]


def test_tab_goes_through_the_grid_and_on_at_its_ends(desk: Desk, session_id: int, hands: Hands) -> None:
    panel = typed_in(desk, session_id)
    columns = len(panel.presenter.columns) - 1  # the last one only says how far the row is
    for column in range(columns):
        assert panel.grid.currentIndex().column() == column
        hands.press(TAB)
    assert QApplication.focusWidget() is panel.counts.fields[0]
    QTest.keyClick(panel.counts.fields[0], Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is panel.grid


def test_undo_works_while_the_grid_has_the_keyboard(desk: Desk, session_id: int, hands: Hands) -> None:
    make_regulars(session_id, 2)
    panel = typed_in(desk, session_id)
    hands.press(SPACE, ENTER, SPACE, ENTER)
    assert len(visits.of_session(session_id)) == 2
    QTest.keyClick(panel.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(visits.of_session(session_id)) == 1
    states = [row.state for row in panel.grid.model().rows]  # type: ignore[attr-defined]
    assert states == [RowState.SAVED, RowState.NOT_HERE, RowState.NOT_HERE]


def test_a_name_completes_itself_and_the_arrows_choose_another_one(desk: Desk, session_id: int, hands: Hands) -> None:
    for at, name in enumerate(("Mustafa", "Muis", "Musti")):
        make_family(name, picture=Picture(PICTURE_SHAPES[at], 5))
    typed_in(desk, session_id)
    hands.press("mu", Qt.Key.Key_Down, Qt.Key.Key_Down, ENTER)
    hands.press("mus", Qt.Key.Key_Delete, ENTER)  # what was offered is not meant: a new family
    names = [families.get(visit.family_id or 0).nickname for visit in visits.of_session(session_id)]
    assert names == ["Musti", "mus"]


def test_escape_leaves_a_cell_and_then_the_panel_with_everything_saved(
    desk: Desk, session_id: int, hands: Hands
) -> None:
    make_regulars(session_id, 1)
    typed_in(desk, session_id)
    hands.press(SPACE, TAB, "9", Qt.Key.Key_Escape)
    assert isinstance(desk.panel, TypingInPanel)
    hands.press(Qt.Key.Key_Escape)
    assert desk.panel is None
    (visit,) = visits.of_session(session_id)
    assert len(visit.children) == 2


def test_what_cannot_be_read_is_not_lost_by_closing(desk: Desk, session_id: int, hands: Hands) -> None:
    panel = typed_in(desk, session_id)
    hands.press("Ster", TAB, "x9", ENTER)
    hands.press(Qt.Key.Key_Escape)
    assert desk.panel is not panel  # it asks first
    desk.press("Go on")
    assert panel_of(desk) is panel
    assert panel.grid.model().rows[0].cells[1] == "x9"  # type: ignore[attr-defined]


def test_a_tally_sheet_by_the_code_on_it(desk: Desk, session_id: int, hands: Hands) -> None:
    ahead = make_session(sessions.get(session_id).activity.place_id, DAY - timedelta(days=1), title="Gisteren")
    desk.press("Type in")
    chooser = desk.panel
    assert isinstance(chooser, ChooserPanel)
    assert chooser.code.text() == code_of(session_id)
    hands.press("99-99", ENTER)
    assert chooser.code.is_wrong
    chooser.code.selectAll()
    hands.press(code_of(ahead), TAB, Qt.Key.Key_Right)
    assert chooser.kind.on == "tally"
    hands.press(TAB, TAB, TAB, SPACE)
    panel = panel_of(desk)
    hands.press("3", ENTER, "12", ENTER, ENTER, "1", ENTER)
    assert [(one.key, one.number) for one in visits.tallies(ahead)] == [("0", 3), ("12", 12), ("36", 1)]
    assert {one.what for one in visits.tallies(ahead)} == {Tallied.CHILDREN}
    panel.counts.start()
    hands.press("15")
    assert panel.remark.isVisible()
    assert not panel.counts.shown[0].is_same


def test_every_part_has_a_name_and_is_large_enough(desk: Desk, session_id: int) -> None:
    make_regulars(session_id, 2)
    panel = typed_in(desk, session_id)
    assert panel.grid.rowHeight(0) >= 44
    for part in (panel.grid, *panel.counts.fields, panel.finish, panel.remark):
        assert part.accessibleName()
    model = panel.grid.model()
    assert model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole) == "Gezin 00, Age, 2\u00a0y · 9\u00a0m"
