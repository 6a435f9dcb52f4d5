"""What differs where a governing board asks for support instead of the school."""
