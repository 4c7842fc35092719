"""The verbs and the boards: the list of everything that the program can do."""
