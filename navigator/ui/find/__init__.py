"""The screen "Find help": search, results, the chosen entry, and what goes on paper."""
