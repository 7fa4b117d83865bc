"""The names of accounts as casework's own roster knows them."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.storage.rows import RosterRow


def account_names(session: Session) -> Mapping[str, str]:
    return {row.id: row.name for row in session.execute(select(RosterRow.id, RosterRow.name))}
