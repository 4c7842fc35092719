"""Families that look alike: why they do, and whether they are one family or two."""
