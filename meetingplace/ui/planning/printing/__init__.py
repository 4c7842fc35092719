"""The room where the plan is printed: month sheet, week sheet, year overview, team roster."""
