"""The forms in the place of the outcomes: what a call came to, and the other steps of a referral."""
