"""All open hints of the planning: what to look at before the day comes."""
