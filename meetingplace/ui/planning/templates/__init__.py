"""Templates beside the calendar and in a room of their own: planned from, changed, taken away."""
