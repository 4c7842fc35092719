"""Paper: reportlab lives here; frozen dataclasses and translators in, bytes out."""
