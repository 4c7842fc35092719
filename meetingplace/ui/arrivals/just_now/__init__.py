"""The list of what was done at the desk just now, by whom, each with its own undo."""
