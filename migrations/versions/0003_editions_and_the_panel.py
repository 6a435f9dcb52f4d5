"""Editions of an entry, releases by home schools, ratings of the panel"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "edition",
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("written_by_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("referees", sa.Text(), nullable=False),
        sa.Column("days", sa.Numeric(precision=5, scale=1), nullable=True),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rating", sa.String(length=40), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("conditions", sa.Text(), nullable=False),
        sa.Column("conditions_due_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["person.id"], name=op.f("fk_edition_decided_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["provider.id"], name=op.f("fk_edition_provider_id_provider")
        ),
        sa.ForeignKeyConstraint(
            ["written_by_id"], ["person.id"], name=op.f("fk_edition_written_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition")),
        sa.UniqueConstraint("provider_id", "number", name=op.f("uq_edition_provider_id")),
    )
    with op.batch_alter_table("edition", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_edition_status"), ["status"], unique=False)

    op.create_table(
        "host_release",
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("host_urn", sa.Integer(), nullable=False),
        sa.Column("days", sa.Numeric(precision=5, scale=1), nullable=False),
        sa.Column("granted", sa.Boolean(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_host_release_answered_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name=op.f("fk_host_release_edition_id_edition")
        ),
        sa.ForeignKeyConstraint(
            ["host_urn"], ["school.urn"], name=op.f("fk_host_release_host_urn_school")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_host_release")),
    )
    with op.batch_alter_table("host_release", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_host_release_edition_id"), ["edition_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_host_release_host_urn"), ["host_urn"], unique=False)

    op.create_table(
        "panel_review",
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("interest", sa.Text(), nullable=False),
        sa.Column("rating", sa.String(length=40), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name=op.f("fk_panel_review_edition_id_edition")
        ),
        sa.ForeignKeyConstraint(
            ["reviewer_id"], ["person.id"], name=op.f("fk_panel_review_reviewer_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_panel_review")),
        sa.UniqueConstraint(
            "edition_id", "reviewer_id", "turn", name=op.f("uq_panel_review_edition_id")
        ),
    )
    with op.batch_alter_table("panel_review", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_panel_review_reviewer_id"), ["reviewer_id"], unique=False
        )

    op.create_table(
        "criterion_finding",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("criterion", sa.String(length=300), nullable=False),
        sa.Column("rating", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["panel_review.id"],
            name=op.f("fk_criterion_finding_review_id_panel_review"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criterion_finding")),
    )
    with op.batch_alter_table("criterion_finding", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_criterion_finding_review_id"), ["review_id"], unique=False
        )

    with op.batch_alter_table("provider", schema=None) as batch_op:
        batch_op.add_column(sa.Column("case_studies", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("provider", schema=None) as batch_op:
        batch_op.drop_column("case_studies")

    with op.batch_alter_table("criterion_finding", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_criterion_finding_review_id"))

    op.drop_table("criterion_finding")
    with op.batch_alter_table("panel_review", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_panel_review_reviewer_id"))

    op.drop_table("panel_review")
    with op.batch_alter_table("host_release", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_host_release_host_urn"))
        batch_op.drop_index(batch_op.f("ix_host_release_edition_id"))

    op.drop_table("host_release")
    with op.batch_alter_table("edition", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_edition_status"))

    op.drop_table("edition")
