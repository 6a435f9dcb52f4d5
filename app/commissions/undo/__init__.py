"""A step taken by mistake is taken back, as long as nobody relied on it."""
