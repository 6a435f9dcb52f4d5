"""Reviews during delivery: where each objective stands, whether it works, what comes next."""
