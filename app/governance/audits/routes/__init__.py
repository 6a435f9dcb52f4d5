"""Pages of skills audits, a module a journey."""

from app.governance.audits.routes import answering, preparing, reading, steps
from app.governance.audits.routes.blueprint import blueprint

__all__ = ["answering", "blueprint", "preparing", "reading", "steps"]
