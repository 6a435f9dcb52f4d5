"""Pages of enquiries, a module a journey; they hang on the blueprint of requests."""

from app.commissions.enquiries.routes import (
    answering,  # noqa: F401
    sending,  # noqa: F401
    weighing,  # noqa: F401
    whom,  # noqa: F401
)
