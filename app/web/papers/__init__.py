"""Papers: one document, drawn as a page that prints well and as a PDF."""

from app.web.papers.answer import pdf_response, wants_pdf
from app.web.papers.paper import Paper, PaperRow, PaperSection

__all__ = ["Paper", "PaperRow", "PaperSection", "pdf_response", "wants_pdf"]
