"""The link that undoes a step, for whoever took it and as long as it can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import url_for

from app.commissions.act import Act
from app.commissions.undo import services
from app.commissions.undo.facts import COMMISSIONS_TO_UNDO, REQUESTS_TO_UNDO, UNDO_WORDS
from app.commissions.undo.permissions import can_undo_commission, can_undo_request
from app.core.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.accounts.models import Person
    from app.commissions.models import Commission, SupportRequest


def undo_act_of_request(person: Person, request: SupportRequest) -> Act | None:
    if request.status not in REQUESTS_TO_UNDO or not can_undo_request(person, request):
        return None
    href = url_for("requests.undo", reference=request.reference)
    return _act(href, lambda: services.way_back_of_request(request, by=person))


def undo_act_of_commission(person: Person, commission: Commission) -> Act | None:
    if commission.status not in COMMISSIONS_TO_UNDO or not can_undo_commission(person, commission):
        return None
    href = url_for("commissions.undo", reference=commission.reference)
    return _act(href, lambda: services.way_back_of_commission(commission, by=person))


def _act(href: str, way_back: Callable[[], services.WayBack[Any]]) -> Act | None:
    """Return no link rather than one to a page that refuses: most steps are no mistakes."""
    try:
        words, _said = UNDO_WORDS[way_back().taken.action]
    except DomainError:
        return None
    return Act(words, href, forward=False)
