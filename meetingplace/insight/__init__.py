"""Figures over plain values: pure functions, no database and no text; the questions that bring the values are storage's."""
