"""The life of a change: proposed, signed by its parties, approved by an officer, in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.changes import permissions as who
from app.commissions.changes.facts import VariationAction, VariationStatus
from app.commissions.changes.requirements import all_signed, ready_to_decide
from app.core.lifecycle import Lifecycle, Step

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Variation

S, A = VariationStatus, VariationAction

VARIATION_LIFECYCLE: Lifecycle[VariationStatus, VariationAction, Variation, Person] = Lifecycle(
    {
        (S.PROPOSED, A.SIGN): Step(S.PROPOSED, who.can_sign_variation),
        # follows from the last signature
        (S.PROPOSED, A.COMPLETE): Step(S.SIGNED, who.signs_variations, all_signed),
        (S.PROPOSED, A.REJECT): Step(S.REJECTED, who.can_sign_variation),
        (S.PROPOSED, A.WITHDRAW): Step(S.WITHDRAWN, who.can_withdraw_variation),
        (S.SIGNED, A.WITHDRAW): Step(S.WITHDRAWN, who.can_withdraw_variation),
        (S.SIGNED, A.APPROVE): Step(S.IN_FORCE, who.can_decide_variation, ready_to_decide),
        (S.SIGNED, A.NOT_APPROVE): Step(S.NOT_APPROVED, who.can_decide_variation, ready_to_decide),
        # the support ended meanwhile
        (S.PROPOSED, A.LAPSE): Step(S.LAPSED, who.can_lapse_variation),
        (S.SIGNED, A.LAPSE): Step(S.LAPSED, who.can_lapse_variation),
    }
)
