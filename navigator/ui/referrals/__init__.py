"""Referrals on the screen: the list of open ones, and the call screen with its forms, meter and contacts."""
