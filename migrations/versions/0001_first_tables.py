"""First tables"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_chain",
        sa.Column("subject", sa.String(length=120), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_audit_chain")),
    )
    op.create_table(
        "audit_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=120), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("root", sa.String(length=120), nullable=False),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_event")),
        sa.UniqueConstraint("subject", "sequence", name=op.f("uq_audit_event_subject")),
    )
    with op.batch_alter_table("audit_event", schema=None) as batch_op:
        batch_op.create_index("ix_audit_event_root", ["root", "id"], unique=False)

    op.create_table(
        "authority",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_authority")),
    )
    op.create_table(
        "designation_type",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("short_name", sa.String(length=60), nullable=False),
        sa.Column("held_by", sa.String(length=20), nullable=False),
        sa.Column("awarding_body", sa.String(length=200), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("scheme_ended_on", sa.Date(), nullable=True),
        sa.Column("term_years", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_designation_type")),
        sa.UniqueConstraint("code", name=op.f("uq_designation_type_code")),
    )
    op.create_table(
        "expertise_version",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expertise_version")),
        sa.UniqueConstraint("name", name=op.f("uq_expertise_version_name")),
    )
    op.create_table(
        "import_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(length=255), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_run")),
    )
    op.create_table(
        "index_update",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(length=80), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_index_update")),
    )
    op.create_table(
        "person",
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("session_stamp", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("email", name=op.f("uq_person_email")),
    )
    op.create_table(
        "school_group",
        sa.Column("uid", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("group_id", sa.String(length=20), nullable=True),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("companies_house_number", sa.String(length=20), nullable=True),
        sa.Column("type_code", sa.String(length=10), nullable=True),
        sa.Column("type_name", sa.String(length=200), nullable=True),
        sa.Column("status_code", sa.String(length=40), nullable=True),
        sa.Column("status_name", sa.String(length=200), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("incorporated_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("ukprn", sa.String(length=20), nullable=True),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_school_group")),
    )
    op.create_table(
        "school_link",
        sa.Column("urn", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("link_urn", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=80), nullable=False),
        sa.Column("link_name", sa.String(length=255), nullable=True),
        sa.Column("established_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("urn", "link_urn", "kind", name=op.f("pk_school_link")),
    )
    with op.batch_alter_table("school_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_school_link_link_urn"), ["link_urn"], unique=False)

    op.create_table(
        "submission",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_submission")),
    )
    op.create_table(
        "expertise_area",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("hint", sa.Text(), nullable=False),
        sa.Column("inspection_area", sa.String(length=200), nullable=False),
        sa.Column("specialist_leader_area", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["expertise_area.id"],
            name=op.f("fk_expertise_area_parent_id_expertise_area"),
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["expertise_version.id"],
            name=op.f("fk_expertise_area_version_id_expertise_version"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expertise_area")),
        sa.UniqueConstraint("version_id", "code", name=op.f("uq_expertise_area_version_id")),
    )
    op.create_table(
        "group_membership",
        sa.Column("urn", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("group_uid", sa.Integer(), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["group_uid"],
            ["school_group.uid"],
            name=op.f("fk_group_membership_group_uid_school_group"),
        ),
        sa.PrimaryKeyConstraint("urn", "group_uid", name=op.f("pk_group_membership")),
    )
    with op.batch_alter_table("group_membership", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_group_membership_group_uid"), ["group_uid"], unique=False
        )

    op.create_table(
        "school",
        sa.Column("urn", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("invented", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("authority_code", sa.String(length=8), nullable=False),
        sa.Column("establishment_number", sa.Integer(), nullable=True),
        sa.Column("type_code", sa.String(length=10), nullable=True),
        sa.Column("type_name", sa.String(length=200), nullable=True),
        sa.Column("type_group_code", sa.String(length=10), nullable=True),
        sa.Column("type_group_name", sa.String(length=200), nullable=True),
        sa.Column("status_code", sa.String(length=10), nullable=True),
        sa.Column("status_name", sa.String(length=200), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("open_reason", sa.String(length=200), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("close_reason", sa.String(length=200), nullable=True),
        sa.Column("phase_code", sa.String(length=10), nullable=True),
        sa.Column("phase_name", sa.String(length=200), nullable=True),
        sa.Column("low_age", sa.Integer(), nullable=True),
        sa.Column("high_age", sa.Integer(), nullable=True),
        sa.Column("boarders", sa.String(length=200), nullable=True),
        sa.Column("nursery", sa.String(length=200), nullable=True),
        sa.Column("sixth_form", sa.String(length=200), nullable=True),
        sa.Column("gender", sa.String(length=200), nullable=True),
        sa.Column("religious_character", sa.String(length=200), nullable=True),
        sa.Column("diocese", sa.String(length=200), nullable=True),
        sa.Column("admissions", sa.String(length=200), nullable=True),
        sa.Column("resourced_provision", sa.String(length=200), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("number_of_pupils", sa.Integer(), nullable=True),
        sa.Column("census_on", sa.Date(), nullable=True),
        sa.Column("percentage_fsm", sa.Double(), nullable=True),
        sa.Column("trust_flag", sa.String(length=200), nullable=True),
        sa.Column("trust_code", sa.String(length=20), nullable=True),
        sa.Column("trust_name", sa.String(length=255), nullable=True),
        sa.Column("federation_flag", sa.String(length=200), nullable=True),
        sa.Column("federation_code", sa.String(length=20), nullable=True),
        sa.Column("federation_name", sa.String(length=255), nullable=True),
        sa.Column("ukprn", sa.String(length=20), nullable=True),
        sa.Column("ofsted_last_inspection", sa.Date(), nullable=True),
        sa.Column("ofsted_rating", sa.String(length=200), nullable=True),
        sa.Column("street", sa.String(length=255), nullable=True),
        sa.Column("locality", sa.String(length=255), nullable=True),
        sa.Column("address3", sa.String(length=255), nullable=True),
        sa.Column("town", sa.String(length=255), nullable=True),
        sa.Column("county", sa.String(length=255), nullable=True),
        sa.Column("postcode", sa.String(length=10), nullable=True),
        sa.Column("website", sa.String(length=500), nullable=True),
        sa.Column("telephone", sa.String(length=40), nullable=True),
        sa.Column("region", sa.String(length=200), nullable=True),
        sa.Column("district", sa.String(length=200), nullable=True),
        sa.Column("ward", sa.String(length=200), nullable=True),
        sa.Column("constituency", sa.String(length=200), nullable=True),
        sa.Column("urban_rural", sa.String(length=200), nullable=True),
        sa.Column("easting", sa.Integer(), nullable=True),
        sa.Column("northing", sa.Integer(), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("register_changed_on", sa.Date(), nullable=True),
        sa.Column("gaps", sa.JSON(), nullable=False),
        sa.Column("first_seen_run_id", sa.Integer(), nullable=True),
        sa.Column("last_changed_run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority_code"], ["authority.code"], name=op.f("fk_school_authority_code_authority")
        ),
        sa.ForeignKeyConstraint(
            ["first_seen_run_id"],
            ["import_run.id"],
            name=op.f("fk_school_first_seen_run_id_import_run"),
        ),
        sa.ForeignKeyConstraint(
            ["last_changed_run_id"],
            ["import_run.id"],
            name=op.f("fk_school_last_changed_run_id_import_run"),
        ),
        sa.PrimaryKeyConstraint("urn", name=op.f("pk_school")),
    )
    with op.batch_alter_table("school", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_school_authority_code"), ["authority_code"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_school_name"), ["name"], unique=False)
        batch_op.create_index(batch_op.f("ix_school_postcode"), ["postcode"], unique=False)

    op.create_table(
        "provider",
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("organisation_type", sa.String(length=80), nullable=False),
        sa.Column("authority_code", sa.String(length=8), nullable=False),
        sa.Column("host_urn", sa.Integer(), nullable=True),
        sa.Column("headline", sa.String(length=200), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("experience", sa.Text(), nullable=False),
        sa.Column("phases", sa.JSON(), nullable=False),
        sa.Column("modes", sa.JSON(), nullable=False),
        sa.Column("areas", sa.JSON(), nullable=False),
        sa.Column("availability", sa.String(length=40), nullable=False),
        sa.Column("listing", sa.String(length=40), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_code"],
            ["authority.code"],
            name=op.f("fk_provider_authority_code_authority"),
        ),
        sa.ForeignKeyConstraint(
            ["host_urn"], ["school.urn"], name=op.f("fk_provider_host_urn_school")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provider")),
        sa.UniqueConstraint("slug", name=op.f("uq_provider_slug")),
    )
    with op.batch_alter_table("provider", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_provider_authority_code"), ["authority_code"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_provider_host_urn"), ["host_urn"], unique=False)
        batch_op.create_index(batch_op.f("ix_provider_listing"), ["listing"], unique=False)

    op.create_table(
        "capacity",
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("academic_year", sa.Integer(), nullable=False),
        sa.Column("days_offered", sa.Numeric(precision=6, scale=1), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["provider.id"], name=op.f("fk_capacity_provider_id_provider")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_capacity")),
        sa.UniqueConstraint("provider_id", "academic_year", name=op.f("uq_capacity_provider_id")),
    )
    op.create_table(
        "designation",
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("type_id", sa.Integer(), nullable=False),
        sa.Column("standing", sa.String(length=40), nullable=False),
        sa.Column("awarded_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["provider.id"], name=op.f("fk_designation_provider_id_provider")
        ),
        sa.ForeignKeyConstraint(
            ["type_id"],
            ["designation_type.id"],
            name=op.f("fk_designation_type_id_designation_type"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_designation")),
    )
    with op.batch_alter_table("designation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_designation_provider_id"), ["provider_id"], unique=False
        )

    op.create_table(
        "provider_expertise",
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["area_id"],
            ["expertise_area.id"],
            name=op.f("fk_provider_expertise_area_id_expertise_area"),
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["provider.id"],
            name=op.f("fk_provider_expertise_provider_id_provider"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provider_expertise")),
        sa.UniqueConstraint(
            "provider_id", "area_id", name=op.f("uq_provider_expertise_provider_id")
        ),
    )
    with op.batch_alter_table("provider_expertise", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_provider_expertise_area_id"), ["area_id"], unique=False
        )

    op.create_table(
        "provider_private",
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("contact_name", sa.String(length=200), nullable=False),
        sa.Column("contact_email", sa.String(length=254), nullable=False),
        sa.Column("contact_phone", sa.String(length=40), nullable=False),
        sa.Column("rate_pence_per_day", sa.Integer(), nullable=True),
        sa.Column("rate_is_public", sa.Boolean(), nullable=False),
        sa.Column("interests", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["provider.id"], name=op.f("fk_provider_private_provider_id_provider")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provider_private")),
        sa.UniqueConstraint("provider_id", name=op.f("uq_provider_private_provider_id")),
    )
    op.create_table(
        "provider_record",
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("commissions_assured", sa.Integer(), nullable=False),
        sa.Column("objectives_met", sa.Integer(), nullable=False),
        sa.Column("objectives_partly_met", sa.Integer(), nullable=False),
        sa.Column("objectives_not_met", sa.Integer(), nullable=False),
        sa.Column("objectives_not_yet", sa.Integer(), nullable=False),
        sa.Column("recounted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["provider.id"], name=op.f("fk_provider_record_provider_id_provider")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provider_record")),
        sa.UniqueConstraint("provider_id", name=op.f("uq_provider_record_provider_id")),
    )
    op.create_table(
        "role_assignment",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("school_urn", sa.Integer(), nullable=True),
        sa.Column("provider_id", sa.Integer(), nullable=True),
        sa.Column("authority_code", sa.String(length=8), nullable=True),
        sa.Column("limit_pence", sa.Integer(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(CASE WHEN school_urn IS NULL THEN 0 ELSE 1 END + CASE WHEN provider_id IS NULL THEN 0 ELSE 1 END + CASE WHEN authority_code IS NULL THEN 0 ELSE 1 END) = 1",
            name=op.f("ck_role_assignment_one_scope"),
        ),
        sa.ForeignKeyConstraint(
            ["authority_code"],
            ["authority.code"],
            name=op.f("fk_role_assignment_authority_code_authority"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_role_assignment_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["provider.id"], name=op.f("fk_role_assignment_provider_id_provider")
        ),
        sa.ForeignKeyConstraint(
            ["school_urn"], ["school.urn"], name=op.f("fk_role_assignment_school_urn_school")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_assignment")),
    )
    with op.batch_alter_table("role_assignment", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_role_assignment_person_id"), ["person_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_role_assignment_provider_id"), ["provider_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_role_assignment_school_urn"), ["school_urn"], unique=False
        )

    op.create_table(
        "support_request",
        sa.Column("reference", sa.String(length=12), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("school_urn", sa.Integer(), nullable=False),
        sa.Column("authority_code", sa.String(length=8), nullable=False),
        sa.Column("requester_id", sa.Integer(), nullable=False),
        sa.Column("on_behalf", sa.Boolean(), nullable=False),
        sa.Column("broker_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("focus_id", sa.Integer(), nullable=True),
        sa.Column("need", sa.Text(), nullable=False),
        sa.Column("which_staff", sa.String(length=200), nullable=False),
        sa.Column("expected_outcome", sa.Text(), nullable=False),
        sa.Column("evidence_of_need", sa.Text(), nullable=False),
        sa.Column("tried", sa.Text(), nullable=False),
        sa.Column("urgency", sa.String(length=40), nullable=True),
        sa.Column("wanted_from", sa.Date(), nullable=True),
        sa.Column("contact_in_school", sa.String(length=200), nullable=False),
        sa.Column("constraints", sa.Text(), nullable=False),
        sa.Column("preferred_provider_id", sa.Integer(), nullable=True),
        sa.Column("funding_route", sa.String(length=40), nullable=True),
        sa.Column("ceiling_pence", sa.Integer(), nullable=True),
        sa.Column("governing_body_aware", sa.Boolean(), nullable=True),
        sa.Column("consent_to_share", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_code"],
            ["authority.code"],
            name=op.f("fk_support_request_authority_code_authority"),
        ),
        sa.ForeignKeyConstraint(
            ["broker_id"], ["person.id"], name=op.f("fk_support_request_broker_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["focus_id"],
            ["expertise_area.id"],
            name=op.f("fk_support_request_focus_id_expertise_area"),
        ),
        sa.ForeignKeyConstraint(
            ["preferred_provider_id"],
            ["provider.id"],
            name=op.f("fk_support_request_preferred_provider_id_provider"),
        ),
        sa.ForeignKeyConstraint(
            ["requester_id"], ["person.id"], name=op.f("fk_support_request_requester_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["school_urn"], ["school.urn"], name=op.f("fk_support_request_school_urn_school")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support_request")),
        sa.UniqueConstraint("reference", name=op.f("uq_support_request_reference")),
    )
    with op.batch_alter_table("support_request", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_support_request_authority_code"), ["authority_code"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_support_request_school_urn"), ["school_urn"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_support_request_status"), ["status"], unique=False)

    op.create_table(
        "candidate",
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("added_by_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["added_by_id"], ["person.id"], name=op.f("fk_candidate_added_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["provider.id"], name=op.f("fk_candidate_provider_id_provider")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["support_request.id"],
            name=op.f("fk_candidate_request_id_support_request"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate")),
        sa.UniqueConstraint("request_id", "provider_id", name=op.f("uq_candidate_request_id")),
    )
    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_candidate_provider_id"), ["provider_id"], unique=False)

    op.create_table(
        "commission",
        sa.Column("reference", sa.String(length=12), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("school_urn", sa.Integer(), nullable=False),
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("host_urn", sa.Integer(), nullable=True),
        sa.Column("authority_code", sa.String(length=8), nullable=False),
        sa.Column("broker_id", sa.Integer(), nullable=False),
        sa.Column("days", sa.Numeric(precision=5, scale=1), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("charge_pence", sa.Integer(), nullable=False),
        sa.Column("reimbursement_pence", sa.Integer(), nullable=False),
        sa.Column("fee_pence", sa.Integer(), nullable=False),
        sa.Column("vat_pence", sa.Integer(), nullable=False),
        sa.Column("waiver_reason", sa.Text(), nullable=False),
        sa.Column("host_released_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("host_released_by_id", sa.Integer(), nullable=True),
        sa.Column("school_actions", sa.Text(), nullable=False),
        sa.Column("provider_actions", sa.Text(), nullable=False),
        sa.Column("pattern_of_visits", sa.Text(), nullable=False),
        sa.Column("safeguarding_assured_by", sa.String(length=200), nullable=False),
        sa.Column("safeguarding_assured_on", sa.Date(), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approved_by_id", sa.Integer(), nullable=True),
        sa.Column("start_meeting_on", sa.Date(), nullable=True),
        sa.Column("days_used", sa.Numeric(precision=5, scale=1), nullable=True),
        sa.Column("days_note", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["approved_by_id"], ["person.id"], name=op.f("fk_commission_approved_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["authority_code"],
            ["authority.code"],
            name=op.f("fk_commission_authority_code_authority"),
        ),
        sa.ForeignKeyConstraint(
            ["broker_id"], ["person.id"], name=op.f("fk_commission_broker_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["host_released_by_id"],
            ["person.id"],
            name=op.f("fk_commission_host_released_by_id_person"),
        ),
        sa.ForeignKeyConstraint(
            ["host_urn"], ["school.urn"], name=op.f("fk_commission_host_urn_school")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["provider.id"], name=op.f("fk_commission_provider_id_provider")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["support_request.id"],
            name=op.f("fk_commission_request_id_support_request"),
        ),
        sa.ForeignKeyConstraint(
            ["school_urn"], ["school.urn"], name=op.f("fk_commission_school_urn_school")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commission")),
        sa.UniqueConstraint("reference", name=op.f("uq_commission_reference")),
    )
    with op.batch_alter_table("commission", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_commission_authority_code"), ["authority_code"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_commission_host_urn"), ["host_urn"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_commission_provider_id"), ["provider_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_commission_request_id"), ["request_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_commission_school_urn"), ["school_urn"], unique=False)
        batch_op.create_index(batch_op.f("ix_commission_status"), ["status"], unique=False)

    op.create_table(
        "agreement_version",
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["commission_id"],
            ["commission.id"],
            name=op.f("fk_agreement_version_commission_id_commission"),
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["person.id"], name=op.f("fk_agreement_version_made_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_version")),
        sa.UniqueConstraint(
            "commission_id", "number", name=op.f("uq_agreement_version_commission_id")
        ),
    )
    op.create_table(
        "conflict_declaration",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=True),
        sa.Column("commission_id", sa.Integer(), nullable=True),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(request_id IS NULL) <> (commission_id IS NULL)",
            name=op.f("ck_conflict_declaration_one_subject"),
        ),
        sa.ForeignKeyConstraint(
            ["commission_id"],
            ["commission.id"],
            name=op.f("fk_conflict_declaration_commission_id_commission"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_conflict_declaration_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["support_request.id"],
            name=op.f("fk_conflict_declaration_request_id_support_request"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict_declaration")),
    )
    with op.batch_alter_table("conflict_declaration", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_conflict_declaration_commission_id"), ["commission_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_conflict_declaration_request_id"), ["request_id"], unique=False
        )

    op.create_table(
        "evaluation",
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(length=40), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("overall", sa.Text(), nullable=False),
        sa.Column("what_remains", sa.Text(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name=op.f("fk_evaluation_author_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["commission_id"],
            ["commission.id"],
            name=op.f("fk_evaluation_commission_id_commission"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation")),
        sa.UniqueConstraint("commission_id", "side", name=op.f("uq_evaluation_commission_id")),
    )
    op.create_table(
        "funding_line",
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("funder", sa.String(length=200), nullable=False),
        sa.Column("pence", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["commission_id"],
            ["commission.id"],
            name=op.f("fk_funding_line_commission_id_commission"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_funding_line")),
    )
    with op.batch_alter_table("funding_line", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_funding_line_commission_id"), ["commission_id"], unique=False
        )

    op.create_table(
        "objective",
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("change_sought", sa.Text(), nullable=False),
        sa.Column("measure", sa.String(length=200), nullable=False),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("direction", sa.String(length=40), nullable=False),
        sa.Column("success_measure", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["commission_id"], ["commission.id"], name=op.f("fk_objective_commission_id_commission")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objective")),
    )
    with op.batch_alter_table("objective", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_objective_commission_id"), ["commission_id"], unique=False
        )

    op.create_table(
        "qa_judgement",
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("judge_id", sa.Integer(), nullable=False),
        sa.Column("decision", sa.String(length=40), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("conditions", sa.Text(), nullable=False),
        sa.Column("quality_of_delivery", sa.Text(), nullable=False),
        sa.Column("strength_of_evidence", sa.Integer(), nullable=False),
        sa.Column("impact_level", sa.Integer(), nullable=False),
        sa.Column("value_for_money", sa.Text(), nullable=False),
        sa.Column("differences", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "impact_level BETWEEN 1 AND 5", name=op.f("ck_qa_judgement_impact_level")
        ),
        sa.CheckConstraint(
            "strength_of_evidence BETWEEN 0 AND 3",
            name=op.f("ck_qa_judgement_strength_of_evidence"),
        ),
        sa.ForeignKeyConstraint(
            ["commission_id"],
            ["commission.id"],
            name=op.f("fk_qa_judgement_commission_id_commission"),
        ),
        sa.ForeignKeyConstraint(
            ["judge_id"], ["person.id"], name=op.f("fk_qa_judgement_judge_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_qa_judgement")),
        sa.UniqueConstraint("commission_id", name=op.f("uq_qa_judgement_commission_id")),
    )
    op.create_table(
        "visit_note",
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("hours", sa.Numeric(precision=4, scale=1), nullable=False),
        sa.Column("days_used", sa.Numeric(precision=4, scale=1), nullable=False),
        sa.Column("mode", sa.String(length=40), nullable=False),
        sa.Column("roles_seen", sa.String(length=200), nullable=False),
        sa.Column("objective_ids", sa.JSON(), nullable=False),
        sa.Column("activity", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("progress", sa.Text(), nullable=False),
        sa.Column("next_steps", sa.Text(), nullable=False),
        sa.Column("next_visit_on", sa.Date(), nullable=True),
        sa.Column("concerns", sa.Text(), nullable=False),
        sa.Column("acknowledgement", sa.String(length=40), nullable=True),
        sa.Column("acknowledged_by_id", sa.Integer(), nullable=True),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("school_comment", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["acknowledged_by_id"],
            ["person.id"],
            name=op.f("fk_visit_note_acknowledged_by_id_person"),
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name=op.f("fk_visit_note_author_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["commission_id"],
            ["commission.id"],
            name=op.f("fk_visit_note_commission_id_commission"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_note")),
    )
    with op.batch_alter_table("visit_note", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_visit_note_commission_id"), ["commission_id"], unique=False
        )

    op.create_table(
        "evaluation_finding",
        sa.Column("evaluation_id", sa.Integer(), nullable=False),
        sa.Column("objective_id", sa.Integer(), nullable=False),
        sa.Column("impact", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["evaluation_id"],
            ["evaluation.id"],
            name=op.f("fk_evaluation_finding_evaluation_id_evaluation"),
        ),
        sa.ForeignKeyConstraint(
            ["objective_id"],
            ["objective.id"],
            name=op.f("fk_evaluation_finding_objective_id_objective"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation_finding")),
        sa.UniqueConstraint(
            "evaluation_id", "objective_id", name=op.f("uq_evaluation_finding_evaluation_id")
        ),
    )
    op.create_table(
        "measurement",
        sa.Column("objective_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.Numeric(precision=12, scale=2), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("cohort", sa.String(length=200), nullable=False),
        sa.Column("cohort_size", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("recorded_by_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["objective_id"], ["objective.id"], name=op.f("fk_measurement_objective_id_objective")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["person.id"], name=op.f("fk_measurement_recorded_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measurement")),
    )
    with op.batch_alter_table("measurement", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_measurement_objective_id"), ["objective_id"], unique=False
        )

    op.create_table(
        "objective_outcome",
        sa.Column("judgement_id", sa.Integer(), nullable=False),
        sa.Column("objective_id", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("look_again_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["judgement_id"],
            ["qa_judgement.id"],
            name=op.f("fk_objective_outcome_judgement_id_qa_judgement"),
        ),
        sa.ForeignKeyConstraint(
            ["objective_id"],
            ["objective.id"],
            name=op.f("fk_objective_outcome_objective_id_objective"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objective_outcome")),
        sa.UniqueConstraint(
            "judgement_id", "objective_id", name=op.f("uq_objective_outcome_judgement_id")
        ),
    )
    with op.batch_alter_table("objective_outcome", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_objective_outcome_objective_id"), ["objective_id"], unique=False
        )

    op.create_table(
        "signature",
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("party", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement_version.id"],
            name=op.f("fk_signature_agreement_id_agreement_version"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_signature_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signature")),
        sa.UniqueConstraint("agreement_id", "party", name=op.f("uq_signature_agreement_id")),
    )
    op.create_table(
        "starting_point",
        sa.Column("objective_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.Numeric(precision=12, scale=2), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("cohort", sa.String(length=200), nullable=False),
        sa.Column("cohort_size", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["objective_id"],
            ["objective.id"],
            name=op.f("fk_starting_point_objective_id_objective"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_starting_point")),
        sa.UniqueConstraint("objective_id", name=op.f("uq_starting_point_objective_id")),
    )
    op.create_table(
        "target",
        sa.Column("objective_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.Numeric(precision=12, scale=2), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["objective_id"], ["objective.id"], name=op.f("fk_target_objective_id_objective")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target")),
        sa.UniqueConstraint("objective_id", name=op.f("uq_target_objective_id")),
    )


def downgrade() -> None:
    op.drop_table("target")
    op.drop_table("starting_point")
    op.drop_table("signature")
    with op.batch_alter_table("objective_outcome", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_objective_outcome_objective_id"))

    op.drop_table("objective_outcome")
    with op.batch_alter_table("measurement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_measurement_objective_id"))

    op.drop_table("measurement")
    op.drop_table("evaluation_finding")
    with op.batch_alter_table("visit_note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_visit_note_commission_id"))

    op.drop_table("visit_note")
    op.drop_table("qa_judgement")
    with op.batch_alter_table("objective", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_objective_commission_id"))

    op.drop_table("objective")
    with op.batch_alter_table("funding_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_funding_line_commission_id"))

    op.drop_table("funding_line")
    op.drop_table("evaluation")
    with op.batch_alter_table("conflict_declaration", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_conflict_declaration_request_id"))
        batch_op.drop_index(batch_op.f("ix_conflict_declaration_commission_id"))

    op.drop_table("conflict_declaration")
    op.drop_table("agreement_version")
    with op.batch_alter_table("commission", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_commission_status"))
        batch_op.drop_index(batch_op.f("ix_commission_school_urn"))
        batch_op.drop_index(batch_op.f("ix_commission_request_id"))
        batch_op.drop_index(batch_op.f("ix_commission_provider_id"))
        batch_op.drop_index(batch_op.f("ix_commission_host_urn"))
        batch_op.drop_index(batch_op.f("ix_commission_authority_code"))

    op.drop_table("commission")
    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_candidate_provider_id"))

    op.drop_table("candidate")
    with op.batch_alter_table("support_request", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_support_request_status"))
        batch_op.drop_index(batch_op.f("ix_support_request_school_urn"))
        batch_op.drop_index(batch_op.f("ix_support_request_authority_code"))

    op.drop_table("support_request")
    with op.batch_alter_table("role_assignment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_role_assignment_school_urn"))
        batch_op.drop_index(batch_op.f("ix_role_assignment_provider_id"))
        batch_op.drop_index(batch_op.f("ix_role_assignment_person_id"))

    op.drop_table("role_assignment")
    op.drop_table("provider_record")
    op.drop_table("provider_private")
    with op.batch_alter_table("provider_expertise", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_provider_expertise_area_id"))

    op.drop_table("provider_expertise")
    with op.batch_alter_table("designation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_designation_provider_id"))

    op.drop_table("designation")
    op.drop_table("capacity")
    with op.batch_alter_table("provider", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_provider_listing"))
        batch_op.drop_index(batch_op.f("ix_provider_host_urn"))
        batch_op.drop_index(batch_op.f("ix_provider_authority_code"))

    op.drop_table("provider")
    with op.batch_alter_table("school", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_school_postcode"))
        batch_op.drop_index(batch_op.f("ix_school_name"))
        batch_op.drop_index(batch_op.f("ix_school_authority_code"))

    op.drop_table("school")
    with op.batch_alter_table("group_membership", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_group_membership_group_uid"))

    op.drop_table("group_membership")
    op.drop_table("expertise_area")
    op.drop_table("submission")
    with op.batch_alter_table("school_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_school_link_link_urn"))

    op.drop_table("school_link")
    op.drop_table("school_group")
    op.drop_table("person")
    op.drop_table("index_update")
    op.drop_table("import_run")
    op.drop_table("expertise_version")
    op.drop_table("designation_type")
    op.drop_table("authority")
    with op.batch_alter_table("audit_event", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_event_root")

    op.drop_table("audit_event")
    op.drop_table("audit_chain")
