"""How far parents take part, school year after school year."""
