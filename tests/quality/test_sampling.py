"""Which judgements are sampled: pure rules, without a database."""

from __future__ import annotations

from dataclasses import replace

from app.quality.facts import Spread
from app.quality.second.facts import SAMPLING, WHY, RuleKey
from app.quality.second.sampling import Judged, grounds, lot_of

PLAIN = Judged(
    reference="COM-00003",
    of_provider=9,
    not_met=0,
    ended_early=False,
    days_early=0,
    complaints=0,
    cost_pence=90_000,
    sides=Spread.TOGETHER,
)
RULES = {
    RuleKey.FIRST_COMMISSIONS: 2,
    RuleKey.NOT_MET: 1,
    RuleKey.EARLY_END: 28,
    RuleKey.COMPLAINT: 0,
    RuleKey.COST_OVER: 5000,
    RuleKey.SIDES_APART: 0,
}


class TestGrounds:
    def test_plain_work_is_not_sampled(self) -> None:
        assert grounds(PLAIN, RULES) == []

    def test_each_rule_samples_from_its_number_on_and_not_before(self) -> None:
        for key, just, not_quite in (
            (RuleKey.FIRST_COMMISSIONS, {"of_provider": 2}, {"of_provider": 3}),
            (RuleKey.NOT_MET, {"not_met": 1}, {"not_met": 0}),
            (RuleKey.EARLY_END, {"days_early": 28}, {"days_early": 27}),
            (RuleKey.EARLY_END, {"ended_early": True}, {"ended_early": False}),
            (RuleKey.COMPLAINT, {"complaints": 1}, {"complaints": 0}),
            (RuleKey.COST_OVER, {"cost_pence": 500_001}, {"cost_pence": 500_000}),
            (RuleKey.SIDES_APART, {"sides": Spread.FAR}, {"sides": Spread.SOMEWHAT}),
        ):
            assert grounds(replace(PLAIN, **just), RULES) == [key]  # type: ignore[arg-type]
            assert grounds(replace(PLAIN, **not_quite), RULES) == []  # type: ignore[arg-type]

    def test_a_rule_that_is_off_samples_nothing(self) -> None:
        everything = Judged("COM-00001", 1, 5, True, 99, 1, 9_000_000, Spread.FAR)

        assert grounds(everything, {}) == []
        assert grounds(everything, RULES) == list(RULES)

    def test_the_random_share_is_about_what_was_asked_and_always_the_same(self) -> None:
        drawn = [
            number
            for number in range(3000)
            if grounds(replace(PLAIN, reference=f"COM-{number:05}"), {RuleKey.RANDOM_SHARE: 33})
        ]

        assert 0.30 < len(drawn) / 3000 < 0.36
        assert lot_of("COM-00001") == lot_of("COM-00001")

    def test_every_ground_has_its_words(self) -> None:
        assert set(WHY) == set(SAMPLING)
