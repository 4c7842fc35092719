"""The phrases for parents: searched, corrected, read by a speaker, handed out and read back."""
