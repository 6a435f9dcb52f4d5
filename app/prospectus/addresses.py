"""Whole addresses, for what is read away from the site: files, paper, feeds, other systems."""

from __future__ import annotations

from typing import Any

from flask import current_app, url_for

from app.prospectus.listed import Entry


def whole_address(endpoint: str, **values: Any) -> str:
    """Return the address with the host that the settings name, whatever host was asked."""
    return f"{current_app.config['BASE_URL']}{url_for(endpoint, **values)}"


def entry_address(provider: Entry) -> str:
    return whole_address("prospectus.provider", slug=provider.slug)
