"""The contact of a family: shown when somebody presses for it, and kept until a day."""
