"""What every painted list shares: frozen rows, the model that holds them, choosing by keys, and the paint of a row."""
