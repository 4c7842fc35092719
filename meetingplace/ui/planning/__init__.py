"""The Planning screen."""
