"""Keeps what belongs to the person of the open study in step with what is shown of it."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.languages import _
from desktop_app.store.personal.values import Marks
from desktop_app.study.nct_numbers import parse_nct_number
from desktop_app.ui.personal.header_marks import HeaderMarks
from desktop_app.ui.personal.kinds import Kind
from desktop_app.ui.personal.note_links import NoteLink
from desktop_app.ui.personal.note_panel import NotePanel
from desktop_app.ui.personal.personal_actions import PersonalActions
from desktop_app.ui.personal.undo_steps import Step
from desktop_app.ui.personal.words import studies_words

_SHOWN = (Kind.STAR, Kind.TAGS, Kind.OWN_STATUS, Kind.ALL)


class OpenStudyMarks(QObject):
    """Shows star, tags, own status and note of one study, and writes what is changed there.

    ``link_wanted`` tells the id of a tab, and words to be found in it. ``fitted`` tells that the
    header may want another height, ``closing_wanted`` that the window may close now, and
    ``loss_feared`` a sentence: it would be lost what is written, if the window closed.
    """

    link_wanted = Signal(str, str)
    fitted = Signal()
    closing_wanted = Signal()
    loss_feared = Signal(str)

    def __init__(
        self, actions: PersonalActions, header: HeaderMarks, note: NotePanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._header = header
        self._note = note
        self._number: int | None = None
        self._step: Step | None = None
        self._unkept: dict[int, str] = {}
        self._is_closing = self._may_lose = False
        header.star.clicked.connect(self._toggle_star)
        header.add_note.clicked.connect(self.edit_note)
        note.came.connect(self._offer_note)
        note.written.connect(self._keep_note)
        note.done.connect(self._end_step)
        note.link_wanted.connect(self._follow)
        actions.changed.connect(self._follow_change)

    def use_study(self, nct_id: str) -> None:
        """Show what belongs to the person of another study."""
        number = parse_nct_number(nct_id)
        if number == self._number:
            return
        self.keep()
        self._number = number
        self._end_step()
        self._show_marks()
        self._show_note()

    def keep(self) -> None:
        """Have kept what is being written."""
        self._note.keep()

    def may_close(self) -> bool:
        """Have kept what is being written; tell whether the window can close without losing it.

        Where it cannot, ``closing_wanted`` or ``loss_feared`` follows.
        """
        rescue, number = self._actions.rescue, self._number
        is_safe = True
        if self._note.has_unkept and number is not None:
            # It is written while the window closes, when it is too late to say that it failed.
            is_safe = rescue.put(number, self._note.editor.toPlainText())
        self.keep()
        if self._may_lose:
            return True
        if not is_safe and self._step is not None and self._step.pending:
            self._is_closing = True
            return False
        if rescue.save_lost():
            return True
        self.loss_feared.emit(_loss_words(rescue.lost))
        return False

    def accept_loss(self) -> None:
        """Let the window close whatever is lost: the person said so."""
        self._may_lose = True

    def _end_closing(self) -> None:
        self._is_closing = False
        rescue = self._actions.rescue
        if rescue.save_lost():
            self.closing_wanted.emit()
        else:
            self.loss_feared.emit(_loss_words(rescue.lost))

    @Slot()
    def edit_note(self) -> None:
        """Put the keyboard on the note of the open study."""
        if self._number is not None:
            self._note.open()

    def _show_marks(self) -> None:
        self._header.star.setEnabled(self._number is not None)
        marks = {} if self._number is None else self._actions.marks((self._number,))
        self._header.show(next(iter(marks.values()), Marks()))
        self.fitted.emit()

    def _show_note(self) -> None:
        text = self._kept_text()
        self._note.show_note(text)
        if self._number in self._unkept:
            # What the disk could not take is not lost before the window is closed.
            self._note.write(self._unkept[self._number])
        self.fitted.emit()

    def _kept_text(self) -> str:
        note = None if self._number is None else self._actions.note(self._number)
        return "" if note is None else note.text

    @Slot(object, object)
    def _follow_change(self, numbers: frozenset[int], kind: Kind) -> None:
        if self._is_closing and (self._step is None or not self._step.pending):
            self._end_closing()
        if numbers and self._number not in numbers:
            return
        if kind in _SHOWN:
            self._show_marks()
        if kind in (Kind.NOTE, Kind.ALL):
            self._follow_note()

    def _follow_note(self) -> None:
        """Show another text, unless the panel knows more of the note than the disk."""
        step = self._step
        if self._note.has_unkept or (step is not None and step.pending > 0):
            return
        text = self._kept_text()
        if step is not None and step.has_failed:
            self._note.show_unkept(text)
        elif text != self._note.editor.toPlainText().rstrip():
            self._end_step()
            self._show_note()
        else:
            self._unkept.pop(self._number or 0, None)

    @Slot(bool)
    def _offer_note(self, has_note: bool) -> None:
        """Offer to write a note where none is to be seen."""
        self._header.add_note.setVisible(self._number is not None and not has_note)
        self.fitted.emit()

    @Slot()
    def _toggle_star(self) -> None:
        if self._number is not None:
            self._actions.star((self._number,), starred=self._header.star.isChecked())

    @Slot(str)
    def _keep_note(self, text: str) -> None:
        if self._number is not None:
            self._unkept[self._number] = text
            self._step = self._actions.set_note(self._number, text, self._step)

    @Slot()
    def _end_step(self) -> None:
        """Let what is written from now on be undone by itself."""
        self._step = None

    @Slot(object)
    def _follow(self, link: NoteLink) -> None:
        self.link_wanted.emit(link.pane_id, link.words)


def _loss_words(lost: Collection[int]) -> str:
    words = _(
        "Your note on {studies} could not be written, and would be lost. Free some space on the"
        " disk and close the window again, or copy the note to another program first."
    )
    return words.format(studies=studies_words(lost))
