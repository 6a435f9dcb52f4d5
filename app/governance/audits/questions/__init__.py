"""Questions every board should ask itself: rated together in a meeting, compared over time."""
