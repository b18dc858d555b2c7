"""Qt's bindings without what only explaining them needs; imported before anything of PySide6.

PySide6 brings a parser of signatures, for help texts and for telling which arguments would have
been right. It is compiled anew at each start, which takes a third of the time of a bare window,
and needs 4 MB. Here it is loaded when something is first asked of it. PySide6 also takes the place
of ``import``, to read the source of every module that is imported from then on for features that
are not used here; that is taken back.

All this holds for the very files that were looked at, told by their checksums. With others, another
version of PySide6, everything is loaded as ever.
"""

import builtins
import importlib
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from threading import RLock
from types import ModuleType
from typing import Any, cast

from desktop_app.ui.later_modules import LaterModule, StandardLater, run_now
from desktop_app.ui.quick_enumerations import make_enumerations_quickly

_PACKAGE = "shibokensupport.signature"
_ERRORS = f"{_PACKAGE}.errorhandler"
_FEATURES = "shibokensupport.feature"
_LATER = frozenset(
    f"{_PACKAGE}.{name}"
    for name in (
        *("errorhandler", "layout", "mapping", "parser"),
        *("lib.enum_sig", "lib.pyi_generator", "lib.tool"),
    )
)
_STANDARD_LATER = ("inspect", "shutil", "tempfile")
"""What they import of the standard library for that alone, or only to have it at hand."""
_KNOWN_FILES = {
    "shibokensupport/feature.py": 380424161,
    "shibokensupport/signature/loader.py": 2208664976,
    "shibokensupport/signature/mapping.py": 1303443386,
}
"""What imports the modules above, what reads the sources of others, and the one of them that the
library looks into by itself."""


class _Later:
    """The code of a module, by its name in the archive."""

    def __init__(self, name: str, importer: Any, lock: "RLock") -> None:
        self._name = name
        self._importer = importer
        self.module = LaterModule(name, self._run, lock)

    def _run(self, module: ModuleType) -> None:
        spec = module.__spec__
        assert spec is not None
        published, spec.name = spec.name, self._name
        self._importer.exec_module(module)
        spec.name = published

    def update_mapping(self) -> Any:
        """Stand for a function that the library looks up in the dictionary of the module."""
        # First what it tells errors with: that is looked up while one is set, when no code can run.
        for module in (sys.modules[_ERRORS], self.module):
            if isinstance(module, LaterModule):
                run_now(module)
        return self.module.__dict__["update_mapping"]()


class _FeaturesLoader:
    """Loads what would look for features in the source of each module that is imported."""

    def __init__(self, importer: Any) -> None:
        self._importer = importer

    def create_module(self, spec: ModuleSpec) -> None:
        """Have an ordinary module made."""

    def exec_module(self, module: ModuleType) -> None:
        self._importer.exec_module(module)
        module.__dict__["feature_imported"] = _leave_alone


def _leave_alone(_module: ModuleType) -> None:
    """Read no source: features are not used here."""


class _LaterImporter:
    """Makes modules that run later; ``importer`` is what the bindings read theirs with.

    They need one another, so one lock is for all of them.
    """

    def __init__(self, importer: Any) -> None:
        self._importer = importer
        self._lock = RLock()

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name == _FEATURES:
            return ModuleSpec(name, cast(Any, _FeaturesLoader(self._importer)))
        return ModuleSpec(name, cast(Any, self)) if name in _LATER else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        later = _Later(spec.name, self._importer, self._lock)
        if spec.name == f"{_PACKAGE}.mapping":
            later.module.__dict__["update_mapping"] = later.update_mapping
        return later.module

    def exec_module(self, module: ModuleType) -> None:
        """Run nothing yet."""


class _Importers(list[Any]):
    """What is asked for modules, in order; one that reads known files is asked later."""

    def insert(self, place: Any, importer: Any) -> None:
        super().insert(place, importer)
        if _is_known(importer):
            super().insert(0, _LaterImporter(importer))


def _is_known(importer: Any) -> bool:
    archive = getattr(importer, "zfile", None)
    if archive is None:
        return False
    sums = {entry.filename: entry.CRC for entry in archive.infolist()}
    return all(sums.get(name) == crc for name, crc in _KNOWN_FILES.items())


def load_bindings() -> None:
    """Load the bindings of Qt; does nothing where they are there already."""
    if "PySide6" in sys.modules:
        return
    make_enumerations_quickly()
    importers = sys.meta_path
    sys.meta_path = _Importers((StandardLater(_STANDARD_LATER), *importers))
    try:
        importlib.import_module("PySide6.QtCore")
    finally:
        sys.meta_path = importers
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


load_bindings()
