"""Champions of governance: calls, applications, panels, service"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "champion_call",
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("authority_code", sa.String(length=8), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("sought", sa.Text(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=True),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.Column("criteria", sa.Text(), nullable=False),
        sa.Column("scale", sa.Text(), nullable=False),
        sa.Column("checks", sa.Text(), nullable=False),
        sa.Column("training", sa.Text(), nullable=False),
        sa.Column("interviews", sa.Text(), nullable=False),
        sa.Column("strands", sa.JSON(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_code"],
            ["authority.code"],
            name=op.f("fk_champion_call_authority_code_authority"),
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["person.id"], name=op.f("fk_champion_call_made_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_champion_call")),
        sa.UniqueConstraint("reference", name=op.f("uq_champion_call_reference")),
    )
    with op.batch_alter_table("champion_call", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_champion_call_authority_code"), ["authority_code"], unique=False
        )

    op.create_table(
        "champion_application",
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("experience", sa.Text(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("strands", sa.JSON(), nullable=False),
        sa.Column("phases", sa.JSON(), nullable=False),
        sa.Column("days", sa.Numeric(precision=5, scale=1), nullable=True),
        sa.Column("miles", sa.Integer(), nullable=True),
        sa.Column("interests", sa.Text(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("checked_by_id", sa.Integer(), nullable=True),
        sa.Column("interview_on", sa.Date(), nullable=True),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("discussion", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("appeal", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("designation_id", sa.Integer(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["answered_by_id"],
            ["person.id"],
            name=op.f("fk_champion_application_answered_by_id_person"),
        ),
        sa.ForeignKeyConstraint(
            ["call_id"],
            ["champion_call.id"],
            name=op.f("fk_champion_application_call_id_champion_call"),
        ),
        sa.ForeignKeyConstraint(
            ["checked_by_id"],
            ["person.id"],
            name=op.f("fk_champion_application_checked_by_id_person"),
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"],
            ["person.id"],
            name=op.f("fk_champion_application_decided_by_id_person"),
        ),
        sa.ForeignKeyConstraint(
            ["designation_id"],
            ["designation.id"],
            name=op.f("fk_champion_application_designation_id_designation"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_champion_application_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_champion_application")),
        sa.UniqueConstraint("call_id", "person_id", name=op.f("uq_champion_application_call_id")),
        sa.UniqueConstraint("reference", name=op.f("uq_champion_application_reference")),
    )
    with op.batch_alter_table("champion_application", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_champion_application_person_id"), ["person_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_champion_application_status"), ["status"], unique=False
        )

    op.create_table(
        "champion_check",
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("finding", sa.String(length=40), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("checked_by_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["champion_application.id"],
            name=op.f("fk_champion_check_application_id_champion_application"),
        ),
        sa.ForeignKeyConstraint(
            ["checked_by_id"], ["person.id"], name=op.f("fk_champion_check_checked_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_champion_check")),
        sa.UniqueConstraint(
            "application_id", "words", name=op.f("uq_champion_check_application_id")
        ),
    )
    op.create_table(
        "champion_declaration",
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("interest", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["champion_application.id"],
            name=op.f("fk_champion_declaration_application_id_champion_application"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_champion_declaration_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_champion_declaration")),
        sa.UniqueConstraint(
            "application_id", "person_id", name=op.f("uq_champion_declaration_application_id")
        ),
    )
    op.create_table(
        "champion_panel_member",
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("chairs", sa.Boolean(), nullable=False),
        sa.Column("scored_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("scores", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["champion_application.id"],
            name=op.f("fk_champion_panel_member_application_id_champion_application"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_champion_panel_member_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_champion_panel_member")),
        sa.UniqueConstraint(
            "application_id",
            "turn",
            "person_id",
            name=op.f("uq_champion_panel_member_application_id"),
        ),
    )
    with op.batch_alter_table("champion_panel_member", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_champion_panel_member_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "champion_referee",
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("knows", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["champion_application.id"],
            name=op.f("fk_champion_referee_application_id_champion_application"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_champion_referee")),
    )
    with op.batch_alter_table("champion_referee", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_champion_referee_application_id"), ["application_id"], unique=False
        )

    op.create_table(
        "champion_review",
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("support", sa.Text(), nullable=False),
        sa.Column("training", sa.Text(), nullable=False),
        sa.Column("eligible", sa.Boolean(), nullable=False),
        sa.Column("decision", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("conditions", sa.Text(), nullable=False),
        sa.Column("decided_by_id", sa.Integer(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["champion_application.id"],
            name=op.f("fk_champion_review_application_id_champion_application"),
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["person.id"], name=op.f("fk_champion_review_decided_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_champion_review")),
    )
    with op.batch_alter_table("champion_review", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_champion_review_application_id"), ["application_id"], unique=False
        )

    op.create_table(
        "champion_training",
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("with_whom", sa.String(length=200), nullable=False),
        sa.Column("signed_off_by_id", sa.Integer(), nullable=True),
        sa.Column("signed_off_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["champion_application.id"],
            name=op.f("fk_champion_training_application_id_champion_application"),
        ),
        sa.ForeignKeyConstraint(
            ["signed_off_by_id"],
            ["person.id"],
            name=op.f("fk_champion_training_signed_off_by_id_person"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_champion_training")),
    )
    with op.batch_alter_table("champion_training", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_champion_training_application_id"), ["application_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("champion_training", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_champion_training_application_id"))

    op.drop_table("champion_training")
    with op.batch_alter_table("champion_review", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_champion_review_application_id"))

    op.drop_table("champion_review")
    with op.batch_alter_table("champion_referee", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_champion_referee_application_id"))

    op.drop_table("champion_referee")
    with op.batch_alter_table("champion_panel_member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_champion_panel_member_person_id"))

    op.drop_table("champion_panel_member")
    op.drop_table("champion_declaration")
    op.drop_table("champion_check")
    with op.batch_alter_table("champion_application", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_champion_application_status"))
        batch_op.drop_index(batch_op.f("ix_champion_application_person_id"))

    op.drop_table("champion_application")
    with op.batch_alter_table("champion_call", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_champion_call_authority_code"))

    op.drop_table("champion_call")
