"""Second judgements, moderation, and the rules that ask for them"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("first_judge_id", "second_judge_id"):
        # without a batch: SQLite would make the table anew, which rows that point to it forbid
        op.execute(
            f"ALTER TABLE commission ADD COLUMN {name} INTEGER "
            f"CONSTRAINT fk_commission_{name}_person REFERENCES person (id)"
        )
    op.add_column("provider_record", sa.Column("median_days_to_start", sa.Integer(), nullable=True))
    with op.batch_alter_table("qa_judgement", schema=None) as batch_op:
        batch_op.drop_constraint("uq_qa_judgement_commission_id", type_="unique")
        # empty for what was judged before there were rules: whatever a migration filled in would
        # differ from the audit trail
        batch_op.add_column(sa.Column("part", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("sides", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("sampled_for", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("conditions_due_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("moderation", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("met_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("stands_since", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_unique_constraint(
            batch_op.f("uq_qa_judgement_commission_id"), ["commission_id", "part"]
        )
    op.create_table(
        "quality_rule",
        sa.Column("authority_code", sa.String(length=8), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("in_force", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_code"],
            ["authority.code"],
            name=op.f("fk_quality_rule_authority_code_authority"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quality_rule")),
        sa.UniqueConstraint("authority_code", "key", name=op.f("uq_quality_rule_authority_code")),
    )
    op.create_table(
        "judgement_condition",
        sa.Column("judgement_id", sa.Integer(), nullable=False),
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
            ["judgement_id"],
            ["qa_judgement.id"],
            name=op.f("fk_judgement_condition_judgement_id_qa_judgement"),
        ),
        sa.ForeignKeyConstraint(
            ["reported_by_id"],
            ["person.id"],
            name=op.f("fk_judgement_condition_reported_by_id_person"),
        ),
        sa.ForeignKeyConstraint(
            ["looked_by_id"], ["person.id"], name=op.f("fk_judgement_condition_looked_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement_condition")),
        sa.UniqueConstraint("judgement_id", name=op.f("uq_judgement_condition_judgement_id")),
    )
    op.create_table(
        "provider_review",
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opening", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("opened_by_id", sa.Integer(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("decision", sa.String(length=40), nullable=True),
        sa.Column("decision_reason", sa.Text(), nullable=False),
        sa.Column("conditions", sa.Text(), nullable=False),
        sa.Column("look_again_on", sa.Date(), nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_before", sa.String(length=40), nullable=True),
        sa.Column("appeal", sa.Text(), nullable=False),
        sa.Column("appealed_by_id", sa.Integer(), nullable=True),
        sa.Column("appealed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["provider.id"], name=op.f("fk_provider_review_provider_id_provider")
        ),
        sa.ForeignKeyConstraint(
            ["opened_by_id"], ["person.id"], name=op.f("fk_provider_review_opened_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["person.id"], name=op.f("fk_provider_review_decided_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["appealed_by_id"], ["person.id"], name=op.f("fk_provider_review_appealed_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_provider_review_answered_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provider_review")),
    )
    with op.batch_alter_table("provider_review", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_provider_review_provider_id"), ["provider_id"], unique=False
        )
    op.create_table(
        "reviewed_judgement",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("judgement_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["provider_review.id"],
            name=op.f("fk_reviewed_judgement_review_id_provider_review"),
        ),
        sa.ForeignKeyConstraint(
            ["judgement_id"],
            ["qa_judgement.id"],
            name=op.f("fk_reviewed_judgement_judgement_id_qa_judgement"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviewed_judgement")),
        sa.UniqueConstraint(
            "review_id", "judgement_id", name=op.f("uq_reviewed_judgement_review_id")
        ),
    )


def downgrade() -> None:
    op.drop_table("reviewed_judgement")
    with op.batch_alter_table("provider_review", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_provider_review_provider_id"))
    op.drop_table("provider_review")
    op.drop_column("provider_record", "median_days_to_start")
    op.drop_table("judgement_condition")
    op.drop_table("quality_rule")
    op.execute(
        "DELETE FROM objective_outcome WHERE judgement_id IN"
        " (SELECT id FROM qa_judgement WHERE part IS NOT NULL AND stands_since IS NULL)"
    )
    op.execute("DELETE FROM qa_judgement WHERE part IS NOT NULL AND stands_since IS NULL")
    with op.batch_alter_table("qa_judgement", schema=None) as batch_op:
        batch_op.drop_constraint("uq_qa_judgement_commission_id", type_="unique")
        for name in (
            "part",
            "sides",
            "sampled_for",
            "moderation",
            "met_on",
            "stands_since",
            "conditions_due_on",
        ):
            batch_op.drop_column(name)
        batch_op.create_unique_constraint(
            batch_op.f("uq_qa_judgement_commission_id"), ["commission_id"]
        )
    with op.batch_alter_table("commission", schema=None) as batch_op:
        for name in ("first_judge_id", "second_judge_id"):
            batch_op.drop_column(name)
