"""What happens to support that was approved: paused, changed, ended early, followed up."""
