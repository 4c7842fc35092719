"""Making one family of two: what is joined, before it is done."""
