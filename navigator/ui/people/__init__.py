"""A person's page: what was done for them, what they are called, and whether they were written down twice."""
