from __future__ import annotations

from typing import Any

from govuk_frontend_wtf.wtforms_widgets import GovPasswordInput
from wtforms import HiddenField, PasswordField
from wtforms.validators import DataRequired, Length

from app.web.fields import ShortText, Submit
from app.web.forms import Form


class SignInForm(Form):
    email = ShortText("Email address", missing="Enter your email address", most=254)
    password = PasswordField(
        "Password",
        widget=GovPasswordInput(),
        validators=[DataRequired("Enter your password"), Length(max=1000)],
    )
    next = HiddenField()
    submit = Submit("Sign in")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email.render_kw = {
            "params": {"type": "email", "autocomplete": "username", "spellcheck": False}
        }
        self.password.render_kw = {"params": {"autocomplete": "current-password"}}
