"""Closing a session: how it really was."""
