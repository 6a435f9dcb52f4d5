"""References that people read aloud: no sequence to guess, no 0/O or 1/I to confuse."""

from __future__ import annotations

import secrets

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH = 5


def new_reference(prefix: str) -> str:
    """Return a random reference such as REQ-7K3QM; the column's unique index settles a clash."""
    return f"{prefix}-{''.join(secrets.choice(ALPHABET) for _ in range(LENGTH))}"
