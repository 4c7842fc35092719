"""Catalogs and translators: `app` is what the program says, `paper` what parents read.

Babel reads their notes; the texts alone are read by `texts`, which is lighter.

Catalogs are read straight from their .po files (`translations/<catalog>/<language>/meetingplace.po`) and remembered.
Each paper phrase carries its state as a comment `#. state: source | human | machine | checked`; nobody's machine text
is shown as checked.
"""

from __future__ import annotations

import gettext
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from meetingplace import paths
from meetingplace.domain.language import is_right_to_left
from meetingplace.domain.own_phrases import OwnPhrase
from meetingplace.i18n.digits import in_own_digits
from meetingplace.i18n.texts import Texts

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

SOURCE_LANGUAGE = "en"
ISOLATE, END_ISOLATE = "\u2068", "\u2069"
_OPENING = "\u2066\u2067\u2068"
STATES = ("source", "human", "machine", "checked")
_COUNTED = 200  # in the languages of paper, every form is met below
_WEAKEST_FIRST = ("machine", "human", "checked", "source")


class Translator:
    """One language of one catalog. Call it with an English text: `_("Saved on {day}", day=...)`."""

    def __init__(self, language: str, texts: gettext.NullTranslations, isolates_values: bool = False) -> None:
        """Translate with `texts`.

        On paper, values are isolated so that a Dutch street does not upset an Arabic line.
        """
        self.language = language
        self.is_right_to_left = is_right_to_left(language)
        self._texts = texts
        self._isolates_values = isolates_values

    def __call__(self, msgid: str, **values: object) -> str:
        """Translate a text and put its values in."""
        own = self._own(msgid)
        return self._filled(own[0] if own else self._texts.gettext(msgid), values)

    def plural(self, singular: str, plural: str, n: int, **values: object) -> str:
        """Translate a text that depends on a number; the number is a value itself: `{n}`."""
        own = self._own(singular)
        said = own[_form_of(self.language)(n)] if own else self._texts.ngettext(singular, plural, n)
        return self._filled(said, {"n": n, **values})

    def context(self, context: str, msgid: str, **values: object) -> str:
        """Translate a word that would be ambiguous without its context."""
        own = self._own(msgid, context)
        return self._filled(own[0] if own else self._texts.pgettext(context, msgid), values)

    def _own(self, msgid: str, context: str = "") -> tuple[str, ...]:
        """Give the forms of a phrase of paper as the house says it; none where it says the shipped one."""
        if not self._isolates_values:
            return ()
        own = _house.phrases.get((self.language, msgid, context))
        return own.forms if own else ()

    def _filled(self, text: str, values: dict[str, object]) -> str:
        if not values:
            return text
        if self._isolates_values:
            values = {name: isolated(self._said(value)) for name, value in values.items()}
        return text.format(**values)

    def _said(self, value: object) -> str:
        return in_own_digits(self.language, str(value)) if isinstance(value, int) else str(value)


class _House:
    """What the house that is open says otherwise; the whole is replaced at once, so that no thread sees half of it."""

    phrases: Mapping[tuple[str, str, str], OwnPhrase] = {}


_house = _House()


def use_own(phrases: Iterable[OwnPhrase]) -> None:
    """Say these phrases as the house says them, from now on and everywhere, and no others."""
    _house.phrases = {phrase.key: phrase for phrase in phrases}
    phrase_states.cache_clear()


@dataclass(frozen=True)
class Phrase:
    """A phrase of paper in one language, as it is said now; `shipped` is what the program brought."""

    msgid: str
    plural: str
    context: str
    forms: tuple[str, ...]
    shipped: tuple[str, ...]
    state: str
    dutch: str
    checked_by: str = ""
    checked_on: date | None = None

    @property
    def is_own(self) -> bool:
        """Tell whether the house says it otherwise, or had it read."""
        return self.forms != self.shipped or bool(self.checked_by)


def phrases_of(language: str) -> list[Phrase]:
    """List the phrases of paper and corner in one language, those of the house in the place of the shipped ones."""
    dutch, found = _read("paper", "nl"), []
    for message in _read("paper", language):
        if not message.id:
            continue
        msgid, plural = (message.id, "") if isinstance(message.id, str) else (message.id[0], message.id[1])
        context = message.context or ""
        shipped = _forms(message)
        own = _house.phrases.get((language, msgid, context))
        said = dutch.get(msgid, message.context)
        found.append(
            Phrase(
                msgid, plural, context,
                own.forms if own else shipped,
                shipped,
                own.state if own else state_of(message),
                _forms(said)[-1] if said else msgid,
                own.checked_by if own else "",
                own.checked_on if own else None,
            )
        )  # fmt: skip
    return found


def _forms(message: Message) -> tuple[str, ...]:
    said = message.string
    return (said,) if isinstance(said, str) else tuple(said or ())


def number_of_forms(language: str) -> int:
    """Tell how many forms a counted text has in a language."""
    return int(_read("paper", language).num_plurals)


def plural_forms(language: str) -> str:
    """Give the rule of a language for counted texts, as gettext writes it."""
    return str(_read("paper", language).plural_forms)


def numbers_of_forms(language: str) -> tuple[tuple[int, ...], ...]:
    """Give for each form of a counted text the first three numbers that take it."""
    form_of = _form_of(language)
    found: list[list[int]] = [[] for _form in range(number_of_forms(language))]
    for number in range(_COUNTED):
        found[form_of(number)].append(number)
    return tuple(tuple(numbers[:3]) for numbers in found)


@cache
def _form_of(language: str) -> Callable[[int], int]:
    """Give which form a number takes in a language."""
    return gettext.c2py(_read("paper", language).plural_expr)


def isolated(value: str) -> str:
    """Wrap a value so that its direction stays inside it; marks that a person typed and never closed are taken out."""
    depth = 0
    for letter in value:
        depth += (letter in _OPENING) - (letter == END_ISOLATE)
        if depth < 0:
            break
    if depth:
        value = "".join(letter for letter in value if letter not in _OPENING and letter != END_ISOLATE)
    return f"{ISOLATE}{value}{END_ISOLATE}"


def isolated_if_turned(value: str) -> str:
    """Isolate a value that holds letters from right to left, so that the line it begins is not turned round."""
    return isolated(value) if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in value) else value


@cache
def translator(catalog: str, language: str) -> Translator:
    """Give the translator of a catalog ("app" or "paper"); a language without a catalog speaks English."""
    isolates = catalog == "paper"
    file = paths.translations() / catalog / language / "meetingplace.po"
    if language == SOURCE_LANGUAGE and not isolates:
        return Translator(language, gettext.NullTranslations())
    if not file.exists():
        return Translator(language, gettext.NullTranslations(), isolates)
    return Translator(language, Texts(file), isolates)


def state_of(message: Message) -> str:
    """Read the state of one message from its comment; one without a mark counts as machine."""
    marks = [note.removeprefix("state:").strip() for note in message.auto_comments if note.startswith("state:")]
    return marks[0] if marks and marks[0] in STATES else "machine"


@cache
def phrase_states(catalog: str, language: str) -> Counter[str]:
    """Count the phrases of a catalog by state: source, human, machine or checked."""
    if catalog == "paper":
        return Counter(phrase.state for phrase in phrases_of(language))
    return Counter(state_of(message) for message in _read(catalog, language) if message.id)


def state(catalog: str, language: str) -> str:
    """Give the weakest state among the phrases of a language: what a check list should say of the whole."""
    counted = phrase_states(catalog, language)
    return next((mark for mark in _WEAKEST_FIRST if counted[mark]), "machine")


def phrase_state(language: str, msgid: str, context: str | None = None) -> str:
    """Give the state of one paper phrase; a phrase that the language lacks counts as machine."""
    own = _house.phrases.get((language, msgid, context or ""))
    if own:
        return own.state
    message = _read("paper", language).get(msgid, context)
    return state_of(message) if message and message.string else "machine"


def state_of_phrases(language: str, msgids: Iterable[str]) -> str:
    """Give the weakest state among some paper phrases of a language."""
    found = {phrase_state(language, msgid) for msgid in msgids}
    return next((mark for mark in _WEAKEST_FIRST if mark in found), "machine")


def checked_share(language: str) -> float:
    """Give the share of the paper phrases, from 0 to 1, that a speaker has read or that are in their own language."""
    counted = phrase_states("paper", language)
    return (counted["checked"] + counted["source"]) / counted.total() if counted else 0.0


@cache
def _read(catalog: str, language: str) -> Catalog:
    from babel.messages.catalog import Catalog  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415 (the start of the program stays light)

    file = paths.translations() / catalog / language / "meetingplace.po"
    if not file.exists():
        return Catalog()
    with file.open("rb") as opened:
        return read_po(opened, locale=language)
