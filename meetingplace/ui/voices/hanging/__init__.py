"""Hanging a voice on the board of the corner: a host looks first, and writes it for those who read there."""
