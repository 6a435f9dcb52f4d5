"""Writes of changes to approved support."""
