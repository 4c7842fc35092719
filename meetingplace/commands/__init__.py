"""What the command line can do: one module a group, each loaded when one of its commands is asked for."""
