"""Typing in a paper list: a grid that follows the paper, by keyboard alone; each row is saved when it is left."""
