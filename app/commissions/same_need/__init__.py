"""A school that asks again for what somebody already works on is asked why."""
