"""On the way to an approval: what is asked twice, locked, refused and challenged."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.e2e.people import Company, Reader
from tests.e2e.small_portal import SmallPortal
from tests.factories import agreements, requests


def test_a_second_live_request_is_stopped_until_it_says_why(
    small: SmallPortal, plain_people: Company
) -> None:
    with small.world() as world:
        requests.submitted(world)
        again = requests.complete(world).reference
    head, broker = plain_people("head"), plain_people("broker")

    head.go(f"/requests/{again}/check")
    assert head.sees("already asks for Phonics and early reading")
    head.press("Send the request")
    assert head.sees("Say why this is another need")

    head.fill({"Why is this another need?": "It is for the infants."})
    head.press("Send the request")
    assert head.sees("Request sent")
    broker.go(f"/requests/{again}")
    assert broker.sees("It is for the infants.")


class TestLockedTasks:
    def test_an_agreement_with_gaps_cannot_be_sent_for_signature(
        self, small: SmallPortal, plain_people: Company
    ) -> None:
        commission = small.has(agreements.agreeing)
        provider = plain_people("provider-lead")

        provider.go(f"/commissions/{commission}")

        expect(task(provider, "Send for signature")).to_contain_text("Cannot start yet")
        expect(task(provider, "Send for signature").get_by_role("link")).to_have_count(0)
        expect(task(provider, "Who does what")).to_contain_text("Say what each side will do.")

    def test_an_approval_waits_for_the_checks(
        self, small: SmallPortal, plain_people: Company
    ) -> None:
        commission = small.has(agreements.signing)
        officer = plain_people("second-broker")

        officer.go(f"/commissions/{commission}/checks")

        expect(task(officer, "Due diligence on the provider")).to_contain_text("Not started")
        expect(task(officer, "Recommend or approve")).to_contain_text("Cannot start yet")
        expect(task(officer, "Recommend or approve").get_by_role("link")).to_have_count(0)


def test_a_supporter_is_refused_after_due_diligence(small: SmallPortal, people: Company) -> None:
    commission = small.has(agreements.not_passed)
    broker, head = people("broker"), people("head")

    broker.go(f"/commissions/{commission}/checks")
    expect(task(broker, "Due diligence on the provider")).not_to_contain_text("Done")
    broker.press("Refuse the supporter")
    broker.fill({"Why does the support not go ahead?": "This provider is not available."})
    broker.press("Refuse the supporter")

    assert broker.sees("The request is back in matching.")
    head.go(f"/commissions/{commission}")
    assert head.sees("This provider is not available.")
    assert not head.sees("One was withdrawn"), "the school reads what the checks found"


def test_an_approver_asks_for_more_information(small: SmallPortal, plain_people: Company) -> None:
    commission = small.has(agreements.signed)
    with small.world() as world:
        agreements.no_interest(world.approver, small.commission(commission))
    approver, provider = plain_people("approver"), plain_people("provider-lead")

    approver.go(f"/commissions/{commission}/ask-for-information")
    approver.choose("Who can answer?", "The provider")
    approver.fill({"What do you want to know?": "Why four days?"})
    approver.press("Ask")
    assert approver.sees("The provider must answer the open question.")

    provider.go(f"/commissions/{commission}")
    provider.press("Answer the question")
    assert provider.sees("Why four days?")
    provider.fill({"Your answer": "One for each class."})
    provider.press("Send the answer")

    approver.go(f"/commissions/{commission}")
    assert approver.sees("One for each class.")
    assert not approver.sees("must answer the open question")
    approver.press("Approve")
    approver.press("Approve")
    assert approver.sees("Approved.")


class TestChallenge:
    def test_a_refusal_is_challenged_and_the_challenge_is_won(
        self, small: SmallPortal, people: Company
    ) -> None:
        commission = small.has(agreements.refused)
        challenge(people("head"), commission)

        decide(small, people("second-approver"), commission, "Upheld: the refusal is set aside")

        head = people("head")
        head.go(f"/commissions/{commission}")
        assert head.sees("Being signed")
        assert head.sees("Three classes share it.")

    def test_a_refusal_is_challenged_and_the_challenge_is_lost(
        self, small: SmallPortal, plain_people: Company
    ) -> None:
        commission = small.has(agreements.refused)
        challenge(plain_people("head"), commission)

        decide(small, plain_people("second-approver"), commission, "Not upheld: the refusal stands")

        head = plain_people("head")
        head.go(f"/commissions/{commission}")
        assert head.sees("Challenge not upheld")
        expect(head.main.get_by_role("button", name="Challenge the refusal")).to_have_count(0)


def challenge(head: Reader, commission: str) -> None:
    head.go(f"/commissions/{commission}")
    head.press("Challenge the refusal")
    head.fill({"Why is the refusal wrong?": "It is for three classes."})
    head.press("Check your challenge")
    head.press("Send the challenge")
    assert head.sees("Another officer decides about it.")


def decide(small: SmallPortal, officer: Reader, commission: str, outcome: str) -> None:
    with small.world() as world:
        agreements.no_interest(world.second_approver, small.commission(commission))
    officer.go(f"/commissions/{commission}/decide-challenge")
    officer.main.get_by_role("group", name="What do you decide?").get_by_label(outcome).check()
    officer.fill({"Reason": "Three classes share it."})
    officer.press("Check your decision")
    officer.press("Record the decision")
    assert officer.sees("Your decision about the challenge is recorded.")


def task(reader: Reader, title: str) -> Locator:
    return reader.main.get_by_role("listitem").filter(has_text=title)
