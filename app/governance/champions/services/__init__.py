"""What changes calls, applications and the service of champions. Nothing here commits."""
