"""Carries directory entries in from and out to the files that other systems read and write."""
