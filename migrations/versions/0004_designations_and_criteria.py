"""Designations and criteria"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "criterion",
        sa.Column("code", sa.String(length=60), nullable=True),
        sa.Column("designation_type_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("guidance", sa.Text(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["designation_type_id"],
            ["designation_type.id"],
            name=op.f("fk_criterion_designation_type_id_designation_type"),
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["criterion.id"], name=op.f("fk_criterion_replaces_id_criterion")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criterion")),
        sa.UniqueConstraint("code", name=op.f("uq_criterion_code")),
    )
    with op.batch_alter_table("criterion", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_criterion_designation_type_id"), ["designation_type_id"], unique=False
        )
    # rows that are there keep the time unknown: nothing recorded when they came to their standing
    # without a batch: SQLite would make the table anew, which rows that point to it forbid
    op.add_column("designation", sa.Column("moved_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("designation", sa.Column("review_on", sa.Date(), nullable=True))
    op.add_column(
        "designation_type",
        sa.Column("version", sa.Integer(), nullable=False, server_default="1"),
    )
    op.create_table(
        "designation_decision",
        sa.Column("designation_id", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("standing_before", sa.String(length=40), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("conditions", sa.Text(), nullable=False),
        sa.Column("look_again_on", sa.Date(), nullable=True),
        sa.Column("ends_on_before", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("host_urn", sa.Integer(), nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["decided_by_id"],
            ["person.id"],
            name=op.f("fk_designation_decision_decided_by_id_person"),
        ),
        sa.ForeignKeyConstraint(
            ["designation_id"],
            ["designation.id"],
            name=op.f("fk_designation_decision_designation_id_designation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_designation_decision")),
    )
    with op.batch_alter_table("designation_decision", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_designation_decision_designation_id"), ["designation_id"], unique=False
        )
    op.create_table(
        "designation_appeal",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["answered_by_id"],
            ["person.id"],
            name=op.f("fk_designation_appeal_answered_by_id_person"),
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["designation_decision.id"],
            name=op.f("fk_designation_appeal_decision_id_designation_decision"),
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["person.id"], name=op.f("fk_designation_appeal_made_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_designation_appeal")),
        sa.UniqueConstraint("decision_id", name=op.f("uq_designation_appeal_decision_id")),
    )


def downgrade() -> None:
    op.drop_table("designation_appeal")
    with op.batch_alter_table("designation_decision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_designation_decision_designation_id"))
    op.drop_table("designation_decision")
    op.drop_column("designation_type", "version")
    op.drop_column("designation", "review_on")
    op.drop_column("designation", "moved_at")
    with op.batch_alter_table("criterion", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_criterion_designation_type_id"))
    op.drop_table("criterion")
