"""Composition: opens a station, builds the services on it, and shows the window or walks through it."""
