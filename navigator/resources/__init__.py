"""What help exists: services, their hours and eligibility, and the search that finds them."""
