"""Paper: words are composed (blocks), inked (render) and let out through one door (release)."""
