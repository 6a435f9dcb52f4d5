"""Who gets what at every address: one row for each endpoint and method, read as a sentence.

A row names the viewers who get something else than the rest. Several rows for one address show
it in several states: `make` puts another scene than an offer (see tests/rules/world.py).
"""

from tests.rules.matrix import (
    audits,
    board,
    champions,
    changes,
    commissions,
    complaints,
    concerns,
    delivery,
    designations,
    enquiries,
    entries,
    governance_requests,
    governance_reviews,
    listing,
    pages,
    quality,
    requests,
    rules,
    shortlist,
    strikes,
    training,
)
from tests.rules.matrix.rows import Answer, Row

ROWS: tuple[Row, ...] = (
    *pages.PAGES,
    *board.BOARD,
    *listing.LISTING,
    *designations.DESIGNATIONS,
    *shortlist.SHORTLIST,
    *requests.REQUESTS,
    *enquiries.ENQUIRIES,
    *governance_requests.GOVERNANCE_REQUESTS,
    *commissions.COMMISSIONS,
    *concerns.CONCERNS,
    *complaints.COMPLAINTS,
    *delivery.DELIVERY,
    *strikes.STRIKES,
    *rules.RULES,
    *changes.CHANGES,
    *entries.ENTRIES,
    *governance_reviews.REVIEWS,
    *quality.QUALITY,
    *champions.CHAMPIONS,
    *audits.AUDITS,
    *training.TRAINING,
)

__all__ = ["ROWS", "Answer", "Row"]
