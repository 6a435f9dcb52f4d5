"""Papers: one document, drawn as a page that prints well and as a PDF."""

from app.web.papers.paper import Paper, PaperRow, PaperSection

__all__ = ["Paper", "PaperRow", "PaperSection"]
