"""The school year at a glance: a row a week, a square a session."""
