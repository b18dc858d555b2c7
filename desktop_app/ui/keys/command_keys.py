"""The keys of the commands: as they come, or as the person wants them."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence

from desktop_app.ui.commands.actions import ACTIONS
from desktop_app.ui.commands.specs import ActionSpec
from desktop_app.ui.settings import Settings, SettingsKeeper

_NATIVE = QKeySequence.SequenceFormat.NativeText
_PORTABLE = QKeySequence.SequenceFormat.PortableText
_SPECS = {spec.id: spec for spec in ACTIONS}
_NEEDED_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class CommandKeys(QObject):
    """Gives the actions their keys, and keeps in the settings those that the person changed.

    The settings hold keys by the name of a command, empty for one that has none any more. A key
    that is given to a command is taken from the one that had it.
    """

    changed = Signal()

    def __init__(
        self, actions: Mapping[str, QAction], settings: SettingsKeeper, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.actions = actions
        self._settings = settings
        self._worn: dict[str, str] = {}
        settings.changed.connect(self._wear)
        self._wear(settings.current)

    def owner(self, keys: QKeySequence) -> str:
        """Return the name of the command that has a key, or empty."""
        held = (name for name, action in self.actions.items() if keys in action.shortcuts())
        return next(held, "")

    def is_changed(self, name: str) -> bool:
        """Whether a command has other keys than it came with."""
        return name in self._worn

    def has_changes(self) -> bool:
        """Whether any command has other keys than it came with."""
        return bool(self._worn)

    def give(self, name: str, keys: QKeySequence) -> None:
        """Give a command a key, or none; whichever has it now goes without."""
        wanted = dict(self._worn)
        if not keys.isEmpty() and (owner := self.owner(keys)) not in ("", name):
            wanted[owner] = _written(key for key in self.actions[owner].shortcuts() if key != keys)
        wanted[name] = _written([keys])
        self._keep(wanted)

    def reset(self, name: str) -> None:
        """Give a command the keys that it came with, which any others lose."""
        wanted = {other: kept for other, kept in self._worn.items() if other != name}
        for keys in _usual(_SPECS[name]):
            if (owner := self.owner(keys)) not in ("", name):
                left = [key for key in self.actions[owner].shortcuts() if key != keys]
                wanted[owner] = _written(left)
        self._keep(wanted)

    def reset_all(self) -> None:
        """Give all commands the keys that they came with."""
        self._keep({})

    def _keep(self, wanted: Mapping[str, str]) -> None:
        differing = {
            name: kept for name, kept in wanted.items() if kept != _written(_usual(_SPECS[name]))
        }
        self._settings.change(shortcuts=differing)

    @Slot(object)
    def _wear(self, settings: Settings) -> None:
        wanted = {name: keys for name, keys in settings.shortcuts.items() if name in _SPECS}
        if wanted == self._worn:
            return
        self._worn = wanted
        for name, spec in _SPECS.items():
            keys = _read(wanted[name]) if name in wanted else _usual(spec)
            self.actions[name].setShortcuts(keys)
            self.actions[name].setToolTip(tip_with_keys(spec.said_tip, self.actions[name]))
        self.changed.emit()


def can_be_given(keys: QKeySequence) -> bool:
    """Whether a key may be a command's: not one that types, moves, or is a letter with Alt.

    Those open menus and press buttons, other ones in each language.
    """
    if keys.count() != 1:
        return False
    combination = keys[0]  # type: ignore[index]  # not in the stubs
    key, held = combination.key(), combination.keyboardModifiers()
    if held == Qt.KeyboardModifier.AltModifier and Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
        return False
    is_function_key = Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35
    return is_function_key or bool(held & _NEEDED_MODIFIERS)


def written_keys(action: QAction) -> str:
    """Return all keys of a command as this system writes them."""
    return ", ".join(keys.toString(_NATIVE) for keys in action.shortcuts())


def tip_with_keys(tip: str, action: QAction) -> str:
    """Return what a command does, and its key where it has one."""
    keys = action.shortcut().toString(_NATIVE)
    return f"{tip} ({keys})" if keys else tip


def _usual(spec: ActionSpec) -> list[QKeySequence]:
    return [QKeySequence(keys) for keys in spec.keys]


def _written(keys: Iterable[QKeySequence]) -> str:
    return QKeySequence.listToString(list(keys), _PORTABLE)


def _read(text: str) -> list[QKeySequence]:
    return [keys for keys in QKeySequence.listFromString(text, _PORTABLE) if can_be_given(keys)]
