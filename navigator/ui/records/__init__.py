"""One painted list for everything that casework lists: to do, visits, referrals, plans."""
