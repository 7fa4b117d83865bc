"""Consent on the screen: the form with its words to read aloud, the signature, and what a person has agreed to."""
