"""Tests of the search over the directory."""
