"""Reviews of a board, by somebody from outside or by itself, and the plans they lead to."""
