"""Reading a plan from a file: what is new, changed and unclear is shown before anything is written."""
