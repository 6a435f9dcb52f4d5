"""The pages of training; each journey hangs its views on the one blueprint."""

from app.governance.training.routes import boards, booking, catalogue, courses, sessions, take_up
from app.governance.training.routes.blueprint import blueprint

__all__ = ["blueprint", "boards", "booking", "catalogue", "courses", "sessions", "take_up"]
