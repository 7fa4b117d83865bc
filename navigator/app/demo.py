"""Who is on the demo station. It holds invented data, so its passphrase is shown on its own sign-in card."""

SUPERVISOR = "Sam T."
CLINICIAN = "Dana R."
SOCIAL_WORKER = "Lena M."
PASSPHRASE = "look around here"  # noqa: S105 - see above
