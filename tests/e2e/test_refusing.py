"""An offer that is declined, an agreement that is not signed, and a step that was a mistake."""

from __future__ import annotations

from tests.e2e import journey
from tests.e2e.people import Company
from tests.e2e.small_portal import SmallPortal
from tests.factories import agreements, deliveries, requests


def test_a_declined_offer_gives_the_school_back_to_matching_and_the_decline_can_be_undone(
    small: SmallPortal, plain_people: Company
) -> None:
    with small.world() as world:
        made = requests.matched(world)
        request, commission = made.request.reference, made.reference
    provider, broker = plain_people("provider-lead"), plain_people("broker")

    provider.go(f"/commissions/{commission}/decline")
    provider.fill({"Why do you decline?": "My own school needs me this term."})
    provider.press("Decline the offer")

    assert provider.sees("The offer is declined.")
    broker.go(f"/requests/{request}")
    assert broker.sees("Find more providers")

    provider.follow("Undo the decline")
    assert provider.sees("The offer is open again")
    provider.press("Undo it")

    assert provider.sees("It is undone.")
    assert provider.sees("Undone: the offer is open again")
    broker.go(f"/requests/{request}")
    assert not broker.sees("Find more providers")


def test_a_rejection_voids_the_signatures(small: SmallPortal, people: Company) -> None:
    commission = small.has(agreements.signing)
    provider, host = people("provider-lead"), people("host-head")
    journey.sign(people("head"), commission)

    host.go(f"/commissions/{commission}/reject")
    host.fill({"What should change?": "Fridays do not suit us."})
    host.press("Ask for changes")

    assert host.sees("The agreement is open for changes again.")
    assert host.sees("Void: “Fridays do not suit us.”")
    journey.send_for_signature(provider, commission)
    assert provider.sees("Version 2")


def test_a_reading_is_struck_out_and_restored(small: SmallPortal, people: Company) -> None:
    with small.world() as world:
        commission = deliveries.active(world, number=next(small.numbers))
        deliveries.reading(world, commission, 70)
        reference = commission.reference
    provider = people("provider-lead")

    provider.go(f"/commissions/{reference}")
    provider.main.get_by_text("1 reading, one by one").click()
    provider.follow("Strike out this reading")
    provider.fill({"Why do you strike it out?": "It was another class."})
    provider.press("Strike it out")
    assert provider.sees("The reading is struck out.")
    assert not provider.sees("Latest: 70%")

    provider.follow("Restore it")
    provider.press("Restore it")
    assert provider.sees("Latest: 70%")
