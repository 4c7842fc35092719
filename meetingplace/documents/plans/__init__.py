"""Plans on paper for the team: month sheet, week sheet, year overview, team roster, in the languages of the program."""
