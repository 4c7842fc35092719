"""Which voices the board shows: by kind, theme and function."""
