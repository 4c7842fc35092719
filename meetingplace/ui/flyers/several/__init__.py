"""Several flyers at once: chosen in one list, saved one after the other into a folder."""
