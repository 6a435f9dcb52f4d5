"""Pages of reviews of governance, split by journey."""

from app.governance.reviews.routes import findings, headings, opening, overview, planning, preparing
from app.governance.reviews.routes.blueprint import blueprint

__all__ = ["blueprint", "findings", "headings", "opening", "overview", "planning", "preparing"]
