"""Striking out an entry that was made by mistake, and restoring it."""
