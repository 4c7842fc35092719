"""The Families screen."""
