"""Decisions: what waits for a second person, how it is decided, and the requests that are taken in for it."""
