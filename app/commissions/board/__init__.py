"""The officers' board: what is open by step, who works on it, who watches it, what they note."""
