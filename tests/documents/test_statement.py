"""The statement for a parent: everything that is kept stands on it, in the language of the parent, on whole pages."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from meetingplace.documents.statement import KnownChild, KnownVisit, Statement, statement_paper
from meetingplace.domain.families import BirthMonth, HowHeard, Relation
from meetingplace.domain.language import PAPER
from meetingplace.i18n.catalog import translator
from tests.documents import reading

DAY = date(2026, 10, 27)
AT = datetime(2026, 10, 27, 9, 30)


def about(**facts: object) -> Statement:
    known: dict[str, object] = {
        "house_name": "De Kersenpit",
        "reached_by": "02 555 01 23",
        "made_on": DAY,
        "number": 512,
        "nickname": "Volle maan",
        "shape": "snail",
        "languages": ("ar", "nl"),
        "lives_in": "1070 Anderlecht",
        "first_seen": date(2025, 9, 2),
        "how_heard": HowHeard.SCHOOL,
        "brought_by": "een buur",
        "contact": "0470 12 34 56",
        "contact_until": date(2026, 12, 31),
        "children": (KnownChild("Bo", BirthMonth(2024, 5)), KnownChild("", None, is_shared=True)),
        "visits": (
            KnownVisit(
                AT, AT + timedelta(hours=2), "Spelen", "Kuregem", (Relation.MOTHER, Relation.MOTHER), ("Bo",), 2
            ),
        ),
    }
    return Statement(**{**known, **facts})  # type: ignore[arg-type]


def words(statement: Statement, language: str = "en") -> str:
    return reading.words(statement_paper(statement, translator("paper", language)))


@pytest.mark.parametrize(
    "fact",
    [
        "De Kersenpit", "02 555 01 23", "27 October 2026", "512", "Volle maan", "العربية", "Nederlands",
        "1070 Anderlecht", "2 September 2025", "school", "een buur", "0470 12 34 56", "31 December 2026", "Bo",
        "May 2024", "also comes with another family", "Spelen", "Kuregem", "9:30", "11:30", "2 × mum", "2 × child",
    ],
)  # fmt: skip
def test_everything_that_is_kept_stands_on_it(fact: str) -> None:
    assert reading.tidy(fact) in words(about())


def test_what_is_not_known_is_said() -> None:
    bare = about(
        languages=(), lives_in="", first_seen=None, how_heard=None, brought_by="", contact="", children=(), visits=()
    )
    assert words(bare).count("not known") == 7  # five facts, no children and no visits
    assert "none" in words(bare)


@pytest.mark.parametrize("language", PAPER)
def test_it_speaks_the_language_of_the_parent(language: str) -> None:
    read = words(about(), language)
    _ = translator("paper", language)
    assert reading.tidy(_("This is everything that we keep about your family.")) in read
    if language != "en":
        assert "This is everything" not in read


def test_many_visits_go_on_on_the_next_pages_each_with_its_number() -> None:
    visits = tuple(
        KnownVisit(AT - timedelta(days=n), None, f"Moment {n}", "Kuregem", (), ("Bo",), 0) for n in range(60)
    )
    pages = reading.pages(statement_paper(about(visits=visits), translator("paper", "nl")))
    seen = " ".join(line.text for page in pages for line in page)
    assert [n for n in range(60) if f"Moment {n}" not in reading.tidy(seen)] == []
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert str(number) in [line.text.strip() for line in page]
        assert all(line.y > 0 for line in page) if hasattr(page[0], "y") else True


@pytest.mark.parametrize("nickname", ["x" * 80, "=1+1 <b>&", "عائلة القمر", "🐌🐌", "Slak " * 16])
def test_a_strange_name_does_no_harm(nickname: str) -> None:
    assert statement_paper(about(nickname=nickname), translator("paper", "nl")).startswith(b"%PDF")
