import os

import pytest
from hypothesis import settings

# Machines are shared and noisy: no test is about how long it takes.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

# Before Qt is imported, or the platform is chosen without it.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Whoever runs the tests may speak another language than the tests do.
for _name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_PAPER", "LC_TIME"):
    os.environ.pop(_name, None)
os.environ["LANG"] = "C.UTF-8"


@pytest.fixture(autouse=True)
def private_directories(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Keeps each test's library, settings and logs in a folder of its own."""
    monkeypatch.setenv("TRIALVIEWER_HOME", str(tmp_path_factory.mktemp("home")))
