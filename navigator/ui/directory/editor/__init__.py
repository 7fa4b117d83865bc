"""The editor of the directory: everything on one record in one place, saved as one change."""
