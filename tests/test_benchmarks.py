"""How a figure is judged: beside its yardstick, with the budgets of both."""

from __future__ import annotations

from benchmarks.measuring import Row, p99, printed


def test_ninety_nine_of_a_hundred_stay_under_the_p99() -> None:
    assert p99([float(number) for number in range(1, 101)]) == 99.0
    assert p99([5.0]) == 5.0
    assert p99([1.0] * 299 + [70.0]) == 1.0


def test_a_figure_is_within_when_both_budgets_are_kept() -> None:
    assert Row("a", 50, "ms", most=50).is_within
    assert not Row("a", 51, "ms", most=50).is_within
    assert Row("a", 30, "ms", 50, "b", 20, most_times=1.5).is_within
    assert not Row("a", 31, "ms", 50, "b", 20, most_times=1.5).is_within


def test_a_figure_over_its_budget_is_marked() -> None:
    _head, good, bad = printed([Row("good", 1, "ms", 2, "bare", 0.5), Row("bad", 3, "ms", 2)])
    assert good.startswith("  good")
    assert "2.00 ×" in good
    assert bad.startswith("! bad")
