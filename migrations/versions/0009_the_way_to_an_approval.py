"""The way to an approval"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("commission", schema=None) as batch_op:
        batch_op.add_column(sa.Column("challenge_until", sa.Date(), nullable=True))
    op.create_table(
        "approval_act",
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("asked", sa.String(length=40), nullable=True),
        sa.Column("answers_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["commission_id"],
            ["commission.id"],
            name=op.f("fk_approval_act_commission_id_commission"),
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement_version.id"],
            name=op.f("fk_approval_act_agreement_id_agreement_version"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_approval_act_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["answers_id"],
            ["approval_act.id"],
            name=op.f("fk_approval_act_answers_id_approval_act"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval_act")),
    )
    with op.batch_alter_table("approval_act", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_approval_act_commission_id"), ["commission_id"], unique=False
        )
    op.create_table(
        "approval_condition",
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reported_by_id", sa.Integer(), nullable=True),
        sa.Column("finding", sa.Text(), nullable=False),
        sa.Column("looked_by_id", sa.Integer(), nullable=True),
        sa.Column("met_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["commission_id"],
            ["commission.id"],
            name=op.f("fk_approval_condition_commission_id_commission"),
        ),
        sa.ForeignKeyConstraint(
            ["reported_by_id"],
            ["person.id"],
            name=op.f("fk_approval_condition_reported_by_id_person"),
        ),
        sa.ForeignKeyConstraint(
            ["looked_by_id"], ["person.id"], name=op.f("fk_approval_condition_looked_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval_condition")),
        sa.UniqueConstraint(
            "commission_id", "position", name=op.f("uq_approval_condition_commission_id")
        ),
    )


def downgrade() -> None:
    op.drop_table("approval_condition")
    op.drop_table("approval_act")
    with op.batch_alter_table("commission", schema=None) as batch_op:
        batch_op.drop_column("challenge_until")
