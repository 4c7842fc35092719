"""The sentence for each refusal: what happened, what is safe, what to do. Never a code, never more about a person than is on screen."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.catalog import Translator, isolated_if_turned
from meetingplace.i18n.formats import Formats, own_name
from meetingplace.i18n.words import flyer_fact_name

_LONGEST_QUOTE = 80  # letters of what does not fit: enough to know it again
_MOST_LETTERS = 12  # of those that cannot be printed: enough to find them


def sentence(_: Translator, refused: Refused, formats: Formats) -> str:
    """Say a refusal in the language of the translator."""
    facts = {name: _readable(value, formats) for name, value in refused.facts.items()}
    if refused.reason is Reason.LETTERS_MISSING:
        facts["letters"] = _one_by_one(str(refused.facts.get("letters", "")))
    on_paper = _said_of_paper(_, refused, formats)
    if on_paper:
        return on_paper
    if refused.reason is Reason.DAY_OUTSIDE and "first" in facts and facts["first"] == facts.get("last"):
        return _("Only {day} is possible here.", day=facts["first"])
    text = {
        **_about_typing(_),
        **_about_taking_part(_),
        **_about_the_house(_),
        **_about_the_disk(_),
        **_about_paper(_),
    }[refused.reason]
    return text.format_map(_Facts(facts))


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def _said_of_paper(_: Translator, refused: Refused, formats: Formats) -> str:
    """Say what does not fit on paper or is missing there, where the facts name it; empty for every other refusal."""
    facts = refused.facts
    if refused.reason is Reason.TEXT_TOO_LONG and isinstance(lines := facts.get("lines"), list):
        said = " ".join(" ".join(lines).split())
        language = formats.own_name(str(facts["language"]))
        return _("{language}: “{text}” does not fit on the paper. Make it shorter; nothing is lost.",
                 language=language, text=said if len(said) <= _LONGEST_QUOTE else f"{said[:_LONGEST_QUOTE]}…")  # fmt: skip
    if refused.reason is Reason.DUTCH_FACTS_MISSING and isinstance(missing := facts.get("missing"), tuple):
        words = formats.list_of([flyer_fact_name(_, fact) for fact in missing])
        return _("In Dutch something is still missing: {missing}. Fill it in before you print.", missing=words)
    if refused.reason is Reason.ROWS_UNCLEAR and isinstance(why := facts.get("why"), Refused):
        return _("Row {row}: {why} Nothing was read.", row=facts["row"], why=sentence(_, why, formats))
    if refused.reason is Reason.SESSION_UNCLEAR and "hours" in facts:
        return _("On {day} there are several sessions at {place}. Say when it began: {hours}.",
                 day=_readable(facts["day"], formats), place=facts["place"], hours=_readable(facts["hours"], formats))  # fmt: skip
    if refused.reason is Reason.LANGUAGE_UNKNOWN and facts.get("language") == "":
        return _("Choose a language beside Dutch.")
    return ""


def _one_by_one(letters: str) -> str:
    """Show letters apart, marks on a circle as they stand in a table of letters; so many that they are found."""
    shown = [f"◌{letter}" if unicodedata.combining(letter) or unicodedata.category(letter)[0] == "M" else letter
             for letter in letters if letter.strip()]  # fmt: skip
    return " ".join([*shown[:_MOST_LETTERS], *(["…"] if len(shown) > _MOST_LETTERS else [])])


def _readable(value: object, formats: Formats) -> str:
    if isinstance(value, datetime):
        return f"{formats.day(value)}, {formats.time(value)}"
    if isinstance(value, date):
        return formats.day(value)
    if isinstance(value, list | tuple | set | frozenset):
        return formats.list_of([str(part) for part in value])
    return isolated_if_turned(str(value))


def _about_typing(_: Translator) -> dict[Reason, str]:
    return {
        Reason.NAME_MISSING: _("A name is still missing. Type one and try again."),
        Reason.NAME_TAKEN: _("This name is already used. Choose another one."),
        Reason.FIRST_NAME_ONLY: _("Only the first name is kept here. Write a double name as one word: Fatima-Zahra."),
        Reason.CONTACT_END_MISSING: _(
            "Say until which day you keep the contact. It is forgotten by itself after that."
        ),
        Reason.TEXT_MISSING: _("There is no text yet. Type what was said and try again."),
        Reason.TEXT_TOO_LONG: _("This text is too long. Make it shorter; what you typed is still there."),
        Reason.END_BEFORE_START: _("The end comes before the beginning. Choose a later end."),
        Reason.DATE_IMPOSSIBLE: _("“{typed}” is not a date. Type it like 25/11/2026."),
        Reason.DAY_OUTSIDE: _("Choose a day from {first} up to {last}."),
        Reason.DATE_IN_FUTURE: _("This day is still to come. Check the year."),
        Reason.TIME_IMPOSSIBLE: _("“{typed}” is not an hour. Type it like 9:30, up to 23:59."),
        Reason.NUMBER_IMPOSSIBLE: _("“{typed}” is not a number that fits here."),
        Reason.PERIOD_TOO_LONG: _("This period is longer than {limit} days. Check the year."),
        Reason.BIRTH_IN_FUTURE: _("This birth month is still to come. Check the year."),
        Reason.AGE_RANGE_TURNED: _("The youngest age is higher than the oldest. Turn them round."),
        Reason.LANGUAGE_UNKNOWN: _("The program does not know the language “{language}”."),
        Reason.CHOICE_UNKNOWN: _("“{typed}” is not one of these: {choices}."),
        Reason.TOO_MANY_DATES: _("A series has at most {limit} dates. Choose an earlier last day, or make two series."),
        Reason.FEWER_DATES: _(
            "This makes only {made} of the {number} sessions. Choose a later last day or a smaller number; "
            "a series lasts three years at most."
        ),
        Reason.ALREADY_PLANNED: _("This series already has a session on that day. Choose another day."),
        Reason.NO_DATES: _("No day is left with these choices. Choose another day or a longer period."),
        Reason.REASON_MISSING: _("Say why, in a few words. Parents and the team will ask."),
        Reason.SHEET_CODE_WRONG: _(
            "“{typed}” is not the code of a list. It stands at the top of the paper, like 794-44."
        ),
        Reason.COLUMNS_MISSING: _("{file} has no column for: {columns}. Nothing was read."),
        Reason.SESSION_UNCLEAR: _("There is no session on {day} at {place}."),
        Reason.ROWS_UNCLEAR: _("Row {row} cannot be read. Nothing was read."),
        Reason.ROW_TWICE: _("The same family stands at this session in row {row} already."),
        Reason.NOBODY_CAME: _("Nobody is ticked. Tick at least one child or adult."),
        Reason.PIN_WRONG: _("This PIN is not right. Wait {seconds} seconds and try again."),
        Reason.PIN_TOO_SHORT: _("A PIN has at least {limit} digits."),
        Reason.PASSPHRASE_TOO_SHORT: _("This passphrase is too short. Use at least {limit} characters."),
    }


def _about_taking_part(_: Translator) -> dict[Reason, str]:
    return {
        Reason.DOTS_TOO_MANY: _("Everybody has {limit} dots. Take one back first."),
        Reason.DOTS_MISSING: _("No dot was dropped yet."),
        Reason.CARDS_TOO_FEW: _("A choice needs at least {limit} cards."),
        Reason.CARDS_TOO_MANY: _("At most {limit} cards fit. Take one away first."),
        Reason.FIELDS_DIFFER: _("The words in braces stay as they are, each once: {fields}."),
        Reason.POLL_CLOSED: _("This choice is closed. Nothing was counted."),
        Reason.POLL_HAS_DOTS: _("Dots were dropped here already, so the cards stay as they are."),
        Reason.POLL_MISSING: _("There is no choice yet. Make one first, with two to six cards."),
        Reason.BOARD_EMPTY: _("No idea with an answer hangs on the board. Answer one and put it on the board first."),
        Reason.DATES_CROWDED: _("{number} dates are too many for this paper. Choose a larger paper or another layout."),
        Reason.MONTH_EMPTY: _("Nothing is planned in this month. Choose another month, or plan something first."),
    }


def _about_the_house(_: Translator) -> dict[Reason, str]:
    return {
        Reason.NOT_FOUND: _("This is no longer there. Somebody may have removed it; nothing else was changed."),
        Reason.CHANGED_MEANWHILE: _(
            "Somebody changed this at the same time. Nothing of theirs was overwritten: look and try again."
        ),
        Reason.SESSION_CLOSED: _("This session is closed. Open it again to change who came."),
        Reason.SESSION_CANCELLED: _("This session does not go on. Plan it again to register who comes."),
        Reason.CONTACT_NOT_KEPT: _(
            "At {place} no contacts are kept. Under House you can choose the level of this place."
        ),
        Reason.SESSION_HAS_ENROLMENTS: _(
            "Somebody is enrolled here. Choose “Does not go on”, so that you can tell them, or empty the list first."
        ),
        Reason.SESSION_HAS_VISITS: _("People were already registered here, so this stays as it is."),
        Reason.MEMBER_LEFT: _("{name} is no longer in the team. Choose somebody else."),
        Reason.ALREADY_THERE: _("{nickname} is already in."),
        Reason.PICTURE_TAKEN: _("This is the picture of {nickname}. Choose another one."),
        Reason.ONLY_TALLIES_HERE: _("At {place} people are only counted. Use + and −."),
        Reason.TALLY_BELOW_ZERO: _("There is nobody left to take off."),
        Reason.STATE_NOT_ALLOWED: _("That step is not possible from here."),
        Reason.IN_USE: _("This is still in use, so it cannot be removed."),
        Reason.DAYS_OFF_THERE: _("These days stand there already. Nothing was added."),
        Reason.NOTHING_TO_UNDO: _("There is nothing to undo."),
        Reason.NOTHING_TO_COPY: _("There is nothing to copy: no goal of the year before is missing here."),
        Reason.PLACE_GONE: _("The place of “{title}” is no longer used. Choose another place; the rest is kept."),
    }


def _about_the_disk(_: Translator) -> dict[Reason, str]:
    return {
        Reason.PASSPHRASE_NEEDED: _("This house is locked with a passphrase. Type it to open the house."),
        Reason.PASSPHRASE_WRONG: _(
            "This passphrase is not right. Nothing was changed; try again or use the recovery sheet."
        ),
        Reason.KEY_FILE_MISSING: _(
            "The key file house.key is missing. Put it back beside the house, or restore a back-up."
        ),
        Reason.KEY_FILE_BROKEN: _(
            "The key file house.key cannot be read. Restore a back-up; the house itself was not touched."
        ),
        Reason.FILE_BROKEN: _("The file of the house is damaged. It was not changed. Restore your last back-up."),
        Reason.FILE_NEWER: _(
            "This house was opened with a newer version of the program. Update the program; nothing was changed."
        ),
        Reason.TABLE_UNREADABLE: _("{file} is not a table that can be read, or it is damaged. Nothing was changed."),
        Reason.HEADING_MISSING: _(
            "No heading with date, start, end and title was found in {file}. Nothing was changed."
        ),
        Reason.CALENDAR_UNREADABLE: _(
            "{file} is not a calendar file, or it is damaged. Nothing was changed. Ask for an .ics file."
        ),
        Reason.FILE_TOO_LONG: _("{file} is too long: at most {limit} can be read at once. Nothing was changed."),
        Reason.FILE_MISSING: _("{file} is not there. Check the name and the folder."),
        Reason.NO_HOUSE_YET: _(
            "There is no house in this database yet. Check the address, or start the program with it and set the house up."
        ),
        Reason.FILE_EXISTS: _("{file} already exists. Choose another name; nothing was overwritten."),
        Reason.NOT_A_BACKUP: _("{file} is not a back-up of a house, or it is damaged. Nothing was changed."),
        Reason.DISK_FULL: _("The disk is full. What was saved before is safe; make room and try again."),
        Reason.FOLDER_READ_ONLY: _(
            "The program may not write in this folder. Choose another folder or ask for the right to write."
        ),
        Reason.HOUSE_OPEN_ELSEWHERE: _("This house is open on {computer}, since {since}. Close it there first."),
        Reason.HOUSE_BUSY: _("The house is busy for a moment. Nothing was lost; try again."),
        Reason.SERVER_LOST: _(
            "The server does not answer. What was saved before is safe; what you do now cannot be saved. The program looks by itself whether it is back."
        ),
        Reason.SAVING_UNSURE: _(
            "The server went away at the very moment of saving. When it is back, look first whether this was saved before you do it again."
        ),
        Reason.SERVER_REFUSED: _("The server does not let us in. Check the name, the password and the database."),
        Reason.ADDRESS_UNKNOWN: _("This address of a house cannot be used. Check it."),
        Reason.DATABASE_FAILED: _("The house could not do this. Nothing was changed; try again."),
    }


def _about_paper(_: Translator) -> dict[Reason, str]:
    return {
        Reason.LETTERS_MISSING: _("These letters cannot be printed: {letters}. Leave them out and try again."),
        Reason.FONTS_MISSING: _(
            "The letters of the program are missing. Install the program again; your data are safe."
        ),
        Reason.PICTURE_UNREADABLE: _(
            "This picture cannot be read: it is damaged, or it is no JPEG, PNG or SVG. Choose another file."
        ),
        Reason.PICTURE_MISSING: _("There is no picture yet. Choose a file."),
        Reason.PICTURE_FILE_TOO_LARGE: _("This file is larger than {limit} MB. Save it smaller and choose it again."),
        Reason.PICTURE_TOO_FINE: _(
            "This photo has more than {limit} million dots. Save it smaller, and as an ordinary JPEG, and choose it again."
        ),
        Reason.DRAWING_REACHES_OUT: _(
            "This drawing fetches something from outside its file, and the program never does that. Put everything into the drawing, or save it as PNG."
        ),
        Reason.DRAWING_NOT_PLAIN: _(
            "This drawing holds more than shapes and text: a script, an effect or an animation. Save it as plain SVG or as PNG."
        ),
        Reason.DUTCH_FACTS_MISSING: _("In Dutch something is still missing: {missing}. Fill it in before you print."),
        Reason.NO_PRINTER: _("There is no printer on this PC. Save a PDF and print it elsewhere."),
    }


def language_names(codes: list[str]) -> str:
    """Name languages in their own script, side by side."""
    return " · ".join(own_name(code) for code in codes)
