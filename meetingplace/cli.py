"""The command line: the second client of the core. Every command works without a screen, on the same data.

Success is exit 0, a refusal one clear line on stderr and exit 1, wrong usage exit 2. Modules are loaded inside the commands, so that
`--version` and `--help` answer at once and a window is only built by the command that opens one.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
import time as clock
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from meetingplace import paths
from meetingplace.domain.refusals import Reason, Refused

if TYPE_CHECKING:
    from meetingplace.i18n.catalog import Translator
    from meetingplace.startup import OpenHouse

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words == ["--version"]:
        print(f"meetingplace {paths.version()}")
        return 0
    _ = _translator(words)
    args = _parser(_).parse_args(words)
    try:
        return int(args.run(args, _) or 0)
    except Refused as refused:
        print(_sentence(_, refused), file=sys.stderr)
    except KeyboardInterrupt:
        print(_("Stopped."), file=sys.stderr)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone; there is nobody to tell
    return 1


# --- the words on the line -------------------------------------------------------------------------------------------


def _parser(_: Translator) -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--data", type=Path, metavar="DIR", help=_("the folder of the house"))
    common.add_argument("--database", metavar="URL", help=_("a PostgreSQL server instead of a folder (postgresql://…)"))
    common.add_argument("--language", choices=("nl", "fr", "en"), help=_("language of the program"))
    parser = argparse.ArgumentParser(
        prog="meetingplace", parents=[common], description=_("Plan sessions, register who comes, hear parents, print flyers.")
    )
    parser.add_argument("--version", action="version", version=f"meetingplace {paths.version()}")
    parser.set_defaults(run=_open_window)
    commands = parser.add_subparsers(title=_("commands"), metavar="COMMAND")

    def command(name: str, says: str, run: Callable[..., int | None]) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=says, description=says, parents=[common])
        added.set_defaults(run=run)
        return added

    def formats(added: argparse.ArgumentParser, *more: str) -> None:
        added.add_argument("--format", choices=("table", "json", *more), default="table", help=_("how facts are printed"))

    demo = command("demo", _("make the sample house and open it"), _demo)
    for option in ("--years", "--families", "--visits", "--places", "--seed", "--voices"):
        demo.add_argument(option, type=int, metavar="N")
    demo.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help=_("the day from which the house is seen"))
    demo.add_argument("--no-window", action="store_true", help=_("make it only"))
    demo.add_argument("--fresh", action="store_true", help=_("make it again where one lies already"))
    formats(demo)

    listed = command("sessions", _("list the sessions of a period"), _sessions)
    listed.add_argument("--from", dest="first", type=_day, metavar="D")
    listed.add_argument("--to", dest="last", type=_day, metavar="D")
    listed.add_argument("--place", metavar="NAME")
    formats(listed, "csv", "ics")

    series = command("series", _("plan a series"), _series_add)
    series.add_argument("action", choices=("add",))
    series.add_argument("--title", required=True)
    series.add_argument("--place", required=True, metavar="NAME")
    series.add_argument("--weekdays", required=True, type=_weekdays, metavar="wed[,fri]")
    for option, kind in (("--start", _hour), ("--end", _hour), ("--from", _day), ("--to", _day)):
        series.add_argument(option, required=True, type=kind, dest={"--from": "first", "--to": "last"}.get(option))
    series.add_argument("--every", type=int, default=1, metavar="N", help=_("every so many weeks"))
    series.add_argument("--skip-holidays", default="", metavar="flemish,french", help=_("school calendars to skip"))
    formats(series)

    visit = command("visit", _("register one arrival"), _visit)
    visit.add_argument("--session", required=True, metavar="ID")
    visit.add_argument("--family", metavar="CODE")
    visit.add_argument("--children", default="", metavar="12m,30m", help=_("ages in months (12m) or years (3y)"))
    visit.add_argument("--adults", default="", metavar="mother,grandparent")
    visit.add_argument("--language", dest="spoken", action="append", default=[], metavar="ar")
    formats(visit)

    voice = command("voice", _("write down what a parent says"), _voice)
    voice.add_argument("--session", metavar="ID")
    voice.add_argument("--kind", default="wish", metavar="wish")
    voice.add_argument("--language", dest="spoken", default="nl", metavar="ar")
    voice.add_argument("--text", required=True)
    formats(voice)

    flyer = command("flyer", _("make a flyer"), _flyer)
    what = flyer.add_mutually_exclusive_group(required=True)
    what.add_argument("--session", metavar="ID")
    what.add_argument("--series", metavar="ID")
    flyer.add_argument("--languages", required=True, metavar="nl,ar")
    flyer.add_argument("--layout", choices=("one-language", "dutch-plus-one"))
    flyer.add_argument("--paper", choices=("a4",), default="a4")
    flyer.add_argument("--format", choices=("pdf", "png", "text"), default="pdf")
    flyer.add_argument("--out", required=True, type=Path, metavar="FILE")

    sheet = command("sheet", _("make a paper list for a session"), _sheet)
    sheet.add_argument("--session", required=True, metavar="ID")
    sheet.add_argument("--kind", required=True, choices=("tally", "names"))
    sheet.add_argument("--out", required=True, type=Path, metavar="FILE.pdf")

    backup = command("backup", _("make a back-up and verify it"), _backup)
    backup.add_argument("--out", type=Path, metavar="FILE")
    formats(backup)
    restore = command("restore", _("put a back-up back; what it replaces is kept"), _restore)
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--yes", action="store_true", help=_("without asking"))
    formats(command("check", _("look whether everything is whole"), _check))

    pictures = command("screenshots", _("make a picture of every screen"), _screenshots)
    pictures.add_argument("--out", required=True, type=Path, metavar="DIR")
    pictures.add_argument("--screens", default="", metavar="a,b")
    pictures.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    pictures.add_argument("--scale", type=float, default=1.0, metavar="1.5")
    pictures.add_argument("--size", default="1366x768", metavar="1366x768")
    return parser


def _day(typed: str) -> date:
    with suppress(ValueError):
        return date.fromisoformat(typed)
    raise argparse.ArgumentTypeError(f"{typed!r}: YYYY-MM-DD")


def _hour(typed: str) -> time:
    with suppress(ValueError):
        return time.fromisoformat(typed.zfill(5))
    raise argparse.ArgumentTypeError(f"{typed!r}: HH:MM")


def _weekdays(typed: str) -> tuple[int, ...]:
    with suppress(ValueError):
        return tuple(WEEKDAYS.index(word.strip().lower()[:3]) for word in typed.split(","))
    raise argparse.ArgumentTypeError(f"{typed!r}: {', '.join(WEEKDAYS)}")


def _months(typed: str) -> int:
    number, unit = typed.strip().lower().rstrip("my"), typed.strip().lower()[-1:]
    if not number.isdecimal():
        raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=typed[:20])
    return int(number) * (12 if unit == "y" else 1)


def _words(typed: str) -> list[str]:
    return [word.strip() for word in typed.split(",") if word.strip()]


def _number(typed: str) -> int:
    if not typed.isdecimal() or len(typed) > 12:
        raise Refused(Reason.NOT_FOUND, what="")
    return int(typed)


def _member_of(choices: Any, typed: str) -> Any:
    try:
        return choices(typed.strip().lower())
    except ValueError:
        names = ", ".join(str(choice.value) for choice in choices)
        raise Refused(Reason.CHOICE_UNKNOWN, typed=typed[:40], choices=names) from None


# --- opening ---------------------------------------------------------------------------------------------------------


def _translator(words: list[str]) -> Translator:
    from meetingplace import settings
    from meetingplace.domain.language import PROGRAM
    from meetingplace.i18n.catalog import translator

    named = words[words.index("--language") + 1 : words.index("--language") + 2] if "--language" in words else []
    language = named[0] if named and named[0] in PROGRAM else settings.load(paths.user_settings_file()).settings.language
    return translator("app", language)


def _sentence(_: Translator, refused: Refused) -> str:
    from meetingplace.i18n.formats import Formats
    from meetingplace.i18n.refusals import sentence

    return " ".join(sentence(_, refused, Formats(_.language)).split())


def _house(args: argparse.Namespace) -> OpenHouse:
    """Open the house of the common options; the passphrase comes from the environment or a prompt."""
    from meetingplace import startup

    return startup.open_for_command(getattr(args, "data", None), getattr(args, "database", None), _passphrase)


def _passphrase() -> str:
    given = os.environ.get("MEETINGPLACE_PASSPHRASE")
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise Refused(Reason.PASSPHRASE_NEEDED)
    import getpass

    return getpass.getpass("MEETINGPLACE_PASSPHRASE: ")


def _print(args: argparse.Namespace, facts: Any, lines: Sequence[str]) -> None:
    """Print facts as JSON, or as lines for a person."""
    print(json.dumps(facts, ensure_ascii=False, indent=2) if args.format == "json" else "\n".join(lines))


def _write(file: Path, content: bytes) -> None:
    paths.write_whole(file, content)
    print(file)


# --- the commands ----------------------------------------------------------------------------------------------------


def _open_window(args: argparse.Namespace, _: Translator) -> int:
    from meetingplace.ui.application import run

    return run(getattr(args, "data", None), getattr(args, "database", None), getattr(args, "language", None))


def _demo(args: argparse.Namespace, _: Translator) -> int | None:
    from meetingplace import startup
    from meetingplace.services.sample_house.house import make
    from meetingplace.services.sample_house.source import SampleSize

    began = clock.perf_counter()
    chosen = {name: getattr(args, name) for name in ("years", "families", "visits", "places", "seed", "voices")}
    size = SampleSize(**{name: number for name, number in chosen.items() if number is not None})
    folder = getattr(args, "data", None) or paths.user_data_folder() / "sample-house"
    database = getattr(args, "database", None)
    if args.fresh or database or not (folder / "house.db").exists():
        with startup.open_sample(folder, database, fresh=args.fresh) as house, house.connection():
            made = make(size, args.today or date.today())
        seconds = round(clock.perf_counter() - began, 2)
        facts = {"data": str(database or folder), **asdict(made), "seconds": seconds}
        counts = ", ".join(f"{number} {what}" for what, number in asdict(made).items())
        lines = [_("The sample house lies in {data}.", data=facts["data"]), f"{counts} ({seconds} s)"]
        _print(args, facts, lines)
    if args.no_window:
        return None
    from meetingplace.ui.application import run

    return run(folder, database, getattr(args, "language", None))


def _sessions(args: argparse.Namespace, _: Translator) -> None:
    from datetime import timedelta

    from meetingplace.domain.sessions import SessionState
    from meetingplace.i18n.formats import Formats
    from meetingplace.i18n.words import session_state_name
    from meetingplace.services import calendar_files, planning

    first = args.first or date.today()
    last = args.last or first + timedelta(weeks=4)
    with _house(args) as house, house.connection():
        place = planning.place_named(args.place) if args.place else None
        found, places = planning.sessions_of_period(first, last, place.id if place else None)
    if args.format == "ics":
        where = {one.id: ", ".join(filter(None, (one.name, one.address, one.town))) for one in places}
        sys.stdout.write(calendar_files.icalendar(found, where, datetime.now()).decode())
        return
    names = {one.id: one.name for one in places}
    facts = [calendar_files.session_facts(session, names[session.activity.place_id]) for session in found]
    if args.format == "csv":
        rows = csv.writer(sys.stdout)
        rows.writerow(facts[0] if facts else ["id"])
        rows.writerows([calendar_files.csv_cell(value) for value in fact.values()] for fact in facts)
        return
    formats = Formats(_.language)
    lines = [
        f"{session.id:>6}  {formats.short_day(session.day)} {session.day.year}  "
        f"{formats.hours(session.activity.start, session.activity.end)}  {names[session.activity.place_id]}  "
        f"{session.activity.title}"
        + ("" if session.state is SessionState.PLANNED else f"  ({session_state_name(_, session.state)})")
        for session in found
    ]
    _print(args, facts, lines or [_("No sessions in this period.")])


def _series_add(args: argparse.Namespace, _: Translator) -> None:
    from meetingplace.domain.calendar import DaysOff
    from meetingplace.domain.recurrence import Weekly
    from meetingplace.domain.sessions import Activity
    from meetingplace.i18n.formats import Formats
    from meetingplace.services import planning

    skips = tuple(_member_of(DaysOff, word) for word in _words(args.skip_holidays))
    rule = Weekly(args.weekdays, args.first, args.last, args.every)
    with _house(args) as house, house.connection():
        place = planning.place_named(args.place)
        activity = Activity(args.title, place.id, args.start, args.end, capacity=place.capacity, languages=place.languages)
        preview = planning.preview_series(rule, skips, (), _.language)
        changes = planning.plan_series(activity, rule, skips, ())
    skipped = [{"date": skip.day.isoformat(), "why": ", ".join(off.name for off in skip.why)} for skip in preview.skipped]
    facts = {"id": str(changes.made), "made": [day.isoformat() for day in preview.made], "skipped": skipped}
    formats = Formats(_.language)
    lines = [_.plural("{n} session planned.", "{n} sessions planned.", len(preview.made))]
    lines += [f"  + {formats.full_day(day)}" for day in preview.made]
    lines += [f"  - {formats.full_day(skip.day)}: {fact['why']}" for skip, fact in zip(preview.skipped, skipped, strict=True)]
    _print(args, facts, lines)


def _visit(args: argparse.Namespace, _: Translator) -> None:
    from meetingplace.domain.families import Relation
    from meetingplace.services import arrivals

    now, session = datetime.now(), _number(args.session)
    with _house(args) as house, house.connection():
        if args.family:
            changes = arrivals.check_in(session, _number(args.family), now)
        else:
            children = [_months(word) for word in _words(args.children)]
            adults = [_member_of(Relation, word) for word in _words(args.adults)]
            changes = arrivals.guests(session, children, adults, args.spoken, "", now)
        totals = arrivals.totals_of(session)
    counts = {"children": totals.all_children, "adults": totals.all_adults, "families": totals.families}
    facts = {"id": str(changes.made), "session": str(session), "totals": counts}
    lines = [_("In now: {children} children, {adults} adults, {families} families.", **counts)]
    _print(args, facts, lines)


def _voice(args: argparse.Namespace, _: Translator) -> None:
    from meetingplace.domain.voices import Kind, VoiceState
    from meetingplace.i18n.words import voice_state_name
    from meetingplace.services import voices

    session = _number(args.session) if args.session else None
    kind = _member_of(Kind, args.kind)
    with _house(args) as house, house.connection():
        changes = voices.hear(words=args.text, language=args.spoken, kind=kind, session_id=session, now=datetime.now())
    heard = voice_state_name(_, VoiceState.HEARD)
    _print(args, {"id": str(changes.made), "state": VoiceState.HEARD.value}, [f"{changes.made}: {heard}"])


def _flyer(args: argparse.Namespace, _: Translator) -> None:
    from meetingplace.documents.flyers.layouts import Layout
    from meetingplace.services import flyers

    languages = tuple(_words(args.languages))
    usual = "one-language" if len(languages) == 1 else "dutch-plus-one"
    draft = flyers.Draft(
        _number(args.session) if args.session else None,
        _number(args.series) if args.series else None,
        Layout(args.layout or usual),
        languages,
    )
    make = {"pdf": flyers.print_ready, "png": flyers.picture, "text": lambda it: flyers.plain_text(it).encode()}
    with _house(args) as house, house.connection():
        content = make[args.format](draft)
        _write(args.out, content)
        flyers.note_made(draft, datetime.now())


def _sheet(args: argparse.Namespace, _: Translator) -> None:
    from meetingplace.services import sheets

    make = {"tally": sheets.tally_sheet, "names": sheets.name_sheet}[args.kind]
    with _house(args) as house, house.connection():
        _write(args.out, make(_number(args.session), _.language))


def _backup(args: argparse.Namespace, _: Translator) -> None:
    from meetingplace.services import upkeep

    with _house(args) as house, house.connection():
        file = upkeep.back_up(house.folder, datetime.now(), args.out)
    _print(args, {"file": str(file)}, [_("The back-up is whole and lies in {file}.", file=file)])


def _restore(args: argparse.Namespace, _: Translator) -> int | None:
    from meetingplace import startup
    from meetingplace.i18n.formats import Formats

    folder = getattr(args, "data", None) or startup.usual_folder()
    found = startup.preview_restore(args.file, _passphrase)
    made_on = Formats(_.language).full_day(found.made_at.date())
    print(_("{house}, back-up of {day}: {sessions} sessions, {families} families, {visits} visits.",
            house=found.house_name, day=made_on, sessions=found.sessions, families=found.families, visits=found.visits))  # fmt: skip
    if not args.yes:
        if not sys.stdin.isatty():
            print(_("Nothing was changed. Add --yes to put this back-up back."), file=sys.stderr)
            return 1
        if input(_("Put it back? Type yes: ")).strip().lower() not in ("yes", "ja", "oui"):
            return 1
    kept = startup.restore(args.file, folder, datetime.now())
    print(_("The back-up is back in {folder}.", folder=folder))
    if kept:
        print(_("What was there before is kept in {folder}.", folder=kept))
    return None


def _check(args: argparse.Namespace, _: Translator) -> int:
    from meetingplace.services import upkeep

    with _house(args) as house, house.connection():
        found = upkeep.check()
    lines = [f"{key}: {value}" for key, value in asdict(found).items()]
    _print(args, asdict(found), lines)
    return 0 if found.ok else 1


def _screenshots(args: argparse.Namespace, _: Translator) -> int | None:
    from meetingplace.ui.screenshots import take

    with suppress(ValueError):
        width, height = (int(part) for part in args.size.lower().split("x"))
        if not 0.8 <= args.scale <= 2.0:
            raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=args.scale)
        for file in take(
            args.out, _words(args.screens), _.language, args.theme, args.scale, (width, height),
            getattr(args, "data", None), getattr(args, "database", None),
        ):  # fmt: skip
            print(file)
        return None
    raise Refused(Reason.CHOICE_UNKNOWN, typed=args.size, choices="1366x768")


if __name__ == "__main__":
    raise SystemExit(main())
