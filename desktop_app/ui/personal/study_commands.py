"""The commands on what belongs to the person: for the open study, or all that are selected."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.languages import _
from desktop_app.ui.personal.name_dialog import NameDialog
from desktop_app.ui.personal.numbers import ChosenNumbers, Numbers
from desktop_app.ui.personal.own_statuses import (
    offered_statuses,
    own_status_words,
    status_of_words,
)
from desktop_app.ui.personal.personal_actions import PersonalActions
from desktop_app.ui.personal.tags_dialog import TagsDialog
from desktop_app.ui.personal.words import studies_words

_MOST_READ = 2_000
"""Of more studies than that, it is not looked at which status they all have."""


class StudyCommands(QObject):
    """Stars, tags and the rest, by menu and key. ``front`` is the window that dialogs belong to."""

    def __init__(self, actions: PersonalActions, chosen: ChosenNumbers, front: QWidget) -> None:
        super().__init__(front)
        self._actions = actions
        self._chosen = chosen
        self._front = front

    @Slot()
    def undo_change(self) -> None:
        """Undo the last change to what belongs to the person."""
        self._actions.undo()

    @Slot()
    def redo_change(self) -> None:
        """Do again what was undone last."""
        self._actions.redo()

    @Slot()
    def toggle_star(self) -> None:
        """Star the studies, or take their stars where all have one."""
        self._chosen.give(self._toggle_star)

    @Slot()
    def edit_tags(self) -> None:
        """Tag the studies."""
        self._chosen.give(self._edit_tags)

    @Slot()
    def manage_tags(self) -> None:
        """Make, change and delete tags."""
        self._edit_tags(())

    @Slot()
    def edit_own_status(self) -> None:
        """Give the studies a status of one's own."""
        self._chosen.give(self._edit_own_status)

    @Slot()
    def add_to_collection(self) -> None:
        """Put the studies into a collection."""
        self._chosen.give(self._add_to_collection)

    @Slot()
    def throw_away(self) -> None:
        """Put the studies into the trash."""
        self._chosen.give(self._actions.trash)

    def _toggle_star(self, numbers: Numbers) -> None:
        self._actions.star(numbers, starred=not self._actions.are_starred(numbers))

    def _edit_tags(self, numbers: Numbers) -> None:
        self._open(TagsDialog(self._actions, numbers, self._front))

    def _edit_own_status(self, numbers: Numbers) -> None:
        marks = self._actions.marks(numbers[:_MOST_READ])
        present = {marks[n].own_status if n in marks else "" for n in numbers[:_MOST_READ]}
        used = (status for status, _count in self._actions.own_statuses())
        offered = dict.fromkeys((*offered_statuses(), *used))
        question = _(
            "Your own status of {studies}. Choose one, write another, or leave it empty for none."
        )
        self._open(
            NameDialog(
                _("My Status"),
                question.format(studies=studies_words(numbers)),
                lambda words: self._actions.set_own_status(numbers, status_of_words(words)),
                self._front,
                name=own_status_words(present.pop()) if len(present) == 1 else "",
                offered=[own_status_words(status) for status in offered],
                may_be_empty=True,
            )
        )

    def _add_to_collection(self, numbers: Numbers) -> None:
        names = [collection.name for collection in self._actions.collections()]
        question = _(
            "Add {studies} to which collection? Choose one, or write the name of a new one."
        )
        self._open(
            NameDialog(
                _("Add to Collection"),
                question.format(studies=studies_words(numbers)),
                partial(self._collect, numbers),
                self._front,
                name=names[0] if names else "",
                offered=names,
            )
        )

    def _collect(self, numbers: Numbers, name: str) -> None:
        wanted = " ".join(name.split()).casefold()
        for collection in self._actions.collections():
            if collection.name.casefold() == wanted:
                self._actions.collect(collection.id, collection.name, numbers)
                return
        self._actions.create_collection(name, numbers)

    def _open(self, dialog: QDialog) -> None:
        dialog.open()
