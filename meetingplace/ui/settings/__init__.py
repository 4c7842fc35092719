"""The House screen."""
