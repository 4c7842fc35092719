"""Meetingplace: plan sessions, register who comes, hear parents, print flyers in the languages that they read."""
