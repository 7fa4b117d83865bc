"""What was done for a person: visits, referrals, handoffs, plans. Its records live in the casework store."""
