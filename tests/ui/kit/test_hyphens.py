"""Where words may be broken, in the three languages of the program; expected cuts as dictionaries give them."""

from __future__ import annotations

import pytest

from meetingplace.ui.kit.hyphens import SOFT_HYPHEN, hyphenated, syllables


@pytest.mark.parametrize(
    "cut",
    [
        "wa-pen-stil-stand", "ont-moe-ting", "voor-le-zen", "speel-plein", "kin-de-ren", "zin-gen", "ou-der-school",
        "moe-der-dag", "ach-ter-tuin", "ren-con-tre", "con-ver-sa-tion", "mu-si-que", "dé-cou-ver-te", "won-der-ful",
    ],
)  # fmt: skip
def test_words_are_cut_between_syllables(cut: str):
    assert syllables(cut.replace("-", "")) == cut.split("-")


@pytest.mark.parametrize("word", ["sssssss", "aaaaaaa", "", "x"])
def test_what_has_no_syllables_stays_whole(word: str):
    assert "".join(syllables(word)) == word
    assert len(syllables(word)) == 1


def test_only_words_that_do_not_fit_are_cut_and_no_other_script():
    text = "Feest van Wapenstilstand, أهلا وسهلا, 10:30"
    cut = hyphenated(text, lambda word: len(word) < 8)
    assert cut == text.replace("Wapenstilstand", SOFT_HYPHEN.join(["Wa", "pen", "stil", "stand"]))
