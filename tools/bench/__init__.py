"""Speed beside its floors: `make bench` prints one table."""
