"""The Voices screen."""
