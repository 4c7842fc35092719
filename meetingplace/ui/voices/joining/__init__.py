"""Voices that say the same: looking for the other one, and letting them stand together."""
