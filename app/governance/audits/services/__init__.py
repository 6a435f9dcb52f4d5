"""Writes of skills audits, a module a journey."""
