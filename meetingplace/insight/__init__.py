"""Figures over plain values: pure functions; the questions that bring the values are asked by storage."""
