"""Works the application as a screen reader does: it sees and touches nothing but AT-SPI.

Run by the Python of the system, for which alone there are bindings of AT-SPI:

    dbus-run-session -- python3 screen_reader.py RECORD BRIEF COMMAND…

starts the application by its command, reads tabs of the sample, imports a record, searches for the
sample and opens it again, finds words in it and exports its brief. It says each step, and
what was announced; it fails with the step that did not come about.
"""

import ctypes
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

T = TypeVar("T")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
LONGEST_WAIT = 60
PAUSE = 0.05
BEFORE, WORDS_BEFORE, WORDS_IN_TAB = "NCT03816852", "mesenchymal", "ovarian"


class Listener:
    """Notes what a screen reader would say by itself, and lets it be waited for."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self._listener = Atspi.EventListener.new(self._note)
        Atspi.EventListener.register(self._listener, "object:announcement")

    def _note(self, event: Any) -> None:
        print(f"  announced: {event.any_data}")
        self.said.append(str(event.any_data))

    def wait_for_words(self, words: str) -> None:
        """Wait until words are announced that were not announced before."""
        until(lambda: any(words in said for said in self.said), f"the announcement of “{words}”")
        self.said.clear()


def until(met: Callable[[], T], told: str) -> T:
    """Return what a condition gives once it gives something; end the program where it does not."""
    context, end = GLib.MainContext.default(), time.monotonic() + LONGEST_WAIT
    while time.monotonic() < end:
        while context.pending():
            context.iteration(False)
        found = attempt(met)
        if found:
            return found
        time.sleep(PAUSE)
    raise SystemExit(f"In vain: {told}")


def attempt(ask: Callable[[], T]) -> T | None:
    """Ask the application; it may just have taken away what is asked about."""
    try:
        return ask()
    except GLib.Error:
        return None


def application() -> Any:
    desktop = Atspi.get_desktop(0)
    return desktop.get_child_at_index(0) if desktop.get_child_count() else None


def below(found: Any) -> Iterator[Any]:
    """Yield an object and all below it, as they are now."""
    found.clear_cache()
    yield found
    for place in range(found.get_child_count()):
        child = found.get_child_at_index(place)
        if child is not None:
            yield from below(child)


def has_state(found: Any, state: Any) -> bool:
    found.clear_cache()
    return bool(found.get_state_set().contains(state))


def is_shown(found: Any) -> bool:
    return has_state(found, Atspi.StateType.SHOWING)


def thing(role: str, name: str, *, whole: bool = True, shown: bool = True) -> Any:
    """Wait for a thing by its role and its name, or the beginning of it."""

    def look() -> Any:
        root = application()
        for found in below(root) if root is not None else ():
            called = found.get_name() or ""
            fits = called == name if whole else called.startswith(name)
            if fits and found.get_role_name() == role and (not shown or is_shown(found)):
                return found
        return None

    return until(look, f"{role} “{name}”")


def press(found: Any) -> None:
    """Do what an object is for. A dialog that it opens keeps the answer back."""
    attempt(lambda: Atspi.Action.do_action(found, 0))


def choose(name: str) -> None:
    """Choose a line of a menu."""
    press(thing("menu item", name, shown=False))


def write(found: Any, text: str) -> None:
    Atspi.Component.grab_focus(found)
    if not Atspi.EditableText.set_text_contents(found, text):
        raise SystemExit(f"Nothing can be written into “{found.get_name()}”")


def text_of(found: Any) -> str:
    return str(Atspi.Text.get_text(found, 0, Atspi.Text.get_character_count(found)))


def name_a_file(path: str, button: str) -> None:
    """Give the system's dialog a file, as somebody does who knows its path."""
    write(thing("text", "File name:"), path)
    press(thing("push button", button))


def import_record(listener: Listener, record: str) -> None:
    choose("Open Records…")
    name_a_file(record, "Open")
    listener.wait_for_words("1 added")
    until(lambda: rows() == 2, "two rows in the list")
    for row in (0, 1):
        name = cell(row).get_name()
        if not name.endswith(f"row {row + 1} of 2"):
            raise SystemExit(f"The row does not tell its place: {name}")


def rows() -> int:
    return int(Atspi.Table.get_n_rows(thing("table", "Studies")))


def cell(row: int) -> Any:
    return Atspi.Table.get_accessible_at(thing("table", "Studies"), row, 0)


def search(listener: Listener) -> None:
    write(thing("text", "Search the library"), WORDS_BEFORE)
    listener.wait_for_words("1 match")
    until(lambda: rows() == 1, "one row in the list")


def open_study(listener: Listener) -> None:
    until(lambda: cell(0).get_name().startswith(BEFORE), "the row of the study")
    press(cell(0))
    thing("frame", BEFORE, whole=False)
    listener.said.clear()


def give_keyboard_to_window() -> None:
    """Give the largest window the keys, as a bare display has no window manager that does."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    windows, count = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
    root, parent = ctypes.c_ulong(), ctypes.c_ulong()
    x11.XQueryTree(
        *(display, ctypes.c_ulong(x11.XDefaultRootWindow(display))),
        *map(ctypes.byref, (root, parent, windows, count)),
    )
    sizes = {window: size_of(x11, display, window) for window in windows[: count.value]}
    largest = max(sizes, key=sizes.__getitem__)
    x11.XSetInputFocus(display, ctypes.c_ulong(largest), 1, ctypes.c_ulong(0))
    x11.XCloseDisplay(display)


def size_of(x11: ctypes.CDLL, display: ctypes.c_void_p, window: int) -> int:
    """Return how many pixels a window has."""
    root, numbers = ctypes.c_ulong(), [ctypes.c_int() for _ in range(6)]
    references = map(ctypes.byref, (root, *numbers))
    x11.XGetGeometry(display, ctypes.c_ulong(window), *references)
    return numbers[2].value * numbers[3].value


def read_tab() -> None:
    tab = thing("page tab", "Eligibility", whole=False)
    press(tab)
    until(lambda: has_state(tab, Atspi.StateType.SELECTED), "the tab of eligibility")
    text = thing("text", f"Eligibility of {BEFORE}")
    until(lambda: WORDS_IN_TAB in text_of(text).lower(), f"“{WORDS_IN_TAB}” in the tab")
    give_keyboard_to_window()
    if not Atspi.Component.grab_focus(text):
        raise SystemExit("The text does not take the keyboard")
    until(lambda: has_state(text, Atspi.StateType.FOCUSED), "the focus in the text")
    if not Atspi.Text.set_caret_offset(text, 3):
        raise SystemExit("There is no caret in the text")


def see_pictures_in_words() -> None:
    press(thing("page tab", "Design", whole=False))
    text = thing("text", f"Design of {BEFORE}")
    until(lambda: "\ufffc" in text_of(text), "the picture of the design")
    until(lambda: "random" in text_of(text).split("\ufffc")[1].lower(), "the picture in words")


def find_words(listener: Listener) -> None:
    choose("Find in Study")
    write(thing("text", "Find in this study"), WORDS_IN_TAB)
    listener.wait_for_words(" in all")
    press(thing("push button", "Close the find bar"))


def export_brief(listener: Listener, brief: str) -> None:
    choose("Export Brief…")
    name_a_file(brief, "Save")
    listener.wait_for_words("One-Page Brief written to")
    if not Path(brief).read_bytes().startswith(b"%PDF-"):
        raise SystemExit("The brief is no PDF")


def drive(record: str, brief: str) -> None:
    """Go the whole way."""
    listener = Listener()
    thing("frame", BEFORE, whole=False)
    for told, step in (
        ("read a tab", read_tab),
        ("read a picture", see_pictures_in_words),
        ("import", lambda: import_record(listener, record)),
        ("search", lambda: search(listener)),
        ("open", lambda: open_study(listener)),
        ("find", lambda: find_words(listener)),
        ("export a brief", lambda: export_brief(listener, brief)),
    ):
        print(told)
        step()
    choose("Quit")


def main(record: str, brief: str, *command: str) -> int:
    launcher = next((path for path in LAUNCHERS if Path(path).exists()), None)
    if launcher is None or not shutil.which(command[0]):
        raise SystemExit(f"Not here: {command[0] if launcher else 'at-spi-bus-launcher'}")
    bus = subprocess.Popen([launcher, "--launch-immediately"])
    running = subprocess.Popen(command, env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
    try:
        drive(record, brief)
        return running.wait(LONGEST_WAIT)
    finally:
        running.kill()
        bus.terminate()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
