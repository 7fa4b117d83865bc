"""The small things screens are made of; each reads its colours through the theme and has an accessible name."""
