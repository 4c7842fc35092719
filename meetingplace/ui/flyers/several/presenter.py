"""Saves several flyers one after the other, says how far it is, and stops when it is asked to. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from meetingplace.domain.refusals import Refused
from meetingplace.i18n.refusals import sentence
from meetingplace.services import flyers
from meetingplace.services.flyers import Draft, Subject
from meetingplace.ui.flyers.file_names import file_name
from meetingplace.ui.flyers.look import Look, about
from meetingplace.ui.flyers.shown import SubjectShown
from meetingplace.ui.kit.surroundings import Surroundings

_SAVE: dict[str, Callable[[Draft, Path], tuple[Path, ...]]] = {"pdf": flyers.save_pdf, "png": flyers.save_pictures}


@dataclass(frozen=True)
class SeveralShown:
    """What may be chosen, and how each flyer will look: "Two languages, A4 · Nederlands, Français"."""

    subjects: tuple[SubjectShown, ...]
    look: str


class View(Protocol):
    """What is asked of the panel."""

    def choose_folder(self, title: str) -> Path | None:
        """Let somebody choose a folder; None when the dialog was closed."""

    def show_progress(self, done: int, of: int, said: str) -> None:
        """Show how many are done, and which one is being made; `done` equal to `of` is the end."""

    def show_end(self, said: str, problems: Sequence[str]) -> None:
        """Say what became of it; those that could not be made, each with its reason."""


class Several:
    """The flyers of several sessions or series, all with one look."""

    def __init__(self, around: Surroundings, subjects: Sequence[Subject], look: Look) -> None:
        """Take what may be chosen, and the look of the flyer in view."""
        self._around, self._subjects, self._look, self._ = around, subjects, look, around.words
        self._view: View | None = None
        self._stopped = False

    def meet(self, view: View) -> None:
        """Begin to talk to a panel."""
        self._view = view

    def save(self, chosen: Sequence[int], ending: str) -> None:
        """Save the flyers of the subjects at these places of the list into a folder that somebody chooses."""
        folder = self._view.choose_folder(self._("Save the flyers in a folder")) if self._view and chosen else None
        if folder is None:
            return
        self._stopped = False
        subjects = [self._subjects[at] for at in chosen]
        self._next(list(zip(subjects, self._files(subjects, folder, ending), strict=True)), 0, [], ending)

    def stop(self) -> None:
        """Make no further flyer; those that are saved stay."""
        self._stopped = True

    def _files(self, subjects: Sequence[Subject], folder: Path, ending: str) -> list[Path]:
        """Name a file for each flyer, no two the same; what lies in the folder stays."""
        files: list[Path] = []
        for one in subjects:
            file = folder / file_name(self._("Flyer"), one.title, one.day, ending)
            number = 2
            stem = file.stem
            while file in files or file.exists():
                file = file.with_stem(f"{stem} {number}")
                number += 1
            files.append(file)
        return files

    def _next(self, waiting: Sequence[tuple[Subject, Path]], done: int, problems: list[str], ending: str) -> None:
        if self._view is None:
            return
        if self._stopped or done == len(waiting):
            self._end(done - len(problems), problems)
            return
        subject, file = waiting[done]
        self._view.show_progress(done, len(waiting), subject.title)
        draft = self._look.draft(about(subject, self._around.clock().date()))
        after = partial(self._next, waiting, done + 1, problems, ending)
        saved = partial(self._saved, draft, after)
        failed = partial(self._failed, subject, problems, after)
        self._around.work.ask(_SAVE[ending], draft, file, then=saved, failed=failed, on_paper=True)

    def _saved(self, draft: Draft, after: Callable[[], None], _files: tuple[Path, ...]) -> None:
        self._around.work.do(flyers.note_made, draft, self._around.clock(), quietly=True)
        after()

    def _failed(self, subject: Subject, problems: list[str], after: Callable[[], None], refused: Refused) -> None:
        problems.append(f"{subject.title}: {sentence(self._, refused, self._around.formats)}")
        after()

    def _end(self, saved: int, problems: Sequence[str]) -> None:
        said = self._.plural("{n} flyer is saved.", "{n} flyers are saved.", saved)
        if self._view:
            self._view.show_end(said, problems)
