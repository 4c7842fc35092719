"""Pictures and logos under House: chosen from a file, looked at, named, taken away."""
