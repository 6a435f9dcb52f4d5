"""The officers' checks before approval: what facts say by themselves, and what is recorded."""
