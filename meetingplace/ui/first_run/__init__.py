"""The first run: setting up a house step by step."""
