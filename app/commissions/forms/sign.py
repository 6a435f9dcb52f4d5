"""Forms around one version: each carries which version its reader had before their eyes."""

from __future__ import annotations

from typing import Any

from wtforms import HiddenField, IntegerField
from wtforms.widgets import HiddenInput

from app.web.fields import LongText, Submit, Tick
from app.web.forms import Form


class SendForm(Form):
    submit = Submit("Send for signature")


class VersionForm(Form):
    version_number = IntegerField(widget=HiddenInput())
    digest = HiddenField()

    @property
    def shown(self) -> dict[str, Any]:
        """Return the version that was read; nonsense is no version at all."""
        return {
            "version_number": self.version_number.data or 0,
            "digest": self.digest.data or "",
        }


class SignForm(VersionForm):
    agreed = Tick(
        "I have read this version and agree to it",
        missing="Tick the box to say that you have read this version and agree to it",
    )
    submit = Submit("Sign the agreement")


class RejectForm(VersionForm):
    reason = LongText(
        "What should change?",
        hint="Everybody who signs will read this. Do not name pupils or record safeguarding "
        "details.",
        missing="Say what should change",
    )
    submit = Submit("Ask for changes")
