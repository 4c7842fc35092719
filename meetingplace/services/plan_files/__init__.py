"""Plans as files: tables that go out, and what is read from tables and calendar files that come in."""
