"""The embedded engine: Whoosh keeps and analyses, arrays in memory match, rank and count."""

from app.search.whoosh_engine.engine import WhooshEngine

__all__ = ["WhooshEngine"]
