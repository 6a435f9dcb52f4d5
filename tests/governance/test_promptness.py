"""Working days from report to plan and to each action, without a database."""

from __future__ import annotations

from datetime import date

from app.governance.reviews.models import GovernanceAction, GovernanceReview
from app.governance.reviews.promptness import (
    LEAST_IN_TOTALS,
    Promptness,
    median_words,
    promptness_of,
    sentences,
    totals,
    year_of,
)

FRIDAY, MONDAY = date(2026, 10, 2), date(2026, 10, 5)


def action(due_on: date, done_on: date | None = None) -> GovernanceAction:
    return GovernanceAction(due_on=due_on, done_on=done_on)


class TestPromptnessOf:
    def test_a_weekend_does_not_count(self) -> None:
        review = GovernanceReview(shared_on=FRIDAY, plan_agreed_on=MONDAY)

        assert promptness_of(review, MONDAY).to_plan == 1

    def test_days_go_on_while_there_is_no_plan(self) -> None:
        found = promptness_of(GovernanceReview(shared_on=FRIDAY), date(2026, 10, 9))

        assert (found.to_plan, found.waiting) == (None, 5)

    def test_each_action_counts_from_the_plan(self) -> None:
        review = GovernanceReview(shared_on=FRIDAY, plan_agreed_on=MONDAY)
        review.actions = [action(MONDAY, date(2026, 10, 8)), action(date(2026, 10, 6))]

        found = promptness_of(review, date(2026, 10, 9))

        assert (found.to_actions, found.actions, found.late) == ((3,), 2, 1)
        assert sentences(found)[1] == "1 of 2 actions done, median 3 working days after the plan."

    def test_nothing_is_late_before_there_is_a_plan(self) -> None:
        review = GovernanceReview(shared_on=FRIDAY)
        review.actions = [action(FRIDAY)]

        assert promptness_of(review, date(2026, 10, 9)).late == 0


def test_the_middle_of_two_is_between_them() -> None:
    assert median_words([7, 8]) == "7.5 working days"
    assert median_words([1]) == "1 working day"
    assert median_words([]) == "None yet"


def test_the_year_is_the_school_year_of_the_report() -> None:
    assert year_of(GovernanceReview(shared_on=date(2026, 8, 31))) == 2025
    assert year_of(GovernanceReview()) is None


class TestTotals:
    def test_few_boards_are_not_told(self) -> None:
        few = [Promptness(9, (3, 4, 5), 3, None, 0)] * (LEAST_IN_TOTALS - 1)

        assert [(line.count, line.words) for line in totals(few)] == [(0, "")] * 3

    def test_enough_are(self) -> None:
        enough = [Promptness(9, (3, 5), 3, None, 0)] * LEAST_IN_TOTALS

        lines = totals(enough)

        assert [line.count for line in lines] == [5, 5, 10]
        assert lines[2].words == "4 working days"
