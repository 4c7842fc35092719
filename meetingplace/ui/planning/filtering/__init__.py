"""Which sessions the planning shows: by theme, function, team member, language and age."""
