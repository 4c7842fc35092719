"""The layout files: every frame can be drawn, stands on the page, and asks for words and roles that exist."""

from __future__ import annotations

import pytest

from meetingplace.documents.flyers import flyer
from meetingplace.documents.flyers.layouts import Layout, layouts, plan
from meetingplace.documents.flyers.papers import Paper
from meetingplace.documents.flyers.words import words_of
from meetingplace.documents.roles import ROLES
from meetingplace.domain.language import PROGRAM

from .examples import TRANSLATORS, content

PLANS = [(layout.key, paper) for layout in layouts() for paper in layout.papers]


@pytest.mark.parametrize(("key", "paper"), PLANS)
def test_frames_stand_on_the_page_and_can_be_drawn(key: str, paper: Paper) -> None:
    drawn = plan(key, paper)
    page = drawn.design.format
    for frame in drawn.frames:
        assert frame.draw in flyer.DRAWN
        assert frame.x >= -0.01
        assert frame.x + frame.width <= page.content + 4.01  # the price stands 4 mm outside
        assert page.top <= frame.y
        assert frame.y + frame.height <= page.height - page.top


@pytest.mark.parametrize("layout", layouts(), ids=lambda layout: layout.key)
def test_a_layout_says_its_name_in_every_language_of_the_program(layout: Layout) -> None:
    assert set(layout.names) == set(PROGRAM)
    assert all(layout.names.values())


@pytest.mark.parametrize(("key", "paper"), PLANS)
def test_rows_ask_for_roles_and_words_that_exist(key: str, paper: Paper) -> None:
    example = content()
    words = words_of(example.facts, example.main, TRANSLATORS["nl"])
    for frame in plan(key, paper).frames:
        for row in (*frame.rows, *(row for cell in frame.cells for row in cell.rows)):
            assert row.role in ROLES
            assert row.content in words.by_name


def test_no_role_may_shrink_below_what_parents_can_read() -> None:
    of_parents = {name: role for name, role in ROLES.items() if not name.startswith("plan_")}  # plans are for the team
    assert min(role.floor for role in of_parents.values()) >= 8.5
    assert all(role.floor <= role.size for role in ROLES.values())
