"""What the views hang on."""

from flask import Blueprint

blueprint = Blueprint("governance_requests", __name__, url_prefix="/governance/requests")
