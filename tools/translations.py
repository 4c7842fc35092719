"""Keep the catalogs whole: read every text out of the program, bring each .po up to date, list and fill the gaps.

    make translations                              bring all catalogs up to date and say what is missing
    tools/translations.py missing LANGUAGE         print what has no translation yet, as JSON
    tools/translations.py fill LANGUAGE FILE.json  put translations back: the same JSON, with "text" filled in
    tools/translations.py check                    change nothing; fail when a catalog is not whole

Texts of `meetingplace/documents/` and of the phrases for parents in `meetingplace/i18n/` go to the catalog `paper`, all
others to `app`; so do those of `documents/plans/`, which is paper for the team, in the languages of the program.
A catalog says of each text who wrote it (`#. state: source, human, machine or checked`).
"""

from __future__ import annotations

import argparse
import ast
import io
import json
import re
import string
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from meetingplace.domain.language import PAPER, PROGRAM  # noqa: E402
from meetingplace.i18n.catalog import SOURCE_LANGUAGE, STATES, state_of  # noqa: E402

PROGRAM_FOLDER = ROOT / "meetingplace"
CATALOGS = ROOT / "translations"
LANGUAGES = {"app": tuple(code for code in PROGRAM if code != SOURCE_LANGUAGE), "paper": PAPER}
KEYWORDS: dict[str, Any] = {"_": None, "words": None, "plural": (1, 2), "context": ((1, "c"), 2)}
CALLS = set(KEYWORDS)
PHRASES = ("i18n/phrases.py", "i18n/flyer_phrases.py", "i18n/sign_in_phrases.py", "i18n/corner.py")  # for parents
# Plurals by CLDR where Babel's table of gettext has none of its own and would take "not one".
PLURALS = {
    **dict.fromkeys(("am", "hi", "ln", "pa", "ti"), "nplurals=2; plural=(n > 1);"),
    "prs": "nplurals=1; plural=0;",
}


@dataclass(frozen=True)
class Text:
    """A text of the program: its English words, the plural of a counted one, its context, and where it is said."""

    msgid: str
    plural: str = ""
    context: str | None = None
    files: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str | None]:
        """What tells this text from every other in its catalog."""
        return self.msgid, self.context

    @property
    def id(self) -> str | tuple[str, str]:
        """The text as Babel keeps it."""
        return (self.msgid, self.plural) if self.plural else self.msgid


# --- out of the sources ----------------------------------------------------------------------------------------------


def catalog_of(file: Path) -> str:
    """Tell in which catalog the texts of a source file belong."""
    inside = file.relative_to(PROGRAM_FOLDER).as_posix()
    if inside.startswith("documents/plans/"):
        return "app"
    return "paper" if inside.startswith("documents/") or inside in PHRASES else "app"


def extracted() -> dict[str, list[Text]]:
    """Read every text of the program, by catalog, in the order of files and lines."""
    found: dict[str, dict[tuple[str, str | None], Text]] = {"app": {}, "paper": {}}
    for file in sorted(PROGRAM_FOLDER.rglob("*.py")):
        texts = found[catalog_of(file)]
        name = file.relative_to(ROOT).as_posix()
        for _line, said, _comments, context in extract_from_file("python", file, keywords=KEYWORDS):
            msgid, plural = (said[0], said[1]) if isinstance(said, tuple) else (said, "")
            if not msgid:
                continue
            known = texts.get((msgid, context), Text(msgid, plural, context))
            files = known.files if name in known.files else (*known.files, name)
            texts[known.key] = Text(msgid, known.plural or plural, context, files)
    return {catalog: list(texts.values()) for catalog, texts in found.items()}


def hidden_in_f_strings(file: Path) -> list[int]:
    """Give the lines where a text is translated within an f-string: Python 3.11 hides it from extraction."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return sorted(
        {
            call.lineno
            for joined in ast.walk(tree)
            if isinstance(joined, ast.JoinedStr)
            for call in ast.walk(joined)
            if isinstance(call, ast.Call) and _name(call.func) in CALLS and call.args
            if isinstance(call.args[0], ast.Constant | ast.JoinedStr)
        }
    )


def _name(called: ast.expr) -> str:
    return called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""


# --- the catalogs ----------------------------------------------------------------------------------------------------


def file_of(catalog: str, language: str) -> Path:
    """Give the file of a catalog."""
    return CATALOGS / catalog / language / "meetingplace.po"


def read(catalog: str, language: str) -> Catalog:
    """Read a catalog; an empty one where there is none yet."""
    file = file_of(catalog, language)
    if not file.exists():
        return empty(language)
    with file.open("rb") as opened:
        return read_po(opened, locale=language)


def empty(language: str) -> Catalog:
    """Begin a catalog, with the plurals of its language."""
    made = Catalog(locale=language, project="meetingplace", fuzzy=False, header_comment=f"# {language}: meetingplace")
    if language in PLURALS:
        made.mime_headers = [("Plural-Forms", PLURALS[language])]
    return made


def up_to_date(old: Catalog, texts: Sequence[Text], language: str) -> Catalog:
    """Make a catalog of just these texts, with every translation that the old one has for them."""
    new = empty(language)
    for text in texts:
        known = old.get(text.msgid, text.context)
        written, state = (known.string, state_of(known)) if known else ("", "machine")
        if language == SOURCE_LANGUAGE:
            written, state = text.id, "source"
        elif isinstance(written, tuple) != bool(text.plural) or not _is_whole(written, new.num_plurals):
            written = ""
        if not written:
            written = ("",) * new.num_plurals if text.plural else ""
        marks = [f"state: {state}"] if _is_whole(written, new.num_plurals) else []
        new.add(
            text.id,
            written,
            locations=[(file, 0) for file in text.files],
            auto_comments=marks,
            context=text.context,
        )
    return new


def written(catalog: Catalog) -> bytes:
    """Give a catalog as it stands in its file: no dates and no line numbers, so that only texts make a difference."""
    made = io.BytesIO()
    write_po(made, catalog, width=120, omit_header=True, include_lineno=False)
    header = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {catalog.locale_identifier}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    )
    return header.encode() + made.getvalue().strip() + b"\n"


def _is_whole(text: str | Sequence[str], plurals: int) -> bool:
    return bool(text) and (isinstance(text, str) or (len(text) == plurals and all(text)))


# --- what is wrong ---------------------------------------------------------------------------------------------------


def placeholders(text: str) -> set[str]:
    """Give the names in braces, and argparse's own like %s; refuses (ValueError) braces that do not close."""
    named = {name for _literal, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}
    return named | set(re.findall(r"%(?:\(\w+\))?[rs]", text))


def wrong_with(text: Text, translated: str | Sequence[str], plurals: int) -> str:
    """Say what is wrong with a translation; nothing when it may be used."""
    forms = [translated] if isinstance(translated, str) else list(translated)
    if isinstance(translated, str) == bool(text.plural):
        return "a counted text needs a list of forms" if text.plural else "one text is needed, not a list"
    if text.plural and len(forms) != plurals:
        return f"{plurals} forms are needed, not {len(forms)}"
    if not all(form.strip() for form in forms):
        return "it is empty"
    wanted = placeholders(text.msgid) | placeholders(text.plural)
    for form in forms:
        try:
            named = placeholders(form)
        except ValueError as problem:
            return f"braces: {problem}"
        # one form of a counted text may say its number in a word: "één kind"
        if named - wanted or (wanted - named) - ({"n"} if text.plural else set()):
            return f"placeholders {sorted(named)} instead of {sorted(wanted)}"
        if _edges(form) != _edges(text.msgid):
            return "spaces or line breaks at its ends differ"
    return ""


def french_spaces(text: str) -> str:
    """Make the space before a French colon, question mark or closing quote unbreakable."""
    return re.sub(r"(?<=\S) (?=[?!:;»])|(?<=«) ", "\u00a0", text)


def _edges(text: str) -> tuple[str, str]:
    found = re.fullmatch(r"(\s*).*?(\s*)", text, re.DOTALL)
    return (found[1], found[2]) if found else ("", "")


def missing(language: str) -> Iterator[dict[str, Any]]:
    """List what has no whole translation in a language, as rows to fill in."""
    for catalog, texts in extracted().items():
        if language not in LANGUAGES[catalog] or language == SOURCE_LANGUAGE:
            continue
        known = read(catalog, language)
        for text in texts:
            message = known.get(text.msgid, text.context)
            if message and not wrong_with(text, message.string, known.num_plurals):
                continue
            row: dict[str, Any] = {"catalog": catalog, "id": text.msgid}
            if text.plural:
                row["plural"] = text.plural
            if text.context:
                row["context"] = text.context
            yield {**row, "files": list(text.files), "text": [""] * known.num_plurals if text.plural else ""}


def fill(language: str, rows: Sequence[dict[str, Any]], state: str) -> list[str]:
    """Put translations into the catalogs of a language; give what was left out, and why."""
    refused: list[str] = []
    unsaid = {(row["id"], row.get("context")) for row in rows}
    for catalog, texts in extracted().items():
        if language not in LANGUAGES[catalog] or language == SOURCE_LANGUAGE:
            continue
        known, by_key = read(catalog, language), {text.key: text for text in texts}
        for row in rows:
            text = by_key.get((row["id"], row.get("context")))
            if text is None or row.get("catalog", catalog) != catalog:
                continue
            unsaid.discard(text.key)
            value = row["text"] if isinstance(row["text"], str) else tuple(row["text"])
            if language == "fr":
                value = french_spaces(value) if isinstance(value, str) else tuple(map(french_spaces, value))
            wrong = wrong_with(text, value, known.num_plurals)
            if wrong:
                refused.append(f"{row['id']}: {wrong}")
                continue
            known.delete(text.msgid, text.context)
            known.add(text.id, value, auto_comments=[f"state: {row.get('state', state)}"], context=text.context)
        _save(catalog, language, up_to_date(known, texts, language))
    return refused + [f"{msgid}: the program does not say this" for msgid, _context in sorted(unsaid, key=str)]


def problems() -> list[str]:
    """List everything that is wrong with the catalogs or with how texts are said in the program."""
    found = [
        f"{file.relative_to(ROOT)}:{line}: a text within an f-string is not found"
        for file in sorted(PROGRAM_FOLDER.rglob("*.py"))
        for line in hidden_in_f_strings(file)
    ]
    for catalog, texts in extracted().items():
        for language in LANGUAGES[catalog]:
            known = read(catalog, language)
            for text in texts:
                message = known.get(text.msgid, text.context)
                wrong = wrong_with(text, message.string, known.num_plurals) if message else "is missing"
                if wrong:
                    found.append(f"{catalog} {language}: “{text.msgid}” {wrong}")
            said = {text.key for text in texts}
            keys = [key_of(message) for message in known if message.id]
            found += [f"{catalog} {language}: “{key[0]}” is no longer said" for key in keys if key not in said]
    return found


def key_of(message: Message) -> tuple[str, str | None]:
    """Tell which text a message of a catalog is."""
    return message.id if isinstance(message.id, str) else message.id[0], message.context


# --- the command -----------------------------------------------------------------------------------------------------


def update() -> None:
    """Bring every catalog up to date with what the program says."""
    for catalog, texts in extracted().items():
        for language in LANGUAGES[catalog]:
            _save(catalog, language, up_to_date(read(catalog, language), texts, language))


def _save(catalog: str, language: str, made: Catalog) -> None:
    file = file_of(catalog, language)
    content = written(made)
    if not file.exists() or file.read_bytes() != content:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def main(words: Sequence[str]) -> int:
    """Run one command; fails when something is missing."""
    parser = argparse.ArgumentParser(prog="translations.py", description="Keep the catalogs whole.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("update", help="bring the catalogs up to date and say what is missing (the default)")
    commands.add_parser("check", help="change nothing; fail when a catalog is not whole")
    asked = commands.add_parser("missing", help="print what has no translation, as JSON")
    asked.add_argument("language")
    given = commands.add_parser("fill", help="put translations back")
    given.add_argument("language")
    given.add_argument("file", type=Path)
    given.add_argument("--state", choices=STATES[1:], default="machine", help="who wrote them")
    args = parser.parse_args(words)
    if args.command == "missing":
        print(json.dumps(list(missing(args.language)), ensure_ascii=False, indent=1))
        return 0
    if args.command == "fill":
        refused = fill(args.language, json.loads(args.file.read_text(encoding="utf-8")), args.state)
        print("\n".join([*refused, f"{sum(1 for _row in missing(args.language))} texts are still missing."]))
        return 1 if refused else 0
    if args.command != "check":
        update()
    found = problems()
    print("\n".join(found) if found else "Every catalog is whole.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
