"""What can lead to a second judgement or to a review, and the words of it."""

from __future__ import annotations

from enum import StrEnum


class RuleKey(StrEnum):
    """Each has one number, the `value` of its row; a complaint and sides apart have none."""

    FIRST_COMMISSIONS = "first_commissions"
    NOT_MET = "not_met"
    EARLY_END = "early_end"
    COMPLAINT = "complaint"
    COST_OVER = "cost_over"
    SIDES_APART = "sides_apart"
    RANDOM_SHARE = "random_share"
    # what opens a review of the provider
    REVIEW_AFTER = "review_after"
    REVIEW_PERIOD = "review_period"


R = RuleKey
# those that sample a judgement, in the order in which they are told
SAMPLING = (
    R.FIRST_COMMISSIONS,
    R.NOT_MET,
    R.EARLY_END,
    R.COMPLAINT,
    R.COST_OVER,
    R.SIDES_APART,
    R.RANDOM_SHARE,
)
OPENING = (R.REVIEW_AFTER, R.REVIEW_PERIOD)
# without this number the rule says nothing
HAS_VALUE = frozenset(R) - {R.SIDES_APART, R.COMPLAINT}
MOST = {R.RANDOM_SHARE: 100}
MOST_OF_OTHERS = 1_000_000

TITLES = {
    R.FIRST_COMMISSIONS: "First commissions of a provider",
    R.NOT_MET: "Objectives not met",
    R.EARLY_END: "Support that ended early",
    R.COMPLAINT: "Complaints",
    R.COST_OVER: "Cost",
    R.SIDES_APART: "The two sides far apart",
    R.RANDOM_SHARE: "Random share",
    R.REVIEW_AFTER: "Commissions not assured",
    R.REVIEW_PERIOD: "Period they are counted in",
}
# {} is the number
SAYS = {
    R.FIRST_COMMISSIONS: "The first {} of each provider",
    R.NOT_MET: "{} or more objectives not met",
    R.EARLY_END: "Ended early by a side or an officer, or {} days or more before the agreed day",
    R.COMPLAINT: "Somebody complained, and did not withdraw it",
    R.COST_OVER: "Cost over £{}",
    R.SIDES_APART: "The first judge finds the two sides far apart",
    R.RANDOM_SHARE: "{} in every 100, drawn from the reference so that nobody can choose",
    R.REVIEW_AFTER: "A review opens after {} that are not assured",
    R.REVIEW_PERIOD: "The last {} months",
}
QUESTIONS = {
    R.FIRST_COMMISSIONS: "How many commissions of each provider?",
    R.NOT_MET: "From how many objectives not met?",
    R.EARLY_END: "From how many days before the agreed end?",
    R.COST_OVER: "Over how many pounds?",
    R.RANDOM_SHARE: "How many in every 100?",
    R.REVIEW_AFTER: "After how many commissions not assured?",
    R.REVIEW_PERIOD: "In how many months?",
}
# why one commission was sampled, as its judges read it
WHY = {
    R.FIRST_COMMISSIONS: "it is one of the provider’s first commissions",
    R.NOT_MET: "an objective was judged not met",
    R.EARLY_END: "it ended early",
    R.COMPLAINT: "somebody complained about it",
    R.COST_OVER: "it cost much",
    R.SIDES_APART: "the two sides are far apart",
    R.RANDOM_SHARE: "it was drawn at random",
}


def says(key: RuleKey, value: int | None) -> str:
    return SAYS[key].format(f"{value:,}" if value is not None else "")
