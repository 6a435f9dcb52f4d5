"""Reviews of a provider: the one thing that changes a listing after judgements or complaints."""
