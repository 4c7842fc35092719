"""Choices between cards: written, opened and closed, counted on the poster, and what came out."""
