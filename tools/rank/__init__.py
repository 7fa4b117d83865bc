"""Ranks judged queries over a table of services and times keystrokes: `make rank`."""
