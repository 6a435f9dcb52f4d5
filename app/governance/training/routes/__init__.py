"""The pages of training; each journey hangs its views on the one blueprint."""

from flask import Blueprint

blueprint = Blueprint("training", __name__, url_prefix="/governance/training")
