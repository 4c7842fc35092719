"""The Flyers screen."""
