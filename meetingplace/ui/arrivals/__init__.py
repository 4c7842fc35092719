"""The arrival desk."""
