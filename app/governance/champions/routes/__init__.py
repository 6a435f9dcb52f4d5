"""Champions of governance: the calls, the way of an application, service and register."""

from app.governance.champions.routes import apply, calls, check, panel, references, serve
from app.governance.champions.routes.blueprint import blueprint

__all__ = ["apply", "blueprint", "calls", "check", "panel", "references", "serve"]
