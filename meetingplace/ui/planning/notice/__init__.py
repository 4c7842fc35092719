"""What to tell whom when a session moved or does not go on."""
