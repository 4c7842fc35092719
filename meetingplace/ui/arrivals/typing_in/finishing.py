"""The end of a list: its totals beside those on paper, a remark about a difference, noting that it is done. No Qt."""

from __future__ import annotations

from typing import Protocol

from meetingplace.domain.paper_lists import PaperKind
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.visits import Totals
from meetingplace.i18n.refusals import sentence
from meetingplace.services import closing, paper_lists
from meetingplace.services.changes import Changes
from meetingplace.services.typing_in import SheetInHand
from meetingplace.ui.arrivals.typing_in.shown import CountShown, HeadShown
from meetingplace.ui.kit.surroundings import Surroundings

CHILDREN, ADULTS, FAMILIES = "children", "adults", "families"
_MOST = 4  # digits of a count


class EndView(Protocol):
    """What is asked of the panel."""

    def show_head(self, shown: HeadShown) -> None:
        """Show what is typed in, and why nothing can be, if so."""

    def show_counts(self, shown: tuple[CountShown, ...], asks_remark: bool) -> None:
        """Show the totals beside those on paper; a difference asks for a remark."""

    def say(self, words: str, is_wrong: bool = False) -> None:
        """Say under the grid what is meant, or what is wrong."""

    def close_panel(self) -> None:
        """Close: the list is done."""


class Finishing:
    """The totals of one list, and its end."""

    def __init__(self, around: Surroundings, view: EndView, kind: PaperKind) -> None:
        """Begin without a list."""
        self._around, self._view, self._kind, self._ = around, view, kind, around.words
        self._sheet: SheetInHand | None = None
        self._typed_in: dict[str, int] = {}
        self._on_paper: dict[str, int] = {}

    def take(self, sheet: SheetInHand, totals: Totals) -> None:
        """Show the list in hand and its totals as they are now."""
        self._sheet = sheet
        self._typed_in = {CHILDREN: totals.all_children, ADULTS: totals.all_adults}
        if self._kind is PaperKind.TALLY:
            self._typed_in[FAMILIES] = totals.families
        self._show_head(sheet)
        self._show_counts()

    def write_count(self, number: int, typed: str) -> None:
        """Take a count as it stands on the paper; an empty one stands nowhere."""
        key = list(self._typed_in)[number]
        self._on_paper.pop(key, None)
        if typed.strip().isdecimal() and len(typed.strip()) <= _MOST:
            self._on_paper[key] = int(typed)
        elif typed.strip():
            _ = self._
            self._view.say(_("“{typed}” is not a number that fits here.", typed=typed[:20]), is_wrong=True)
        self._show_counts()

    def finish(self, remark: str) -> None:
        """Note that the list is typed in; with a difference only when a remark says why."""
        _ = self._
        if self._sheet is None:
            return
        if self._differences and not remark.strip():
            says = _("The counts are not the same. Look for it, or say in a few words why, and finish again.")
            self._view.say(says, is_wrong=True)
            return
        self._do_finish(self._sheet.session.id, self._with_differences(remark.strip()))

    def lay_aside(self) -> None:
        """Note that the list was not used."""
        if self._sheet and self._sheet.list_id is not None:
            of = (self._sheet.list_id, self._sheet.list_version, self._around.clock())
            self._around.work.do(paper_lists.lay_aside, *of, then=self._done, failed=self._refused)

    def reopen(self) -> None:
        """Open the session again, so that the list can be typed in."""
        if self._sheet:
            session = self._sheet.session
            self._around.work.do(closing.reopen_session, session.id, session.version, failed=self._refused)

    def _do_finish(self, session_id: int, remark: str) -> None:
        of = (session_id, self._kind, self._around.clock(), remark)
        self._around.work.do(paper_lists.finish, *of, then=self._done, failed=self._refused)

    def _done(self, _changes: Changes) -> None:
        self._view.close_panel()

    def _refused(self, refused: Refused) -> None:
        self._view.say(sentence(self._, refused, self._around.formats), is_wrong=True)

    @property
    def _differences(self) -> list[str]:
        return [key for key, number in self._on_paper.items() if number != self._typed_in[key]]

    def _with_differences(self, remark: str) -> str:
        _ = self._
        words = self._words()
        said = [
            _("{what}: {paper} on paper, {typed} typed in", what=words[key], paper=self._on_paper[key],
              typed=self._typed_in[key])
            for key in self._differences
        ]  # fmt: skip
        return ". ".join([*said, remark]) if said else remark

    def _words(self) -> dict[str, str]:
        _ = self._
        return {CHILDREN: _("Children"), ADULTS: _("Adults"), FAMILIES: _("Families")}

    def _show_counts(self) -> None:
        words = self._words()
        counts = tuple(
            CountShown(words[key], number, self._said(key, number), self._is_same(key))
            for key, number in self._typed_in.items()
        )
        self._view.show_counts(counts, bool(self._differences))

    def _is_same(self, key: str) -> bool | None:
        return self._on_paper[key] == self._typed_in[key] if key in self._on_paper else None

    def _said(self, key: str, typed_in: int) -> str:
        _ = self._
        if key not in self._on_paper:
            return ""
        more = self._on_paper[key] - typed_in
        if not more:
            return _("the same")
        if more > 0:
            return _.plural("{n} more on paper", "{n} more on paper", more)
        return _.plural("{n} fewer on paper", "{n} fewer on paper", -more)

    def _show_head(self, sheet: SheetInHand) -> None:
        _, formats = self._, self._around.formats
        name = _("First-name sheet") if self._kind is PaperKind.NAMES else _("Tally sheet")
        session = sheet.session
        when = f"{formats.full_day(session.day)}, {formats.hours(session.activity.start, session.activity.end)}"
        refusal = sheet.refusal
        self._view.show_head(
            HeadShown(
                title=f"{name} · {session.activity.title} · {sheet.code}",
                line=f"{when} · {sheet.place_name}",
                notice=sentence(_, Refused(refusal), formats) if refusal else "",
                may_reopen=refusal is Reason.SESSION_CLOSED,
                may_lay_aside=sheet.list_id is not None,
            )
        )
