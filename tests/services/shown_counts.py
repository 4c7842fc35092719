"""What the program counts, in the words of the second count: what its screens show, and what is kept of a period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from meetingplace.domain.visits import Totals, Visit
from meetingplace.services import closing, desk
from meetingplace.storage import visits
from tests.services.second_count import AtSession, InPeriod

LATER = date(2026, 12, 1)  # long after the last session


def shown_at(session: int) -> Totals:
    """Give what the desk of a session shows; closing and Today must say the same."""
    shown = desk.desk_board(session).totals
    assert closing.closing_board(session, datetime.combine(LATER, time())).totals == shown
    assert visits.children_at([session]).get(session, 0) == shown.all_children
    return shown


def counts_at(shown: Totals) -> AtSession:
    """Say it in the words of the book."""
    return AtSession(
        children={band.value: number for band, number in shown.children.items() if number},
        of_unknown_age=shown.children_of_unknown_age,
        adults={relation.value: number for relation, number in shown.adults.items() if number},
        families=shown.families,
        new_families=shown.new_families,
    )


def counts_in(shown: Mapping[int, Totals]) -> InPeriod:
    """Count several sessions by what is kept of who came with a name, and by what their desks show."""
    kept = [visit for session in shown for visit in visits.of_session(session)]
    named = [visit for visit in kept if visit.family_id is not None]
    times = [*Counter(child for child, _session in _children_of(named)).values()]
    everybody = sum(totals.all_children for totals in shown.values())
    return InPeriod(
        different_children=len(times),
        different_families=len({visit.family_id for visit in named}),
        visits_of_children=everybody,
        unnamed_children=everybody - sum(times),
        visits_of_adults=sum(totals.all_adults for totals in shown.values()),
        returns=(
            times.count(1), times.count(2), sum(3 <= one <= 5 for one in times), sum(6 <= one <= 10 for one in times),
            sum(one > 10 for one in times),
        ),
    )  # fmt: skip


def _children_of(named: Sequence[Visit]) -> set[tuple[int, int]]:
    return {(child.child_id, visit.session_id) for visit in named for child in visit.children if child.child_id}
