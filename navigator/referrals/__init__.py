"""What was done for a person: visits, referrals, handoffs, follow-ups. Their records live in the casework store."""
