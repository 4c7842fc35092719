"""The room of what parents offer to do: found when help is needed, with a contact only for who wants that."""
