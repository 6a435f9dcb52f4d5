"""Skills audits, and the questions a board asks itself"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audits_scale",
        sa.Column("authority_code", sa.String(length=8), nullable=False),
        sa.Column("levels", sa.JSON(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("same_as_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_code"],
            ["authority.code"],
            name=op.f("fk_audits_scale_authority_code_authority"),
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"],
            ["audits_scale.id"],
            name=op.f("fk_audits_scale_replaces_id_audits_scale"),
        ),
        sa.ForeignKeyConstraint(
            ["same_as_id"],
            ["audits_scale.id"],
            name=op.f("fk_audits_scale_same_as_id_audits_scale"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audits_scale")),
    )
    op.create_index(
        op.f("ix_audits_scale_authority_code"), "audits_scale", ["authority_code"], unique=False
    )

    op.create_table(
        "audits_audit",
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("school_urn", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_by_id", sa.Integer(), nullable=False),
        sa.Column("for_board", sa.Boolean(), nullable=False),
        sa.Column("rule", sa.String(length=40), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("head_asked", sa.Boolean(), nullable=False),
        sa.Column("shared_with_head", sa.Boolean(), nullable=False),
        sa.Column("shared_with_services", sa.Boolean(), nullable=False),
        sa.Column("scale_id", sa.Integer(), nullable=False),
        sa.Column("needs_set_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reopened_because", sa.Text(), nullable=False),
        sa.Column("result", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("result_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["begun_by_id"], ["person.id"], name=op.f("fk_audits_audit_begun_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["scale_id"], ["audits_scale.id"], name=op.f("fk_audits_audit_scale_id_audits_scale")
        ),
        sa.ForeignKeyConstraint(
            ["school_urn"], ["school.urn"], name=op.f("fk_audits_audit_school_urn_school")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audits_audit")),
        sa.UniqueConstraint("reference", name=op.f("uq_audits_audit_reference")),
    )
    op.create_index(
        op.f("ix_audits_audit_school_urn"), "audits_audit", ["school_urn"], unique=False
    )

    op.create_table(
        "audits_check",
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("school_urn", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("took_part", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_by_id", sa.Integer(), nullable=False),
        sa.Column("shared_with_head", sa.Boolean(), nullable=False),
        sa.Column("shared_with_services", sa.Boolean(), nullable=False),
        sa.Column("reopened_because", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["begun_by_id"], ["person.id"], name=op.f("fk_audits_check_begun_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["school_urn"], ["school.urn"], name=op.f("fk_audits_check_school_urn_school")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audits_check")),
        sa.UniqueConstraint("reference", name=op.f("uq_audits_check_reference")),
    )
    op.create_index(
        op.f("ix_audits_check_school_urn"), "audits_check", ["school_urn"], unique=False
    )

    op.create_table(
        "audits_wording",
        sa.Column("authority_code", sa.String(length=8), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("strand_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=300), nullable=False),
        sa.Column("guidance", sa.Text(), nullable=False),
        sa.Column("needed", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("same_as_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_code"],
            ["authority.code"],
            name=op.f("fk_audits_wording_authority_code_authority"),
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"],
            ["audits_wording.id"],
            name=op.f("fk_audits_wording_replaces_id_audits_wording"),
        ),
        sa.ForeignKeyConstraint(
            ["same_as_id"],
            ["audits_wording.id"],
            name=op.f("fk_audits_wording_same_as_id_audits_wording"),
        ),
        sa.ForeignKeyConstraint(
            ["strand_id"],
            ["expertise_area.id"],
            name=op.f("fk_audits_wording_strand_id_expertise_area"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audits_wording")),
    )
    op.create_index(
        op.f("ix_audits_wording_authority_code"), "audits_wording", ["authority_code"], unique=False
    )

    op.create_table(
        "audits_check_answer",
        sa.Column("check_id", sa.Integer(), nullable=False),
        sa.Column("wording_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("rating", sa.String(length=40), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("next_step", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["check_id"],
            ["audits_check.id"],
            name=op.f("fk_audits_check_answer_check_id_audits_check"),
        ),
        sa.ForeignKeyConstraint(
            ["wording_id"],
            ["audits_wording.id"],
            name=op.f("fk_audits_check_answer_wording_id_audits_wording"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audits_check_answer")),
        sa.UniqueConstraint("check_id", "wording_id", name=op.f("uq_audits_check_answer_check_id")),
    )
    op.create_table(
        "audits_invitation",
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["audit_id"],
            ["audits_audit.id"],
            name=op.f("fk_audits_invitation_audit_id_audits_audit"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_audits_invitation_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audits_invitation")),
        sa.UniqueConstraint("audit_id", "email", name=op.f("uq_audits_invitation_audit_id")),
    )
    op.create_index(
        op.f("ix_audits_invitation_person_id"), "audits_invitation", ["person_id"], unique=False
    )

    op.create_table(
        "audits_item",
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("wording_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("needed", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["audit_id"], ["audits_audit.id"], name=op.f("fk_audits_item_audit_id_audits_audit")
        ),
        sa.ForeignKeyConstraint(
            ["wording_id"],
            ["audits_wording.id"],
            name=op.f("fk_audits_item_wording_id_audits_wording"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audits_item")),
        sa.UniqueConstraint("audit_id", "wording_id", name=op.f("uq_audits_item_audit_id")),
    )
    op.create_table(
        "audits_sheet",
        sa.Column("invitation_id", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["invitation_id"],
            ["audits_invitation.id"],
            name=op.f("fk_audits_sheet_invitation_id_audits_invitation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audits_sheet")),
        sa.UniqueConstraint("invitation_id", name=op.f("uq_audits_sheet_invitation_id")),
    )


def downgrade() -> None:
    for table in (
        "audits_sheet",
        "audits_item",
        "audits_invitation",
        "audits_check_answer",
        "audits_wording",
        "audits_check",
        "audits_audit",
        "audits_scale",
    ):
        op.drop_table(table)
