"""The words of the action plan: boards of the core in, ready-made texts out. No Qt here."""

from __future__ import annotations

from meetingplace.domain import typed_text
from meetingplace.domain.goals import Progress
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import function_name, principle_name
from meetingplace.services.action_plan import GoalLine, LinkBoard, PlanBoard, Work
from meetingplace.ui.planning.action_plan.shown import GoalShown, LinkShown, PlanShown, WorkShown

_MOST = 12  # lines of what has no goal; the form that links finds the rest


class Wording:
    """Says boards in one language."""

    def __init__(self, words: Translator, formats: Formats) -> None:
        """Take a language."""
        self._ = words
        self._formats = formats

    def plan(self, board: PlanBoard) -> PlanShown:
        """Say the plan of a school year."""
        _, copies = self._, len(board.to_copy)
        return PlanShown(
            year=_("School year {years}", years=f"{board.year}–{board.year + 1}"),
            goals=tuple(self._goal(line) for line in board.goals),
            gaps=self._gaps(board) if board.goals else (),
            without=tuple(self._work(work) for work in board.without[:_MOST]),
            without_line=self._without(board),
            copy=_.plural("Copy {n} goal of last year", "Copy {n} goals of last year", copies) if copies else "",
        )

    def link(self, board: LinkBoard) -> LinkShown:
        """Say what can be linked to a goal: what has no goal first, then what works at another one."""
        works = [work for work in board.works if work.goal_ids != (board.goal.id,)]
        works.sort(key=lambda work: None not in work.goal_ids)
        title = self._("What works at “{title}”?", title=board.goal.title)
        return LinkShown(board.goal, title, tuple(self._offered(work, board) for work in works))

    # --- one goal ---

    def _goal(self, line: GoalLine) -> GoalShown:
        goal, progress = line.goal, line.progress
        numbers, verdict = self._numbers(progress), self._verdict(progress)
        return GoalShown(
            goal=goal,
            functions=tuple((function, function_name(self._, function)) for function in goal.functions),
            principles=" · ".join(principle_name(self._, principle) for principle in goal.principles),
            progress=progress,
            numbers=numbers,
            verdict=verdict,
            is_enough=bool(progress.aim) and not progress.short,
            works=tuple(self._work(work) for work in line.works),
            spoken=", ".join((goal.title, numbers, verdict)),
        )

    def _numbers(self, progress: Progress) -> str:
        _ = self._
        said = [_.plural("{n} session held", "{n} sessions held", progress.held)]
        said.append(_.plural("{n} still to come", "{n} still to come", progress.to_come))
        if progress.not_closed:
            said.append(_.plural("{n} not closed yet", "{n} not closed yet", progress.not_closed))
        if progress.cancelled:
            said.append(_.plural("{n} does not go on", "{n} do not go on", progress.cancelled))
        return " · ".join(said)

    def _verdict(self, progress: Progress) -> str:
        _, aim = self._, progress.aim
        if not aim:
            return _("No number was set as aim.")
        if progress.held >= aim:
            return _.plural("The aim of {n} session is reached.", "The aim of {n} sessions is reached.", aim)
        if not progress.short:
            return _.plural("Enough is planned for the aim of {n} session.",
                            "Enough is planned for the aim of {n} sessions.", aim)  # fmt: skip
        return _.plural("{n} session is still missing for the aim of {aim}.",
                        "{n} sessions are still missing for the aim of {aim}.", progress.short, aim=aim)  # fmt: skip

    # --- what works, and what is missing ---

    def _work(self, work: Work) -> WorkShown:
        folded = typed_text.folded(f"{work.title} {work.place_name}")
        return WorkShown(work, work.title, f"{work.place_name} · {self._when(work)}", folded)

    def _when(self, work: Work) -> str:
        _, formats = self._, self._formats
        if work.number == 1:
            return formats.day(work.first)
        days = f"{formats.day_of_month(work.first)} – {formats.day_of_month(work.last)}"
        return _.plural("{n} session, {days}", "{n} sessions, {days}", work.number, days=days)

    def _offered(self, work: Work, board: LinkBoard) -> WorkShown:
        shown = self._work(work)
        names = [board.titles[id] for id in work.goal_ids if id is not None]
        if not names:
            return shown
        now = self._("works now at: {goals}", goals=self._formats.list_of(names))
        return WorkShown(work, shown.title, f"{shown.line} · {now}", shown.folded)

    def _without(self, board: PlanBoard) -> str:
        _ = self._
        number = sum(work.number for work in board.without)
        if not number:
            return _("Everything that is planned works at a goal.") if board.goals else ""
        said = _.plural("{n} session of this school year works at no goal.",
                        "{n} sessions of this school year work at no goal.", number)  # fmt: skip
        more = len(board.without) - _MOST
        if more <= 0:
            return said
        return f"{said} " + _.plural("{n} series or session more than stands here.",
                                     "{n} series or sessions more than stand here.", more)  # fmt: skip

    def _gaps(self, board: PlanBoard) -> tuple[str, ...]:
        _, formats = self._, self._formats
        functions = [function_name(_, function) for function in board.functions_without]
        principles = [principle_name(_, principle) for principle in board.principles_without]
        said = (
            _("No goal yet for these functions: {names}.", names=formats.list_of(functions)) if functions else "",
            _("No goal yet for these working principles: {names}.", names=formats.list_of(principles))
            if principles
            else "",
        )
        return tuple(sentence for sentence in said if sentence)
