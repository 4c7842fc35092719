"""The parser of the command line: argparse that speaks the language of the program. The words are in `cli`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import Any, NoReturn

from meetingplace.domain import typed_text
from meetingplace.domain.recurrence import ORDINALS
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.catalog import Translator

ORDINAL_WORDS = ("first", "second", "third", "fourth", "fifth", "last")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SMALLEST_PICTURE, LARGEST_PICTURE = 200, 8_000  # px


class Parser(argparse.ArgumentParser):
    """A parser whose help and complaints are said by a translator; a complaint is one line and exit 2."""

    def __init__(self, words: Translator, **how: Any) -> None:
        """Take the language; everything else is as argparse has it, but a word is never completed by guessing."""
        _speak(words)
        self.words = words
        super().__init__(formatter_class=_Help, allow_abbrev=False, **how)

    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong with the line, and where the right words stand."""
        hint = self.words("“{command} --help” shows what can be asked.", command=self.prog)
        print(f"{self.prog}: {message}. {hint}", file=sys.stderr)
        raise SystemExit(2)


class Commands:
    """A place on the line where one of several commands follows; each takes the common options too."""

    def __init__(self, _: Translator, parser: Parser, common: Parser) -> None:
        """Let commands follow after a parser, each with the options of `common`."""
        self._words, self._common = _, common
        self._known: Any = parser.add_subparsers(title=_("commands"), metavar="COMMAND")

    def add(self, name: str, says: str, run: str = "", common: Parser | None = None) -> Parser:
        """Add a command that runs a function of a module of `commands`: "module.function"."""
        parents = [common or self._common]
        added: Parser = self._known.add_parser(name, words=self._words, help=says, description=says, parents=parents)
        if run:
            added.set_defaults(run=run)
        return added

    def under(self, command: Parser) -> Commands:
        """Let commands follow after a command; one of them must."""
        below = Commands(self._words, command, self._common)
        below._known.required = True
        return below


class _Help(argparse.HelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=34)


def _speak(_: Translator) -> None:
    """Hand argparse our words: it asks gettext's global domain for them, which cannot read our catalogs."""
    said = {
        "usage: ": _("usage: "),
        "options": _("options"),
        "positional arguments": _("what must be named"),
        "show this help message and exit": _("show this help"),
        "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
        "unrecognized arguments: %s": _("these words are not known here: %s"),
        "not allowed with argument %s": _("this does not go together with %s"),
        "ignored explicit argument %r": _("%r is too much here"),
        "the following arguments are required: %s": _("this is missing: %s"),
        "one of the arguments %s is required": _("one of these is missing: %s"),
        "expected one argument": _("a value is missing"),
        "invalid %(type)s value: %(value)r": _("%(value)r is not a number"),
        "invalid choice: %(value)r (choose from %(choices)s)": _("%(value)r is not one of these: %(choices)s"),
    }
    vars(argparse)["_"] = lambda text: said.get(text, text)


# --- what a value may be ---------------------------------------------------------------------------------------------


def day(typed: str) -> date:
    """Read a date, 2026-11-25 or as people here write it; refuses DATE_IMPOSSIBLE."""
    return typed_text.read_date(typed, date.today())


def hour(typed: str) -> time:
    """Read an hour; refuses TIME_IMPOSSIBLE."""
    return typed_text.read_time(typed)


def month_ages(typed: str) -> list[int]:
    """Read ages like 12m,3y as months; refuses NUMBER_IMPOSSIBLE."""
    return [_months(word) for word in words(typed)]


def weekdays(typed: str) -> tuple[int, ...]:
    """Read weekdays like wed,fri (Monday is 0); refuses CHOICE_UNKNOWN."""
    return tuple(WEEKDAYS.index(one_of(WEEKDAYS, word[:3])) for word in words(typed))


def ordinals(typed: str) -> tuple[int, ...]:
    """Read which weekdays of the month, like first,last; refuses CHOICE_UNKNOWN."""
    return tuple(ORDINALS[ORDINAL_WORDS.index(one_of(ORDINAL_WORDS, word))] for word in words(typed))


def days(typed: str) -> list[date]:
    """Read dates that are joined by commas; refuses DATE_IMPOSSIBLE."""
    return [day(word) for word in words(typed)]


def words(typed: str) -> list[str]:
    """Divide words that are joined by commas."""
    return [word.strip() for word in typed.split(",") if word.strip()]


def row_id(typed: str) -> int:
    """Read an id as the program prints it; refuses NOT_FOUND."""
    if not (typed.isascii() and typed.isdecimal()) or len(typed) > 12:
        raise Refused(Reason.NOT_FOUND)
    return int(typed)


def month(typed: str) -> date:
    """Read a month like 2026-11 as its first day; refuses DATE_IMPOSSIBLE."""
    try:
        return datetime.strptime(typed, "%Y-%m").date()
    except ValueError:
        raise Refused(Reason.DATE_IMPOSSIBLE, typed=typed[:20]) from None


def size(typed: str) -> tuple[int, int]:
    """Read a size in px like 1366x768; refuses NUMBER_IMPOSSIBLE."""
    width, _cross, height = typed.lower().partition("x")
    if all(side.isdecimal() and SMALLEST_PICTURE <= int(side[:9]) <= LARGEST_PICTURE for side in (width, height)):
        return int(width), int(height)
    raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=typed[:20])


def scale(typed: str) -> float:
    """Read a scale of the texts from 0.8 to 2; refuses NUMBER_IMPOSSIBLE."""
    try:
        number = float(typed)
    except ValueError:
        number = 0.0
    if not 0.8 <= number <= 2.0:
        raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=typed[:20])
    return number


def member(choices: Any) -> Callable[[str], Any]:
    """Give a reader of one member of an enumeration by its value; it refuses CHOICE_UNKNOWN."""
    return lambda typed: choices(one_of([choice.value for choice in choices], typed))


def members(choices: Any) -> Callable[[str], list[Any]]:
    """Give a reader of several members that are joined by commas; it refuses CHOICE_UNKNOWN."""
    return lambda typed: [member(choices)(word) for word in words(typed)]


def one_of(choices: Iterable[str], typed: str) -> str:
    """Give the word back if it is one of the choices; refuses CHOICE_UNKNOWN."""
    known = list(choices)
    if typed.strip().lower() not in known:
        raise Refused(Reason.CHOICE_UNKNOWN, typed=typed[:40], choices=", ".join(known))
    return typed.strip().lower()


def _months(typed: str) -> int:
    word = typed.lower()
    number = word.rstrip("my")
    if not (number.isascii() and number.isdecimal()) or len(number) > 4 or len(word) - len(number) > 1:
        raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=typed[:20])
    return int(number) * (12 if word.endswith("y") else 1)
