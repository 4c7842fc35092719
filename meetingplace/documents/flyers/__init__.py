"""Flyers for parents: their content, their layouts, their drawing."""
