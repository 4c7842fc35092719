"""The command line: the second client of the core. Here are the words on the line, and which command they lead to.

Success is exit 0, a refusal one clear line on stderr and exit 1, wrong usage exit 2. The commands lie in `commands` and
are loaded when they are asked for, so that `--version` and `--help` answer at once and a window is only built by a
command that opens one.
"""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from meetingplace import paths
from meetingplace.commands import parser as read
from meetingplace.commands.parser import Commands, Parser
from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.families import Relation
from meetingplace.domain.language import PAPER, PROGRAM
from meetingplace.domain.paper_lists import NameColumn
from meetingplace.domain.sessions import Function
from meetingplace.domain.voices import Kind
from meetingplace.i18n.catalog import Translator, translator
from meetingplace.i18n.words import visit_columns

SPEAKING = ("visit", "voice", "slip", "family")  # commands whose own --language is that of a parent


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words == ["--version"]:
        print(f"meetingplace {paths.version()}")
        return 0
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")  # names in every script, also through a pipe
    _ = _translator(words)
    try:
        return _run(_, words)
    except (KeyboardInterrupt, EOFError):  # EOFError: a question was answered by closing the terminal
        print(_("Stopped."), file=sys.stderr)
    except BrokenPipeError:
        # whoever read our output has gone: there is nobody to tell, also not when Python tidies up
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as problem:
        from meetingplace.commands import net

        print(net.told(_, problem), file=sys.stderr)
    return 1


def _run(_: Translator, words: list[str]) -> int:
    without_words = Namespace(run="window.open_house", then="", data=None, database=None, language=None)
    args = _parser(_).parse_args(words, without_words)
    for name in filter(None, (args.run, args.then)):
        module, verb = name.split(".")
        status: int = getattr(importlib.import_module(f"meetingplace.commands.{module}"), verb)(args, _)
        sys.stdout.flush()
        if status:
            return status
    return 0


def _translator(words: Sequence[str]) -> Translator:
    from meetingplace import settings

    asked = _asked_language(words)
    known = asked if asked in PROGRAM else settings.load(paths.user_settings_file()).settings.language
    return translator("app", known)


def _asked_language(words: Sequence[str]) -> str:
    """Find the language of the program on the line; after a command that speaks, it is another one."""
    asked = ""
    for word, following in pairwise((*words, "")):
        if word in SPEAKING:
            break
        if word == "--language":
            asked = following
        elif word.startswith("--language="):
            asked = word.partition("=")[2]
    return asked


# --- the words on the line -------------------------------------------------------------------------------------------


def _parser(_: Translator) -> Parser:
    house = Parser(_, add_help=False, argument_default=argparse.SUPPRESS)
    house.add_argument("--data", type=Path, metavar="DIR", help=_("the folder of the house"))
    house.add_argument("--database", metavar="URL", help=_("a PostgreSQL server instead of a folder (postgresql://…)"))
    program = Parser(_, add_help=False, parents=[house], argument_default=argparse.SUPPRESS)
    program.add_argument("--language", choices=PROGRAM, help=_("the language of the program"))
    about = _("Plan sessions, register who comes, hear parents, print flyers. Without a command the window opens.")
    parser = Parser(_, prog="meetingplace", parents=[program], description=about)
    parser.add_argument(
        "--version", action="version", version=f"meetingplace {paths.version()}", help=_("show the version")
    )
    commands = Commands(_, parser, program)
    _sample_words(_, commands)
    _planning_words(_, commands)
    _plan_words(_, commands)
    _desk_words(_, commands, house)
    _visits_words(_, commands)
    _paper_words(_, commands)
    _poster_words(_, commands)
    _slip_words(_, commands, house)
    _family_words(_, commands, house)
    _upkeep_words(_, commands)
    _picture_words(_, commands)
    return parser


def _sample_words(_: Translator, commands: Commands) -> None:
    demo = commands.add("demo", _("make the sample house and open it"), "sample_house.make")
    numbers = {
        "--years": _("how many school years"), "--places": _("how many places"), "--families": _("how many families"),
        "--visits": _("how many visits"), "--voices": _("how many voices"), "--seed": _("any number: another house"),
    }  # fmt: skip
    for option, says in numbers.items():
        demo.add_argument(option, type=int, metavar="N", help=says)
    _add_day(demo, "--today", "today", _("the day from which the house is seen"))
    demo.add_argument(
        "--no-window", dest="then", action="store_const", const="", default="window.open_sample", help=_("make it only")
    )
    demo.add_argument("--fresh", action="store_true", help=_("make it anew where a sample house lies already"))
    _add_format(_, demo)


def _planning_words(_: Translator, commands: Commands) -> None:
    listed = commands.add("sessions", _("list the sessions of a period"), "planning.list_sessions")
    _add_day(listed, "--from", "first", _("the first day; today when it is left out"))
    _add_day(listed, "--to", "last", _("the last day; four weeks later when it is left out"))
    listed.add_argument("--place", metavar="NAME", help=_("of one place only"))
    listed.add_argument("--series", metavar="ID", help=_("of one series only"))
    listed.add_argument("--person", metavar="NAME", help=_("of one team member only"))
    listed.add_argument("--out", type=Path, metavar="FILE", help=_("write it to a file instead of printing it"))
    _add_format(_, listed, "csv", "ics", "xlsx")

    series = commands.under(commands.add("series", _("plan a series")))
    says = _("plan sessions that repeat, and say which dates are skipped")
    _series_words(_, series.add("add", says, "series.add"))


def _series_words(_: Translator, add: Parser) -> None:
    add.add_argument("--title", required=True, metavar="TITLE", help=_("what it is called"))
    add.add_argument("--place", required=True, metavar="NAME", help=_("where it is"))
    add.add_argument("--start", required=True, type=read.hour, metavar="HH:MM", help=_("when the door opens"))
    add.add_argument("--end", required=True, type=read.hour, metavar="HH:MM", help=_("when the door closes"))
    when = add.add_mutually_exclusive_group(required=True)
    days = _("on which days of the week: {days}", days=", ".join(read.WEEKDAYS))
    when.add_argument("--weekdays", type=read.weekdays, metavar="wed,fri", help=days)
    when.add_argument("--dates", type=read.days, metavar="YYYY-MM-DD,…", help=_("on these dates only"))
    which = _("which ones of the month: {which}", which=", ".join(read.ORDINAL_WORDS))
    add.add_argument("--monthly", type=read.ordinals, metavar="first,last", help=which)
    add.add_argument("--every", type=int, default=1, metavar="N", help=_("every so many weeks, or months"))
    _add_day(add, "--from", "first", _("the first day; not with --dates"))
    _add_day(add, "--to", "last", _("the last day; may be left out with --number"))
    add.add_argument("--number", type=int, metavar="N", help=_("stop after so many sessions"))
    skips = _("days off to skip: {calendars}", calendars=", ".join(off.value for off in DaysOff))
    add.add_argument("--skip-holidays", type=read.members(DaysOff), default=[], metavar="flemish,french", help=skips)
    keep = _("days off on which it goes on all the same")
    add.add_argument("--keep", type=read.days, default=[], metavar="YYYY-MM-DD,…", help=keep)
    add.add_argument("--team", type=read.words, default=[], metavar="NAME,NAME", help=_("who of the team is there"))
    functions = _("functions: {functions}", functions=", ".join(function.value for function in Function))
    add.add_argument("--function", type=read.members(Function), default=[], metavar="cohesion", help=functions)
    add.add_argument("--capacity", type=int, metavar="N", help=_("how many people; as the place has it when left out"))
    add.set_defaults(complain=add.error)
    _add_format(_, add)


def _plan_words(_: Translator, commands: Commands) -> None:
    plan = commands.under(commands.add("plan", _("the plan as a whole")))
    says = _("read a plan from a calendar file or a table, and say what is new, changed and unclear")
    reading = plan.add("import", says, "plan.import_file")
    reading.add_argument("file", type=Path, metavar="FILE.ics|xlsx|csv", help=_("the file to read"))
    reading.add_argument("--place", metavar="NAME", help=_("where they are when no known place is named"))
    reading.add_argument("--dry-run", action="store_true", help=_("only say what would be done"))
    _add_format(_, reading)
    says = _("make a sheet of the plan for the team: month, week, school year or roster")
    sheet = plan.add("print", says, "plan.print_sheet")
    kinds = _("which sheet")
    sheet.add_argument("--kind", required=True, choices=("month", "week", "year", "roster"), help=kinds)
    _add_day(sheet, "--from", "first", _("the first day, or any day of the month, week or year"), is_required=True)
    _add_day(sheet, "--to", "last", _("the last day; of that month, week or year when it is left out"))
    sheet.add_argument("--place", metavar="NAME", help=_("of one place only"))
    sheet.add_argument("--paper", choices=("a4", "a3"), default="a4", help=_("size of the paper"))
    _add_out(sheet, _("where to write it"), "FILE.pdf")


def _desk_words(_: Translator, commands: Commands, house: Parser) -> None:
    spoken = _("language that is spoken, by its code (ar)")
    visit = commands.add("visit", _("register one arrival"), "arrivals.arrive", house)
    visit.add_argument("--session", required=True, metavar="ID", help=_("which session"))
    who = visit.add_mutually_exclusive_group()
    who.add_argument("--family", metavar="CODE", help=_("a family, by its code or its nickname"))
    ages = _("or children without a name: ages in months (12m) or years (3y)")
    who.add_argument("--children", type=read.month_ages, default=[], metavar="12m,3y", help=ages)
    relations = _("adults without a name: {relations}", relations=", ".join(each.value for each in Relation))
    visit.add_argument(
        "--adults", type=read.members(Relation), default=[], metavar="mother,grandparent", help=relations
    )
    visit.add_argument(
        "--language", dest="spoken", type=read.words, action="append", default=[], metavar="ar", help=spoken
    )
    _add_format(_, visit)

    says = _("open the screen where parents sign in themselves; only the PIN of a host leads out of it")
    commands.add("sign-in", says, "window.sign_in")
    says = _("open the parents' corner; only the PIN of a host leads out of it")
    commands.add("corner", says, "window.corner")

    voice = commands.add("voice", _("write down what a parent says"), "voices.hear", house)
    voice.add_argument("--session", metavar="ID", help=_("the session where it was heard"))
    kinds = ", ".join(kind.value for kind in Kind)
    voice.add_argument("--kind", type=read.member(Kind), default=Kind.WISH, metavar="wish", help=kinds)
    voice.add_argument("--language", dest="spoken", default="nl", metavar="ar", help=spoken)
    voice.add_argument("--text", required=True, help=_("the parent's own words"))
    _add_format(_, voice)

    listed = commands.add("voices", _("list what parents say, and where it stands"), "voices.list_all")
    listed.add_argument("--place", metavar="NAME", help=_("of one place only"))
    listed.add_argument("--notes", action="store_true", help=_("with the notes of the team"))
    _add_format(_, listed, "csv")


def _paper_words(_: Translator, commands: Commands) -> None:
    flyer = commands.add("flyer", _("make a flyer"), "flyers.make")
    what = flyer.add_mutually_exclusive_group(required=True)
    what.add_argument("--session", metavar="ID", help=_("of one session"))
    what.add_argument("--series", metavar="ID", help=_("of a series"))
    what.add_argument("--month", type=read.month, metavar="YYYY-MM", help=_("the programme of a month"))
    flyer.add_argument("--place", metavar="NAME", help=_("of one place only"))
    languages = _("the languages on it: {languages}", languages=", ".join(PAPER))
    flyer.add_argument("--languages", required=True, type=read.words, metavar="nl,ar", help=languages)
    layouts = ", ".join(sorted(file.stem for file in paths.resource("flyer_layouts").glob("*.toml")))
    flyer.add_argument("--layout", metavar="NAME", help=_("how it is laid out: {layouts}", layouts=layouts))
    papers = ("a4", "a5", "a3", "a6x4", "a4-landscape", "a3-landscape")
    size = _("size of the paper; the first one that the layout comes on when it is left out")
    flyer.add_argument("--paper", type=str.lower, choices=papers, help=size)
    colours = _("the colours; those of the house when left out")
    flyer.add_argument("--mood", choices=("cherry", "park", "evening"), help=colours)
    flyer.add_argument("--grey", action="store_true", help=_("without colours"))
    flyer.add_argument("--picture", metavar="NAME", help=_("a picture of the house"))
    flyer.add_argument("--format", choices=("pdf", "png", "text"), default="pdf", help=_("kind of file"))
    _add_out(flyer, _("where to write it"), "FILE")

    sheet = commands.add("sheet", _("make a paper list for a session"), "sheets.make")
    sheet.add_argument("--session", required=True, metavar="ID", help=_("which session"))
    kinds = _("tally sheet, list of first names, or name cards to cut out")
    sheet.add_argument("--kind", required=True, choices=("tally", "names", "cards"), help=kinds)
    columns = _("the columns beside the first name: {columns}", columns=", ".join(one.value for one in NameColumn))
    sheet.add_argument("--columns", type=read.members(NameColumn), default=[], metavar="ages,left", help=columns)
    blanks = _("how many blank rows or cards there are at least")
    sheet.add_argument("--blank", type=int, metavar="N", help=blanks)
    sheet.set_defaults(complain=sheet.error)
    _add_out(sheet, _("where to write it"), "FILE.pdf")


def _visits_words(_: Translator, commands: Commands) -> None:
    known = ", ".join(visit_columns(_).values())
    visits = commands.under(commands.add("visits", _("the visits of many sessions")))
    reading = visits.add("import", _("read visits from a table: whole, or nothing of it"), "visits.import_file")
    reading.epilog = _("Columns that can be read, in any order: {columns}.", columns=known)
    reading.add_argument("file", type=Path, metavar="FILE.csv|xlsx", help=_("the file to read"))
    reading.add_argument("--dry-run", action="store_true", help=_("only say what would be done"))
    _add_format(_, reading)


def _slip_words(_: Translator, commands: Commands, house: Parser) -> None:
    says = _("make a referral slip for a parent, in Dutch and another language")
    slip = commands.add("slip", says, "slips.make", house)
    slip.add_argument("--partner", required=True, metavar="NAME", help=_("to whom is referred"))
    languages = _("the language beside the Dutch: {languages}", languages=", ".join(PAPER))
    slip.add_argument("--language", dest="beside", default="nl", metavar="ar", help=languages)
    _add_out(slip, _("where to write it"), "FILE.pdf")


def _poster_words(_: Translator, commands: Commands) -> None:
    says = _("make a poster, a sheet with faces or slips for ideas")
    poster = commands.add("poster", says, "posters.make")
    kinds = _("you said – we did, dots to stick, faces to tick, slips to write on")
    poster.add_argument("--kind", required=True, choices=("said-did", "dots", "faces", "slips"), help=kinds)
    languages = _("the languages on it: {languages}", languages=", ".join(PAPER))
    poster.add_argument("--languages", type=read.words, default=[], metavar="nl,ar", help=languages)
    size = _("size of the paper")
    poster.add_argument("--paper", type=str.lower, choices=("a4", "a3"), default="a4", help=size)
    _add_day(poster, "--from", "first", _("what was told since this day; since September when it is left out"))
    poster.add_argument("--place", metavar="NAME", help=_("of one place only"))
    poster.add_argument("--poll", metavar="ID", help=_("which choice; the open one when it is left out"))
    poster.add_argument("--session", metavar="ID", help=_("which session"))
    poster.set_defaults(complain=poster.error)
    _add_out(poster, _("where to write it"), "FILE.pdf")


def _family_words(_: Translator, commands: Commands, house: Parser) -> None:
    family = commands.under(commands.add("family", _("one family, by its number or its nickname"), "", house))
    which = _("which family, by its number or its nickname")
    says = _("write all that is kept about a family, for the parent who asks")
    statement = family.add("statement", says, "families.make_statement", house)
    statement.add_argument("family", metavar="ID", help=which)
    statement.add_argument("--format", choices=("pdf", "json"), default="pdf", help=_("kind of file"))
    languages = _("the language of the parent: {languages}", languages=", ".join(PAPER))
    statement.add_argument("--language", dest="spoken", default="", metavar="ar", help=languages)
    _add_out(statement, _("where to write it"), "FILE")
    says = _("forget a family for good; the numbers stay")
    forget = family.add("forget", says, "families.forget", house)
    forget.add_argument("family", metavar="ID", help=which)
    forget.add_argument("--yes", action="store_true", help=_("without asking"))
    _add_format(_, forget)
    merge = family.add("merge", _("make one family of two that are one"), "families.merge", house)
    merge.add_argument("stays", metavar="ID", help=_("the family that stays"))
    merge.add_argument("goes", metavar="OTHER", help=_("the family that goes along in it"))
    merge.add_argument("--dry-run", action="store_true", help=_("only say what would be done"))
    _add_format(_, merge)


def _upkeep_words(_: Translator, commands: Commands) -> None:
    backup = commands.add("backup", _("make a back-up and verify it by opening it"), "upkeep.back_up")
    backup.add_argument("--out", type=Path, metavar="FILE", help=_("where; in the folder of the house when left out"))
    _add_format(_, backup)
    restore = commands.add("restore", _("put a back-up back; what it replaces is kept"), "upkeep.restore")
    restore.add_argument("file", type=Path, metavar="FILE", help=_("the back-up"))
    restore.add_argument("--yes", action="store_true", help=_("without asking"))
    _add_format(_, restore)
    _add_format(_, commands.add("check", _("look whether everything is whole"), "upkeep.check"))


def _picture_words(_: Translator, commands: Commands) -> None:
    pictures = commands.add("screenshots", _("make a picture of every screen"), "window.screenshots")
    _add_out(pictures, _("the folder for the pictures"), "DIR")
    pictures.add_argument("--screens", type=read.words, default=[], metavar="a,b", help=_("these screens only"))
    pictures.add_argument("--theme", choices=("light", "dark", "contrast"), default="light", help=_("in which colours"))
    pictures.add_argument("--scale", type=read.scale, default=1.0, metavar="1.5", help=_("how large the texts are"))
    pictures.add_argument(
        "--size", type=read.size, default=(1366, 768), metavar="1366x768", help=_("width and height in px")
    )


def _add_day(to: Parser, option: str, name: str, says: str, is_required: bool = False) -> None:
    to.add_argument(option, dest=name, type=read.day, required=is_required, metavar="YYYY-MM-DD", help=says)


def _add_format(_: Translator, to: Parser, *more: str) -> None:
    to.add_argument("--format", choices=("table", "json", *more), default="table", help=_("how the facts are printed"))


def _add_out(to: Parser, says: str, metavar: str) -> None:
    to.add_argument("--out", type=Path, required=True, metavar=metavar, help=says)


if __name__ == "__main__":
    raise SystemExit(main())
