"""Which phrases are listed, and what is done with them. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from meetingplace.domain.language import is_right_to_left
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import refusals
from meetingplace.i18n.catalog import Phrase, isolated_if_turned, numbers_of_forms
from meetingplace.i18n.formats import own_name
from meetingplace.i18n.words import text_state_name
from meetingplace.services import files, own_phrases
from meetingplace.services.changes import Topic
from meetingplace.services.own_phrases import PhrasesBoard, PhrasesFile
from meetingplace.ui.kit.surroundings import Surroundings

FOLLOWS = frozenset({Topic.PHRASES})
STATES = ("machine", "human", "checked", "source")
NAME, FORM = "name", "form"


@dataclass(frozen=True)
class RowShown:
    """A phrase in the list: what it means in Dutch, how it is said, and who has read it."""

    key: own_phrases.Key
    dutch: str
    said: str
    state: str


@dataclass(frozen=True)
class ListShown:
    """The phrases of a language, and how far they have been read."""

    language: str
    languages: tuple[tuple[str, str], ...]
    states: tuple[tuple[str, str], ...]
    rows: tuple[RowShown, ...]
    says: str


@dataclass(frozen=True)
class PhraseShown:
    """One phrase to correct; its forms are those of a counted text, or the one of any other."""

    key: own_phrases.Key
    language: str
    title: str
    dutch: str
    shipped: str
    forms: tuple[tuple[str, str], ...]  # the label and the text of each
    fields: str
    says: str
    is_right_to_left: bool
    is_own: bool


class View(Protocol):
    """The part of the House screen that lists the phrases."""

    def show_phrases(self, shown: ListShown) -> None:
        """Show the phrases."""

    def open_phrase(self, shown: PhraseShown) -> None:
        """Open a phrase to correct it."""

    def close_phrase(self) -> None:
        """Close it: what was typed is saved."""

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field of the open phrase, or of the question who read them."""

    def ask_about_file(self, says: str, read: PhrasesFile) -> None:
        """Ask whether what a file brings is to be taken over."""


class Presenter:
    """The phrases of one language after the other."""

    def __init__(self, around: Surroundings, view: View) -> None:
        """Begin with the second language of the program's host; nothing is asked before `refresh`."""
        self._around, self._view, self._ = around, view, around.words
        self._language, self._words, self._state = "fr", "", ""
        self._board: PhrasesBoard | None = None

    # --- the list ---

    def refresh(self) -> None:
        """Ask the phrases again."""
        asked = self._language, self._words, self._state
        self._around.work.ask(own_phrases.phrases_board, *asked, then=self._show, slot="phrases")

    def choose_language(self, code: str) -> None:
        """List another language."""
        self._language = code
        self.refresh()

    def search(self, words: str) -> None:
        """List what contains these words, in this language, in Dutch or in English."""
        self._words = words
        self.refresh()

    def choose_state(self, state: str) -> None:
        """List the phrases of one state, or of all."""
        self._state = state
        self.refresh()

    def _show(self, board: PhrasesBoard) -> None:
        self._board = board
        _ = self._
        rows = tuple(
            RowShown((one.msgid, one.context), one.dutch, _side_by_side(one.forms), self._state_of(one))
            for one in board.phrases
        )
        read = board.states["checked"] + board.states["source"]
        total = board.states.total()
        says = _("{read} of {total} phrases were read by a speaker.", read=read, total=total)
        if board.own:
            says += " " + _.plural("{n} is your own.", "{n} are your own.", board.own)
        self._view.show_phrases(
            ListShown(
                board.language,
                tuple((code, own_name(code)) for code in board.languages),
                (("", _("All states")), *((state, text_state_name(_, state)) for state in STATES)),
                rows,
                says,
            )
        )

    def _state_of(self, phrase: Phrase) -> str:
        if phrase.checked_by and phrase.checked_on:
            day = self._around.formats.long_day(phrase.checked_on)
            return self._("read by {name}, {day}", name=phrase.checked_by, day=day)
        return text_state_name(self._, phrase.state)

    # --- one phrase ---

    def open_phrase(self, key: own_phrases.Key) -> None:
        """Open a phrase of the list."""
        phrase = self._phrase(key)
        if phrase is None:
            return
        _ = self._
        names = self._counted() if len(phrase.forms) > 1 else [_("The words that parents read")]
        fields = sorted(set(_fields(phrase)))
        self._view.open_phrase(
            PhraseShown(
                key=key,
                language=self._language,
                title=_("A phrase in {language}", language=isolated_if_turned(own_name(self._language))),
                dutch=phrase.dutch,
                shipped=_side_by_side(phrase.shipped),
                forms=tuple(zip(names, phrase.forms, strict=True)),
                fields=_("These stay as they are: {fields}", fields=", ".join(fields)) if fields else "",
                says=self._state_of(phrase),
                is_right_to_left=is_right_to_left(self._language),
                is_own=phrase.is_own,
            )
        )

    def _counted(self) -> list[str]:
        """Name the forms of a counted phrase by numbers that take them."""
        forms = numbers_of_forms(self._language)
        return [self._("For a number such as {numbers}", numbers=", ".join(map(str, numbers))) for numbers in forms]

    def correct(self, key: own_phrases.Key, forms: tuple[str, ...]) -> None:
        """Say it in these words from now on."""
        self._around.work.do(
            own_phrases.correct, self._language, key, forms, then=self._corrected, failed=partial(self._wrong, FORM)
        )

    def restore(self, key: own_phrases.Key) -> None:
        """Say the shipped words again."""
        self._around.work.do(
            own_phrases.restore, self._language, key, then=self._corrected, failed=partial(self._wrong, FORM)
        )

    def was_read(self, keys: tuple[own_phrases.Key, ...], name: str) -> None:
        """Note that a speaker read these phrases as they are said now."""
        self._around.work.do(
            own_phrases.mark_checked, self._language, keys, name, self._around.clock().date(),
            then=self._corrected, failed=partial(self._wrong, NAME),
        )  # fmt: skip

    @property
    def listed(self) -> tuple[own_phrases.Key, ...]:
        """Give the phrases that are listed."""
        return tuple((one.msgid, one.context) for one in self._board.phrases) if self._board else ()

    def _corrected(self, _changes: object) -> None:
        self._view.close_phrase()

    def _phrase(self, key: own_phrases.Key) -> Phrase | None:
        phrases = self._board.phrases if self._board else ()
        return next((one for one in phrases if (one.msgid, one.context) == key), None)

    def _wrong(self, field: str, refused: Refused) -> None:
        self._view.show_wrong(field, self._sentence(refused))

    def _sentence(self, refused: Refused) -> str:
        if refused.reason is Reason.TEXT_MISSING:
            return self._("Every form needs words.")
        return refusals.sentence(self._, refused, self._around.formats)

    # --- files ---

    def save_file(self, file: Path) -> None:
        """Write the phrases of the language into a .po file."""
        self._around.work.ask(own_phrases.file_of, self._language, then=partial(self._write, file))

    def _write(self, file: Path, content: bytes) -> None:
        self._around.work.ask(files.save, file, content, then=partial(self._written, file), on_paper=True)

    def _written(self, file: Path, _none: object) -> None:
        self._around.say(self._("Saved: {files}", files=file.name))

    def open_file(self, file: Path) -> None:
        """Look what a .po file would bring."""
        self._around.work.ask(own_phrases.open_file, file, self._language, then=self._opened, slot="file")

    def _opened(self, read: PhrasesFile) -> None:
        _ = self._
        said = [_.plural("{n} phrase is new or differs.", "{n} phrases are new or differ.", len(read.wanted))]
        if read.same:
            said.append(_.plural("{n} is the same.", "{n} are the same.", read.same))
        if read.unknown:
            said.append(_.plural("{n} is not known here.", "{n} are not known here.", read.unknown))
        if read.wrong:
            said.append(
                _.plural(
                    "{n} is left out: words in braces are missing.",
                    "{n} are left out: words in braces are missing.",
                    read.wrong,
                )
            )
        self._view.ask_about_file(" ".join(said), read)

    def take_over(self, read: PhrasesFile) -> None:
        """Take over what a file brings."""
        self._around.work.do(own_phrases.read_in, read)


def _side_by_side(forms: tuple[str, ...]) -> str:
    return " · ".join(map(isolated_if_turned, forms))


def _fields(phrase: Phrase) -> list[str]:
    from_text = phrase.msgid + phrase.plural
    return [f"{{{part.split('}')[0]}}}" for part in from_text.split("{")[1:]]
