"""Invented schools, people and pieces of support, played through the real services."""
