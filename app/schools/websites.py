"""Websites as schools type them, and what may become a link."""

import re
from urllib.parse import urlsplit

_SCHEME_TYPED_BADLY = re.compile(r"^(https?)\s*:?\s*/{1,3}\s*(?=[^/])", re.IGNORECASE)
_HOST = re.compile(r"^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$", re.IGNORECASE)


def checked_link(website: str | None) -> str | None:
    """Return an http(s) address that is safe to link to, or None.

    `www.school.uk` gains a scheme and `http//school.uk` its colon; anything with another
    scheme, a user name, spaces or no plain host name is shown as text only.
    """
    if not website:
        return None
    text = _SCHEME_TYPED_BADLY.sub(lambda found: found[1].lower() + "://", website.strip())
    if "://" not in text:
        text = "http://" + text
    if any(ch.isspace() or not ch.isprintable() or ch in "\"'<>\\`" for ch in text):
        return None
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or "@" in parts.netloc or not _HOST.match(host):
        return None
    return text if port is None or port > 0 else None
