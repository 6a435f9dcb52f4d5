"""The search: engines behind one small interface. It knows documents, not models."""
