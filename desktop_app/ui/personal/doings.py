"""What changes do off the GUI thread: each returns what takes it back."""

from collections.abc import Sequence
from functools import partial

from desktop_app.store.personal.plans import Plan
from desktop_app.store.personal.rows import Change
from desktop_app.store.personal.writer import PersonalWriter
from desktop_app.store.trash import Trash
from desktop_app.ui.personal.undo_steps import Doing


def perform(writer: PersonalWriter, plan: Plan) -> Doing | None:
    """Do what a plan wants."""
    back = writer.perform(plan)
    return partial(_apply, writer, back) if back else None


def throw_away(trash: Trash, nct_numbers: Sequence[int]) -> Doing | None:
    """Put studies into the trash."""
    done = trash.put(nct_numbers)
    return partial(bring_back, trash, done) if done else None


def bring_back(trash: Trash, nct_numbers: Sequence[int]) -> Doing | None:
    """Take studies out of the trash."""
    done = trash.restore(nct_numbers)
    return partial(throw_away, trash, done) if done else None


def _apply(writer: PersonalWriter, change: Change) -> Doing | None:
    back = writer.apply(change)
    return partial(_apply, writer, back) if back else None
