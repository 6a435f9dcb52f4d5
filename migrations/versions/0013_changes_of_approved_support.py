"""changes of approved support"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "early_end",
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("ended_by", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("shortfall", sa.String(length=40), nullable=False),
        sa.Column("what_did_not_work", sa.Text(), nullable=False),
        sa.Column("done", sa.Text(), nullable=False),
        sa.Column("remains", sa.Text(), nullable=False),
        sa.Column("takes_over", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["commission_id"], ["commission.id"], name=op.f("fk_early_end_commission_id_commission")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_early_end_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_early_end")),
        sa.UniqueConstraint("commission_id", name=op.f("uq_early_end_commission_id")),
    )
    op.create_table(
        "lead_change",
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("leads_id", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("left_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("recorded_by_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["commission_id"],
            ["commission.id"],
            name=op.f("fk_lead_change_commission_id_commission"),
        ),
        sa.ForeignKeyConstraint(
            ["leads_id"], ["person.id"], name=op.f("fk_lead_change_leads_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["left_id"], ["person.id"], name=op.f("fk_lead_change_left_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["person.id"], name=op.f("fk_lead_change_recorded_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_change")),
    )
    with op.batch_alter_table("lead_change", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_lead_change_commission_id"), ["commission_id"], unique=False
        )

    op.create_table(
        "pause",
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("paused_on", sa.Date(), nullable=False),
        sa.Column("paused_by_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finding", sa.Text(), nullable=False),
        sa.Column("over_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["commission_id"], ["commission.id"], name=op.f("fk_pause_commission_id_commission")
        ),
        sa.ForeignKeyConstraint(
            ["paused_by_id"], ["person.id"], name=op.f("fk_pause_paused_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pause")),
    )
    with op.batch_alter_table("pause", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pause_commission_id"), ["commission_id"], unique=False)

    op.create_table(
        "school_move",
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("from_urn", sa.Integer(), nullable=False),
        sa.Column("to_urn", sa.Integer(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("moved_by_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["commission_id"],
            ["commission.id"],
            name=op.f("fk_school_move_commission_id_commission"),
        ),
        sa.ForeignKeyConstraint(
            ["from_urn"], ["school.urn"], name=op.f("fk_school_move_from_urn_school")
        ),
        sa.ForeignKeyConstraint(
            ["moved_by_id"], ["person.id"], name=op.f("fk_school_move_moved_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["to_urn"], ["school.urn"], name=op.f("fk_school_move_to_urn_school")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_move")),
    )
    with op.batch_alter_table("school_move", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_school_move_commission_id"), ["commission_id"], unique=False
        )

    op.create_table(
        "variation",
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("objective_id", sa.Integer(), nullable=True),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("host_signs", sa.Boolean(), nullable=False),
        sa.Column("proposed_by_id", sa.Integer(), nullable=False),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["commission_id"], ["commission.id"], name=op.f("fk_variation_commission_id_commission")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["person.id"], name=op.f("fk_variation_decided_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["objective_id"], ["objective.id"], name=op.f("fk_variation_objective_id_objective")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"], ["person.id"], name=op.f("fk_variation_proposed_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_variation")),
        sa.UniqueConstraint("commission_id", "number", name=op.f("uq_variation_commission_id")),
    )
    with op.batch_alter_table("variation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_variation_objective_id"), ["objective_id"], unique=False
        )

    with op.batch_alter_table("agreement_version", schema=None) as batch_op:
        batch_op.add_column(sa.Column("variation_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_agreement_version_variation_id_variation"),
            "variation",
            ["variation_id"],
            ["id"],
        )

    with op.batch_alter_table("measurement", schema=None) as batch_op:
        batch_op.add_column(sa.Column("follow_up", sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("measurement", schema=None) as batch_op:
        batch_op.drop_column("follow_up")

    with op.batch_alter_table("agreement_version", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("fk_agreement_version_variation_id_variation"), type_="foreignkey"
        )
        batch_op.drop_column("variation_id")

    with op.batch_alter_table("variation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_variation_objective_id"))

    op.drop_table("variation")
    with op.batch_alter_table("school_move", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_school_move_commission_id"))

    op.drop_table("school_move")
    with op.batch_alter_table("pause", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pause_commission_id"))

    op.drop_table("pause")
    with op.batch_alter_table("lead_change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_lead_change_commission_id"))

    op.drop_table("lead_change")
    op.drop_table("early_end")
