"""The steps of a try in a bare root: what is done, and what must hold afterwards."""

import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import product

from linux.bare_root import BareRoot
from linux.outcomes import PATIENCE, expect, last_line, output_of, wait_until
from linux.screen import TOOLS, Screen, on_screen

PERSON = "nurse"
HOME = Path("/home") / PERSON
SAMPLE = "NCT03816852"
OTHER = "NCT00000001"
_ENTRY = f"{product.APPLICATION_ID}.desktop"
# What tells types of files, and unpacks archives.
_ASKING = ("libglib2.0-bin", "xz-utils")


class Trial:
    """One package in one root, and what a person of it has."""

    def __init__(self, root: BareRoot, package: Path, newer: Path, portable: Path | None) -> None:
        self._root = root
        self._package = package
        self._newer = newer
        self._portable = portable
        self._library = ""
        self._screen = Screen(root, PERSON)

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
        self._apt_install(*TOOLS, *_ASKING)
        with self._screen.shown():
            return last_line(self._person(*on_screen(product.COMMAND, "--self-test")))

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
        with self._screen.shown(), self._screen.window_of(SAMPLE) as window:
            self._well("dpkg", "--install", self._given(self._newer))
            self._expect_library()
            # The new version hands a file to the old one, which loads now what reads files.
            other = self._record(f"{OTHER}.json", OTHER)
            self._person(*on_screen(product.COMMAND, other))
            wait_until(
                lambda: OTHER in self._screen.title(), "the window did not show another record"
            )
            expect(window.poll() is None, "the window closed itself")
            window.send_signal(signal.SIGINT)
            told, _ = window.communicate(timeout=PATIENCE)
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
