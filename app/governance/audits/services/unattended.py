"""What becomes of open audits without anybody's act; the worker calls it now and then."""

from __future__ import annotations

from app.core import clock
from app.governance.audits import queries
from app.governance.audits.services import running


def look_after_audits() -> None:
    """Close those whose last day is over; ask who joined the board in the meantime."""
    for audit in queries.open_audits():
        if audit.closes_on < clock.today():
            running.close(audit=audit, by=None)
        else:
            running.ask_who_joined(audit)
