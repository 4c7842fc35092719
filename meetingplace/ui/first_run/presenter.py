"""What the first run asks, in which order, and what is wrong with an answer. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from meetingplace import startup
from meetingplace.domain import typed_text
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import refusals
from meetingplace.i18n.catalog import Translator, translator
from meetingplace.i18n.formats import Formats, own_name
from meetingplace.services import passphrase, recovery_sheet, upkeep
from meetingplace.services.passphrase import Sheet
from meetingplace.startup import NewHouse
from meetingplace.ui.first_run.draft import Draft, Kind, Step
from meetingplace.ui.kit.surroundings import SettingsDoor
from meetingplace.ui.kit.work import Work

_AT = {
    Reason.PASSPHRASE_TOO_SHORT: (Step.PASSPHRASE, "passphrase"),
    Reason.PIN_TOO_SHORT: (Step.PIN, "pin"),
}

_ABOUT_THE_NAME = (Reason.LETTERS_MISSING, Reason.TEXT_TOO_LONG)  # what a sheet says that cannot be set


@dataclass(frozen=True)
class StepShown:
    """A step in the rail: its word, and below it what was answered."""

    number: int
    word: str
    answer: str
    is_done: bool
    is_now: bool


class View(Protocol):
    """What the presenter asks of the wizard."""

    def show_step(self) -> None:
        """Show the step that the presenter stands at."""

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say under a field what is wrong."""

    def show_busy(self, sentence: str) -> None:
        """Say that the house is being made; empty: no longer."""

    def show_sheet(self, picture: bytes) -> None:
        """Show the recovery sheet as it prints."""

    def warn(self, title: str, sentence: str, verb: str, agreed: Callable[[], None]) -> None:
        """Ask before going on without something important."""

    def finish(self, address: str) -> None:
        """Tell the program which house to open."""


class Presenter:
    """Goes from step to step; makes the house at the end."""

    def __init__(self, door: SettingsDoor, address: str, work: Work, view: View, clock: Callable[[], datetime]) -> None:
        """Begin at the language, with nothing typed; the address is a folder or a server."""
        self._door, self._work, self._view, self._clock = door, work, view, clock
        is_folder = startup.is_folder(address)
        self.draft = Draft(Path(address) if is_folder else startup.first_folder(), "" if is_folder else address)
        self.step = Step.LANGUAGE
        self._draw_words()

    @property
    def words(self) -> Translator:
        """Give the words of the language that is chosen."""
        return translator("app", self._door.current.language)

    @property
    def _formats(self) -> Formats:
        return Formats(self._door.current.language)

    # --- going ---

    def steps(self) -> tuple[StepShown, ...]:
        """List the steps for the rail."""
        _ = self.words
        draft = self.draft
        names = {
            Step.LANGUAGE: (_("Language"), own_name(self._door.current.language)),
            Step.HOUSE: (_("House and place"), ", ".join(filter(None, (draft.name.strip(), draft.place.strip())))),
            Step.PASSPHRASE: (_("Passphrase"), _("chosen")),
            Step.PIN: (_("PIN"), draft.host.strip()),
            Step.BEGIN: (_("Begin"), ""),
        }
        return tuple(
            StepShown(draft.number_of(step), word, self._answer(step, answer), self._is_before(step), step is self.step)
            for step, (word, answer) in names.items()
            if step in draft.steps
        )

    def _answer(self, step: Step, answer: str) -> str:
        told = self.words("skipped") if step in self.draft.skipped else answer
        return told if self._is_before(step) else ""

    def _is_before(self, step: Step) -> bool:
        return self.draft.number_of(step) < self.draft.number_of(self.step)

    def choose_language(self, language: str) -> None:
        """Speak another language from now on; words that nobody has kept yet are drawn in it."""
        self._door.change(language=language)
        if not self.draft.is_sheet_kept:
            self._draw_words()

    def back(self) -> None:
        """Go one step back; everything that was typed stays."""
        self._go(-1)

    def forward(self) -> None:
        """Go on, when this step is answered well."""
        self.draft.skipped.discard(self.step)
        wrong = self._wrong()
        if wrong:
            self._view.show_wrong(*wrong)
        elif self.step is Step.PASSPHRASE and not self.draft.is_sheet_kept:
            self._warn_about_sheet()
        elif self.step is Step.BEGIN:
            self._make()
        else:
            self._go(1)

    def skip(self) -> None:
        """Leave this step unanswered; a house without a passphrase is warned about first."""
        if self.step is not Step.PASSPHRASE:
            self._skip()
            return
        _ = self.words
        self._view.warn(
            _("Without a passphrase?"),
            _(
                "Then whoever gets hold of this PC, or of its disk, can read everything that you write down about "
                "families. You can still choose a passphrase later, under House."
            ),
            _("Go on without"),
            self._skip,
        )

    def stay(self) -> None:
        """Show the same step anew."""
        self._go(0)

    def _skip(self) -> None:
        self.draft.skipped.add(self.step)
        self._go(1)

    def _go(self, by: int) -> None:
        self.step = self.draft.beside(self.step, by)
        self._view.show_step()
        if self.step is Step.PASSPHRASE:
            self.ask_sheet()

    # --- the passphrase and its sheet ---

    def other_words(self) -> None:
        """Suggest another passphrase."""
        self.draft.suggested = passphrase.suggestion(self._door.current.language)

    def _draw_words(self) -> None:
        self.other_words()
        self.draft.recovery_words = passphrase.recovery_words(self._door.current.language)

    def sheet(self) -> Sheet:
        """Give the recovery sheet as it stands now."""
        return Sheet(self._house_name(), self.draft.recovery_words, self._clock().date(), self._door.current.language)

    def ask_sheet(self) -> None:
        """Ask for a picture of the sheet."""
        self._work.ask(
            recovery_sheet.picture, self.sheet(),
            then=self._view.show_sheet, failed=self._sheet_failed, slot="sheet", on_paper=True,
        )  # fmt: skip

    def may_print(self) -> bool:
        """Tell whether the passphrase is good enough to print its sheet; else say what is wrong."""
        wrong = self._wrong_passphrase()
        if wrong:
            self._view.show_wrong(*wrong)
        return not wrong

    def sheet_kept(self, is_file: bool = False) -> None:
        """Note that the sheet was printed, or saved as a file."""
        self.draft.is_sheet_kept, self.draft.is_sheet_file = True, is_file

    def _sheet_failed(self, refused: Refused) -> None:
        if refused.reason in _ABOUT_THE_NAME and self.step is Step.PASSPHRASE:
            self._go(-1)
            self._view.show_wrong("name", self.sentence(refused))
        else:
            self._view.show_wrong("sheet", self.sentence(refused))

    def _warn_about_sheet(self) -> None:
        _ = self.words
        self._view.warn(
            _("Without the recovery sheet?"),
            _(
                "If the passphrase is forgotten, only this sheet still opens the house. Without it everything in the "
                "house is lost then, and nobody can help."
            ),
            _("Go on without"),
            lambda: self._go(1),
        )

    # --- what is wrong ---

    def sentence(self, refused: Refused) -> str:
        """Say a refusal."""
        return refusals.sentence(self.words, refused, self._formats)

    def _wrong(self) -> tuple[str, str] | None:
        draft = self.draft
        if self.step is Step.HOUSE:
            return self._wrong_name("name", draft.name) or self._wrong_name("place", draft.place)
        if self.step is Step.PASSPHRASE:
            return self._wrong_passphrase()
        if self.step is Step.PIN:
            return self._wrong_name("host", draft.host) or self._wrong_pin()
        return None

    def _wrong_name(self, field: str, typed: str) -> tuple[str, str] | None:
        return self._refused(field, typed_text.name, typed)

    def _wrong_passphrase(self) -> tuple[str, str] | None:
        draft = self.draft
        if not draft.is_own_passphrase:
            return None
        wrong = self._refused("passphrase", passphrase.check, draft.passphrase)
        if not wrong and draft.passphrase != draft.passphrase_again:
            return "passphrase_again", self.words("This is not the same as above. Type it once more.")
        return wrong

    def _wrong_pin(self) -> tuple[str, str] | None:
        draft = self.draft
        wrong = self._refused("pin", upkeep.check_new_pin, draft.pin)
        if not wrong and draft.pin != draft.pin_again:
            return "pin_again", self.words("This is not the same as above. Type it once more.")
        return wrong

    def _refused(self, field: str, rule: Callable[[str], object], typed: str) -> tuple[str, str] | None:
        try:
            rule(typed)
        except Refused as refused:
            return field, self.sentence(refused)
        return None

    # --- making ---

    def choose_folder(self, folder: Path) -> None:
        """Put the house in another folder."""
        self.draft.folder = folder
        self._view.show_step()

    def _make(self) -> None:
        _ = self.words
        is_sample = self.draft.kind is Kind.SAMPLE
        self._view.show_wrong("folder", "")
        self._view.show_busy(_("The sample house is being made…") if is_sample else _("The house is being made…"))
        self._work.ask(self._made, then=self._finished, failed=self._failed)

    def _made(self) -> str:
        """Make what was chosen and give the address to open; runs beside the window."""
        draft = self.draft
        if draft.wants_own_house and not draft.is_made:
            if draft.server:
                startup.create_on_server(draft.server, self._new_house())
            else:
                startup.create_house(draft.folder, self._new_house())
            draft.is_made = True
        if draft.kind is Kind.EMPTY:
            return draft.address
        startup.make_sample(startup.sample_folder(), self._clock().date())
        return str(startup.sample_folder())

    def _new_house(self) -> NewHouse:
        _, draft = self.words, self.draft
        has_house, has_host = Step.HOUSE not in draft.skipped, Step.PIN not in draft.skipped
        return NewHouse(
            name=self._house_name(),
            place=draft.place if has_house else _("Our place"),
            host=draft.host if has_host else _("Host"),
            pin=draft.pin if has_host else "",
            passphrase=draft.chosen_passphrase,
            language=self._door.current.language,
            recovery_words=draft.recovery_words,
        )

    def _house_name(self) -> str:
        typed = "" if Step.HOUSE in self.draft.skipped else self.draft.name.strip()
        return typed or self.words("Our house")

    def _finished(self, address: str) -> None:
        self._view.finish(address)

    def _failed(self, refused: Refused) -> None:
        self._view.show_busy("")
        step, field = _AT.get(refused.reason, (Step.BEGIN, "folder"))
        if step is not self.step:
            self.step = step
            self._view.show_step()
        taken = self.words("A house lies in this folder already. Choose another folder.")
        if self.draft.server:
            taken = self.words("Somebody set up a house there meanwhile. Close the program and start it again.")
        self._view.show_wrong(field, taken if refused.reason is Reason.FILE_EXISTS else self.sentence(refused))
