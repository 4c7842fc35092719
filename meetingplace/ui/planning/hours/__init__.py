"""Hours in columns, with sessions in them: the days of a week, or the places of a day."""
