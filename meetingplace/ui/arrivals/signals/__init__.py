"""Signals at a session: the list, and the form in which one is noted; never with a person."""
