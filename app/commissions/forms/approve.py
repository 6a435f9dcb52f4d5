from __future__ import annotations

from app.web.fields import LongText, Submit
from app.web.forms import Form


class ApproveForm(Form):
    submit = Submit("Approve")


class SendBackForm(Form):
    reason = LongText(
        "What should change?",
        hint="Both sides will read this. Do not name pupils or record safeguarding details.",
        missing="Say what should change",
    )
    submit = Submit("Send back for changes")
