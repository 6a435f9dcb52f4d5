"""Two give their places back at the same moment: both who waited are booked, and told once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from threading import Barrier
from urllib.parse import SplitResult, urlencode, urlsplit

from playwright.sync_api import Page
from sqlalchemy import select

from app.extensions import db
from app.governance.training.facts import BookingStatus
from app.governance.training.models import TrainingSession
from app.notifications.models import Message
from tests.e2e.people import Company
from tests.e2e.small_portal import SmallPortal
from tests.factories import training

B = BookingStatus


def test_two_who_cancel_at_once_let_two_move_up(small: SmallPortal, plain_people: Company) -> None:
    with small.world() as world:
        session = training.opened(world, places=2)
        waiting = training.governors(world, 1)[0]
        booked = [training.booked(world, session, p) for p in (world.governor, world.chair)]
        training.booked(world, session, waiting)
        number, reference, waits = session.id, session.reference, waiting.id
        addresses = [f"/governance/training/bookings/{b.reference}/cancel" for b in booked]

    clerk = plain_people("clerk")
    clerk.go(f"/governance/training/sessions/{reference}")
    assert clerk.sees("Full, 1 waiting")
    clerk.press("Join the waiting list")
    clerk.choose("Who comes?", "Clerk")
    clerk.press("Join the waiting list")
    assert clerk.sees("Number 2 on the waiting list.")

    people = [plain_people("governor"), plain_people("chair")]
    for person, address in zip(people, addresses, strict=True):
        person.go(address)
        assert person.sees("Cancelling is free until")
    answers = posted_together([person.page for person in people])

    assert answers == [303, 303]
    with small.world() as world:
        session = db.session.get_one(TrainingSession, number)
        moved = {b.person_id: b.status for b in session.bookings}
        assert moved == {
            world.governor.id: B.CANCELLED,
            world.chair.id: B.CANCELLED,
            waits: B.BOOKED,
            world.clerk.id: B.BOOKED,
        }
        assert session.taken == 2
        for person in (waits, world.clerk.id):
            told = select(Message.id).where(
                Message.person_id == person, Message.subject == f"{reference}: you have a place"
            )
            assert len(db.session.scalars(told).all()) == 1
    clerk.go(f"/governance/training/sessions/{reference}")
    assert clerk.sees("Full")
    assert not clerk.sees("Full, ")
    clerk.go("/")
    assert clerk.sees("Your next training is on")


FORM = """() => [...new FormData(document.querySelector("main form"))]"""


def posted_together(pages: list[Page]) -> list[int]:
    """Post the form of each page at once, as its browser would; a browser waits for its answer."""
    together = Barrier(len(pages), timeout=30)
    forms = [
        (
            urlsplit(page.url),
            "; ".join(f"{c['name']}={c['value']}" for c in page.context.cookies()),
            urlencode(dict(page.evaluate(FORM))),
        )
        for page in pages
    ]

    def post(form: tuple[SplitResult, str, str]) -> int:
        address, cookies, body = form
        connection = HTTPConnection(address.netloc, timeout=30)
        connection.connect()
        together.wait()
        headers = {
            "Cookie": cookies,
            "Content-Type": "application/x-www-form-urlencoded",
            "Referer": address.geturl(),
        }
        connection.request("POST", address.path, body, headers)
        return connection.getresponse().status

    with ThreadPoolExecutor(len(pages)) as pool:
        return [future.result(timeout=60) for future in [pool.submit(post, f) for f in forms]]
