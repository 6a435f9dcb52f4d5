"""What a browser holds after it signed in, made and read without a request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import URLSafeTimedSerializer


def session_cookie(app: Flask, session: Mapping[str, Any]) -> tuple[str, str]:
    """Return name and value of the cookie that holds the session."""
    return app.config["SESSION_COOKIE_NAME"], str(_signer(app).dumps(dict(session)))


def session_of(app: Flask, cookie: str) -> dict[str, Any]:
    session: dict[str, Any] = _signer(app).loads(cookie)
    return session


def of_person(identity: str) -> dict[str, Any]:
    """Return the session of somebody who signed in, by what stands for them in sessions."""
    return {"_user_id": identity, "_fresh": True}


def _signer(app: Flask) -> URLSafeTimedSerializer:
    signer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert signer
    return signer
