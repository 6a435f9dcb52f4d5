"""why a request is another need"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # empty until somebody sends it beside another one: what was sent before has no reason
    op.add_column("support_request", sa.Column("another_need", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("support_request", "another_need")
