"""The standing terms of every agreement; a version keeps those it was made with."""

from __future__ import annotations

CLAUSES = (
    (
        "Confidentiality",
        (
            "What each side learns about the other stays between the parties to this agreement and "
            "the authority’s officers who answer for it. Nothing here names a pupil."
        ),
    ),
    (
        "Not evidence for anyone’s appraisal",
        (
            "Nothing in this agreement, or recorded under it, is evidence for the appraisal of "
            "anyone at the supported school, the provider or the home school."
        ),
    ),
    (
        "Safeguarding",
        (
            "The provider’s employer has confirmed the checks that visiting staff need. The "
            "confirmation is recorded here by name and date; certificates are not kept."
        ),
    ),
    (
        "Interests",
        (
            "Everybody who chose, offered, accepted or approves this support records whether they "
            "have an interest in it. Nobody decides where they have one."
        ),
    ),
    (
        "Starting points and targets",
        (
            "Starting points and targets are fixed once this version is signed. A later change "
            "needs a new version, and the original stays visible beside it."
        ),
    ),
    (
        "Changes and ending early",
        (
            "Until approval the school or the broker may withdraw. After it, a change needs both "
            "sides and an officer. Either side or an officer may end the support early: they say "
            "why, and hand over what was done and what remains."
        ),
    ),
)
