"""Searching a family and picking it, in a panel."""
