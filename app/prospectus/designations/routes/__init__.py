"""Pages of designations, their kinds and the criteria, a module a journey."""

from flask import Blueprint

blueprint = Blueprint("designations", __name__, url_prefix="/prospectus")
of_kinds = Blueprint("designation_types", __name__, url_prefix="/designation-types")
of_criteria = Blueprint("criteria", __name__, url_prefix="/criteria")

# each journey adds its views to a blueprint above
from app.prospectus.designations.routes import (  # noqa: E402
    appeal,  # noqa: F401
    criteria,  # noqa: F401
    decide,  # noqa: F401
    kinds,  # noqa: F401
    overview,  # noqa: F401
)
