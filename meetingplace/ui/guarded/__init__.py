"""The guarded window: left alone with parents and children on a whole screen, and only a host's PIN leads out."""
