"""Where words may be broken: only those that do not fit, between their syllables."""

from __future__ import annotations

import pytest

from meetingplace.ui.kit.hyphens import SOFT_HYPHEN, hyphenated


@pytest.mark.parametrize("cut", ["Wa-pen-stil-stand", "ont-moe-ting", "voor-le-zen", "Spreek-uur", "ou-der-school"])
def test_a_word_that_does_not_fit_is_cut_between_its_syllables(cut: str):
    assert hyphenated(cut.replace("-", ""), lambda _word: False) == cut.replace("-", SOFT_HYPHEN)


def test_a_word_that_fits_and_another_script_stay_whole():
    text = "Feest van Wapenstilstand, أهلا وسهلا بكم جميعا, 10:30"
    cut = hyphenated(text, lambda word: len(word) < 8)
    assert cut == text.replace("Wapenstilstand", SOFT_HYPHEN.join(["Wa", "pen", "stil", "stand"]))
