"""The quick reader of .po files, held against what Babel reads in the same files."""

import gettext
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from meetingplace import paths
from meetingplace.i18n.texts import Texts

_FILES = sorted(paths.translations().glob("*/*/meetingplace.po"))


@pytest.mark.parametrize("file", _FILES, ids=lambda file: f"{file.parent.parent.name}-{file.parent.name}")
def test_says_of_every_catalog_what_gettext_says(file: Path) -> None:
    with file.open("rb") as opened:
        read = read_po(opened)
    compiled = BytesIO()
    write_mo(compiled, read)
    compiled.seek(0)
    theirs, ours = gettext.GNUTranslations(compiled), Texts(file)
    form_of = theirs.plural = gettext.c2py(read.plural_expr)  # type: ignore[attr-defined]
    for n in range(1_001):
        assert ours.plural(n) == form_of(n)
    for message in read:
        if not message.id:
            continue
        if not isinstance(message.id, str):
            for n in (0, 1, 2, 3, 5, 11, 21, 100, 1_000_000):
                assert ours.ngettext(*message.id, n) == theirs.ngettext(*message.id, n)
        elif message.context:
            assert ours.pgettext(message.context, message.id) == theirs.pgettext(message.context, message.id)
        else:
            assert ours.gettext(message.id) == theirs.gettext(message.id)


def test_leaves_english_what_is_lacking_in_doubt_or_put_away(tmp_path: Path) -> None:
    file = tmp_path / "meetingplace.po"
    file.write_text(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
        'msgid "one"\nmsgstr ""\n\n'
        '#. a note\n#, fuzzy, python-brace-format\nmsgid "two"\nmsgstr "twee?"\n\n'
        'msgctxt "month"\nmsgid "May"\nmsgstr "mei"\n\n'
        'msgid ""\n"said \\"so\\",\\n"\n"twice"\nmsgstr ""\n"\\\\ zei \\"zo\\",\\n"\n"tweemaal"\n\n'
        'msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] "{n} dag"\nmsgstr[1] "{n} dagen"\n\n'
        '#~ msgid "old"\n#~ msgstr "oud"\n',
        encoding="utf-8",
    )
    texts = Texts(file)
    assert [texts.gettext(said) for said in ("one", "two", "May", "old")] == ["one", "two", "May", "old"]
    assert texts.pgettext("month", "May") == "mei"
    assert texts.gettext('said "so",\ntwice') == '\\ zei "zo",\ntweemaal'
    assert [texts.ngettext("{n} day", "{n} days", n) for n in (0, 1, 2)] == ["{n} dag", "{n} dag", "{n} dagen"]
    assert [texts.ngettext("{n} hour", "{n} hours", n) for n in (1, 2)] == ["{n} hour", "{n} hours"]
