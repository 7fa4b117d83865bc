"""The warm handoff record of one referral, on one screen, with what is missing always in view."""
