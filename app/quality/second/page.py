"""What is shown of judgements beside the one that counts, and of the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.commissions import judging_permissions as judging
from app.quality.facts import PART_WORDS, Part
from app.quality.page import JudgementView, view_of
from app.quality.second.facts import OPENING, SAMPLING, TITLES, WHY, RuleKey, says
from app.quality.second.permissions import can_read_grounds, can_read_part
from app.quality.second.queries import judgements_of_parts
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.commissions.models import Commission
    from app.quality.models import QAJudgement
    from app.quality.second.models import QualityRule


@dataclass(frozen=True)
class PartView:
    """One judgement of several, as it was given."""

    title: str
    about: str
    view: JudgementView


@dataclass(frozen=True)
class RuleRow:
    key: str
    value: str
    href: str
    action: str = "Change"


@dataclass(frozen=True)
class RuleGroup:
    title: str
    rows: Sequence[RuleRow]


def parts_of(person: Person, commission: Commission) -> list[PartView]:
    """Return each judgement that this person may read, where there is more than one to come."""
    parts = judgements_of_parts(commission)
    first = parts.get(Part.FIRST)
    if first is None or not first.sampled_for:
        return []
    return [
        PartView(PART_WORDS[part], _about(person, parts[part]), view_of(parts[part], detailed=True))
        for part in Part
        if part in parts and can_read_part(person, parts[part])
    ]


def _about(person: Person, judgement: QAJudgement) -> str:
    if judgement.moderation is not None:
        met = f"Both judges met on {date_words(judgement.met_on)}. " if judgement.met_on else ""
        return f"{met}{judgement.moderation}"
    if judgement.sampled_for and can_read_grounds(person, judgement):
        return f"Sampled for a second judgement: {_why(judgement.sampled_for)}."
    return ""


def _why(keys: Sequence[str]) -> str:
    words = [WHY[RuleKey(key)] for key in keys]
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


def stage_words(person: Person, commission: Commission) -> str:
    """Return what this lead should know of the second judgement; empty if there is none."""
    if judging.awaits_moderation(commission):
        return "Two leads judged it and differ. Neither judgement counts until they are moderated."
    if not judging.awaits_second(commission):
        return ""
    if judging.is_judge_of(person, commission):
        # why they do not judge it again is said already
        return ""
    return "It was judged and sampled for a second judgement. You do not see the first."


def rule_groups(rules: Sequence[QualityRule]) -> list[RuleGroup]:
    by_key = {rule.key: rule for rule in rules}
    groups = {
        "What is judged a second time": SAMPLING,
        "What opens a review of a provider": OPENING,
    }
    return [
        RuleGroup(title, [_row(by_key[key]) for key in keys if key in by_key])
        for title, keys in groups.items()
    ]


def _row(rule: QualityRule) -> RuleRow:
    words = says(rule.key, rule.value)
    href = url_for("second.rule", authority=rule.authority_code, key=rule.key.value)
    return RuleRow(TITLES[rule.key], words if rule.in_force else f"Off. {words}", href)
