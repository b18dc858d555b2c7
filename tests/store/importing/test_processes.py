import io
import os
import subprocess
import sys
from typing import Any

import pytest

from desktop_app.store.importing.mailbox import Mailbox
from desktop_app.store.importing.processes import WORKER_ROLE, listen, start_process


def environment_given(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Return the environment that a process of an import gets."""
    given: dict[str, Any] = {}

    class Started:
        stdout = None

        def __init__(self, command: list[str], **options: Any) -> None:
            given.update(options, command=command)

    monkeypatch.setattr(subprocess, "Popen", Started)
    start_process(WORKER_ROLE)
    assert given["command"][-1] == WORKER_ROLE
    return dict(given["env"])


@pytest.mark.skipif(sys.platform != "linux", reason="large pages are asked for on Linux alone")
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, "glibc.malloc.hugetlb=1"),
        ("glibc.malloc.check=1", "glibc.malloc.check=1:glibc.malloc.hugetlb=1"),
        ("glibc.malloc.hugetlb=1", "glibc.malloc.hugetlb=1"),
    ],
)
def test_large_pages_are_asked_for_beside_what_is_asked_for_already(
    monkeypatch: pytest.MonkeyPatch, before: str | None, after: str
) -> None:
    monkeypatch.delenv("GLIBC_TUNABLES", raising=False)
    if before is not None:
        monkeypatch.setenv("GLIBC_TUNABLES", before)
    assert environment_given(monkeypatch)["GLIBC_TUNABLES"] == after


def test_a_process_finds_what_this_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    assert environment_given(monkeypatch)["PYTHONPATH"].split(os.pathsep)[1:] == ["elsewhere"]


def test_a_pipe_that_cannot_be_read_is_told_as_the_end() -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise MemoryError

    arrived = Mailbox(100)
    with pytest.raises(MemoryError):
        listen(Broken(), arrived)
    assert arrived.get(0.0) is None
