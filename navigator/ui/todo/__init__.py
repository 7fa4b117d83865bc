"""The page "To do": what is owed now, and the first thing to do about each (R-09)."""
