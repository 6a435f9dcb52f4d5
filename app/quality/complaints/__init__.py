"""Complaints about a piece of support: acknowledged, investigated by somebody apart, decided."""
