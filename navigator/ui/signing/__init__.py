"""Signing a record, and what is added to it afterwards."""
