"""Pages of reviews of governance, split by journey."""

from flask import Blueprint

blueprint = Blueprint("governance_reviews", __name__, url_prefix="/governance/reviews")

from app.governance.reviews.routes import (  # noqa: E402  # they hang on the blueprint
    findings,
    headings,
    opening,
    overview,
    planning,
    preparing,
)

__all__ = ["blueprint", "findings", "headings", "opening", "overview", "planning", "preparing"]
