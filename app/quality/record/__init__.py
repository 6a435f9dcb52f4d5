"""A provider's record, commission by commission: for the provider and officers."""
