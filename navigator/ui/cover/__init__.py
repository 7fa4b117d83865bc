"""What stands before a session: first run, sign-in, lock, a broken station. Nothing of the session is on it."""
