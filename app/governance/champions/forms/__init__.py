"""Forms of calls, applications and the people who judge them."""
