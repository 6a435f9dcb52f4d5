"""What quality assurance comes to: every number is the length of a list that a link shows."""
