"""Who keeps the rules for small commissions, and who approves by them. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.roles import Role
from app.commissions.approval_permissions import follows_up
from app.commissions.facts import BOUND_BY
from app.commissions.preauthorised.rules import rule_for
from app.commissions.voices import BOARD_OFFICERS, OFFICERS

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission, PreauthorisedRule

# not brokers: nobody widens what they may approve themselves
KEEPERS = (Role.APPROVER, Role.ADMINISTRATOR)
READERS = (*KEEPERS, *OFFICERS, *BOARD_OFFICERS)


def reads_rules(person: Person) -> bool:
    return person.holds(*READERS)


def keeps_rules(person: Person) -> bool:
    return person.holds(*KEEPERS)


def can_see_rule(person: Person, rule: PreauthorisedRule) -> bool:
    return person.holds(*READERS, authority=rule.authority_code)


def can_keep_rule(person: Person, rule: PreauthorisedRule) -> bool:
    return person.holds(*KEEPERS, authority=rule.authority_code)


def can_approve_by_rule(person: Person, commission: Commission) -> bool:
    """Any officer with no part, no interest and no earlier word, whatever their own limit."""
    return (
        follows_up(person, commission)
        and person.id not in commission.who_did(*BOUND_BY)
        and rule_for(commission) is not None
    )
