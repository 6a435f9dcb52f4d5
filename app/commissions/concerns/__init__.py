"""Concerns about support that is under way: raised, acted on, escalated, resolved."""
