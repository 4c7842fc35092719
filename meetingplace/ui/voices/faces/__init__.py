"""How it was: what the faces of a period said, and counting the sheet of a session."""
