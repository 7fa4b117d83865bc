"""The plan of a visit: its words, the real pages beside them, and the way onto paper."""
