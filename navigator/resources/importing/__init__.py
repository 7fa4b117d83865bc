"""Import as a decision: read a file, say what it would change, change it in one go, take it back (S-08)."""
