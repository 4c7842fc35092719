"""The statement: all that is kept about a family, on paper and as data, for the parent who asks."""
