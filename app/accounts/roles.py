"""The roles a person may hold, each within a scope: a school, a provider or an authority."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    HEAD = "head"
    DELEGATE = "delegate"
    CHAIR = "chair"
    GOVERNOR = "governor"
    CLERK = "clerk"
    PROVIDER_LEAD = "provider_lead"
    BROKER = "broker"
    APPROVER = "approver"
    QUALITY_LEAD = "quality_lead"
    GOVERNOR_SERVICES = "governor_services"
    INCLUSION = "inclusion"
    FORUM_MEMBER = "forum_member"
    ADMINISTRATOR = "administrator"


ROLE_WORDS = {
    Role.HEAD: "Headteacher",
    Role.DELEGATE: "Senior leader acting for the headteacher",
    Role.CHAIR: "Chair of governors",
    Role.GOVERNOR: "Governor",
    Role.CLERK: "Clerk to governors",
    Role.PROVIDER_LEAD: "Provider lead",
    Role.BROKER: "Brokerage officer",
    Role.APPROVER: "Approving officer",
    Role.QUALITY_LEAD: "Quality assurance lead",
    Role.GOVERNOR_SERVICES: "Governor services officer",
    Role.INCLUSION: "Inclusion officer",
    Role.FORUM_MEMBER: "Schools Forum member",
    Role.ADMINISTRATOR: "Administrator",
}
SCHOOL_ROLES = frozenset({Role.HEAD, Role.DELEGATE, Role.CHAIR, Role.GOVERNOR, Role.CLERK})
# who speaks for a school, or follows what is said in its name
SCHOOL_SPEAKERS = (Role.HEAD, Role.DELEGATE, Role.CHAIR)
PROVIDER_ROLES = frozenset({Role.PROVIDER_LEAD})
AUTHORITY_ROLES = frozenset(Role) - SCHOOL_ROLES - PROVIDER_ROLES
