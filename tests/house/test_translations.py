"""The catalogs: nothing missing, nothing broken, nobody's machine text called checked, and the tool that keeps them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from gettext import c2py
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Message

from meetingplace.domain.language import PAPER, PROGRAM
from meetingplace.i18n.catalog import STATES, state_of, translator
from tools import translations as tool

Texts = dict[str, list[tool.Text]]
ROOT = Path(__file__).resolve().parents[2]
CATALOGS = [("app", code) for code in PROGRAM if code != "en"] + [("paper", code) for code in PAPER]
LOCALES = {"pt": "pt_PT", "prs": "fa_AF"}  # as people write it in Brussels: 0 is plural
SAYS = {"_", "words", "plural", "context"}


@pytest.fixture(scope="module")
def texts() -> dict[str, list[tool.Text]]:
    """Read every text of the program once."""
    return tool.extracted()


def _messages(catalog: str, language: str) -> Iterator[Message]:
    return (message for message in tool.read(catalog, language) if message.id)


def _said_in(file: Path) -> Iterator[tuple[ast.Call, str]]:
    for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call):
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            if name in SAYS and call.args:
                yield call, name


def _is_of_the_sign_in(text: tool.Text) -> bool:
    return text.files == ("meetingplace/i18n/sign_in_phrases.py",)


# --- the catalogs of the program -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("catalog", "language"), CATALOGS)
def test_every_text_is_translated_with_the_same_placeholders(catalog: str, language: str, texts: Texts) -> None:
    known = tool.read(catalog, language)
    wrong = {}
    wanted = [text for text in texts[catalog] if (catalog, language) in CATALOGS or not _is_of_the_sign_in(text)]
    assert len(wanted) > 200
    for text in wanted:
        message = known.get(text.msgid, text.context)
        wrong[text.msgid] = tool.wrong_with(text, message.string, known.num_plurals) if message else "it is missing"
    assert {msgid: problem for msgid, problem in wrong.items() if problem} == {}


@pytest.mark.parametrize(("catalog", "language"), CATALOGS)
def test_a_catalog_holds_nothing_that_the_program_no_longer_says(catalog: str, language: str, texts: Texts) -> None:
    said = {text.key for text in texts[catalog]}
    assert [message.id for message in _messages(catalog, language) if tool.key_of(message) not in said] == []


def test_the_tool_finds_every_text_that_the_code_says(texts: Texts) -> None:
    found = {text.msgid for said in texts.values() for text in said}
    said = {
        argument.value
        for file in (ROOT / "meetingplace").rglob("*.py")
        for call, name in _said_in(file)
        if isinstance(argument := call.args[1 if name == "context" else 0], ast.Constant)
    }
    assert len(said) > 300
    assert said - found == set()


def test_no_text_is_put_together_before_it_is_translated() -> None:
    loose = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in (ROOT / "meetingplace").rglob("*.py")
        for call, name in _said_in(file)
        for argument in call.args[: 2 if name in ("plural", "context") else 1]
        if isinstance(argument, ast.JoinedStr | ast.BinOp | ast.Call)
    ]
    assert loose == []


def test_no_text_hides_in_an_f_string() -> None:
    files = sorted((ROOT / "meetingplace").rglob("*.py"))
    assert [f"{file.relative_to(ROOT)}:{line}" for file in files for line in tool.hidden_in_f_strings(file)] == []


# CLDR has no rule for zgh; one and many are told apart there as in its neighbours
@pytest.mark.parametrize(("catalog", "language"), [one for one in CATALOGS if one[1] != "zgh"])
def test_plural_forms_follow_the_categories_of_cldr(catalog: str, language: str) -> None:
    known = tool.read(catalog, language)
    form, category = c2py(known.plural_expr), Locale.parse(LOCALES.get(language, language)).plural_form
    form_of = {}
    for number in range(1000):
        assert form(number) < known.num_plurals
        assert form_of.setdefault(category(number), form(number)) == form(number), f"{number}: {category(number)}"


@pytest.mark.parametrize(("catalog", "language"), CATALOGS)
def test_every_text_says_who_wrote_it_and_none_claims_a_reader_it_never_had(catalog: str, language: str) -> None:
    for message in _messages(catalog, language):
        if not all([message.string, *message.string]):
            continue  # missing texts have a test of their own
        marks = [note for note in message.auto_comments if note.startswith("state:")]
        assert marks == [f"state: {state_of(message)}"], message.id
        assert (state_of(message) == "source") == (language == "en"), message.id
        # a speaker who reads a text writes the name of the group and the date in a comment of the translator
        assert state_of(message) != "checked" or message.user_comments, message.id


@pytest.mark.parametrize(("catalog", "language"), CATALOGS)
def test_the_program_opens_every_language_and_can_fill_in_every_text(catalog: str, language: str, texts: Texts) -> None:
    _ = translator(catalog, language)
    assert _.language == language
    for text in texts[catalog]:
        values = dict.fromkeys(tool.placeholders(text.msgid) | tool.placeholders(text.plural), "7")
        if text.plural:
            values.pop("n", None)
            said = [_.plural(text.msgid, text.plural, number, **values) for number in range(120)]
        elif text.context:
            said = [_.context(text.context, text.msgid, **values)]
        else:
            said = [_(text.msgid, **values)]
        assert all(line.strip() and "{" not in line for line in said), text.msgid


def test_french_has_no_breaking_space_before_a_sign_and_typographic_apostrophes() -> None:
    said = [message.string for message in _messages("app", "fr")]
    forms = [form for text in said for form in ([text] if isinstance(text, str) else text)]
    assert [form for form in forms if re.search(r"\S [?!:;»]|« |'", form)] == []


def test_the_languages_of_the_program_differ() -> None:
    said = {language: translator("app", language)("Everything is saved") for language in PROGRAM}
    assert said == {"nl": "Alles bewaard", "fr": "Tout est enregistré", "en": "Everything is saved"}


# --- the tool --------------------------------------------------------------------------------------------------------


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a program of one file, with empty catalogs in Dutch and French."""
    program = tmp_path / "meetingplace"
    program.mkdir()
    monkeypatch.setattr(tool, "ROOT", tmp_path)
    monkeypatch.setattr(tool, "PROGRAM_FOLDER", program)
    monkeypatch.setattr(tool, "CATALOGS", tmp_path / "translations")
    monkeypatch.setattr(tool, "LANGUAGES", {"app": ("nl", "fr"), "paper": ()})
    (program / "desk.py").write_text(
        'a = _("Open the desk")\n'
        'b = _.plural("{n} child", "{n} children", number)\n'
        'c = _.context("a month", "May")\n'
        'd = around.words("Hello {name}", name=name)\n',
        encoding="utf-8",
    )
    return program


DUTCH = [
    {"id": "Open the desk", "text": "Open het onthaal"},
    {"id": "{n} child", "plural": "{n} children", "text": ["één kind", "{n} kinderen"]},
    {"id": "May", "context": "a month", "text": "mei"},
    {"id": "Hello {name}", "text": "Dag {name}"},
]


def test_it_reads_texts_counted_texts_and_texts_with_a_context(small: Path) -> None:
    assert [(text.msgid, text.plural, text.context) for text in tool.extracted()["app"]] == [
        ("Open the desk", "", None),
        ("{n} child", "{n} children", None),
        ("May", "", "a month"),
        ("Hello {name}", "", None),
    ]


def test_what_is_missing_is_listed_filled_in_and_missing_no_more(small: Path) -> None:
    assert [row["id"] for row in tool.missing("nl")] == ["Open the desk", "{n} child", "May", "Hello {name}"]
    assert tool.fill("nl", DUTCH, "human") == []
    assert list(tool.missing("nl")) == []
    assert tool.problems() == [f"app fr: “{row['id']}” is missing" for row in DUTCH]
    filled = tool.read("app", "nl")
    assert filled.get("{n} child").string == ("één kind", "{n} kinderen")
    assert {state_of(message) for message in filled if message.id} == {"human"}


def test_french_signs_never_stand_alone_on_a_line(small: Path) -> None:
    (small / "ask.py").write_text('a = _("“Sure”: really?")\n', encoding="utf-8")
    tool.fill("fr", [{"id": "“Sure”: really?", "text": "« Sûr » : vraiment ?"}], "machine")
    said = tool.read("app", "fr").get("“Sure”: really?").string
    assert said == "«\u00a0Sûr\u00a0»\u00a0: vraiment\u00a0?"


def test_a_catalog_that_did_not_change_is_written_alike(small: Path) -> None:
    tool.fill("nl", DUTCH, "human")
    before = tool.file_of("app", "nl").read_bytes()
    tool.update()
    assert tool.file_of("app", "nl").read_bytes() == before


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"id": "Hello {name}", "text": "Dag {naam}"}, "placeholders"),
        ({"id": "Hello {name}", "text": "Dag"}, "placeholders"),
        ({"id": "Hello {name}", "text": "Dag {name"}, "braces"),
        ({"id": "Hello {name}", "text": "Dag %s {name}"}, "placeholders"),
        ({"id": "Hello {name}", "text": " "}, "empty"),
        ({"id": "Hello {name}", "text": "Dag {name} "}, "spaces"),
        ({"id": "Hello {name}", "text": ["Dag {name}", "Dag {name}"]}, "not a list"),
        ({"id": "{n} child", "text": "{n} kind"}, "list of forms"),
        ({"id": "{n} child", "text": ["{n} kind"]}, "2 forms"),
        ({"id": "Goodbye", "text": "Tot ziens"}, "does not say"),
        ({"id": "Goodbye", "text": "Tot ziens", "catalog": "app"}, "does not say"),
    ],
)
def test_a_translation_that_would_break_is_left_out_and_said(small: Path, row: dict[str, object], why: str) -> None:
    (refused,) = tool.fill("nl", [row], "human")
    assert refused.startswith(f"{row['id']}: ")
    assert why in refused
    assert len(list(tool.missing("nl"))) == 4


def test_a_text_that_changed_loses_its_translation_and_one_that_moved_keeps_it(small: Path) -> None:
    tool.fill("nl", DUTCH, "human")
    (small / "desk.py").write_text('a = _("Hello, {name}", name=name)\n\n\nd = _("Open the desk")\n', encoding="utf-8")
    tool.update()
    kept = tool.read("app", "nl")
    assert kept.get("Open the desk").string == "Open het onthaal"
    assert [row["id"] for row in tool.missing("nl")] == ["Hello, {name}"]
    assert kept.get("May", "a month") is None


def test_a_new_translation_takes_the_state_it_is_given(small: Path) -> None:
    tool.fill("nl", DUTCH, "human")
    tool.fill("nl", [{"id": "Open the desk", "text": "Open de balie"}], "machine")
    assert state_of(tool.read("app", "nl").get("Open the desk")) == "machine"


def test_a_text_in_an_f_string_is_found(small: Path) -> None:
    (small / "late.py").write_text("a = f\"{_('Late')}: {days}\"\n", encoding="utf-8")
    assert tool.hidden_in_f_strings(small / "late.py") == [1]
    assert "meetingplace/late.py:1: a text within an f-string is not found" in tool.problems()


def test_states_are_known(small: Path) -> None:
    with pytest.raises(SystemExit):
        tool.main(["fill", "nl", "nothing.json", "--state", "perfect"])
    assert STATES == ("source", "human", "machine", "checked")
