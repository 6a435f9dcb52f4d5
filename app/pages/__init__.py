"""Pages that belong to no feature: the front door, help, and whether the service is well."""
