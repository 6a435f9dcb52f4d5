"""Passwords: argon2id, at least twelve characters, none of the common ones."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

LEAST = 12
MOST = 200
_hasher = PasswordHasher()


def hash_password(password: str) -> str:
    return _hasher.hash(password)


def verify_password(password_hash: str | None, password: str) -> bool:
    """Check in the same time whether or not there is an account behind it."""
    try:
        _hasher.verify(password_hash or _nobody(), password)
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None


@cache
def _nobody() -> str:
    return _hasher.hash("nobody has this password")


@cache
def common_passwords() -> frozenset[str]:
    text = files("app.accounts").joinpath("data/common_passwords.txt").read_text()
    return frozenset(line for line in text.splitlines() if line)


def weakness(password: str) -> str | None:
    """Return what is wrong with a new password, in words for its owner; None when it will do."""
    if len(password) < LEAST:
        return f"Use at least {LEAST} characters. Three random words work well"
    if len(password) > MOST:
        return f"Use {MOST} characters or fewer"
    if password.casefold() in common_passwords():
        return "This password is one of the first that others would guess. Choose another"
    return None
