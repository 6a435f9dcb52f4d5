"""A shortlist of entries, kept for the account or, without one, for the session."""
