"""Forgetting a family: what goes, what stays, and the deliberate second step."""
