"""Writes of reviews of governance, split by journey."""
