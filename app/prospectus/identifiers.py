"""Identifiers for other systems: the same for the same thing each time, and in every installation.

Made from what does not change (a school's URN, an authority's code, an entry's address), so that
no column has to keep them, and so that two directories name one school alike.
"""

from __future__ import annotations

from uuid import UUID, uuid5

from app.prospectus.models import Provider

# never change it: everything that others stored of us would be unknown
_NAMESPACE = UUID("85aadbb6-01ae-438e-8acb-77cbd7591b72")


def identifier(*path: object) -> str:
    """Return the UUID of what the path names, the widest part first."""
    return str(uuid5(_NAMESPACE, "/".join(map(str, path))))


def service_id(authority_code: str, slug: str) -> str:
    return identifier("service", authority_code, slug)


def id_of_entry(provider: Provider) -> str:
    return service_id(provider.authority_code, provider.slug)
