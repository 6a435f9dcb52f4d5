"""The pages of boards' requests."""

from flask import Blueprint

blueprint = Blueprint("governance_requests", __name__, url_prefix="/governance/requests")

from app.governance.requests.routes import ask, lists  # noqa: E402, F401  # they add their pages
