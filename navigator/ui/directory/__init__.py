"""The directory desk: what is due, proposals, imports, duplicates, beds, and the editor of one record."""
