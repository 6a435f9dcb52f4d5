"""Names what happened to a record, for the audit event that its next flush writes.

Apart from `audit` so that lifecycles, which know no database, can use it.
"""

from __future__ import annotations

_KEY = "_audit_action"


def label_change(thing: object, action: str) -> None:
    """Call the change that is about to be flushed `action` instead of created or changed."""
    thing.__dict__[_KEY] = str(action)


def take_label(thing: object) -> str | None:
    """Return the name given to the change, once."""
    label: str | None = thing.__dict__.pop(_KEY, None)
    return label
