"""One of several desks at one server, in a process of its own: it lets people in as fast as it can, and counts along.

Of each act that was acknowledged it prints what came of it, so that whoever started it can keep the count apart from
the house. A host who is told that the server does not answer does the same again until it is back.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable
from datetime import datetime

from meetingplace.domain.families import Relation
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.visits import Tallied
from meetingplace.services import arrivals, changes
from meetingplace.services.changes import Changes
from meetingplace.storage import database, server

NOW = datetime(2026, 10, 27, 9, 40)
KINDS = {"known": 8, "shared": 3, "guests": 3, "new": 2, "count": 4}  # of twenty arrivals
Verb = Callable[..., Changes]


class Desk:
    """A host at work."""

    def __init__(self, number: int, sessions: list[int], own: list[int], shared: list[int]) -> None:
        """Know whom to expect: each of the own and of the shared families comes to each session once."""
        self._number, self._sessions = number, sessions
        self._chance = random.Random(number)
        self._known = [(session, family) for session in sessions for family in own]
        self._shared = [(session, family) for session in sessions for family in shared]
        self._counted: dict[int, int] = dict.fromkeys(sessions, 0)

    def work(self, number: int) -> None:
        """Let so many come, and now and then let somebody go, count one less, or take back what was done last."""
        ways = {
            "known": self._let_in_one_of_ours, "shared": self._let_in_one_of_all, "guests": self._let_in_guests,
            "new": self._let_in_newcomer, "count": self._count,
        }  # fmt: skip
        kinds = [way for kind, way in ways.items() for _ in range(KINDS[kind])]
        for at in range(number):
            kinds[at % len(kinds)](at)

    def _let_in_one_of_ours(self, at: int) -> None:
        session, family = self._known.pop()
        done = self._do(arrivals.check_in, session, family, NOW)
        self._came(session, 1, 1, done)

    def _let_in_one_of_all(self, at: int) -> None:
        session, family = self._shared.pop()
        done = self._do(arrivals.check_in, session, family, NOW, may_be_there=True)
        if done:
            self._came(session, 1, 1, done, may_leave=False)

    def _let_in_guests(self, at: int) -> None:
        session = self._chance.choice(self._sessions)
        group = f"groep {self._number}.{at}"
        done = self._do(arrivals.guests, session, [14, 30], [Relation.FATHER], ["fr"], group, NOW)
        self._came(session, 2, 1, done)

    def _let_in_newcomer(self, at: int) -> None:
        session = self._chance.choice(self._sessions)
        name = f"nieuw {self._number}.{at}"
        done = self._do(arrivals.new_family_arrives, session, name, None, [20], [Relation.MOTHER], ["ar"], NOW)
        self._came(session, 1, 1, done)

    def _count(self, at: int) -> None:
        session = self._chance.choice(self._sessions)
        self._tally(session, 1)
        if at % 3 == 0 and self._counted[session]:
            self._tally(session, -1)

    def _tally(self, session: int, step: int) -> None:
        done = self._do(arrivals.tally, session, Tallied.CHILDREN, "12", step)
        self._counted[session] += step
        self._say(session, step, 0)
        if step > 0 and self._chance.random() < 0.2:
            self._do(changes.undo, done.undo)
            self._counted[session] -= step
            self._say(session, -step, 0)

    def _came(self, session: int, children: int, adults: int, done: Changes, may_leave: bool = True) -> None:
        self._say(session, children, adults, came=done.made)
        fate = self._chance.random()
        if fate < 0.1:
            self._do(changes.undo, done.undo)
            self._say(session, -children, -adults, gone=done.made)
        elif may_leave and fate < 0.4:
            self._do(arrivals.leave, done.made, NOW)
            self._say(session, 0, 0, left=done.made)

    def _do(self, verb: Verb, *args: object, may_be_there: bool = False) -> Changes | None:
        while True:
            try:
                with database.connected():
                    return verb(*args)
            except Refused as refused:
                print(json.dumps({"refused": refused.reason.value}), flush=True)
                if may_be_there and refused.reason is Reason.ALREADY_THERE:
                    return None
                if refused.reason is not Reason.SERVER_LOST:
                    raise
                time.sleep(0.1)

    def _say(self, session: int, children: int, adults: int, **visit: int | None) -> None:
        print(json.dumps({"session": session, "children": children, "adults": adults, **visit}), flush=True)


if __name__ == "__main__":
    asked = json.loads(sys.argv[1])
    server.PATIENCE = 120  # the test starts the server again, however slow the machine is
    database.bind_server(asked["address"])
    Desk(asked["number"], asked["sessions"], asked["own"], asked["shared"]).work(asked["arrivals"])
    database.hang_up()
