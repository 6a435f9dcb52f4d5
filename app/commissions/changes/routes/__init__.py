"""Pages of changes to approved support, a module a journey."""

from app.commissions.changes.routes import (
    end,  # noqa: F401
    pause,  # noqa: F401
    people,  # noqa: F401
    settle,  # noqa: F401
    vary,  # noqa: F401
)
