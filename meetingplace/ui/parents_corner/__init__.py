"""The parents' corner: faces, ideas, the board of answers and dots, for whoever reads and whoever does not."""
