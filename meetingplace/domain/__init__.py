"""The field in plain values: standard library only; no text, no database, no Qt."""
