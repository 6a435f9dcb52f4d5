"""Closes the audits whose last day is over; the worker calls it now and then."""

from __future__ import annotations

from app.core import clock
from app.governance.audits import queries
from app.governance.audits.services import running


def close_ended_audits() -> None:
    for audit in queries.open_audits():
        if audit.closes_on < clock.today():
            running.close(audit=audit, by=None)
