"""All dates of a series: made, skipped with why, moved, added, cancelled, held."""
