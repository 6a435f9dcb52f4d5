"""Pages on which an entry is written, released, reviewed and decided, a module a journey."""

from flask import Blueprint

blueprint = Blueprint("listing", __name__, url_prefix="/listing")

# each journey adds its views to the blueprint above
from app.prospectus.listing.routes import (  # noqa: E402
    case_studies,  # noqa: F401
    own,  # noqa: F401
    panel,  # noqa: F401
    questions,  # noqa: F401
    release,  # noqa: F401
    send,  # noqa: F401
)
