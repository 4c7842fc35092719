"""The room for paper of participation: posters, the sheet with faces, slips for ideas."""
