"""Concerns, checks and complaints"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "preauthorised_rule",
        sa.Column("authority_code", sa.String(length=8), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("limit_pence", sa.Integer(), nullable=False),
        sa.Column("most_days", sa.Numeric(precision=5, scale=1), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_code"],
            ["authority.code"],
            name=op.f("fk_preauthorised_rule_authority_code_authority"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_preauthorised_rule")),
    )
    with op.batch_alter_table("preauthorised_rule", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_preauthorised_rule_authority_code"), ["authority_code"], unique=False
        )

    op.create_table(
        "complaint",
        sa.Column("reference", sa.String(length=12), nullable=False),
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("about", sa.String(length=40), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("wanted", sa.Text(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=False),
        sa.Column("made_for", sa.String(length=40), nullable=False),
        sa.Column("on_behalf", sa.Boolean(), nullable=False),
        sa.Column("complainant", sa.String(length=200), nullable=False),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("acknowledged_by_id", sa.Integer(), nullable=True),
        sa.Column("acknowledgement", sa.Text(), nullable=False),
        sa.Column("investigator_id", sa.Integer(), nullable=True),
        sa.Column("told_words", sa.Text(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("findings", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("told_outcome", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["acknowledged_by_id"],
            ["person.id"],
            name=op.f("fk_complaint_acknowledged_by_id_person"),
        ),
        sa.ForeignKeyConstraint(
            ["commission_id"], ["commission.id"], name=op.f("fk_complaint_commission_id_commission")
        ),
        sa.ForeignKeyConstraint(
            ["investigator_id"], ["person.id"], name=op.f("fk_complaint_investigator_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["person.id"], name=op.f("fk_complaint_made_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint")),
        sa.UniqueConstraint("reference", name=op.f("uq_complaint_reference")),
    )
    with op.batch_alter_table("complaint", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_complaint_commission_id"), ["commission_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_complaint_investigator_id"), ["investigator_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_complaint_made_by_id"), ["made_by_id"], unique=False)

    op.create_table(
        "concern",
        sa.Column("reference", sa.String(length=12), nullable=False),
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("in_confidence", sa.Boolean(), nullable=False),
        sa.Column("raised_by_id", sa.Integer(), nullable=False),
        sa.Column("raised_from", sa.String(length=40), nullable=False),
        sa.Column("shared_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tried", sa.JSON(), nullable=False),
        sa.Column("resolution", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["commission_id"], ["commission.id"], name=op.f("fk_concern_commission_id_commission")
        ),
        sa.ForeignKeyConstraint(
            ["raised_by_id"], ["person.id"], name=op.f("fk_concern_raised_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern")),
        sa.UniqueConstraint("reference", name=op.f("uq_concern_reference")),
    )
    with op.batch_alter_table("concern", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_concern_commission_id"), ["commission_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_concern_raised_by_id"), ["raised_by_id"], unique=False)

    op.create_table(
        "provider_check",
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("sources", sa.Text(), nullable=False),
        sa.Column("result", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["commission_id"],
            ["commission.id"],
            name=op.f("fk_provider_check_commission_id_commission"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_provider_check_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provider_check")),
    )
    with op.batch_alter_table("provider_check", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_provider_check_commission_id"), ["commission_id"], unique=False
        )

    op.create_table(
        "concern_act",
        sa.Column("concern_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["concern_id"], ["concern.id"], name=op.f("fk_concern_act_concern_id_concern")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_concern_act_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern_act")),
    )
    with op.batch_alter_table("concern_act", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_concern_act_concern_id"), ["concern_id"], unique=False)

    with op.batch_alter_table("commission", schema=None) as batch_op:
        batch_op.add_column(sa.Column("approved_under", sa.String(length=300), nullable=True))

    with op.batch_alter_table("funding_line", schema=None) as batch_op:
        batch_op.add_column(sa.Column("financial_year", sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("funding_line", schema=None) as batch_op:
        batch_op.drop_column("financial_year")

    with op.batch_alter_table("commission", schema=None) as batch_op:
        batch_op.drop_column("approved_under")

    with op.batch_alter_table("concern_act", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_concern_act_concern_id"))

    op.drop_table("concern_act")
    with op.batch_alter_table("provider_check", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_provider_check_commission_id"))

    op.drop_table("provider_check")
    with op.batch_alter_table("concern", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_concern_raised_by_id"))
        batch_op.drop_index(batch_op.f("ix_concern_commission_id"))

    op.drop_table("concern")
    with op.batch_alter_table("complaint", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_complaint_made_by_id"))
        batch_op.drop_index(batch_op.f("ix_complaint_investigator_id"))
        batch_op.drop_index(batch_op.f("ix_complaint_commission_id"))

    op.drop_table("complaint")
    with op.batch_alter_table("preauthorised_rule", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_preauthorised_rule_authority_code"))

    op.drop_table("preauthorised_rule")
