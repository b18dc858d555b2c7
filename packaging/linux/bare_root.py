"""A bare Debian to try things in, with nothing of this machine's but its way to the network."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from virtual_environment import SetUpError

_BOUND = ("proc", "dev", "sys")
_MIRROR = re.compile(r"https?://\S+/debian/?(?=\s|$)")
# What leads through a proxy, and by which certificates it is known.
_PASSED_ON = (
    "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "no_proxy", "NO_PROXY",
    "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE",
)  # fmt: skip
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


def made_once(suite: str) -> Path:
    """Return a root of this release of Debian, made by debootstrap unless it is there already."""
    base = Path(tempfile.gettempdir()) / f"trialviewer-bare-{suite}"
    if base.exists():
        return base
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        raise SetUpError("A bare Debian is made by root, with debootstrap installed.")
    unfinished = base.with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    mirror = mirror_in(_sources())
    command = ["debootstrap", "--variant=minbase", "--include=ca-certificates", suite]
    done = subprocess.run([*command, str(unfinished), *mirror], stdout=subprocess.DEVNULL)
    if done.returncode != 0:
        raise SetUpError(f"debootstrap could not make {base}.")
    return unfinished.rename(base)


def mirror_in(sources: str) -> list[str]:
    """Return the archive that this machine itself installs from, if it names one."""
    return _MIRROR.findall(sources)[:1]


def passed_on(environment: Mapping[str, str]) -> list[str]:
    """Return the variables with which a command runs inside."""
    kept = [f"{name}={environment[name]}" for name in _PASSED_ON if environment.get(name)]
    return [f"PATH={_PATH}", "LANG=C.UTF-8", "DEBIAN_FRONTEND=noninteractive", *kept]


class BareRoot:
    """A copy of a root, in which commands run; it is gone after the ``with``."""

    def __init__(self, base: Path) -> None:
        self._base = base
        self.path = Path()

    def __enter__(self) -> Self:
        self.path = Path(tempfile.mkdtemp(prefix="trialviewer-try-"))
        # With owners, links and devices, as the shell's own copy keeps them.
        subprocess.run(["cp", "-a", f"{self._base}/.", str(self.path)], check=True)
        self.path.chmod(0o755)
        self._lend_network()
        for name in _BOUND:
            subprocess.run(["mount", "--bind", f"/{name}", str(self.path / name)], check=True)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for name in _BOUND:
            subprocess.run(["umount", "--lazy", str(self.path / name)], check=False)
        # Nothing of this machine's may be in it any more when it is removed.
        if not any(os.path.ismount(self.path / name) for name in _BOUND):
            shutil.rmtree(self.path, ignore_errors=True)

    def command(self, words: Sequence[str], user: str = "root") -> list[str]:
        """Return what runs words in the root, as one of its users."""
        home = "/root" if user == "root" else f"/home/{user}"
        known = ["/usr/bin/env", "-i", f"HOME={home}", f"USER={user}", *passed_on(os.environ)]
        return ["chroot", f"--userspec={user}", str(self.path), *known, *words]

    def run(self, *words: str, user: str = "root") -> subprocess.CompletedProcess[str]:
        """Run words in the root and return what came of it."""
        return subprocess.run(
            self.command(words, user),
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )

    def start(self, *words: str, user: str = "root") -> subprocess.Popen[str]:
        """Start words in the root and return the process, whose output is read together."""
        return subprocess.Popen(
            self.command(words, user),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
        )

    def _lend_network(self) -> None:
        for name in ("resolv.conf", "hosts"):
            shutil.copyfile(f"/etc/{name}", self.path / "etc" / name)
        certificates = Path("/etc/ssl/certs/ca-certificates.crt")
        if certificates.exists():
            target = self.path / certificates.relative_to("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(certificates, target)
        for file in Path("/etc/apt/apt.conf.d").glob("*proxy*"):
            shutil.copy(file, self.path / "etc/apt/apt.conf.d")


def _sources() -> str:
    folder = Path("/etc/apt")
    files = [folder / "sources.list", *sorted((folder / "sources.list.d").glob("*"))]
    lines = "\n".join(file.read_text(encoding="utf-8") for file in files if file.is_file())
    return re.sub(r"^#.*$", "", lines, flags=re.MULTILINE)
