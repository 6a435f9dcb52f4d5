"""Signed links that open one thing without an account, for a time.

Put into a token what the act behind it changes: then the act uses the link up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

if TYPE_CHECKING:
    from datetime import timedelta


@dataclass(frozen=True)
class SignedLinks:
    """Links of one purpose; a token of another purpose opens nothing here."""

    purpose: str
    last: timedelta

    def token(self, *values: int | str) -> str:
        return str(self._signer().dumps(values))

    def read(self, token: str) -> list[Any] | None:
        """Return what was signed; None for what is forged, old or meant for something else."""
        try:
            values: list[Any] = self._signer().loads(token, max_age=int(self.last.total_seconds()))
        except BadData:
            return None
        return values

    def _signer(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(str(current_app.secret_key), salt=self.purpose)
