"""The signed parcel that carries the directory from desk to stations, and what comes back (S-14)."""
