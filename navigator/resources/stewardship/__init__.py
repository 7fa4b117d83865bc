"""How the directory is kept true: changes and their history, checks, proposals, alerts, duplicates, what is due."""
