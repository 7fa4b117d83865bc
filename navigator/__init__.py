"""Navigator: find the right door for a person in crisis, and hand them paper they can use."""

__version__ = "0.1.0"
