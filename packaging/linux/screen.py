"""A screen in a bare root, and the application's window on it."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import product

from linux.bare_root import BareRoot
from linux.outcomes import wait_until

DISPLAY = ":171"
TOOLS = ("xvfb", "xauth", "x11-utils")
_WINDOW = re.compile(rf'(0x\w+) "[^"]*": \("{product.COMMAND}" "TrialProtocolViewer"\)')


class Screen:
    """Shows what a user of the root starts; there is one at a time."""

    def __init__(self, root: BareRoot, user: str) -> None:
        self._root = root
        self._user = user

    @contextmanager
    def shown(self) -> Iterator[None]:
        """Have the screen."""
        server = self._root.start("Xvfb", DISPLAY, "-screen", "0", "1366x768x24", user=self._user)
        try:
            wait_until(lambda: self._windows() is not None, "there is no screen")
            yield
        finally:
            server.terminate()
            server.communicate()

    @contextmanager
    def window_of(self, number: str) -> Iterator["subprocess.Popen[str]"]:
        """Have the window with a study open in it."""
        process = self._root.start(*on_screen(product.COMMAND, number), user=self._user)
        try:
            wait_until(lambda: number in self.title(), f"no window came with {number}")
            yield process
        finally:
            process.kill()
            process.communicate()

    def title(self) -> str:
        """Return the title of the application's window, or empty where there is none."""
        found = _WINDOW.search(self._windows() or "")
        if found is None:
            return ""
        words = ("xprop", "-display", DISPLAY, "-id", found[1], "_NET_WM_NAME")
        return self._root.run(*words, user=self._user).stdout

    def _windows(self) -> str | None:
        words = ("xwininfo", "-display", DISPLAY, "-root", "-tree")
        done = self._root.run(*words, user=self._user)
        return done.stdout if done.returncode == 0 else None


def on_screen(*words: str) -> tuple[str, ...]:
    """Return words that start something on the screen."""
    return ("env", f"DISPLAY={DISPLAY}", "QT_QPA_PLATFORM=xcb", *words)
