"""The steps of a try in a bare root: what is done, and what must hold afterwards."""

import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import product

from linux.bare_root import BareRoot

PERSON = "nurse"
HOME = Path("/home") / PERSON
SAMPLE = "NCT03816852"
OTHER = "NCT00000001"
_ENTRY = f"{product.APPLICATION_ID}.desktop"
_DISPLAY = ":171"
_TOOLS = ("xvfb", "xauth", "x11-utils", "libglib2.0-bin", "xz-utils")
_PATIENCE = 60
_WINDOW = re.compile(rf'(0x\w+) "[^"]*": \("{product.COMMAND}" "TrialProtocolViewer"\)')


class StepError(Exception):
    """A step went wrong; the text is what was seen."""


def carried_out(steps: Iterator[tuple[str, Callable[[], str]]]) -> int:
    """Carry out the steps, print a line for each and return how many failed."""
    failed = 0
    for name, act in steps:
        try:
            print(f"ok      {name}: {act()}", flush=True)
        except StepError as error:
            failed += 1
            print(f"FAILED  {name}: {error}", flush=True)
    return failed


class Trial:
    """One package in one root, and what a person of it has."""

    def __init__(self, root: BareRoot, package: Path, newer: Path, portable: Path | None) -> None:
        self._root = root
        self._package = package
        self._newer = newer
        self._portable = portable
        self._library = ""

    def steps(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Yield the steps in their order, each with its name."""
        yield "bare root without Python", self.has_no_python
        yield "install", self.install
        yield "self-test without a screen", self.test_itself
        yield "self-test under Xvfb", self.test_itself_on_a_screen
        yield "a .trial file", self.knows_its_own_files
        yield "a .json file", self.leaves_the_files_of_others
        yield "a library", self.make_library
        yield "upgrade while it runs", self.upgrade_while_it_runs
        if self._portable is not None:
            yield "portable copy beside it", self.use_portable
        yield "purge", self.purge
        yield "install again", self.install_again

    def has_no_python(self) -> str:
        found = self._root.run("sh", "-c", "command -v python3 python")
        expect(not found.stdout, f"there is {found.stdout}")
        self._well("useradd", "--create-home", PERSON)
        return self._well("cat", "/etc/debian_version").strip()

    def install(self) -> str:
        started = time.monotonic()
        self._well("apt-get", "-qq", "update")
        self._apt_install(self._given(self._package))
        return f"{time.monotonic() - started:.0f} s, {self._installed_version()}"

    def test_itself(self) -> str:
        return last_line(self._person(product.COMMAND, "--self-test"))

    def test_itself_on_a_screen(self) -> str:
        self._apt_install(*_TOOLS)
        with self._screen():
            return last_line(
                self._person(*_on_screen(), "QT_QPA_PLATFORM=xcb", product.COMMAND, "--self-test")
            )

    def knows_its_own_files(self) -> str:
        kind = self._content_type(f"{SAMPLE}.{product.SUFFIX}")
        expect(kind == product.MIME_TYPE, f"it is {kind}")
        opener = self._opener(kind)
        expect(opener == _ENTRY, f"it is opened by {opener or 'nothing'}")
        return f"{kind}, opened by {opener}"

    def leaves_the_files_of_others(self) -> str:
        kinds = [self._content_type(f"{SAMPLE}.json"), "application/xml", "application/zip"]
        expect(kinds[0] == "application/json", f"a record called .json is {kinds[0]}")
        taken = [kind for kind in kinds if self._opener(kind) == _ENTRY]
        expect(not taken, f"it takes {taken}")
        return f"{', '.join(kinds)} are left alone"

    def make_library(self) -> str:
        self._person(product.COMMAND, "import", self._record(f"{SAMPLE}.json"))
        self._library = self._listing()
        expect(SAMPLE in self._library, "the library is empty")
        return f"{len(self._library.splitlines())} study"

    def upgrade_while_it_runs(self) -> str:
        with self._screen(), self._window() as window:
            self._well("dpkg", "--install", self._given(self._newer))
            self._expect_library()
            # The new version hands a file to the old one, which loads now what reads files.
            other = self._record(f"{OTHER}.json", OTHER)
            self._person(*_on_screen(), product.COMMAND, other)
            wait_until(lambda: OTHER in self._title(), "the window did not show another record")
            expect(window.poll() is None, "the window closed itself")
            window.send_signal(signal.SIGINT)
            told, _ = window.communicate(timeout=_PATIENCE)
            expect(window.returncode == 0, f"the window ended with {window.returncode}: {told}")
        self._expect_library()
        self._person(product.COMMAND, "show", OTHER)
        return f"{self._installed_version()}, the window went on, read a record and closed"

    def use_portable(self) -> str:
        assert self._portable is not None
        archive = self._given(self._portable)
        self._person("tar", "--extract", "--xz", "--file", archive, "--directory", str(HOME))
        program = f"{HOME}/{self._portable.name.removesuffix('.tar.xz')}/{product.COMMAND}"
        program += f"/{product.COMMAND}"
        told = last_line(self._person(program, "--self-test"))
        listed = self._person(program, "search", "--json", SAMPLE)
        expect(listed == self._library, "it sees another library")
        return told

    def purge(self) -> str:
        told = self._well("apt-get", "-qq", "purge", "--yes", product.COMMAND)
        expect("TrialProtocolViewer" in told, "it does not say where the library is")
        left = self._root.run(
            "sh", "-c", f"ls -d /usr/*/*{product.COMMAND}* /usr/*/{product.COMMAND}"
        )
        expect(not left.stdout, f"there is still {left.stdout}")
        expect(self._opener(product.MIME_TYPE) == "", "its files still have an opener")
        kept = self._root.run("ls", f"{HOME}/.local/share/TrialProtocolViewer/library")
        expect("library.sqlite3" in kept.stdout, "the library is gone")
        return next(line for line in told.splitlines() if "TrialProtocolViewer" in line)

    def install_again(self) -> str:
        self._apt_install(self._given(self._package))
        self._expect_library()
        return "the library is as it was"

    def _expect_library(self) -> None:
        expect(self._listing() == self._library, "the library is not what it was")

    def _listing(self) -> str:
        return self._person(product.COMMAND, "search", "--json", SAMPLE)

    def _content_type(self, name: str) -> str:
        file = self._record(name)
        told = self._person("gio", "info", "--attributes=standard::content-type", file)
        return told.rpartition("standard::content-type:")[2].strip()

    def _opener(self, kind: str) -> str:
        """Return the entry that opens a type by default, or empty."""
        first = self._person("gio", "mime", kind).partition("\n")[0]
        return first.rpartition(": ")[2].strip() if first.startswith("Default") else ""

    def _record(self, name: str, number: str = SAMPLE) -> str:
        """Put the sample into the person's home under this name, as the study of a number."""
        source = product.CHECKOUT / "resources" / "samples" / f"{SAMPLE}.json"
        target = self._root.path / HOME.relative_to("/") / name
        target.write_bytes(source.read_bytes().replace(SAMPLE.encode(), number.encode()))
        return f"{HOME}/{name}"

    def _given(self, file: Path) -> str:
        target = self._root.path / "tmp" / file.name
        if not target.exists():
            target.write_bytes(file.read_bytes())
            target.chmod(0o644)
        return f"/tmp/{file.name}"

    def _installed_version(self) -> str:
        return self._well("dpkg-query", "--show", "--showformat=${Version}", product.COMMAND)

    def _apt_install(self, *names: str) -> None:
        options = ("--yes", "--no-install-recommends", "--allow-downgrades")
        self._well("apt-get", "-qq", "install", *options, *names)

    def _well(self, *words: str) -> str:
        return output_of(self._root.run(*words), words)

    def _person(self, *words: str) -> str:
        return output_of(self._root.run(*words, user=PERSON), words)

    @contextmanager
    def _screen(self) -> Iterator[None]:
        server = self._root.start("Xvfb", _DISPLAY, "-screen", "0", "1366x768x24", user=PERSON)
        try:
            wait_until(lambda: self._windows() is not None, "there is no screen")
            yield
        finally:
            server.terminate()
            server.communicate()

    @contextmanager
    def _window(self) -> Iterator["subprocess.Popen[str]"]:
        words = (*_on_screen(), product.COMMAND, SAMPLE)
        process = self._root.start(*words, user=PERSON)
        try:
            wait_until(lambda: SAMPLE in self._title(), "no window came with the sample")
            yield process
        finally:
            process.kill()
            process.communicate()

    def _title(self) -> str:
        """Return the title of the application's window, or empty where there is none."""
        found = _WINDOW.search(self._windows() or "")
        if found is None:
            return ""
        words = ("xprop", "-display", _DISPLAY, "-id", found[1], "_NET_WM_NAME")
        return self._root.run(*words, user=PERSON).stdout

    def _windows(self) -> str | None:
        done = self._root.run("xwininfo", "-display", _DISPLAY, "-root", "-tree", user=PERSON)
        return done.stdout if done.returncode == 0 else None


def expect(is_right: bool, otherwise: str) -> None:
    """Raise StepError with these words where something does not hold."""
    if not is_right:
        raise StepError(otherwise)


def output_of(done: "subprocess.CompletedProcess[str]", words: tuple[str, ...]) -> str:
    """Return what a command printed; raises StepError with its last words where it failed."""
    if done.returncode != 0:
        last = "\n".join((done.stdout + done.stderr).splitlines()[-12:])
        raise StepError(f"`{' '.join(words)}` ended with {done.returncode}:\n{last}")
    return done.stdout


def last_line(text: str) -> str:
    """Return the last line that holds something."""
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""


def wait_until(holds: Callable[[], bool], otherwise: str) -> None:
    """Look every tenth of a second; raises StepError after a minute."""
    end = time.monotonic() + _PATIENCE
    while not holds():
        expect(time.monotonic() < end, otherwise)
        time.sleep(0.1)


def _on_screen() -> tuple[str, str]:
    return ("env", f"DISPLAY={_DISPLAY}")
