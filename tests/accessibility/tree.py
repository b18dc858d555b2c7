"""The tree of objects that assistive technology sees, and what is wrong with it."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

Role = QAccessible.Role
NEED_A_NAME = {
    Role.PushButton,
    Role.ButtonMenu,
    Role.ButtonDropDown,
    Role.CheckBox,
    Role.RadioButton,
    Role.EditableText,
    Role.ComboBox,
    Role.List,
    Role.ListItem,
    Role.Table,
    Role.Tree,
    Role.TreeItem,
    Role.PageTab,
    Role.PageTabList,
    Role.ProgressBar,
    Role.Slider,
    Role.SpinBox,
    Role.Graphic,
    Role.Link,
    Role.Document,
    Role.MenuItem,
    Role.HotkeyField,
    Role.ToolBar,
    Role.Window,
    Role.Dialog,
    Role.AlertMessage,
}


def walk(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """Yields an object and all below it."""
    if interface is None or not interface.isValid():
        return
    yield interface
    for place in range(interface.childCount()):
        yield from walk(interface.child(place))


def seen_parts(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Yields what can be seen of a window."""
    for found in walk(QAccessible.queryAccessibleInterface(widget)):
        if not found.state().invisible:
            yield found


def name_of(found: QAccessibleInterface) -> str:
    """Returns what an object is called."""
    return str(found.text(QAccessible.Text.Name)).strip()


def nameless(widget: QWidget) -> list[str]:
    """Returns what has no name: controls, and whatever else the keyboard goes to."""
    return [
        f"{found.role().name} {described(found)}"
        for found in (*seen_parts(widget), *_buttons_in_lines(widget))
        if (found.role() in NEED_A_NAME or found.state().focusable) and not name_of(found)
    ]


def _buttons_in_lines(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Yields what is seen in a line of text only once something is typed."""
    for line in widget.findChildren(QLineEdit):
        for button in line.findChildren(QToolButton):
            yield QAccessible.queryAccessibleInterface(button)


def described(found: QAccessibleInterface) -> str:
    """Returns what a person who mends it needs to know of an object."""
    thing = found.object()
    parent = thing.parent() if thing is not None else None
    kinds = (type(one).__name__ for one in (parent, thing) if one is not None)
    return " > ".join(kinds) + (f" {thing.objectName()!r}" if thing is not None else "")
