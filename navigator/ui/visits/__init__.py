"""Visits: their list, the form that starts one, and the screen of one visit with its next step."""
