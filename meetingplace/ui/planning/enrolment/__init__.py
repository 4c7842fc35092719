"""The list of a session or series: who is enrolled and who waits."""
