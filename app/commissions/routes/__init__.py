"""Pages of requests and commissions, a module a journey."""

from flask import Blueprint

requests = Blueprint("requests", __name__, url_prefix="/requests")
commissions = Blueprint("commissions", __name__, url_prefix="/commissions")

# each journey adds its views to a blueprint above
from app.commissions.changes import routes as changes  # noqa: E402, F401
from app.commissions.concerns import routes as concerns  # noqa: E402, F401
from app.commissions.enquiries import routes as enquiries  # noqa: E402, F401
from app.commissions.gates import routes as gates  # noqa: E402, F401
from app.commissions.measures import routes as measures  # noqa: E402, F401
from app.commissions.plans import routes as plans  # noqa: E402, F401
from app.commissions.preauthorised import routes as preauthorised  # noqa: E402, F401
from app.commissions.reviews import routes as reviews  # noqa: E402, F401
from app.commissions.routes import (  # noqa: E402
    agree,  # noqa: F401
    approve,  # noqa: F401
    ask,  # noqa: F401
    commission,  # noqa: F401
    commission_lists,  # noqa: F401
    conditions,  # noqa: F401
    days,  # noqa: F401
    deliver,  # noqa: F401
    evaluate,  # noqa: F401
    match,  # noqa: F401
    refuse,  # noqa: F401
    request_lists,  # noqa: F401
    respond,  # noqa: F401
    show_request,  # noqa: F401
    sign,  # noqa: F401
)
from app.commissions.strikes import routes as strikes  # noqa: E402, F401
from app.commissions.undo import routes as undo  # noqa: E402, F401
from app.commissions.visits import routes as visits  # noqa: E402, F401
