"""Languages of the program and of paper: gettext and Babel live here."""
