"""Handing the plan out as a file: calendar, spreadsheet or CSV."""
