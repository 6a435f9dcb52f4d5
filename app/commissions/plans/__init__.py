"""The action plan: who does what by when, agreed by both sides before the first visit."""
