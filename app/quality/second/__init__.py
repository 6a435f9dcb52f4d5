"""A second, blind judgement of what the rules sample, and moderation where the two differ."""
