"""The links at the top of every page: only where this person has business."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import request, url_for

from app.accounts.roles import Role
from app.commissions.voices import BOARD_OFFICERS, OFFICERS, SCHOOL_READERS
from app.notifications.queries import unread_of
from app.prospectus.permissions import LISTING_OFFICERS

if TYPE_CHECKING:
    from app.accounts.models import Person


@dataclass(frozen=True)
class NavigationItem:
    text: str
    href: str
    current: bool


def navigation(person: Person | None) -> list[NavigationItem]:
    places = [
        ("Find support", "prospectus.search"),
        ("Schools", "schools.index"),
        ("Governors", "governance.index"),
    ]
    if person is not None:
        places.insert(0, ("Home", "pages.home"))
        works_here = person.holds(*SCHOOL_READERS, *OFFICERS, *BOARD_OFFICERS, Role.PROVIDER_LEAD)
        if works_here or person.holds(Role.QUALITY_LEAD):
            places += [("Requests", "requests.index"), ("Commissions", "commissions.index")]
        if person.holds(*OFFICERS):
            places += [("Board", "board.index"), ("Approvals", "commissions.approvals")]
        elif person.holds(*BOARD_OFFICERS):
            places.append(("Approvals", "commissions.approvals"))
        if person.holds(Role.QUALITY_LEAD):
            places.append(("Quality", "quality.index"))
        if person.holds(*LISTING_OFFICERS, Role.PROVIDER_LEAD):
            words = "Entries" if person.holds(*LISTING_OFFICERS) else "Your entry"
            places.append((words, "listing.index"))
        places.append((_messages_words(person), "notifications.index"))
    addresses = [(text, url_for(endpoint)) for text, endpoint in places]
    return [NavigationItem(text, href, _is_current(href)) for text, href in addresses]


def _messages_words(person: Person) -> str:
    unread = unread_of(person)
    return f"Messages ({unread} new)" if unread else "Messages"


def _is_current(href: str) -> bool:
    if href == "/":
        return request.path == "/"
    return request.path == href or request.path.startswith(f"{href}/")
