"""The layout files: every frame can be drawn, stands on the page, and asks for words and roles that exist."""

from __future__ import annotations

import pytest

from meetingplace.documents.flyers import flyer
from meetingplace.documents.flyers.layouts import Layout, plan
from meetingplace.documents.flyers.words import words_of
from meetingplace.documents.paper import A4
from meetingplace.documents.roles import ROLES

from .examples import TRANSLATORS, content


@pytest.mark.parametrize("layout", Layout)
def test_frames_stand_on_the_page_and_can_be_drawn(layout: Layout) -> None:
    for frame in plan(layout).frames:
        assert frame.draw in flyer._DRAWN
        assert frame.x >= -0.01
        assert frame.x + frame.width <= A4.content + 4.01  # the price stands 4 mm outside
        assert A4.top <= frame.y
        assert frame.y + frame.height <= 297 - 11


@pytest.mark.parametrize("layout", Layout)
def test_rows_ask_for_roles_and_words_that_exist(layout: Layout) -> None:
    example = content()
    words = words_of(example.facts, example.main, TRANSLATORS["nl"])
    for frame in plan(layout).frames:
        for row in (*frame.rows, *(row for cell in frame.cells for row in cell.rows)):
            assert row.role in ROLES
            assert row.content in words.by_name


def test_no_role_may_shrink_below_what_parents_can_read() -> None:
    of_parents = {name: role for name, role in ROLES.items() if not name.startswith("plan_")}  # plans are for the team
    assert min(role.floor for role in of_parents.values()) >= 8.5
    assert all(role.floor <= role.size for role in ROLES.values())
