"""The pages of the prospectus, a module a journey."""

from flask import Blueprint

blueprint = Blueprint("prospectus", __name__)

# each journey adds its views to the blueprint above
from app.prospectus.routes import (  # noqa: E402
    confirm,  # noqa: F401
    entry,  # noqa: F401
    search,  # noqa: F401
    sight,  # noqa: F401
)
