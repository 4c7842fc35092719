"""A child of a family: its form, taking it out, and a second household for it."""
