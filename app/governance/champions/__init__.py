"""Champions of governance, appointed in the open: call, application, panel, term, reviews."""
