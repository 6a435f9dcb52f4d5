"""What the views hang on."""

from flask import Blueprint

blueprint = Blueprint("governance_reviews", __name__, url_prefix="/governance/reviews")
