"""The month: a cell a day."""
