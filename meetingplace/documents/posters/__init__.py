"""Paper by which parents take part: what became of what they said, choices with dots, faces, slips for ideas."""
