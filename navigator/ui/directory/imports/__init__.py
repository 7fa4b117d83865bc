"""Bringing lists into the directory and giving it away: try, look through, apply, take back, parcels."""
