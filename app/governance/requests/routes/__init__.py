"""The pages of boards' requests."""

from app.governance.requests.routes import ask, lists
from app.governance.requests.routes.blueprint import blueprint

__all__ = ["ask", "blueprint", "lists"]
