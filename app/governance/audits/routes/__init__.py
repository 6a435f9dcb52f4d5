"""Pages of skills audits, a module a journey."""

from flask import Blueprint

blueprint = Blueprint("audits", __name__, url_prefix="/governance/audits")

# each journey adds its views to the blueprint above
from app.governance.audits.routes import (  # noqa: E402
    answering,  # noqa: F401
    preparing,  # noqa: F401
    reading,  # noqa: F401
    steps,  # noqa: F401
)
