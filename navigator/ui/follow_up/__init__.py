"""The call that asks how it went, and how the loop is closed (R-10)."""
