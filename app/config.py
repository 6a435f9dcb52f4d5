"""Settings, read once from the environment; a bad one stops the start and is named."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

SEARCH_ENGINES = ("whoosh",)
MAIL_SCHEMES = ("smtp", "smtps")
TEN_MEGABYTES = 10 * 1024 * 1024


class BadSettingError(Exception):
    """An environment variable that the application cannot start with."""


@dataclass(frozen=True)
class Settings:
    secret_key: str
    database_url: str
    search_engine: str
    search_index_dir: Path
    service_name: str
    authority_name: str
    base_url: str
    mail_url: str
    mail_from: str
    outbox_dir: Path

    def as_flask_config(self) -> dict[str, object]:
        secure = self.base_url.startswith("https://")
        return {
            "SECRET_KEY": self.secret_key,
            "SQLALCHEMY_DATABASE_URI": self.database_url,
            "SEARCH_ENGINE": self.search_engine,
            "SEARCH_INDEX_DIR": str(self.search_index_dir),
            "SERVICE_NAME": self.service_name,
            "AUTHORITY_NAME": self.authority_name,
            "BASE_URL": self.base_url,
            "MAIL_URL": self.mail_url,
            "MAIL_FROM": self.mail_from,
            "OUTBOX_DIR": str(self.outbox_dir),
            "MAX_CONTENT_LENGTH": TEN_MEGABYTES,
            "MAX_FORM_MEMORY_SIZE": TEN_MEGABYTES,
            # a browser refuses the __Host- prefix on plain http, where demonstrations run
            "SESSION_COOKIE_NAME": "__Host-session" if secure else "session",
            "SESSION_COOKIE_SECURE": secure,
            "SESSION_COOKIE_HTTPONLY": True,
            "SESSION_COOKIE_SAMESITE": "Lax",
            "WTF_CSRF_TIME_LIMIT": None,
        }


def read_settings(environment: Mapping[str, str], instance_path: Path) -> Settings:
    """Read every setting; raise BadSettingError naming the first that cannot work."""
    base_url = environment.get("BASE_URL", "http://127.0.0.1:8000").rstrip("/")
    if urlsplit(base_url).scheme not in {"http", "https"} or not urlsplit(base_url).netloc:
        message = f"BASE_URL must start with http:// or https:// and name a host, not {base_url!r}"
        raise BadSettingError(message)
    engine = environment.get("SEARCH_ENGINE", "whoosh")
    if engine not in SEARCH_ENGINES:
        message = f"SEARCH_ENGINE must be one of {', '.join(SEARCH_ENGINES)}, not {engine!r}"
        raise BadSettingError(message)
    database_url = environment.get("DATABASE_URL", f"sqlite:///{instance_path / 'portal.sqlite'}")
    if not database_url.startswith(("sqlite:", "postgresql+psycopg:")):
        message = "DATABASE_URL must start with sqlite: or postgresql+psycopg:"
        raise BadSettingError(message)
    mail_url, mail_from = environment.get("MAIL_URL", ""), environment.get("MAIL_FROM", "")
    parts = urlsplit(mail_url)
    if mail_url and (parts.scheme not in MAIL_SCHEMES or not parts.hostname):
        message = "MAIL_URL must start with smtp:// or smtps:// and name a host"
        raise BadSettingError(message)
    if mail_url and "@" not in mail_from:
        message = "MAIL_FROM must be the address that messages come from"
        raise BadSettingError(message)
    return Settings(
        secret_key=environment.get("SECRET_KEY") or demonstration_key(base_url, instance_path),
        database_url=database_url,
        search_engine=engine,
        search_index_dir=Path(environment.get("SEARCH_INDEX_DIR", instance_path / "index")),
        service_name=environment.get("SERVICE_NAME", "School support prospectus"),
        authority_name=environment.get("AUTHORITY_NAME", "Wakefield"),
        base_url=base_url,
        mail_url=mail_url,
        mail_from=mail_from or "no-reply@demo.example",
        outbox_dir=Path(environment.get("OUTBOX_DIR", instance_path / "outbox")),
    )


def demonstration_key(base_url: str, instance_path: Path) -> str:
    """Return the key kept beside the database, so that a restart signs nobody out.

    Only for an installation on this computer: anywhere else the key must be set on purpose.
    """
    if urlsplit(base_url).hostname not in {"127.0.0.1", "localhost"}:
        message = "SECRET_KEY must be set when BASE_URL is not this computer"
        raise BadSettingError(message)
    instance_path.mkdir(parents=True, exist_ok=True)
    path = instance_path / "secret-key"
    try:
        path.touch(mode=0o600, exist_ok=False)
        path.write_text(secrets.token_hex(32))
    except FileExistsError:
        pass
    return path.read_text()
