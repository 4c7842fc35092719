"""The action plan: the goals of a school year, what works at them, and how far that has come."""
