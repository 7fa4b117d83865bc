"""Where things are kept: keys, the two encrypted stores, their migrations and their audit chains."""
