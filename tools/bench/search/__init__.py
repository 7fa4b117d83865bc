"""The part of the bench that measures search beside its peers."""
